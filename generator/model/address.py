"""Addresses: where each entity's page stands, and how one page links to another."""

from __future__ import annotations

import posixpath

from generator.model.base import Entity
from generator.model.kinds import kind_of
from generator.model.picture import Picture
from generator.model.reference import Reference
from generator.model.site import Entry
from generator.model.unit import Unit

HOME = "index.html"
WORK = "work/index.html"
SECTORS = "sectors/index.html"
THEMES = "themes/index.html"
CAMPAIGNS = "campaigns/index.html"
ALERTS = "alerts/index.html"
UNITS = "units/index.html"
MATRIX = "units/matrix.html"
REFERENCES = "references/index.html"
EMERGENCY = "emergency.html"
HANDBOOK = "handbook.html"
SEARCH = "search.html"
INDEX = "az.html"
MAP = "map.html"
SUBSCRIBE = "subscribe.html"
ARCHIVE = "archive.html"
PLACES = "places.html"
PICTURES = "pictures.html"
TRAINING = "training/index.html"
FILES = "files"
KITS = "kit"
KIT_INDEX = "kit/index.html"
ABOUT = "about.html"
ACCESSIBILITY = "accessibility.html"
ICON = "assets/favicon.svg"

Addressable = Entity | Unit | Reference | Picture | Entry


def address_of(thing: Addressable) -> str:
    """Give the address of a thing's own page."""
    if isinstance(thing, Entry):  # a row of site.yml, which is no kind of content
        return f"for/{thing.id}.html"
    return kind_of(type(thing)).address_of(thing)


def kit_address_of(thing: Addressable) -> str:
    """Give the address of the page with what is published of a theme, campaign or alert."""
    return f"{KITS}/{address_of(thing)}"


def relative(target: str, *, start: str) -> str:
    """Give the link from the page at `start` to the address `target` (with or without #…)."""
    return posixpath.relpath(target, posixpath.dirname(start) or ".")
