"""What people see in a Word document is what is read of it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.importer.errors import SourceError
from generator.importer.source import Source, read_source
from tests.importer.word import paragraph, written


def source(tmp_path: Path, content: bytes) -> Source:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    return read_source(path)


def lines(tmp_path: Path, body: str, **parts: str) -> list[str]:
    return source(tmp_path, written(body, **parts)).text.rstrip("\n").split("\n")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        (f"<w:ins>{run('加的')}</w:ins>{run('在')}", "加的在"),
        ("<w:del><w:r><w:delText>删的</w:delText></w:r></w:del>" + run("在"), "在"),
        (f"<w:moveFrom>{run('移走')}</w:moveFrom><w:moveTo>{run('移来')}</w:moveTo>", "移来"),
        (f"<w:hyperlink>{run('链接')}</w:hyperlink>", "链接"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:fldSimple>{run('域')}</w:fldSimple>", "域"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("在"), "在"),
        ("<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>", "上\n下"),
        ("<w:r><w:t>左</w:t><w:tab/><w:t>右</w:t></w:r>", "左\t右"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/></w:r>", "A-B"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>' + run("看"), "①看"),
        ('<w:r><w:sym w:font="Odd" w:char="F011"/></w:r>' + run("看"), "□看"),
        ('<w:r><w:sym w:font="宋体" w:char="2461"/></w:r>' + run("看"), "②看"),
        ('<w:r><w:sym w:char="FFFFFFFFF"/></w:r>' + run("看"), "□看"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>" + run("在"), "在"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>不藏</w:t></w:r>', "不藏"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>zuì</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>最</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "最",
        ),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:r><wp:inline><wp:posOffset>123</wp:posOffset></wp:inline></w:r>" + run("在"), "在"),
    ],
)
def test_what_is_within_a_paragraph(tmp_path: Path, inside: str, wanted: str) -> None:
    assert "\n".join(lines(tmp_path, f"<w:p>{inside}</w:p>")) == wanted


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('框里的字')}</w:txbxContent>"
    drawn = (
        f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    found = lines(tmp_path, f"<w:p><w:r>{drawn}</w:r>{run('正文')}</w:p>{paragraph('后面')}")
    assert found == ["正文", "框里的字", "后面"]


def test_blocks_in_controls_and_changes_are_read(tmp_path: Path) -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('一')}</w:sdtContent></w:sdt>"
        f"<w:customXml>{paragraph('二')}</w:customXml>"
        f"<mc:AlternateContent><mc:Choice>{paragraph('三')}</mc:Choice>"
        f"<mc:Fallback>{paragraph('不要')}</mc:Fallback></mc:AlternateContent>"
    )
    assert lines(tmp_path, body) == ["一", "二", "三"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    body = paragraph("前半，", gone) + paragraph("后半。") + paragraph("最后", gone)
    assert lines(tmp_path, body) == ["前半，后半。", "最后"]


def test_a_table_of_contents_is_no_text(tmp_path: Path) -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph('一、目录')}</w:sdtContent></w:sdt>"
    )
    line = paragraph("二、目录", '<w:pStyle w:val="T1"/>')
    styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    assert lines(tmp_path, contents + line + paragraph("正文"), styles=styles) == ["正文"]


def test_footnotes_stand_at_the_end_once_and_are_told(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    again = f"<w:p>{run('注的字')}{reference}</w:p>"
    found = source(
        tmp_path,
        written(
            f"<w:p>{run('正文')}{reference}<w:r><w:endnoteReference w:id='1'/></w:r></w:p>",
            footnotes=f'<w:footnote w:id="2">{again}</w:footnote>',
            endnotes=f'<w:endnote w:id="1">{paragraph("尾的字")}</w:endnote>',
        ),
    )
    assert found.text.split("\n") == ["正文", "", "脚注：注的字", "尾注：尾的字"]
    assert found.remarks == ("有 2 处脚注，放在全文最后",)


def test_a_document_within_the_document_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="嵌着另一份文档"):
        lines(tmp_path, '<w:altChunk w:id="1"/>')


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in rows)}</w:tbl>"


def test_the_cells_of_a_row_are_apart_by_a_tab_and_merged_ones_are_repeated_down(
    tmp_path: Path,
) -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        cell("任务清单", '<w:gridSpan w:val="3"/>'),
        cell("序号") + cell("任务") + cell("责任单位"),
        cell("1") + cell("看楼道") + cell("县应急局", begins),
        cell("2") + cell("") + cell("", goes_on),
        cell("合计", '<w:gridSpan w:val="2"/>') + cell("", goes_on),
        cell("左", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("右"),
    )
    assert lines(tmp_path, body) == [
        "任务清单",
        "序号\t任务\t责任单位",
        "1\t看楼道\t县应急局",
        "2\t\t县应急局",
        "合计\t县应急局",
        "左\t右",
    ]


def test_a_frame_of_one_cell_holds_paragraphs_and_a_table_in_a_cell_is_its_words(
    tmp_path: Path,
) -> None:
    framed = table(f"<w:tc>{paragraph('一、甲')}{paragraph('二、乙')}</w:tc>")
    nested = table(cell("外") + f"<w:tc>{table(cell('里') + cell('面'))}{paragraph('')}</w:tc>")
    deleted = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('删')}</w:tr></w:tbl>"
    row = f"<w:tr>{cell('甲')}{cell('乙')}</w:tr>"
    wrapped = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    found = lines(tmp_path, framed + nested + deleted + wrapped)
    assert found == ["一、甲", "二、乙", "外\t里 面", "甲\t乙"]


def level(place: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, number: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{number}</w:num>'
    )


def item(text: str, place: int = 0, number: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties)


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("decimal", ["1", "2", "11"]),
        ("decimalZero", ["01", "02", "11"]),
        ("upperRoman", ["I", "II", "XI"]),
        ("lowerRoman", ["i", "ii", "xi"]),
        ("upperLetter", ["A", "B", "K"]),
        ("lowerLetter", ["a", "b", "k"]),
        ("chineseCounting", ["一", "二", "十一"]),
        ("japaneseCounting", ["一", "二", "十一"]),
        ("taiwaneseDigital", ["一", "二", "一一"]),
        ("chineseLegalSimplified", ["壹", "贰", "壹拾壹"]),
        ("decimalFullWidth", ["１", "２", "１１"]),
        ("decimalEnclosedCircle", ["①", "②", "⑪"]),
        ("decimalEnclosedParen", ["⑴", "⑵", "⑾"]),
        ("decimalEnclosedFullstop", ["⒈", "⒉", "⒒"]),
        ("ideographTraditional", ["甲", "乙", "11"]),
        ("ideographZodiac", ["子", "丑", "戌"]),
        ("ideographEnclosedCircle", ["㊀", "㊁", "11"]),
        ("numberInDash", ["- 1 -", "- 2 -", "- 11 -"]),
        ("somethingNew", ["1", "2", "11"]),
        ("none", ["", "", ""]),
    ],
)
def test_the_forms_of_numbers(tmp_path: Path, form: str, wanted: list[str]) -> None:
    body = "".join(item("看") for _ in range(11))
    found = lines(tmp_path, body, numbering=numbering(level(0, form, "（%1）")))
    assert [found[0], found[1], found[10]] == [f"（{each}）看" for each in wanted]


def test_levels_begin_anew_where_word_does(tmp_path: Path) -> None:
    levels = (
        level(0, "chineseCounting", "%1、"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%3)", '<w:lvlRestart w:val="0"/>'),
        level(3, "bullet", "·"),
    )
    body = (
        item("甲") + item("子", 1) + item("丑", 1) + item("寅", 2) + item("点", 3)
        + item("乙") + item("卯", 1) + item("辰", 2)
    )  # fmt: skip
    assert lines(tmp_path, body, numbering=numbering(*levels)) == [
        *("一、甲", "1.1 子", "1.2 丑", "1)寅", "点"),
        *("二、乙", "2.1 卯", "2)辰"),
    ]


def test_lists_of_a_family_count_on_and_one_may_begin_anew(tmp_path: Path) -> None:
    levels = (level(0, "decimal", "%1."),)
    body = item("甲") + item("乙", number=2) + item("丙") + item("丁", number=2)
    assert lines(tmp_path, body, numbering=numbering(*levels)) == ["1.甲", "2.乙", "3.丙", "4.丁"]
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    found = lines(tmp_path, body, numbering=numbering(*levels, number=anew))
    assert found == ["1.甲", "5.乙", "6.丙", "7.丁"]
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'
    found = lines(tmp_path, body, numbering=numbering(*levels, number=other))
    assert found == ["1.甲", "B.乙", "3.丙", "D.丁"]


def test_numbers_come_from_styles_and_those_that_they_are_based_on(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A2"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="A2"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="A"/><w:pPr><w:numPr>'
        '<w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="D"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="E"><w:basedOn w:val="A"/></w:style>'
    )
    levels = (
        level(0, "chineseCounting", "%1、"),
        level(1, "decimal", "%2."),
        level(2, "decimal", "（%3）", '<w:pStyle w:val="D"/>'),
    )

    def styled(style: str, more: str = "") -> str:
        return paragraph("看", f'<w:pStyle w:val="{style}"/>{more}')

    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled("B") + styled("C") + styled("D") + styled("B", off) + paragraph("看")
    found = lines(tmp_path, body, numbering=numbering(*levels), styles=styles)
    assert found == ["一、看", "1.看", "（1）看", "看", "二、看"]


def test_numbers_in_tables_and_of_empty_paragraphs_are_counted(tmp_path: Path) -> None:
    cells = f"<w:tc>{item('看')}</w:tc><w:tc>{paragraph('县应急局')}</w:tc>"
    body = table(cells, cells) + item("") + item("后")
    found = lines(tmp_path, body, numbering=numbering(level(0, "decimal", "%1.")))
    assert found == ["1.看\t县应急局", "2.看\t县应急局", "", "4.后"]


def test_a_list_that_takes_its_form_from_a_style_and_a_number_without_space(
    tmp_path: Path,
) -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>'
        f"{level(0, 'chineseCounting', '第%1条', '<w:suff w:val=@nothing@/>')}</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="S"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="2"/></w:num>'
    ).replace("@", '"')
    assert lines(tmp_path, item("看"), numbering=linked) == ["第一条看"]
    spaced = linked.replace('<w:suff w:val="nothing"/>', "")
    assert lines(tmp_path, item("看"), numbering=spaced) == ["第一条 看"]


def test_strict_documents_and_strange_numbers_are_read(tmp_path: Path) -> None:
    odd = level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="很多"')
    strange = written(item("看") + item("查", place=0), numbering=numbering(odd))
    assert source(tmp_path, strange).text.split("\n")[:2] == ["1.看", "2.查"]
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strange)) as old, zipfile.ZipFile(whole, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(
                name,
                text.replace(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "http://purl.oclc.org/ooxml/wordprocessingml/main",
                ),
            )
    assert source(tmp_path, whole.getvalue()).text.startswith("1.看\n2.查")


def test_a_value_that_is_repeated_beyond_measure_is_refused(tmp_path: Path) -> None:
    rows = [cell("字" * 30_000, '<w:vMerge w:val="restart"/>') + cell("a")]
    rows += [cell("", "<w:vMerge/>") + cell("a")] * 100
    with pytest.raises(SourceError, match="超过 200 万个"):
        lines(tmp_path, table(*rows))
