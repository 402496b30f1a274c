"""Kits: the texts and files of every channel for each theme, campaign and alert with a poster."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.documents.maker import Maker
from generator.kits.article import Articles, article_styles
from generator.kits.channels import Channels
from generator.kits.make import make_kit
from generator.kits.message import message_of
from generator.look import Look
from generator.model.address import address_of
from generator.model.artifact import Artifact, ChannelKit
from generator.model.library import Library


@dataclass(frozen=True)
class Kits:
    """All kits by the address of their subject's page, and their files."""

    by_address: Mapping[str, ChannelKit]
    artifacts: tuple[Artifact, ...]


def kits(
    library: Library,
    maker: Maker,
    *,
    look: Look,
    asset: Callable[[str], str] = str,
    on_step: Callable[[str], None] = lambda name: None,
) -> Kits:
    """Make the kits of a live library with the project's look.

    `asset` gives the address of a stylesheet or script of the theme by its name; `on_step` is
    told each subject when it is done. A subject without a poster has no kit.
    Raises `DocumentError` where a document fails, `BrokenTemplateError` where a template does.
    """
    channels = Channels(library, look.channels)
    articles = Articles(channels, article_styles(look), asset)
    made: dict[str, ChannelKit] = {}
    files: list[Artifact] = []
    for subject in library.announced:
        if subject.poster is not None:
            message = message_of(subject, subject.poster, library, address_of(subject))
            kit, artifacts = make_kit(
                message, maker, channels, articles, address=address_of(subject)
            )
            made[address_of(subject)] = kit
            files += artifacts
        on_step(subject.title)
    return Kits(made, tuple(files))
