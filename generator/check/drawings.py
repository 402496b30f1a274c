"""Drawings: each thing that a scene of pictures.yml asks for is there (E343)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date

from generator.load.loader import Loaded
from generator.look import look_of
from generator.model.fault import BrokenTemplateError
from generator.model.library import Library
from generator.model.picture import Pictures
from generator.model.problem import Problem
from generator.palette import palette_of
from generator.pictures import faults_of

_SHOWN = 10


def check_drawings(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report each part of a scene that is none of the kit, and what it names that is not there."""
    try:
        colours = palette_of(look_of(loaded.project.root)).pictures
    except BrokenTemplateError:
        return  # the engine says so
    for document in loaded.documents:
        if not isinstance(document.value, Pictures):
            continue
        for index, picture in enumerate(document.value.pictures):
            for fault in faults_of(picture.scene, colours):
                place = ("pictures", index, "scene", fault.frame, "parts", fault.part)
                loc = (*place, *fault.field)
                near = difflib.get_close_matches(fault.asked, fault.known, n=1, cutoff=0.5)
                yield document.problem(
                    loc if document.tree.has(loc) else place,
                    "E343",
                    f"图画里没有“{fault.asked}”",
                    f"是不是想写 {near[0]}？" if near else f"能写的有：{_some(fault.known)}",
                )


def _some(names: tuple[str, ...]) -> str:
    more = "……" if len(names) > _SHOWN else ""
    return "、".join(names[:_SHOWN]) + more
