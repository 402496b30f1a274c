"""The page templates, with their filters and what every page may use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.icon_files import icon_svg
from generator.look import Folder
from generator.model import address, wording
from generator.model.library import Library
from generator.model.site import dialled
from generator.pages import prose
from generator.templates import Templates


def page_templates(folder: Folder) -> Templates:
    """Give the page templates; every value is escaped unless a filter says otherwise."""
    templates = Templates(folder, code="E404")
    env = templates.environment
    env.filters["inline"] = _inline
    env.filters["block"] = _block
    env.filters["chinese_date"] = wording.chinese_date
    env.filters["chinese_number"] = wording.chinese_number
    env.filters["campaign_days"] = wording.campaign_days
    env.filters["dialled"] = dialled
    env.filters["window_words"] = wording.window_words
    env.filters["figure_count"] = wording.figure_count
    env.filters["figure_period"] = wording.figure_period
    env.filters["file_size"] = wording.file_size
    env.filters["host"] = wording.host
    env.filters["short_title"] = wording.short_title
    env.globals["icon"] = icon
    env.globals["addresses"] = {
        name: value for name, value in vars(address).items() if name.isupper()
    }
    return templates


@pass_context
def _inline(context: Context, text: str) -> Markup:
    return Markup(prose.resolved(prose.inline(text), context["entity_link"]))


@pass_context
def _block(context: Context, text: str) -> Markup:
    return Markup(prose.resolved(prose.block(text), context["entity_link"]))


def page_globals(library: Library, as_of: date, start: str) -> dict[str, Any]:
    """Give what every template may use: the site, the day, and links from this page."""

    def link(target: address.Addressable | str) -> str:
        place = target if isinstance(target, str) else address.address_of(target)
        return address.relative(place, start=start)

    def entity_link(kind: str, id_: str) -> str:
        thing = library.linked(kind, id_)
        return link(thing) if thing else ""

    cite: Callable[[str], wording.Citation] = lambda text: wording.citation(library, text)  # noqa: E731
    return {
        "library": library,
        "site": library.site,
        "as_of": as_of,
        "link": link,
        "cite": cite,
        "entity_link": entity_link,
        "next_time": lambda each: wording.next_time(each, library.campaign_now(each), as_of),
    }


@cache
def icon(name: str) -> Markup:
    """Give an icon, hidden from screen readers; raises `LookupError` where there is none."""
    svg = icon_svg(name)
    if svg is None:
        raise LookupError(f"没有图标 {name}")
    return Markup(svg.replace("<svg ", '<svg class="pa-icon" aria-hidden="true" ', 1))
