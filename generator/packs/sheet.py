"""The sheet of a sector (安全提示单): A4, to print, post up and hand out."""

from __future__ import annotations

from generator.cards.rescue import rescue_blocks
from generator.documents.imprint import imprint_of
from generator.documents.outline import (
    Block,
    Box,
    Bullets,
    Heading,
    Note,
    Outline,
    Pair,
    Reason,
    Reasons,
    Title,
)
from generator.documents.tone import Tone
from generator.model.address import address_of
from generator.model.advice import Tip
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.wording import plain
from generator.packs.words import plain_lines, sources_of

SHEET = "安全提示单"


def sheet(sector: Sector, library: Library) -> Outline:
    """Arrange what to do in an emergency, what to do and not to do, the tips and the signs."""
    blocks: list[Block] = [
        Title(f"{sector.title}：{SHEET}", under=plain(sector.summary), code=True)
    ]
    blocks += rescue_blocks(library.situations_of(sector), library)
    blocks += [
        Pair(
            Box("要这样做", plain_lines(each.text for each in sector.dos), Tone.PINE),
            Box("不要这样做", plain_lines(each.text for each in sector.donts), Tone.CINNABAR),
        ),
        Heading("安全提示"),
        Reasons(tuple(_reason(tip) for tip in sector.tips)),
        Heading("出事前的苗头"),
        Bullets(plain_lines(sector.warning_signs)),
        Heading("依据"),
        Note("；".join(sources_of(library, sector))),
    ]
    imprint = imprint_of(
        library.issuer_of(sector),
        title=sector.title,
        day=sector.reviewed_on,
        address=address_of(sector),
    )
    return Outline(name=SHEET, imprint=imprint, blocks=tuple(blocks))


def _reason(tip: Tip) -> Reason:
    whom = "、".join(audience.label for audience in tip.audience)
    return Reason(plain(tip.text), plain(tip.why), whom)
