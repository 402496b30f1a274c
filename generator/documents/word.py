"""Outlines as Word documents."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import assert_never

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Line
from docx.text.run import Run

from generator.documents.archive import settled
from generator.documents.office_picture import OfficePicture
from generator.documents.outline import (
    Block,
    Box,
    Bullets,
    Call,
    Form,
    Heading,
    Note,
    Outline,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Question,
    Reasons,
    Signatures,
    Steps,
    Table,
    Title,
    Together,
)
from generator.documents.qr import qr_png
from generator.documents.style import Style
from generator.documents.tone import colour_of, soft_colour_of
from generator.documents.word_blank import blank_document, rgb, text_width
from generator.documents.word_forms import CELL_SPACING, Forms
from generator.documents.word_pictures import Pictures
from generator.documents.word_table import add_pair, add_panel

_INDENT = Cm(0.9)
_STEP_WIDTH = 4  # centimetres
_HEIGHT = 3.2  # centimetres
_WIDE = 1.5
_CODE_WIDTH = Cm(2.1)
_ONE_LINE = 42  # characters
_GAP = Pt(8)
_LETTERS = "ABCDEF"


def docx(
    outline: Outline,
    style: Style,
    logo: bytes = b"",
    pictures: Mapping[str, OfficePicture] | None = None,
) -> bytes:
    """Draw an outline, with the mark (PNG) if it bears it; the same bytes each time.

    `pictures` are those that it names, by id; it goes without any other.
    """
    word = _Word(outline, style, logo, pictures or {})
    for block in outline.blocks:
        word.draw(block)
    return word.finish()


class _Word:
    """A document under construction."""

    def __init__(
        self,
        outline: Outline,
        style: Style,
        logo: bytes,
        pictures: Mapping[str, OfficePicture],
    ) -> None:
        self._document = blank_document(outline, style, logo)
        self._width = text_width(outline)
        self._style = style
        self._small = Pt(style.sizes.word_note)
        self._imprint = outline.imprint
        self._pictures = Pictures(self._document, self._width, pictures)
        self._forms = Forms(self._document, self._width, style)

    def finish(self) -> bytes:
        whole = io.BytesIO()
        self._document.save(whole)
        return settled(whole.getvalue())

    def draw(self, block: Block) -> None:  # noqa: PLR0912 - a case for each block
        match block:
            case Title():
                self._title(block)
            case Heading():
                self._document.add_heading(block.text, 1)
            case Paragraph():
                for line in filter(str.strip, block.text.split("\n")):
                    self._document.add_paragraph(line.strip())
            case Picture():
                self._picture(block)
            case Note():
                self._quiet(self._document.add_paragraph().add_run(block.text))
            case Bullets():
                self._bullets(block)
            case Steps():
                self._steps(block)
            case Call():
                called = self._document.add_paragraph()
                called.paragraph_format.keep_with_next = True
                run = called.add_run(block.text)
                run.bold = True
                run.font.color.rgb = rgb(self._style.colours.cinnabar)
            case Box():
                self._box(block)
            case Pair():
                self._box(block.left)
                self._box(block.right)
            case Reasons():
                self._reasons(block)
            case Question():
                self._question(block)
            case Table():
                self._forms.table(block)
                self._gap()
            case Form():
                self._forms.form(block)
                self._gap()
            case Signatures():
                self._forms.signatures(block)
                self._gap()
            case Together():
                self._together(block)
            case PageBreak():
                self._document.add_page_break()  # type: ignore[no-untyped-call]
            case _:
                assert_never(block)

    def _title(self, title: Title) -> None:
        self._document.add_paragraph(title.text, style="Title")
        if title.under:
            self._quiet(self._document.add_paragraph().add_run(title.under))
        if title.code and self._imprint.url:
            picture = self._document.add_picture(
                io.BytesIO(qr_png(self._imprint.url)), width=_CODE_WIDTH
            )
            picture._inline.docPr.set("descr", self._imprint.code_words)

    def _picture(self, picture: Picture) -> None:
        shown = self._pictures.get(picture.id)
        if shown:
            self._pictures.show(shown, self._document.add_paragraph(), picture.width)

    def _quiet(self, run: Run) -> None:
        run.font.size = self._small
        run.font.color.rgb = rgb(self._style.colours.soft)

    def _bullets(self, bullets: Bullets) -> None:
        if bullets.small:
            self._small_bullets(bullets.lines)
            return
        for line in bullets.lines:
            self._document.add_paragraph(line, style="List Bullet")

    def _small_bullets(self, lines: Iterable[str]) -> None:
        """Write lines in two columns; Word makes them alike before a section on the same page."""
        self._columns(2)
        for line in lines:
            paragraph = self._document.add_paragraph(style="List Bullet")
            paragraph.paragraph_format.line_spacing = CELL_SPACING
            self._quiet(paragraph.add_run(line))
        self._columns(1)
        self._gap()

    def _columns(self, count: int) -> None:
        """Set what follows in so many columns, on the same page."""
        section = self._document.add_section(WD_SECTION.CONTINUOUS)
        section._sectPr.find(qn("w:cols")).set(qn("w:num"), str(count))
        last = self._document.paragraphs[-1]
        self._shrink(last, Pt(1))
        last.paragraph_format.keep_with_next = True

    def _steps(self, steps: Steps) -> None:
        """Write steps; the picture of all of them stands beside them, a wide one above them."""
        shown = self._pictures.get(steps.picture)
        if shown is None:
            self._list(steps, self._document)
        elif shown.ratio > _WIDE:
            above = self._document.add_paragraph()
            self._pictures.show(shown, above, _HEIGHT * shown.ratio)
            self._list(steps, self._document)
        else:
            width = _HEIGHT * shown.ratio
            words, beside = add_pair(self._document, [self._width - width - 0.5, width + 0.5])
            self._list(steps, words)
            self._pictures.show(shown, beside.paragraphs[0], width)
            self._gap()

    def _list(self, steps: Steps, place: Document | _Cell) -> None:
        pictured = zip_longest(steps.lines, steps.pictures, fillvalue="")
        for number, (line, picture) in enumerate(pictured, 1):
            paragraph = place.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.left_indent = _INDENT
            paragraph.paragraph_format.first_line_indent = -_INDENT
            lead = paragraph.add_run(f"{number}．")
            lead.bold = True
            lead.font.color.rgb = rgb(self._style.colours.pine)
            words = paragraph.add_run(line)
            shown = self._pictures.get(picture)
            if shown:
                words.add_break()
                self._pictures.show(shown, paragraph, _STEP_WIDTH)

    def _box(self, box: Box) -> None:
        colours = self._style.colours
        edge = colour_of(box.tone, colours)
        cell = add_panel(
            self._document, self._width, ground=soft_colour_of(box.tone, colours), edge=edge
        )
        head = cell.paragraphs[0].add_run(box.title)
        head.bold = True
        head.font.color.rgb = rgb(edge)
        for line in box.lines:
            cell.add_paragraph(line, style="List Bullet")
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.line_spacing = CELL_SPACING
        self._gap()

    def _reasons(self, reasons: Reasons) -> None:
        for line in reasons.lines:
            paragraph = self._document.add_paragraph(style="List Bullet")
            paragraph.add_run(line.text).bold = True
            paragraph.add_run(f" {line.why}")
            self._quiet(paragraph.add_run(f"（{line.whom}）"))

    def _question(self, question: Question) -> None:
        """Write a question; its choices are close together, moved in, and on its page."""
        lettered = [
            f"{letter}．{choice}"
            for letter, choice in zip(_LETTERS, question.choices, strict=False)
        ]
        together = "　　".join(lettered)
        rows = [together] if lettered and len(together) <= _ONE_LINE else lettered
        head = self._document.add_paragraph(question.text)
        head.paragraph_format.keep_with_next = bool(rows)
        head.paragraph_format.keep_together = True
        for place, line in enumerate(rows, 1):
            paragraph = self._document.add_paragraph(line)
            paragraph.paragraph_format.left_indent = _INDENT
            paragraph.paragraph_format.space_after = Pt(10 if place == len(rows) else 1)
            paragraph.paragraph_format.line_spacing = 1.2
            paragraph.paragraph_format.keep_with_next = place < len(rows)
            paragraph.paragraph_format.keep_together = True

    def _together(self, together: Together) -> None:
        """Draw blocks, and keep each of their paragraphs with the next."""
        before = len(list(self._document.element.body))
        for block in together.blocks:
            self.draw(block)
        drawn = list(self._document.element.body)[before - 1 : -1]
        paragraphs = [each for part in drawn for each in part.iter(qn("w:p"))]
        for paragraph in paragraphs[:-1]:
            Line(paragraph, self._document._body).paragraph_format.keep_with_next = True

    def _gap(self) -> None:
        """Leave some room after a table, which two tables need between them."""
        self._shrink(self._document.add_paragraph(), _GAP)

    @staticmethod
    def _shrink(paragraph: Line, height: Length) -> None:
        """Make an empty paragraph as high as a gap."""
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = height
