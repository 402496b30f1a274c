"""The cards of a situation: a file to forward that needs no network, and an A6 card to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.cards.inlined import Inlined
from generator.cards.rescue import On, procedure_blocks, situation_blocks
from generator.documents.file_name import safe_name
from generator.documents.imprint import Imprint, imprint_of
from generator.documents.maker import Maker
from generator.documents.outline import Note, Outline, Title
from generator.later import SITE, Cell, Made
from generator.look import Look
from generator.model.address import FILES, address_of
from generator.model.artifact import Artifact, Download
from generator.model.library import Library
from generator.model.situation import Situation
from generator.model.wording import cite_label, plain
from generator.palette import Palette, palette_of
from generator.reads import Sources, Watched
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
    sources: Sources,
    *,
    on_step: Callable[[str], None] = lambda name: None,
) -> Cards:
    """Make the cards of all situations of a live library.

    `sources` are what they are made from, the library and the `drawings`, and what is known of
    them; `on_step` is told each situation when it is done.
    Raises `DocumentError` where a document fails, `BrokenTemplateError` where a template does.
    """
    by_situation: dict[str, tuple[Download, ...]] = {}
    artifacts: list[Artifact] = []
    for situation, cell in card_cells(library, maker, look):
        whole = cell.made(sources)
        by_situation[situation.id] = whole.said
        artifacts += whole.files[SITE]
        on_step(cell.title)
    return Cards(by_situation, tuple(artifacts))


def card_cells(
    library: Library, maker: Maker, look: Look
) -> Iterator[tuple[Situation, Cell[tuple[Download, ...]]]]:
    """Give each situation with what makes its cards."""
    templates = Templates(look.channels, code="E403", escape=True)
    colours = palette_of(look)
    recipe = (look.channels.digest(), colours, maker.recipe)
    for situation in library.situations.values():
        make = partial(_made, situation, maker, templates, colours)
        yield situation, Cell("card", situation.title, (situation, recipe), make)


def _made(
    situation: Situation, maker: Maker, templates: Templates, colours: Palette, watched: Watched
) -> Made[tuple[Download, ...]]:
    """Make the cards of a situation."""
    library = watched.library
    maker = maker.showing(watched["drawings"])
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
    downloads, artifacts = [], []
    for label, extension, content in files:
        file = Artifact(f"{FILES}/situations/{situation.id}.{extension}", content)
        artifacts.append(file)
        downloads.append(_download(situation, label, extension, file))
    return Made(tuple(downloads), {SITE: tuple(artifacts)})


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
