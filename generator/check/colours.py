"""Colours: what is written in the county's main colour, and on it, can be read (E329)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.contrast import LEAST, lightness, with_lightness
from generator.load.loader import Loaded
from generator.look import look_of
from generator.model.fault import BrokenTemplateError
from generator.model.library import Library
from generator.model.problem import Problem
from generator.palette import least_contrast, palette_of


def check_colours(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report a main colour that is too light for the text that is written in it and on it."""
    colour = library.site.colour
    if not colour:
        return
    root = loaded.project.root
    try:
        found = _least(root, colour)
    except BrokenTemplateError:
        return  # the engine says so
    better = _dark_enough(root, colour) if found < LEAST else None
    if better:  # else it is the palette that cannot be read
        yield next(loaded.of_kind("site")).problem(
            ("colour",),
            "E329",
            f"主色 {colour} 太浅，字和底色的对比度只有 {found:.1f}:1，看不清",
            f"至少要 {LEAST}:1；同一种颜色深一点，{better} 就够",
        )


def _least(root: Path, colour: str) -> float:
    return least_contrast(palette_of(look_of(root, colour=colour)))


def _dark_enough(root: Path, colour: str) -> str | None:
    """Give the lightest colour of the same hue in which everything can be read, if there is one."""
    light = lightness(colour)
    while light > 0:
        light = max(light - 0.01, 0.0)
        darker = with_lightness(colour, light)
        if _least(root, darker) >= LEAST:
            return darker
    return None
