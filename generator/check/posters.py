"""Posters: without one a theme, campaign or alert has no channel kit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.load.loader import Loaded
from generator.model.alert import Alert
from generator.model.base import Edition
from generator.model.campaign import Campaign
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.theme import Theme
from generator.model.vocabulary import Status


def check_posters(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Warn of what is published without the words that poster, SMS and broadcast are made of."""
    for document in loaded.documents:
        value = document.value
        if not isinstance(value, Theme | Campaign | Alert):
            continue
        if isinstance(value, Edition) and "poster" not in document.tree.data:
            continue  # inherited
        if value.status is Status.PUBLISHED and value.poster is None:
            yield document.problem(
                ("title",), "W306", "没有写海报（poster）", "补上后才有海报、短信、广播稿等一稿多发"
            )
