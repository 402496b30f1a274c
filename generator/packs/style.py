"""The look of printed and office documents, read from `style.yml`."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.model.base import Model


class Colours(Model):
    """The palette, as #rrggbb."""

    paper: str
    ink: str
    soft: str
    line: str
    pine: str
    pine_soft: str
    cinnabar: str
    cinnabar_soft: str
    amber: str
    amber_soft: str
    sky: str
    sky_soft: str


class Style(Model):
    """Colours of all documents and the font of editable ones."""

    colours: Colours
    office_font: str


def read_style(folder: Path) -> Style:
    """Read `style.yml` in the folder of print templates; raises ValueError when it is wrong."""
    return Style.model_validate(yaml.safe_load((folder / "style.yml").read_text(encoding="utf-8")))
