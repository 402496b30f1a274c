"""The hazard checklist (隐患排查清单) as a workbook: fill in, filter, count."""

from __future__ import annotations

import io
from datetime import UTC, datetime, time
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.packs.archive import fact, settled
from generator.packs.workshop import Workshop

RESULTS = ("合格", "不合格", "不适用")
REPAIRS = ("已整改", "整改中", "未整改")
_COLUMNS = (
    ("序号", 5),
    ("部位", 11),
    ("检查内容（合格的样子）", 34),
    ("怎么查", 20),
    ("依据", 20),
    ("重大", 6),
    ("结果", 9),
    ("问题描述", 18),
    ("怎么改", 26),
    ("责任人", 9),
    ("整改期限", 11),
    ("复查", 9),
)
_HEAD = 3
_FOOTER = 100  # a footer is 255 characters with its signs, of which & counts twice
_RESULT, _REPAIR, _DUE = 6, 11, 10
_ACTIVE = ("=", "+", "-", "@")


def checklist(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make the workbook: the list itself, and a sheet that counts what is still open."""
    whole = io.BytesIO()
    book = Workbook(whole, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties(
        {
            "title": fact(f"{values['subject']}隐患排查清单"),
            "author": fact(values["publisher"]),
            "created": datetime.combine(workshop.day, time(), UTC),
        }
    )
    sheet = book.add_worksheet("隐患排查清单")
    summary = book.add_worksheet("汇总")
    last = _fill(_Page(book, sheet, workshop), values)
    _summarise(_Page(book, summary, workshop), values, last)
    sheet.activate()
    book.close()
    return settled(whole.getvalue())


class _Page:
    """A worksheet with the formats of our look."""

    def __init__(self, book: Workbook, sheet: Worksheet, workshop: Workshop) -> None:
        self.sheet = sheet
        self._book = book
        self._font = workshop.style.office_font
        self.colours = workshop.style.colours

    def format(self, **features: Any) -> Format:
        return self._book.add_format(
            {
                "font_name": self._font,
                "font_size": 10,
                "valign": "vcenter",
                "text_wrap": True,
                **features,
            }
        )

    def write(self, row: int, column: int, text: str, **features: Any) -> None:
        """Write a text as a text; what a spreadsheet might run is marked as quoted."""
        if text.startswith(_ACTIVE):
            features["quote_prefix"] = True
        self.sheet.write_string(row, column, text, self.format(**features))


def _fill(page: _Page, values: dict[str, Any]) -> int:
    """Write the list; gives the index of its last row."""
    sheet, colours = page.sheet, page.colours
    width = len(_COLUMNS) - 1
    title = page.format(bold=True, font_size=16, font_color=colours.pine, text_wrap=False)
    sheet.merge_range(0, 0, 0, width, f"{values['subject']}隐患排查清单", title)
    note = (
        "检查单位：＿＿＿＿＿＿＿＿　检查日期：＿＿＿＿＿＿　检查人：＿＿＿＿＿＿　"
        "“结果”一栏点开选择；★ 是可能构成重大事故隐患的项目，发现后先停下来处理。"
    )
    sheet.merge_range(1, 0, 1, width, note, page.format(font_color=colours.soft))
    for column, (name, size) in enumerate(_COLUMNS):
        sheet.set_column(column, column, size)
        page.write(
            _HEAD - 1, column, name, bold=True, border=1, bg_color=colours.pine_soft, align="center"
        )
    row = _HEAD
    for area in values["checklist"]:
        for line in area["rows"]:
            _row(page, row, area["area"], line)
            row += 1
    last = row - 1
    _controls(page, last)
    sheet.set_row(0, 28)
    sheet.set_row(1, 30)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD - 1)
    sheet.freeze_panes(_HEAD, 3)
    sheet.print_area(0, 0, last, width)
    sheet.autofilter(_HEAD - 1, 0, last, width)
    publisher = values["publisher"][:_FOOTER].replace("&", "&&")
    sheet.set_footer(f"&C{publisher}　第 &P 页　共 &N 页")
    return last


def _row(page: _Page, row: int, area: str, line: dict[str, Any]) -> None:
    page.sheet.write_number(row, 0, line["number"], page.format(border=1, align="center"))
    texts = (
        area,
        line["item"],
        line["how"],
        "；".join(line["sources"]),
        "★" if line["major"] else "",
        "",
        "",
        line["remedy"],
        "",
        "",
        "",
    )
    for column, text in enumerate(texts, 1):
        features: dict[str, Any] = {"border": 1}
        if column == _DUE:
            features["num_format"] = "yyyy-mm-dd"
        if column in {5, _RESULT, _REPAIR}:
            features["align"] = "center"
        if column == 5:
            features["font_color"] = page.colours.cinnabar
        if text:
            page.write(row, column, text, **features)
        else:
            page.sheet.write_blank(row, column, None, page.format(**features))
    longest = max(len(line["item"]) / 16, len(line["remedy"]) / 12, len(texts[3]) / 9)
    page.sheet.set_row(row, max(30, 15 * (int(longest) + 1)))


def _controls(page: _Page, last: int) -> None:
    """Add the drop-downs and the colours that follow from them."""
    sheet, colours = page.sheet, page.colours
    sheet.data_validation(
        _HEAD, _RESULT, last, _RESULT, {"validate": "list", "source": list(RESULTS)}
    )
    sheet.data_validation(
        _HEAD, _REPAIR, last, _REPAIR, {"validate": "list", "source": list(REPAIRS)}
    )
    tints = (
        (_RESULT, RESULTS[0], colours.pine_soft, colours.pine),
        (_RESULT, RESULTS[1], colours.cinnabar_soft, colours.cinnabar),
        (_REPAIR, REPAIRS[0], colours.pine_soft, colours.pine),
        (_REPAIR, REPAIRS[1], colours.amber_soft, colours.amber),
        (_REPAIR, REPAIRS[2], colours.cinnabar_soft, colours.cinnabar),
    )
    for column, word, fill, ink in tints:
        sheet.conditional_format(
            _HEAD,
            column,
            last,
            column,
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{word}"',
                "format": page.format(bg_color=fill, font_color=ink, bold=True),
            },
        )


def _summarise(page: _Page, values: dict[str, Any], last: int) -> None:
    sheet, colours = page.sheet, page.colours
    total = sum(len(area["rows"]) for area in values["checklist"])
    results = f"隐患排查清单!$G${_HEAD + 1}:$G${last + 1}"
    repairs = f"隐患排查清单!$L${_HEAD + 1}:$L${last + 1}"
    majors = f"隐患排查清单!$F${_HEAD + 1}:$F${last + 1}"
    open_ = f'COUNTIFS({results},"不合格",{repairs},"<>已整改")'
    rows = (
        ("检查项目总数", f"=ROWS({results})", total),
        ("已检查", f'=COUNTIF({results},"?*")', 0),
        ("合格", f'=COUNTIF({results},"合格")', 0),
        ("不合格", f'=COUNTIF({results},"不合格")', 0),
        ("不适用", f'=COUNTIF({results},"不适用")', 0),
        ("还没整改完的隐患", f"={open_}", 0),
        (
            "其中可能是重大隐患的",
            f'=COUNTIFS({results},"不合格",{repairs},"<>已整改",{majors},"★")',
            0,
        ),
    )
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 14)
    sheet.merge_range(
        0,
        0,
        0,
        1,
        f"{values['subject']}：汇总",
        page.format(bold=True, font_size=16, font_color=colours.pine),
    )
    sheet.set_row(0, 44)
    for row, (label, formula, value) in enumerate(rows, 1):
        urgent = {"bold": True, "font_color": colours.cinnabar} if row > 5 else {}
        page.write(row, 0, label, border=1, **urgent)
        number = page.format(border=1, align="center", **urgent)
        sheet.write_formula(row, 1, formula, number, value)
        sheet.set_row(row, 24)
    sheet.set_paper(9)
    sheet.print_area(0, 0, len(rows), 1)
