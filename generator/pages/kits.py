"""Kit pages: each channel's text, ready to copy, and its files (一稿多发)."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model import fixed_pages
from generator.model.address import KIT_INDEX, address_of
from generator.model.alert import Alert
from generator.model.campaign import Campaign
from generator.model.kinds import kind_of
from generator.model.library import Announced
from generator.model.theme import Theme
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker


def kit_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the index of kits and one page per kit."""
    groups = [
        (label, [subject for subject in subjects if address_of(subject) in maker.kits])
        for label, subjects in _groups(maker)
    ]
    yield maker.fixed(
        "kits",
        fixed_pages.KITS,
        wide=True,
        groups=[
            (label, [(each, maker.kit_address(each)) for each in found]) for label, found in groups
        ],
    )
    for _, subjects in groups:
        for subject in subjects:
            yield _kit(maker, subject)


def _kit(maker: PageMaker, subject: Announced) -> Page:
    kit = maker.kits[address_of(subject)]
    return maker.page(
        "kit",
        address=maker.kit_address(subject),
        title=fixed_pages.kit_title(subject.title),
        description=f"{subject.title}的{fixed_pages.KIT_HOLDS}。",
        section=KIT_INDEX,
        parents=(Crumb.to(fixed_pages.KITS),),
        dated_by=subject,
        subject=subject,
        kit=kit,
        article=Markup(kit.article.replace("\n", "")),
    )


def _groups(maker: PageMaker) -> tuple[tuple[str, tuple[Announced, ...]], ...]:
    library = maker.library
    return (
        (kind_of(Theme).label, library.themes_now),
        (kind_of(Campaign).label, library.campaigns_now),
        (kind_of(Alert).label, tuple(library.alerts.values())),
    )
