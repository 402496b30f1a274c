"""The page templates, with their filters and what every page may use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.icon_files import icon_svg
from generator.look import Folder
from generator.model import address, wording
from generator.model.artifact import Drawing
from generator.model.library import Library
from generator.model.site import dialled
from generator.pages import prose
from generator.templates import Templates

_SVG = '<svg xmlns="http://www.w3.org/2000/svg"'


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
    env.filters["figure_year"] = wording.figure_year
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


def page_globals(
    library: Library, as_of: date, start: str, drawings: Mapping[str, Drawing]
) -> dict[str, Any]:
    """Give what every template may use: the site, the day, and links from this page."""

    def link(target: address.Addressable | str) -> str:
        place = target if isinstance(target, str) else address.address_of(target)
        return address.relative(place, start=start)

    def entity_link(kind: str, id_: str) -> str:
        thing = library.linked(kind, id_)
        return link(thing) if thing else ""

    def picture(
        id_: str | None, *, told: bool = False, lazy: bool = True, within: bool = True
    ) -> Markup:
        """Show a picture, "" for none; `told` where no words beside it say what it shows.

        A sign stands in the page itself where it may stand `within`, a scene and every other sign
        in a file of its own.
        """
        drawing = drawings.get(id_ or "")
        if drawing is None:
            return Markup()
        says = drawing.text if told else ""
        if drawing.is_sign and within:
            return _sign(drawing.svg, says)
        return Markup(
            '<img class="{}" src="{}" width="{}" height="{}" alt="{}"{} decoding="async">'
        ).format(
            "pa-sign" if drawing.is_sign else "pa-scene",
            link(drawing.address),
            drawing.width,
            drawing.height,
            says,
            Markup(' loading="lazy"') if lazy else "",
        )

    cite: Callable[[str], wording.Citation] = lambda text: wording.citation(library, text)  # noqa: E731
    return {
        "library": library,
        "site": library.site,
        "as_of": as_of,
        "link": link,
        "cite": cite,
        "entity_link": entity_link,
        "drawings": drawings,
        "picture": picture,
        "next_time": lambda each: wording.next_time(each, library.campaign_now(each), as_of),
    }


def _sign(svg: str, says: str) -> Markup:
    """Give a sign as a part of the page."""
    if not says:
        return Markup(svg.replace(_SVG, '<svg class="pa-sign" aria-hidden="true"', 1))
    named = Markup('<svg class="pa-sign" role="img" aria-label="{}"').format(says)
    return Markup(svg.replace(_SVG, named, 1))


@cache
def icon(name: str) -> Markup:
    """Give an icon, hidden from screen readers; raises `LookupError` where there is none."""
    svg = icon_svg(name)
    if svg is None:
        raise LookupError(f"没有图标 {name}")
    return Markup(svg.replace("<svg ", '<svg class="pa-icon" aria-hidden="true" ', 1))
