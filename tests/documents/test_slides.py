"""Slides: every word in a placeholder that its layout dresses, large, with pictures that speak."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pptx
import pytest
from PIL import Image
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pypdf import PdfReader

from generator.documents.deck import (
    Agenda,
    Caption,
    Case,
    Cover,
    Deck,
    Gallery,
    Never,
    Number,
    Points,
    Questions,
    Rescue,
    Slide,
    Sources,
)
from generator.documents.maker import Maker
from generator.documents.tone import Tone
from generator.model.library import Library
from tests.conftest import ROOT
from tests.documents.conftest import DRAWINGS, IMPRINT

LONG = (
    "这一条写得很长，长到四十八个字，投影的时候也要一眼看清，一个字都不许掉出去，也不许压着别的字。"
)
MARKS = {"label": "眉题", "title": "标题", "notes": "讲稿。"}
POINTS = Points(lines=("先断电。", "再喊人。"), tone=Tone.PINE, **MARKS)
RESCUE = Rescue(
    steps=tuple(f"第{step}步，做完再做下一步" for step in "一二三四五六七八九十"),
    calls=(Number("12395", "水上遇险"), Number("120", "急救")),
    picture="cut-power",
    **MARKS,
)
EVERY_KIND: tuple[Slide, ...] = (
    Cover(title="用电安全", summary="怎么用电不出事。", line="适用：居民", picture="cut-power"),
    Cover(title="用电安全", summary="怎么用电不出事。", line="适用：居民"),
    Agenda(lines=("会断电。",) * 6, **MARKS),
    POINTS,
    replace(POINTS, lines=(LONG,) * 6, pictures=("cut-power",), tone=Tone.AMBER),
    replace(POINTS, pictures=("cut-power", "two-frames"), tone=Tone.SKY),
    RESCUE,
    replace(RESCUE, picture=""),
    replace(RESCUE, calls=()),
    Gallery(captions=(Caption("cut-power", "先拉闸"),) * 6, tone=Tone.CINNABAR, **MARKS),
    Gallery(captions=(Caption("two-frames", "先拉闸"),) * 3, tone=Tone.PINE, **MARKS),
    Never(lines=("不要用手去拉触电的人",) * 6, **MARKS),
    Case(lines=(LONG,) * 4, picture="cut-power", **MARKS),
    Case(lines=(LONG,) * 4, **MARKS),
    Questions(lines=("先做什么？",) * 3, **MARKS),
    Sources(lines=("《某某规定》第三十七条",) * 17, **MARKS),
)


def deck(*slides: Slide) -> Deck:
    return Deck(name="课件", imprint=IMPRINT, slides=slides)


def drawn(maker: Maker, *slides: Slide) -> Any:
    """What PowerPoint finds in a deck of these slides."""
    return pptx.Presentation(io.BytesIO(maker.document(deck(*slides), "pptx")))


def pages(maker: Maker, *slides: Slide) -> Any:
    """The pages of the PDF of these slides."""
    return PdfReader(io.BytesIO(maker.document(deck(*slides), "pdf"))).pages


def lines_of(shape: Any) -> list[str]:
    return [each.text for each in shape.text_frame.paragraphs]


def levels(holder: Any) -> Iterator[Any]:
    """How a slide's placeholder and its layout's say that words of the first level look."""
    (of_layout,) = (
        each
        for each in holder.part.slide_layout.placeholders
        if each.placeholder_format.idx == holder.placeholder_format.idx
    )
    for each in (holder, of_layout):
        yield from each._element.iter(qn("a:lvl1pPr"))


def size_of(holder: Any) -> float:
    """The size of the words in a slide's placeholder, in points."""
    runs = (level.find(qn("a:defRPr")) for level in levels(holder))
    return next(int(run.get("sz")) / 100 for run in runs if run is not None and run.get("sz"))


def worded(slide: Any) -> Iterator[Any]:
    return (shape for shape in slide.placeholders if shape.has_text_frame)


def test_a_restyle_reaches_every_word_and_every_picture(maker: Maker) -> None:
    """All stands in a placeholder of the layout, and no word says how it looks itself."""
    made = drawn(maker, *EVERY_KIND)
    assert len(made.slides) == len(EVERY_KIND)
    for slide in made.slides:
        known = {each.placeholder_format.idx for each in slide.slide_layout.placeholders}
        assert all(shape.is_placeholder for shape in slide.shapes)
        assert {shape.placeholder_format.idx for shape in slide.placeholders} <= known
        for run in slide._element.iter(qn("a:rPr")):
            assert set(run.attrib) == {"lang"}
            assert len(run) == 0


def test_the_outline_view_shows_title_and_words(maker: Maker) -> None:
    made = drawn(maker, POINTS, RESCUE, EVERY_KIND[11])
    for slide, told in zip(
        made.slides,
        (POINTS.lines, RESCUE.steps, EVERY_KIND[11].lines),
        strict=True,  # type: ignore[union-attr]
    ):
        assert slide.shapes.title.text == "标题"
        (body,) = (each for each in slide.placeholders if each.placeholder_format.idx == 1)
        assert body.placeholder_format.type is PP_PLACEHOLDER.BODY
        assert lines_of(body) == list(told)


def test_each_kind_of_slide_has_a_layout_of_its_own_with_a_chinese_name(maker: Maker) -> None:
    made = drawn(maker, *EVERY_KIND)
    names = [slide.slide_layout.name for slide in made.slides]
    assert len(set(names)) == len(EVERY_KIND)
    for word in ("封面", "目录", "要点", "步骤", "看图", "千万不要", "案例", "提问", "依据"):
        assert any(word in name for name in names), word


def test_words_are_large_enough_for_a_hall(maker: Maker) -> None:
    for slide in drawn(maker, *EVERY_KIND).slides:
        least = 14 if slide.slide_layout.name == "依据" else 20
        for holder in worded(slide):
            if holder.placeholder_format.type not in {
                PP_PLACEHOLDER.FOOTER,
                PP_PLACEHOLDER.SLIDE_NUMBER,
            }:
                assert size_of(holder) >= least, (slide.slide_layout.name, holder.name)


def test_what_never_to_do_is_huge_red_and_whole(maker: Maker) -> None:
    lines = tuple(f"不要做第{number}件，怎么急都不要做，也不许别人做" for number in range(1, 9))
    made = drawn(maker, Never(lines=lines, **MARKS))
    assert len(made.slides) > 1
    bodies = [
        holder
        for slide in made.slides
        for holder in worded(slide)
        if holder.placeholder_format.idx == 1
    ]
    assert [line for body in bodies for line in lines_of(body)] == list(lines)
    for body in bodies:
        assert size_of(body) >= 28
        *_, level = levels(body)
        sign = level.find(f"{qn('a:buBlip')}/{qn('a:blip')}").get(qn("r:embed"))
        dots = body.part.slide_layout.part.related_part(sign).blob
        assert Image.open(io.BytesIO(dots)).convert("RGBA").getpixel((48, 3))[:3] == (171, 35, 24)
    assert len(pages(maker, Never(lines=lines, **MARKS))) == len(made.slides)


def test_a_picture_keeps_its_shape_and_says_what_it_shows(maker: Maker) -> None:
    wide = replace(POINTS, pictures=("two-frames",))
    for slide, text, ratio in zip(
        drawn(maker, RESCUE, wide).slides,
        ("一个人拉下电闸", "先拉闸，再喊人"),
        (160 / 120, 328 / 120),
        strict=True,
    ):
        (picture,) = (each for each in slide.placeholders if hasattr(each, "image"))
        assert picture._element.nvPicPr.cNvPr.get("descr") == text
        assert picture.width / picture.height == pytest.approx(ratio, rel=0.01)
        assert (picture.crop_left, picture.crop_top) == (0, 0)


def test_the_pictures_of_slides_are_drawings(maker: Maker) -> None:
    """PowerPoint 2016 and later show the SVG, which stands in the file once."""
    made = drawn(maker, RESCUE, replace(POINTS, pictures=("cut-power",)))
    svg = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
    parts = []
    for slide in made.slides:
        (blip,) = slide._element.iter(svg)
        parts.append(slide.part.related_part(blip.get(qn("r:embed"))))
    assert [part.blob.decode() for part in parts] == [DRAWINGS["cut-power"].svg] * 2
    assert parts[0].partname == parts[1].partname


def test_a_slide_goes_without_a_picture_that_is_not_drawn(maker: Maker) -> None:
    made = drawn(
        maker,
        replace(POINTS, pictures=("unknown",)),
        replace(RESCUE, picture="unknown"),
        Gallery(captions=(Caption("unknown", "没有"),), tone=Tone.PINE, **MARKS),
        replace(POINTS, pictures=("cut-power", "unknown")),
    )
    assert [slide.slide_layout.name for slide in made.slides] == [
        *("要点", "步骤、两个电话", "要点（配图）")
    ]
    for slide in made.slides:
        assert all(lines_of(holder) != [""] for holder in worded(slide))


def test_a_picture_of_several_frames_has_a_slide_of_its_own(maker: Maker) -> None:
    steps, strip = drawn(maker, replace(RESCUE, picture="two-frames")).slides
    assert [steps.slide_layout.name, strip.slide_layout.name] == [
        "步骤、两个电话",
        "看图（一长条）",
    ]
    (picture,) = (each for each in strip.placeholders if hasattr(each, "image"))
    assert picture.width > 0.85 * strip.part.package.presentation_part.presentation.slide_width
    assert strip.shapes.title.text == steps.shapes.title.text


def test_a_title_becomes_smaller_rather_than_longer_by_a_line(maker: Maker) -> None:
    short = replace(POINTS, title="先断电", pictures=("cut-power",))
    long = replace(short, title="十八个字的标题放得进一行就不许拆成两行")
    first, second = (slide.shapes.title for slide in drawn(maker, short, long).slides)
    assert size_of(first) > size_of(second) >= 28


def test_points_beside_their_own_pictures_stand_in_their_order(maker: Maker) -> None:
    each = replace(POINTS, pictures=("cut-power", "two-frames"))
    (slide,) = drawn(maker, each).slides
    rows = [holder for holder in worded(slide) if holder.name.startswith("要点")]
    pictures = [holder for holder in slide.placeholders if hasattr(holder, "image")]
    assert [lines_of(row) for row in rows] == [["先断电。"], ["再喊人。"]]
    for row, picture in zip(rows, pictures, strict=True):
        middle = row.top + row.height / 2
        assert picture.top + picture.height / 2 == pytest.approx(middle, rel=0.01)


@pytest.mark.parametrize("slide", EVERY_KIND, ids=lambda slide: type(slide).__name__)
def test_no_word_leaves_its_slide(maker: Maker, slide: Slide) -> None:
    """In the PDF, where words stand is known: none above the page's edge, none in the footer."""
    (page,) = pages(maker, slide)
    spots: list[tuple[str, float]] = []

    def note(text: str, outer: list[float], inner: list[float], font: object, size: float) -> None:
        if text.strip():
            spots.append((text, inner[4] * outer[1] + inner[5] * outer[3] + outer[5]))

    page.extract_text(visitor_text=note)
    foot = max((up for text, up in spots if up < 36), default=0)
    assert min(up for _, up in spots if up != foot) > foot + 12
    assert max(up for _, up in spots) < float(page.mediabox.top) - 30


def test_the_mark_of_the_county_has_its_place_on_every_layout(
    fixture_library: Library, tmp_path: Path
) -> None:
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    logo = io.BytesIO()
    Image.new("RGB", (300, 100), "#c8102e").save(logo, "PNG")
    maker = Maker(fixture_library.site, tmp_path, logo=logo.getvalue(), drawings=DRAWINGS)
    bearing = replace(deck(*EVERY_KIND), imprint=replace(IMPRINT, logo="mark.png"))
    made = pptx.Presentation(io.BytesIO(maker.document(bearing, "pptx")))
    for layout in made.slide_layouts:
        marks = [each for each in layout.shapes if each.name == "标识"]
        assert [each._element.nvPicPr.cNvPr.get("descr") for each in marks] == ["样例县安委办"]
        assert marks[0].width / marks[0].height == pytest.approx(3, rel=0.01)
    assert not any(
        each.name == "标识"
        for layout in drawn(maker, *EVERY_KIND).slide_layouts
        for each in layout.shapes
    )
    (cover, *_) = PdfReader(io.BytesIO(maker.document(bearing, "pdf"))).pages
    (plain, *_) = pages(maker, EVERY_KIND[0])
    assert len(cover.images) == len(plain.images) + 1
