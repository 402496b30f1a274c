"""Monthly theme pages and the year's calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import fixed_pages
from generator.model.address import THEMES, address_of
from generator.model.library import Library
from generator.model.theme import Theme, ThemeEdition
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker
from generator.pages.tips import by_text, tip_groups


def theme_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the calendar of the twelve months, one page per theme, and one per yearly edition."""
    library = maker.library
    yield maker.fixed(
        "themes",
        fixed_pages.THEMES,
        wide=True,
        months=library.themes_now,
        current=library.theme_of_month(maker.as_of),
        years=_past_years(library),
    )
    for theme in (*library.themes.values(), *library.theme_editions.values()):
        yield _theme(maker, theme)


def _past_years(library: Library) -> list[int]:
    """Give the years before this one that have editions of themes, the newest first."""
    years = {each.year for each in library.theme_editions.values()}
    return sorted((year for year in years if year < library.day.year), reverse=True)


def _theme(maker: PageMaker, theme: Theme) -> Page:
    library = maker.library
    edition = theme if isinstance(theme, ThemeEdition) else None
    now = library.theme_now(theme)
    return maker.page(
        "theme",
        address=address_of(theme),
        title=theme.full_title,
        description=theme.summary,
        section=THEMES,
        parents=(Crumb.to(fixed_pages.THEMES),),
        about=theme,
        theme=theme,
        year=edition.year if edition else None,
        this_year=edition.this_year if edition else None,
        now=now if now is not theme else None,
        tip_groups=tip_groups(theme.tips),
        situations=library.situations_of(theme),
        sectors=library.sectors_of(theme),
        items=library.items_named_by(theme),
        campaigns=library.campaigns_named_by(theme),
        courses=library.courses_for(theme),
        siblings=_siblings(library, theme),
        editions=[each for each in library.editions_of(theme) if each is not theme],
        kit=maker.kit_address(theme),
        main_sources=by_text(theme.sources),
    )


def _siblings(library: Library, theme: Theme) -> list[Theme]:
    """Give the months before and after: of the same year where it is a year's, else as now."""
    months: Iterable[Theme] = library.themes_now
    if isinstance(theme, ThemeEdition):
        months = (each for each in library.theme_editions.values() if each.year == theme.year)
    return [each for each in months if abs(each.month - theme.month) == 1]
