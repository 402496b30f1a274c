"""The icons that ship with Material for MkDocs, of which nothing else is used before the engine."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_NAME = re.compile(r"[a-z]+(/[a-z0-9-]+)+")


@cache
def icon_svg(name: str) -> str | None:
    """Give the SVG of an icon such as `material/fire`; `None` where there is none of this name."""
    if not _NAME.fullmatch(name):
        return None
    path = files("material") / "templates" / ".icons" / f"{name}.svg"
    return path.read_text(encoding="utf-8").strip() if path.is_file() else None
