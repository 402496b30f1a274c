"""Addresses: where each entity's page stands, and how one page links to another."""

from __future__ import annotations

import posixpath

from generator.model.alert import Alert
from generator.model.campaign import Campaign
from generator.model.course import Course
from generator.model.reference import Reference
from generator.model.sector import Sector
from generator.model.site import Entry
from generator.model.theme import Theme
from generator.model.unit import Unit
from generator.model.work import WorkItem, WorkPlan

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
SEARCH = "search.html"
INDEX = "az.html"
SUBSCRIBE = "subscribe.html"
ARCHIVE = "archive.html"
TRAINING = "training/index.html"
FILES = "files"
KITS = "kit"
KIT_INDEX = "kit/index.html"
ICON = "assets/favicon.svg"

Addressable = (
    Alert | Campaign | Course | Entry | Reference | Sector | Theme | Unit | WorkItem | WorkPlan
)


def address_of(thing: Addressable) -> str:
    """Give the address of an entity's own page."""
    match thing:
        case WorkPlan():
            return f"work/{thing.year}/index.html"
        case WorkItem():
            return f"work/{thing.year}/{thing.number:02d}.html"
        case Sector():
            return f"sectors/{thing.id}.html"
        case Theme():
            return f"themes/{thing.year}/{thing.month:02d}.html"
        case Campaign():
            return f"campaigns/{thing.year}/{thing.id}.html"
        case Alert():
            return f"alerts/{thing.id}.html"
        case Course():
            return f"training/{thing.id}.html"
        case Unit():
            return f"units/{thing.id}.html"
        case Reference():
            return f"references/{thing.id}.html"
        case Entry():
            return f"for/{thing.id}.html"


def relative(target: str, *, start: str) -> str:
    """Give the link from the page at `start` to the address `target` (with or without #…)."""
    return posixpath.relpath(target, posixpath.dirname(start) or ".")
