"""Kit pages: each channel's text, ready to copy, and its files (一稿多发)."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.address import KIT_INDEX, address_of
from generator.model.alert import Alert
from generator.model.campaign import Campaign
from generator.model.kinds import kind_of
from generator.model.theme import Theme
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker

Subject = Theme | Campaign | Alert


def kit_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the index of kits and one page per kit."""
    groups = [
        (label, [subject for subject in subjects if address_of(subject) in maker.kits])
        for label, subjects in _groups(maker)
    ]
    yield maker.page(
        "kits",
        address=KIT_INDEX,
        title="一稿多发",
        description="每个主题、活动、风险提示的公众号文章、短信、广播稿、标语、海报，复制就能发。",
        section=KIT_INDEX,
        wide=True,
        groups=[
            (label, [(each, maker.kit_address(each)) for each in found]) for label, found in groups
        ],
    )
    for _, subjects in groups:
        for subject in subjects:
            yield _kit(maker, subject)


def _kit(maker: PageMaker, subject: Subject) -> Page:
    kit = maker.kits[address_of(subject)]
    return maker.page(
        "kit",
        address=maker.kit_address(subject),
        title=f"一稿多发：{subject.title}",
        description=f"{subject.title}的公众号文章、短信、微信群消息、广播稿、标语、海报和通稿。",
        section=KIT_INDEX,
        parents=(Crumb("一稿多发", KIT_INDEX),),
        dated_by=subject,
        subject=subject,
        kit=kit,
        article=Markup(kit.article.replace("\n", "")),
    )


def _groups(maker: PageMaker) -> tuple[tuple[str, tuple[Subject, ...]], ...]:
    library = maker.library
    return (
        (kind_of(Theme).label, tuple(library.themes.values())),
        (kind_of(Campaign).label, tuple(library.campaigns.values())),
        (kind_of(Alert).label, tuple(library.alerts.values())),
    )
