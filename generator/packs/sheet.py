"""The notices of a sector: a sheet for the wall (安全提示单), a card for the pocket (口袋卡)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.cards.rescue import picture_of
from generator.documents.deck import Number
from generator.documents.imprint import imprint_of
from generator.documents.notice import Emergency, Form, Notice, Said
from generator.model.address import address_of
from generator.model.library import Library
from generator.model.picture import Point
from generator.model.sector import Sector
from generator.model.situation import Situation
from generator.model.wording import NEVER, plain

_STEPS = {"wall": 5, "pocket": 9}
"""How many steps at most: a wall is looked at in passing."""


@dataclass(frozen=True)
class NoticeKind:
    """A notice that each sector has: its id, what it is called, where it is looked at."""

    id: str
    label: str
    form: Form

    def arrange(self, sector: Sector, library: Library) -> Notice:
        """Arrange what the sector says, the most urgent first."""
        situations = library.situations_of(sector)
        calls = dict.fromkeys(number for each in situations for number in each.call)
        most = _STEPS[self.form]
        return Notice(
            name=self.label,
            imprint=imprint_of(
                library.issuer_of(sector),
                title=sector.title,
                day=sector.reviewed_on,
                address=address_of(sector),
            ),
            form=self.form,
            title=sector.title,
            summary=plain(sector.summary),
            picture=sector.picture or "",
            emergency=_emergency(situations[0], library, most) if situations else None,
            dos=_said(sector.dos),
            donts=_said(sector.donts),
            others=tuple(each.title for each in situations[1:]),
            numbers=_numbers(calls, library),
        )


NOTICES = (
    NoticeKind("sheet", "安全提示单", "wall"),
    NoticeKind("pocket", "口袋卡", "pocket"),
)


def _emergency(situation: Situation, library: Library, most: int) -> Emergency:
    steps = [plain(step.text) for step in situation.steps]
    return Emergency(
        title=situation.title,
        picture=picture_of(situation),
        calls=_numbers(situation.call, library),
        steps=tuple(steps[:most]),
        more=len(steps[most:]),
        never_title=NEVER,
        never=tuple(map(plain, situation.never)),
    )


def _said(points: Iterable[Point]) -> tuple[Said, ...]:
    return tuple(Said(plain(each.text), each.picture or "") for each in points)


def _numbers(calls: Iterable[str], library: Library) -> tuple[Number, ...]:
    return tuple(Number(number, library.call_name(number)) for number in calls)
