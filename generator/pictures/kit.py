"""The kit: props that scenes are put together from, as `props/*.yml` has them.

A prop is SVG around its own origin, which is the middle of its lower edge, in the colours of the
palette; its spots are places that other parts may name, such as the handle of a lid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.model.yaml_loader import LOADER
from generator.pictures.svg import Spot

_FOLDER = Path(__file__).parent / "props"


@dataclass(frozen=True)
class Prop:
    """A prop: what is drawn, with the names of colours in braces, and its spots.

    `colour` is the one that a scene may change.
    """

    draw: str
    spots: Mapping[str, Spot]
    colour: str


@cache
def props() -> Mapping[str, Prop]:
    """Give all props by their names; raises `ValueError` where two have the same one."""
    found: dict[str, Prop] = {}
    for path in sorted(_FOLDER.glob("*.yml")):
        for name, row in yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER).items():
            if name in found:
                raise ValueError(f"{path.name}: {name} is there already")
            spots = {spot: _spot(at) for spot, at in row.get("spots", {}).items()}
            found[name] = Prop(" ".join(row["draw"].split()), spots, row.get("colour", "pine"))
    return found


def _spot(written: str) -> Spot:
    across, down = written.split()
    return Spot(float(across), float(down))
