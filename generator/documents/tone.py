"""Tones: the colours of the palette that documents draw with, by name."""

from __future__ import annotations

from enum import StrEnum

from generator.palette import Colours


class Tone(StrEnum):
    """A colour by its name in the palette; white stands on no palette."""

    INK = "ink"
    WHITE = "white"
    SOFT = "soft"
    LINE = "line"
    PINE = "pine"
    CINNABAR = "cinnabar"
    AMBER = "amber"
    SKY = "sky"


def colour_of(tone: Tone, colours: Colours) -> str:
    """Give a tone as #rrggbb."""
    return "#ffffff" if tone is Tone.WHITE else str(getattr(colours, tone))


def soft_colour_of(tone: Tone, colours: Colours) -> str:
    """Give the light colour that goes with pine, cinnabar, amber or sky, as #rrggbb."""
    return str(getattr(colours, f"{tone}_soft"))
