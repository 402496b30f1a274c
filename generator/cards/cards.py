"""The cards of a situation: a file to forward that needs no network, and an A6 card to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.cards.inlined import Inlined
from generator.cards.rescue import On, procedure_blocks, situation_blocks
from generator.documents.file_name import safe_name
from generator.documents.imprint import Imprint, imprint_of
from generator.documents.maker import Maker
from generator.documents.outline import Note, Outline, Title
from generator.look import Look
from generator.model.address import FILES, address_of
from generator.model.artifact import Artifact, Download
from generator.model.library import Library
from generator.model.situation import Situation
from generator.model.wording import cite_label, plain
from generator.palette import palette_of
from generator.templates import Templates

_CARD = "应急卡片"
_FORWARDED = "转发版"


@dataclass(frozen=True)
class Cards:
    """The downloads of each situation by its id, and their files."""

    by_situation: Mapping[str, tuple[Download, ...]]
    artifacts: tuple[Artifact, ...]


def make_cards(
    library: Library,
    maker: Maker,
    look: Look,
    *,
    on_step: Callable[[str], None] = lambda name: None,
) -> Cards:
    """Make the cards of all situations of a live library.

    `on_step` is told each situation when it is done.
    Raises `DocumentError` where a document fails, `BrokenTemplateError` where a template does.
    """
    templates = Templates(look.channels, code="E403", escape=True)
    colours = palette_of(look)
    made: dict[str, tuple[Download, ...]] = {}
    artifacts: list[Artifact] = []
    for situation in library.situations.values():
        values = {
            "situation": situation,
            "library": library,
            "sources": [cite_label(library, cite) for cite in situation.sources],
            "imprint": _imprint(situation, library),
            "palette": colours,
            "picture": Inlined(maker.drawings),
        }
        page = templates.render("card.html.j2", values).strip() + "\n"
        files = (
            (_FORWARDED, "html", page.encode()),
            (_CARD, "pdf", maker.document(card(situation, library), "pdf")),
        )
        downloads = []
        for label, extension, content in files:
            file = Artifact(f"{FILES}/situations/{situation.id}.{extension}", content)
            artifacts.append(file)
            downloads.append(_download(situation, label, extension, file))
        made[situation.id] = tuple(downloads)
        on_step(situation.title)
    return Cards(made, tuple(artifacts))


def card(situation: Situation, library: Library) -> Outline:
    """Arrange all that a situation says, with the procedures it uses, on A6."""
    blocks = [
        Title(situation.title, under=plain(situation.summary)),
        *situation_blocks(situation, library, On.CARD),
    ]
    for procedure in library.procedures_of([situation]):
        blocks += procedure_blocks(procedure, library, On.CARD)
    sources = "；".join(cite_label(library, cite) for cite in situation.sources)
    blocks.append(Note(f"依据：{sources}"))
    return Outline(
        name=_CARD, imprint=_imprint(situation, library), blocks=tuple(blocks), card=True
    )


def _imprint(situation: Situation, library: Library) -> Imprint:
    return imprint_of(
        library.issuer_of(situation),
        title=situation.title,
        day=situation.reviewed_on,
        address=address_of(situation),
    )


def _download(situation: Situation, label: str, extension: str, file: Artifact) -> Download:
    return Download(
        id=extension,
        label=label,
        format="网页" if extension == "html" else extension.upper(),
        address=file.address,
        name=f"{safe_name(situation.title)}-{label}.{extension}",
        size=len(file.content),
    )
