"""Monthly theme pages and the year's calendar."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import fixed_pages
from generator.model.address import THEMES, address_of
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker
from generator.pages.sectors import tip_groups, unique_sources


def theme_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the newest year's calendar of themes, and one page per theme of any year."""
    library = maker.library
    newest = max((theme.year for theme in library.themes.values()), default=None)
    months = {theme.month: theme for theme in library.themes.values() if theme.year == newest}
    current = library.theme_of_month(maker.as_of)
    yield maker.fixed(
        "themes",
        fixed_pages.THEMES,
        wide=True,
        year=newest,
        months=months,
        current=current,
    )
    for theme in library.themes.values():
        yield maker.page(
            "theme",
            address=address_of(theme),
            title=theme.title,
            description=theme.summary,
            section=THEMES,
            parents=(Crumb.to(fixed_pages.THEMES),),
            about=theme,
            theme=theme,
            tip_groups=tip_groups(theme.tips),
            situations=library.situations_of(theme),
            sectors=library.sectors_of(theme),
            items=library.items_named_by(theme),
            campaigns=library.campaigns_named_by(theme),
            courses=library.courses_for(theme),
            siblings=[
                other
                for other in library.themes.values()
                if other.year == theme.year and abs(other.month - theme.month) == 1
            ],
            kit=maker.kit_address(theme),
            all_sources=unique_sources(theme),
        )
