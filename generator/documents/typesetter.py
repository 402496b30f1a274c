"""The typesetter: Typst draws outlines, decks and posters as PDF files and pictures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, TypedDict, Unpack, assert_never

import typst

from generator.documents.data import Data, as_data, pictures_in
from generator.documents.deck import Deck
from generator.documents.font import Font
from generator.documents.imprint import PAGE_NUMBER
from generator.documents.layout import MARGIN, PITCH, drawings
from generator.documents.notice import Notice
from generator.documents.outline import Outline
from generator.documents.pictures import picture_svg
from generator.documents.poster import Poster
from generator.documents.qr import qr_svg
from generator.documents.slide_form import FAINT, FORMS, HEIGHT, WIDTH
from generator.documents.style import Style
from generator.look import Folder
from generator.model.artifact import Drawing
from generator.model.fault import BrokenTemplateError

Printed = Outline | Deck | Poster | Notice
"""What the typesetter sets."""

_PLACE = re.compile(r"┌─ (\S.*?):(\d+):\d+")
_ACCESSIBLE: Literal["ua-1"] = "ua-1"  # ISO 14289-1, as far as Typst can check it


class _Output(TypedDict, total=False):
    """What is to come out, named as the library names it."""

    format: Literal["pdf", "png"]
    pdf_standards: Literal["ua-1"]
    ppi: int


class TypesettingError(Exception):
    """Raised when the font lacks a character."""


class Typesetter:
    """Sets each document with the template of its type; same document, same bytes."""

    def __init__(
        self,
        *,
        templates: Folder,
        style: Style,
        font: Font,
        logo: bytes = b"",
        drawings: Mapping[str, Drawing] | None = None,
    ) -> None:
        """Take the folder of templates, the look of all documents and the font to embed.

        `logo` is the mark (PNG) of those that bear it, `drawings` the pictures that they show.
        """
        self._templates = templates
        self._font = font
        self._logo = picture_svg(logo) if logo else ""
        self._drawings = drawings or {}
        self._sizes = style.sizes
        self._ratios = {id_: each.ratio for id_, each in self._drawings.items()}
        colours: dict[str, Data] = style.colours.model_dump()
        sizes: dict[str, Data] = style.sizes.model_dump()
        self._shared = {
            "font": font.family,
            "colours": colours,
            "sizes": sizes,
            "page_number": PAGE_NUMBER,
        }
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[*font.folders],
        )
        self._compiler = typst.Compiler(root=str(templates.path), font_paths=fonts)

    def pdf(self, document: Printed) -> bytes:
        """Set a document as an accessible PDF (PDF/UA-1) of its day.

        Raises `BrokenTemplateError` when the template fails or breaks a rule of PDF/UA (a heading
        level left out, a picture without a text), `TypesettingError` when a character has no
        glyph.
        """
        made = self._set(document, format="pdf", pdf_standards=_ACCESSIBLE)
        assert isinstance(made, bytes)
        return made

    def pictures(self, document: Printed, *, ppi: int) -> tuple[bytes, ...]:
        """Set a document as PNG pictures, one a page, at `ppi` pixels per inch; raises as `pdf`."""
        made = self._set(document, format="png", ppi=ppi)
        return tuple(made) if isinstance(made, list) else (made,)

    def drawing(self, drawing: Drawing, *, ppi: int) -> bytes:
        """Give a picture of the library as PNG, clear where nothing is drawn; raises as `pdf`."""
        data: dict[str, Data] = {
            "title": drawing.text,
            "name": "",
            "publisher": "",
            "logo": "",
            "pictures": _shown([drawing]),
        }
        made = self._compile("picture.typ", data, date(1970, 1, 1), format="png", ppi=ppi)
        assert isinstance(made, bytes)
        return made

    def _set(self, document: Printed, **output: Unpack[_Output]) -> bytes | list[bytes]:
        data = _data(document)
        data["logo"] = self._logo if document.imprint.logo else ""
        if isinstance(document, Deck):
            slides = drawings(document, self._sizes, drawn=self._ratios)
            data["slides"] = as_data(slides)
        named = dict.fromkeys(pictures_in(as_data(document)))
        data["pictures"] = _shown(self._drawings[id_] for id_ in named if id_ in self._drawings)
        missing = self._font.missing("".join(_texts(data)))
        if missing:
            raise TypesettingError(
                f"E402 字体“{self._font.family}”里没有这些字：{' '.join(missing)}。"
                "换一个字更全的字体，或改写这句话"
            )
        return self._compile(_template(document), data, document.imprint.day, **output)

    def _compile(
        self, template: str, data: dict[str, Data], day: date, **output: Unpack[_Output]
    ) -> bytes | list[bytes]:
        days = (day - date(1970, 1, 1)).days
        try:
            made = self._compiler.compile(
                str(self._templates.path / template),
                sys_inputs={"data": json.dumps({**self._shared, **data}, ensure_ascii=False)},
                timestamp=days * 86_400,
                **output,
            )
        except typst.TypstError as error:
            raise self._fault(template, error) from error
        assert made is not None
        return made

    def _fault(self, template: str, error: typst.TypstError) -> BrokenTemplateError:
        name, line = _place(str(error.diagnostic))
        if not name or not (self._templates.path / name).is_file():
            name, line = template, 1
        return BrokenTemplateError(f"{self._templates.shown}/{name}", line, "E403", error.message)


def _template(document: Printed) -> str:
    match document:
        case Outline():
            return "outline.typ"
        case Deck():
            return "slides.typ"
        case Poster():
            return "screen.typ" if document.paper.dots else "poster.typ"
        case Notice():
            return f"{document.form}.typ"
        case _:
            assert_never(document)


def _data(document: Printed) -> dict[str, Data]:
    """Give what a template is told of a document."""
    imprint = document.imprint
    data: dict[str, Data] = {
        "header": [imprint.site, imprint.title],
        "checked": imprint.checked,
        "publisher": imprint.publisher,
        "name": document.name,
        "title": imprint.title,
        "code_words": imprint.code_words,
        "qr": qr_svg(imprint.url) if imprint.url else "",
    }
    match document:
        case Outline():
            data["landscape"] = document.landscape
            data["card"] = document.card
            data["blocks"] = as_data(document.blocks)
        case Deck():
            data["page"] = as_data((WIDTH, HEIGHT))
            data["footer"] = imprint.header
            data["faint"], data["pitch"] = FAINT, PITCH
            data["margins"] = {str(mark): margin for mark, margin in MARGIN.items()}
            data["forms"] = {name: as_data(form) for name, form in FORMS.items()}
        case Poster():
            data["poster"] = as_data(document)
            data["dots"] = as_data(document.paper.dots)
        case Notice():
            data["notice"] = as_data(document)
        case _:
            assert_never(document)
    return data


def _shown(drawings: Iterable[Drawing]) -> Data:
    """Give pictures as templates know them, by id."""
    return {
        each.id: {"svg": each.svg, "text": each.text, "width": each.width, "height": each.height}
        for each in drawings
    }


def _place(diagnostic: str) -> tuple[str, int]:
    """Give file and line from a diagnostic such as `┌─ poster.typ:3:8`, where it has them."""
    found = _PLACE.search(diagnostic)
    return (Path(found[1]).name, int(found[2])) if found else ("", 1)


def _texts(value: Data) -> Iterator[str]:
    """Give every text inside nested values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
