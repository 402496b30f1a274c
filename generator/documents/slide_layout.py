"""Layouts of a presentation: each form as PowerPoint and WPS know it, all words in placeholders.

What is said of type stands in the layouts alone, so that a change there reaches every slide.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from lxml import etree  # type: ignore[import-untyped]
from PIL import Image
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.parts.slide import SlideLayoutPart
from pptx.presentation import Presentation as Blank
from pptx.slide import SlideMaster
from pptx.util import Inches

from generator.documents.imprint import Imprint
from generator.documents.layout import MARGIN, PITCH
from generator.documents.pictures import ban_png
from generator.documents.size import Size, points
from generator.documents.slide_form import (
    FORMS,
    GUTTER,
    Area,
    Ban,
    Bar,
    Form,
    Frame,
    Glyph,
    Mark,
    Place,
    Shape,
)
from generator.documents.slide_xml import (
    COLOURS,
    EMBED,
    A,
    P,
    fill,
    geometry,
    hundredths,
    place,
    share,
)
from generator.documents.style import Style
from generator.documents.tone import Tone

_ALIGNED = {Place.LEFT: "l", Place.CENTRE: "ctr", Place.RIGHT: "r"}
_KINDS = {"title": ("title", 0), "footer": ("ftr", 11), "number": ("sldNum", 12)}
_BODY, _WORDS, _PICTURES = 1, 13, 30
_FIRST_ID = 2_147_483_700
_LINE = 1.32
"""How high a line of the font is that slides are edited in, in heights of its type."""
_SIGN, _SIGN_SHARE = "■", 0.55
_RING, _ROUND = 14_000, 6_000
_EDGE = 0.15  # of the height of the mark
_PROMPTS = {"title": "单击这里写标题", "pic": "单击图标放图", "body": "单击这里写字"}
_NUMBER = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"


def index_of(form: Form, frame: str) -> int:
    """Give the index by which a slide's placeholder finds the one of its layout."""
    if frame in _KINDS:
        return _KINDS[frame][1]
    return _BODY if frame == "body" else _WORDS + list(form.frames).index(frame)


def picture_index(number: int) -> int:
    """Give the index of the placeholder of a picture, counted from 0."""
    return _PICTURES + number


def margin(frame: Frame, size: float) -> dict[str, str]:
    """Give how far lines are moved in for what stands before them, as a paragraph says it."""
    moved = round(MARGIN[frame.mark] * Inches(size / 72))
    return {"marL": str(moved), "indent": str(-moved)}


def add_layouts(blank: Blank, imprint: Imprint, style: Style, logo: bytes) -> None:
    """Put the layouts of all forms, in their order, in the place of those that are there."""
    master = blank.slide_master
    for layout in reversed(list(master.slide_layouts)):
        master.slide_layouts.remove(layout)
    listed = master._element.find(qn("p:sldLayoutIdLst"))
    for number, form in enumerate(FORMS.values(), 1):
        part = _part(master, number, form)
        relation = master.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        entry = etree.SubElement(listed, qn("p:sldLayoutId"), id=str(_FIRST_ID + number))
        entry.set(qn("r:id"), relation)
        _Layout(part, imprint, style).fill(form, logo)


def _part(master: SlideMaster, number: int, form: Form) -> SlideLayoutPart:
    """Make an empty layout that belongs to a master."""
    ground = "accent1" if form.dark else "bg2"
    group = P.nvGrpSpPr(P.cNvPr(id="1", name=""), P.cNvGrpSpPr(), P.nvPr())
    layout = P.sldLayout(
        P.cSld(
            P.bg(P.bgPr(A.solidFill(A.schemeClr(val=ground)), A.effectLst())),
            P.spTree(group, P.grpSpPr()),
            name=form.label,
        ),
        P.clrMapOvr(A.masterClrMapping()),
        preserve="1",
        userDrawn="1",
    )
    part: SlideLayoutPart = SlideLayoutPart.load(
        PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml"),
        CONTENT_TYPE.PML_SLIDE_LAYOUT,
        master.part.package,
        etree.tostring(layout),
    )
    part.relate_to(master.part, RELATIONSHIP_TYPE.SLIDE_MASTER)
    return part


@dataclass(frozen=True)
class _Layout:
    """A layout under construction."""

    part: SlideLayoutPart
    imprint: Imprint
    style: Style

    def fill(self, form: Form, logo: bytes) -> None:
        """Put in what adorns the slide, the county's mark (PNG), and all placeholders."""
        for shape in form.shapes:
            self._add(self._shape(shape))
        if logo:
            self._logo(form, logo)
        for number, area in enumerate(form.pictures):
            holder = _holder(f"图{number + 1}", "pic", picture_index(number), area)
            self._add(holder)
        for name, frame in form.frames.items():
            kind, _ = _KINDS.get(name, ("body", 0))
            holder = _holder(frame.label, kind, index_of(form, name), frame.area)
            self._dress(holder, frame)
            self._add(holder)

    def _add(self, shape: etree._Element) -> None:
        """Put a shape over those that are there, with a number of its own."""
        tree = self.part._element.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
        next(shape.iter(qn("p:cNvPr"))).set("id", str(len(tree)))
        tree.append(shape)

    def _shape(self, shape: Shape) -> etree._Element:
        match shape:
            case Bar():
                return _drawn("色块", shape.area, geometry("rect"), shape.tone, faint=shape.faint)
            case Ban():
                ring = geometry("noSmoking", adj=_RING)
                return _drawn("禁止", shape.area, ring, Tone.CINNABAR)
            case Glyph():
                return self._glyph(shape)
            case _:
                assert_never(shape)

    def _glyph(self, glyph: Glyph) -> etree._Element:
        size = hundredths(points(glyph.size, self.style.sizes))
        run = A.r(A.rPr(fill(glyph.tone), lang="zh-CN", sz=size, b="1"), A.t(glyph.text))
        return P.sp(
            P.nvSpPr(P.cNvPr(id="0", name="大字"), P.cNvSpPr(txBox="1"), P.nvPr(userDrawn="1")),
            P.spPr(place(glyph.area), geometry("rect"), A.noFill()),
            P.txBody(
                A.bodyPr(wrap="square", lIns="0", tIns="0", rIns="0", bIns="0", anchor="ctr"),
                A.lstStyle(),
                A.p(A.pPr(algn="ctr"), run),
            ),
        )

    def _logo(self, form: Form, logo: bytes) -> None:
        """Put the county's mark in its place; on a dark slide it stands on white."""
        wide, high = Image.open(io.BytesIO(logo)).size
        free = form.logo
        width = min(free.width, free.height * wide / high)
        height = width * high / wide
        left = free.left if form.dark else free.left + free.width - width
        area = Area(left, free.top + (free.height - height) / 2, width, height)
        if form.dark:
            edge = height * _EDGE
            ground = Area(left - edge, area.top - edge, width + 2 * edge, height + 2 * edge)
            self._add(_drawn("底", ground, geometry("roundRect"), Tone.WHITE))
        about = P.cNvPr(id="0", name="标识", descr=self.imprint.publisher)
        self._add(
            P.pic(
                P.nvPicPr(about, P.cNvPicPr(), P.nvPr(userDrawn="1")),
                P.blipFill(A.blip({EMBED: self._image(logo)}), A.stretch(A.fillRect())),
                P.spPr(place(area), geometry("rect")),
            )
        )

    def _image(self, picture: bytes) -> str:
        """Put a picture into the file; give its relation to this layout."""
        _, relation = self.part.get_or_add_image_part(io.BytesIO(picture))
        return str(relation)

    def _dress(self, holder: etree._Element, frame: Frame) -> None:
        """Say what the words of a placeholder look like, and what its slides begin with."""
        words = holder.find(qn("p:txBody"))
        about = words.find(qn("a:bodyPr"))
        about.set("anchor", "t" if frame.top else "ctr")
        if frame.columns > 1:
            about.set("numCol", str(frame.columns))
            about.set("spcCol", str(Inches(GUTTER)))
        if frame.ground is not None:
            shape = holder.find(qn("p:spPr"))
            shape.replace(shape.find(qn("a:prstGeom")), geometry("roundRect", adj=_ROUND))
            shape.append(fill(frame.ground))
        styles = words.find(qn("a:lstStyle"))
        for level, size in enumerate((frame.size, frame.under or frame.size), 1):
            styles.append(self._level(f"lvl{level}pPr", frame, size))
        kind = holder.find(f".//{qn('p:ph')}").get("type")
        paragraph = words.find(qn("a:p"))
        if kind == "sldNum":
            number = A.fld(A.rPr(lang="zh-CN"), A.t("‹#›"), id=_NUMBER, type="slidenum")
            paragraph.append(number)
        else:
            prompt = self.imprint.header if kind == "ftr" else _PROMPTS[kind]
            paragraph.append(A.r(A.rPr(lang="zh-CN"), A.t(prompt)))

    def _level(self, name: str, frame: Frame, size: Size) -> etree._Element:
        """Say what a level of text looks like."""
        height = points(size, self.style.sizes)
        return getattr(A, name)(
            {"algn": _ALIGNED[frame.place], **margin(frame, height)},
            A.lnSpc(A.spcPct(val=share(PITCH / _LINE))),
            A.spcBef(A.spcPts(val="0")),
            *self._mark(frame),
            A.defRPr(
                fill(frame.tone),
                A.latin(typeface="+mn-lt"),
                A.ea(typeface="+mn-ea"),
                sz=hundredths(height),
                b=str(int(frame.bold)),
            ),
        )

    def _mark(self, frame: Frame) -> Iterator[etree._Element]:
        """Say what stands before each line."""
        colour = A.buClr(A.schemeClr(val=COLOURS[frame.mark_tone]))
        match frame.mark:
            case Mark.NONE:
                yield A.buNone()
            case Mark.SIGN:
                yield from (colour, A.buSzPct(val=share(_SIGN_SHARE)))
                yield from (A.buFont(typeface="+mj-ea"), A.buChar(char=_SIGN))
            case Mark.NUMBER:
                yield from (colour, A.buFont(typeface="+mj-lt"))
                yield A.buAutoNum(type="arabicPeriod")
            case Mark.BAN:
                sign = ban_png(self.style.colours.cinnabar)
                yield A.buSzPct(val=share(1))
                yield A.buBlip(A.blip({EMBED: self._image(sign)}))
            case _:
                assert_never(frame.mark)


def _drawn(
    name: str, area: Area, shape: etree._Element, tone: Tone, *, faint: bool = False
) -> etree._Element:
    """Draw a filled shape without a line."""
    return P.sp(
        P.nvSpPr(P.cNvPr(id="0", name=name), P.cNvSpPr(), P.nvPr(userDrawn="1")),
        P.spPr(place(area), shape, fill(tone, faint=faint), A.ln(A.noFill())),
    )


def _holder(name: str, kind: str, index: int, area: Area) -> etree._Element:
    """Give a placeholder; a title is found without an index."""
    found = {"type": kind} if kind == "title" else {"type": kind, "idx": str(index)}
    empty = A.p(A.r(A.rPr(lang="zh-CN"), A.t(_PROMPTS[kind]))) if kind == "pic" else A.p()
    return P.sp(
        P.nvSpPr(
            P.cNvPr(id="0", name=name),
            P.cNvSpPr(A.spLocks(noGrp="1")),
            P.nvPr(P.ph(found)),
        ),
        P.spPr(place(area), geometry("rect")),
        P.txBody(
            A.bodyPr(A.normAutofit(), wrap="square", lIns="0", tIns="0", rIns="0", bIns="0"),
            A.lstStyle(),
            empty,
        ),
    )
