"""The archive: every year's plan, themes and campaigns, the newest year first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import fixed_pages
from generator.model.address import HOME
from generator.pages.page import Page
from generator.pages.page_maker import PageMaker


def archive_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the archive page."""
    library = maker.library
    years = {plan.year for plan in library.plans.values()}
    years |= {theme.year for theme in library.theme_editions.values()}
    years |= {campaign.year for campaign in library.campaign_editions.values()}
    yield maker.fixed(
        "archive",
        fixed_pages.ARCHIVE,
        section=HOME,
        years=[
            (
                year,
                [plan for plan in library.plans.values() if plan.year == year],
                [each for each in library.theme_editions.values() if each.year == year],
                [each for each in library.campaign_editions.values() if each.year == year],
            )
            for year in sorted(years, reverse=True)
        ],
    )
