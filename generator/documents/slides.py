"""Decks as PowerPoint files that WPS and PowerPoint edit: all words stand in placeholders."""

from __future__ import annotations

import io
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree  # type: ignore[import-untyped]
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import PicturePlaceholder
from pptx.slide import Slide, SlideLayout
from pptx.util import Inches

from generator.documents.archive import settled
from generator.documents.deck import Deck
from generator.documents.layout import Drawing, Text, drawings
from generator.documents.office_picture import SVG_TYPE, OfficePicture, show_svg
from generator.documents.presentation import blank_presentation
from generator.documents.size import points
from generator.documents.slide_form import FORMS, Area, Form, Frame
from generator.documents.slide_layout import index_of, margin, picture_index
from generator.documents.style import Style
from generator.palette import DocumentSizes

_OF_EVERY_SLIDE = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}


def pptx(
    deck: Deck,
    style: Style,
    logo: bytes = b"",
    pictures: Mapping[str, OfficePicture] | None = None,
) -> bytes:
    """Draw a deck, with the mark (PNG) if it bears it; the same bytes each time.

    `pictures` are those that it names, by id; it goes without any other.
    """
    pictures = pictures or {}
    work = _PowerPoint(deck, style, logo, pictures)
    ratios = {id_: each.ratio for id_, each in pictures.items()}
    for drawing in drawings(deck, style.sizes, drawn=ratios):
        work.draw(drawing)
    return work.finish()


class _PowerPoint:
    """A presentation under construction."""

    def __init__(
        self, deck: Deck, style: Style, logo: bytes, pictures: Mapping[str, OfficePicture]
    ) -> None:
        self._presentation = blank_presentation(deck.imprint, style, logo)
        self._layouts = dict(zip(FORMS, self._presentation.slide_layouts, strict=True))
        self._sizes = style.sizes
        self._pictures = pictures
        self._vectors: dict[str, Part] = {}

    def finish(self) -> bytes:
        whole = io.BytesIO()
        self._presentation.save(whole)
        return settled(whole.getvalue())

    def draw(self, drawing: Drawing) -> None:
        form, layout = FORMS[drawing.form], self._layouts[drawing.form]
        slide: Slide = self._presentation.slides.add_slide(layout)
        named = {each.ph_idx: each.shape_name for each in _holders(layout)}
        unused = {}
        for element in _holders(slide):
            element._nvXxPr.cNvPr.set("name", named[element.ph_idx])
            unused[element.ph_idx] = element
        for text in drawing.texts:
            self._write(slide, form, text)
            del unused[index_of(form, text.frame)]
        for place, id_ in enumerate(drawing.pictures):
            self._show(slide, form, place, self._pictures[id_])
            del unused[picture_index(place)]
        for element in unused.values():
            element.getparent().remove(element)
        for element in _holders(layout):
            if element.ph_type in _OF_EVERY_SLIDE:
                slide.shapes._spTree.append(_without_place(deepcopy(element)))
        notes = slide.notes_slide.notes_text_frame
        assert notes is not None
        notes.text = drawing.notes

    def _write(self, slide: Slide, form: Form, text: Text) -> None:
        """Write lines into their placeholder, which alone says how they look."""
        frame = form.frames[text.frame]
        words = slide.placeholders[index_of(form, text.frame)].text_frame
        for place, line in enumerate(text.lines):
            paragraph = words.paragraphs[0] if place == 0 else words.add_paragraph()
            run = paragraph.add_run()
            run.text = line
            run._r.get_or_add_rPr().set("lang", "zh-CN")
            if place and frame.under is not None:
                paragraph.level = 1
        if frame.under is None:
            _fit(words._txBody, frame, text, self._sizes)

    def _show(self, slide: Slide, form: Form, place: int, picture: OfficePicture) -> None:
        """Put a picture whole into its placeholder."""
        holder = slide.placeholders[picture_index(place)]
        assert isinstance(holder, PicturePlaceholder)
        name = holder.name
        shown = holder.insert_picture(io.BytesIO(picture.png))  # type: ignore[no-untyped-call]
        shown.crop_left = shown.crop_right = shown.crop_top = shown.crop_bottom = 0
        area = _inside(form.pictures[place], picture.ratio)
        if area != form.pictures[place]:
            shown.left, shown.top = Inches(area.left), Inches(area.top)
            shown.width, shown.height = Inches(area.width), Inches(area.height)
        about = shown._element.nvPicPr.cNvPr
        about.set("name", name)
        about.set("descr", picture.text)
        blip = shown._element.find(f".//{qn('a:blip')}")
        svg = self._vector(slide, picture)
        show_svg(blip, slide.part.relate_to(svg, RELATIONSHIP_TYPE.IMAGE))

    def _vector(self, slide: Slide, picture: OfficePicture) -> Part:
        """Put the SVG of a picture into the file, once."""
        if picture.id not in self._vectors:
            uri = PackURI(f"/ppt/media/drawing{len(self._vectors) + 1}.svg")
            package = slide.part.package
            self._vectors[picture.id] = Part(uri, SVG_TYPE, package, picture.svg)
        return self._vectors[picture.id]


def _holders(of: Slide | SlideLayout) -> list[etree._Element]:
    """Give all placeholders, as a list, so that some may be taken away."""
    tree = of._element.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
    return list(tree.iter_ph_elms())


def _fit(body: etree._Element, frame: Frame, text: Text, sizes: DocumentSizes) -> None:
    """Say what differs from the layout: smaller type, and the room between paragraphs."""
    smaller = text.size is not frame.size
    apart = text.gap if len(text.lines) > 1 else 0
    if not smaller and not apart:
        return
    size = points(text.size, sizes)
    level = etree.SubElement(body.find(qn("a:lstStyle")), qn("a:lvl1pPr"))
    if smaller:
        for name, value in margin(frame, size).items():
            level.set(name, value)
    before = etree.SubElement(level, qn("a:spcBef"))
    etree.SubElement(before, qn("a:spcPts"), val=str(round(100 * apart * size)))
    if smaller:
        etree.SubElement(level, qn("a:defRPr"), sz=str(round(100 * size)))


def _inside(area: Area, ratio: float) -> Area:
    """Give the middle of an area that a picture fills whose width is `ratio` times its height."""
    width = min(area.width, area.height * ratio)
    height = width / ratio
    return Area(
        area.left + (area.width - width) / 2, area.top + (area.height - height) / 2, width, height
    )


def _without_place(holder: etree._Element) -> etree._Element:
    """Let a placeholder stand where its layout says, in the style that it says."""
    properties = holder.find(qn("p:spPr"))
    for child in list(properties):
        properties.remove(child)
    styles = holder.find(qn("p:txBody")).find(qn("a:lstStyle"))
    for child in list(styles):
        styles.remove(child)
    return holder
