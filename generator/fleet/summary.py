"""The summary of a fleet: one page that lists each county, those that need somebody first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from generator.fleet.job import Outcome, State
from generator.look import look_of
from generator.palette import palette_of
from generator.templates import Templates

PAGE = "index.html"
LABELS = {
    State.BUILT: "已生成",
    State.CURRENT: "没有变，不用重做",
    State.REFUSED: "内容有错",
    State.FAILED: "没有做成",
}
_TEMPLATE = "fleet.html.j2"
_MARK = '<meta name="generator" content="pingan fleet">'
"""What the template says that nobody else's page does."""


def summary(outcomes: Iterable[Outcome], *, root: Path, as_of: str) -> str:
    """Give the page, in the look of the project at `root`; links lead to the counties' sites.

    Raises `BrokenTemplateError` where its template is broken.
    """
    look = look_of(root)
    found = sorted(outcomes, key=lambda each: (each.stands, each.name))
    templates = Templates(look.reports, code="E404")
    values = {
        "palette": palette_of(look),
        "as_of": as_of,
        "outcomes": found,
        "standing": [each for each in found if each.stands],
        "labels": LABELS,
        "quoted": quote,
    }
    return templates.render(_TEMPLATE, values)


def is_ours(folder: Path) -> bool:
    """Tell whether nothing is lost where the page is put into a folder; raises `OSError`."""
    path = folder / PAGE
    return not path.exists() or _MARK in path.read_text(encoding="utf-8", errors="replace")


def write_summary(page: str, folder: Path) -> Path:
    """Put the page into the folder of the sites, all at once; raises `OSError`."""
    path = folder / PAGE
    written = path.with_name(f".{PAGE}.new")
    folder.mkdir(parents=True, exist_ok=True)
    written.write_text(page, encoding="utf-8", errors="replace", newline="\n")
    written.replace(path)
    return path
