"""What a browser shows of a web page is what is read of it: its article, a line a block."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.importer.errors import SourceError
from generator.importer.reading import read
from generator.importer.source import Source, read_source
from tests.importer import documents
from tests.importer.test_reading import KNOWN, as_seen, reading


def source(tmp_path: Path, page: str | bytes, name: str = "a.html") -> Source:
    path = tmp_path / name
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return read_source(path)


def lines(tmp_path: Path, body: str) -> list[str]:
    return source(tmp_path, f"<!DOCTYPE html><html><body>{body}</body></html>").text.split("\n")


def blocks(text: str) -> str:
    return "".join(f"<p>{line}</p>\n" for line in text.strip().split("\n"))


MENU = "<ul>" + "".join(f"<li><a href='{n}'>第{n}个栏目</a></li>" for n in range(20)) + "</ul>"
LONG = documents.PLAIN.replace("先看后动。", "先看后动，" * 30 + "先看后动。")
TITLE, _, REST = LONG.partition("\n")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>一&nbsp;二&lt;三&#22235;</p>", ["一 二<三四"]),
        ("<div>甲<p>乙</p>丙</div>", ["甲", "乙", "丙"]),
        ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
        ("<p>上\n  下</p>", ["上 下"]),
        ("<pre>上\n下</pre>", ["上", "下"]),
        ("<div style='white-space: pre-wrap'>上\n下</div>", ["上", "下"]),
        ("<p>m<sup>2</sup>和H<sub>2</sub>O<b>粗</b></p>", ["m2和H2O粗"]),
        ("<script>坏</script><style>坏</style><nav>坏</nav><p>好</p>", ["好"]),
        ("<p style='display:none'>坏</p><p hidden>坏</p><p>好</p>", ["好"]),
        ("<p style='visibility: hidden'>公众号</p>", ["公众号"]),
        ("<!--[if mso]>坏<![endif]--><p>好", ["好"]),
        ("<h2>题</h2><ul><li>甲<li>乙</ul>", ["题", "甲", "乙"]),
        (
            "<table><tr><th>任务<th>单位<tr><td>看<p>楼</p><td>局</table>",
            ["任务\t单位", "看 楼\t局"],
        ),
        (
            "<table><tr><td>1<td rowspan=2>局<td>看<tr><td>2<td>查</table>",
            ["1\t局\t看", "2\t局\t查"],
        ),
        (
            "<table><tr><td colspan=2>甲<td rowspan=9>丙<tr><td>丁<td>戊</table>",
            ["甲\t丙", "丁\t戊\t丙"],
        ),
        ("<table><caption>表</caption><tr><td><p>甲</p><p>乙</p></table>", ["表", "甲", "乙"]),
        (
            "<table><tr><td>栏目<td><p>甲</p><table><tr><td>乙<td>丙</table></table>",
            ["栏目", "甲", "乙\t丙"],
        ),
    ],
)
def test_a_line_a_block(tmp_path: Path, body: str, wanted: list[str]) -> None:
    assert lines(tmp_path, body) == wanted


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("<ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3>", ["3. 甲", "4. 乙"]),
        ("<ol type=a>", ["a. 甲", "b. 乙"]),
        ("<ol type=A>", ["A. 甲", "B. 乙"]),
        ("<ol type=i>", ["i. 甲", "ii. 乙"]),
        ("<ol type=I>", ["I. 甲", "II. 乙"]),
        ("<ol reversed>", ["2. 甲", "1. 乙"]),
        ("<ol start=many>", ["1. 甲", "2. 乙"]),
        ("<ol style='list-style-type: cjk-ideographic'>", ["一、甲", "二、乙"]),
        ("<ol style='list-style: simp-chinese-informal inside'>", ["一、甲", "二、乙"]),
        ("<ol style='list-style-type: simp-chinese-formal'>", ["壹、甲", "贰、乙"]),
        ("<ol style='list-style: none'>", ["甲", "乙"]),
    ],
)
def test_a_browser_counts_the_items_of_a_list(
    tmp_path: Path, opening: str, wanted: list[str]
) -> None:
    assert lines(tmp_path, f"{opening}<li>甲</li><li><p>乙</p></li></ol>") == wanted


def test_items_have_no_second_number_and_may_name_their_own(tmp_path: Path) -> None:
    body = "<ol><li>一、甲<li>（二）乙<li value=7>丙<li hidden>丁<li>戊</ol>"
    assert lines(tmp_path, body) == ["一、甲", "（二）乙", "7. 丙", "8. 戊"]


@pytest.mark.parametrize(
    "page",
    [
        f"<div>{MENU}</div><div><h1>{TITLE}</h1><div>{blocks(REST)}</div></div>",
        f"<div>{MENU}</div><div>{blocks(LONG)}</div><p>主办：样例县人民政府。版权所有，不得转载。</p>{MENU}",
        f"<div>{MENU}<h1>{TITLE}</h1><div>{blocks(REST)}</div></div>",
        f"<table><tr><td>{MENU}<td>{blocks(LONG)}</table>",
        f"<form>{MENU}<div><div>{blocks(LONG[:200])}</div><div>{blocks(LONG[200:])}</div></div></form>",
    ],
)
def test_the_menus_of_a_site_are_left_out_and_told(tmp_path: Path, page: str) -> None:
    head = f"<head><title>{TITLE}_样例县人民政府门户网站</title></head>"
    found = source(tmp_path, f"<html>{head}<body>{page}</body></html>")
    assert "个栏目" not in found.text
    assert found.text.replace("\n", "") == LONG.replace("\n", "")
    (said,) = found.remarks
    assert said.startswith("网页上正文以外的 ")
    assert "个字没有读：“第0个栏目 第1个栏目" in said
    doubts = [each.words for each in read(found, KNOWN, year=2027).doubts]
    assert said in doubts


def test_an_article_says_the_same_as_its_text(tmp_path: Path) -> None:
    page = f"<html><body>{MENU}<div id='js_content'>{blocks(LONG)}</div></body></html>"
    assert as_seen(read(source(tmp_path, page), KNOWN, year=2027)) == as_seen(reading(LONG))


def test_where_nothing_stands_out_everything_is_read(tmp_path: Path) -> None:
    found = source(tmp_path, f"<html><body>{MENU}{blocks(documents.PLAIN)}</body></html>")
    assert "第0个栏目" in found.text
    assert found.remarks == ()


def test_prose_beside_the_longest_part_of_an_article_is_no_furniture(tmp_path: Path) -> None:
    before = "<p>为了把安全放在前面，先看后动，制定本要点，请照着做。</p>"
    body = f"<div>{before}<div>{blocks(REST)}</div></div>"
    found = source(tmp_path, f"<html><body>{MENU}{body}</body></html>")
    assert found.text.startswith("为了把安全放在前面")
    body = f"<div>{MENU}<p>一、先看</p><div>{blocks(REST)}</div></div>"
    assert "一、先看" in source(tmp_path, f"<html><body>{body}</body></html>").text


def test_buttons_of_a_page_are_dropped_and_told(tmp_path: Path) -> None:
    body = (
        blocks(documents.PLAIN) + "<p>【打印】 【关闭】</p><p>字号：大 中 小</p><p>上一篇：别的</p>"
    )
    found = read(source(tmp_path, f"<html><body>{body}</body></html>"), KNOWN, year=2027)
    assert [each.why for each in found.dropped] == ["网页上的按钮和链接"] * 3
    assert as_seen(found) == as_seen(reading(documents.PLAIN))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "gb2312"),
        ("gbk", "gb2312"),
        ("gb18030", "utf-8"),
        ("gb18030", "no-such-code"),
        ("gb18030", "base64"),
        ("utf-16", "utf-16"),
        ("big5", "big5"),
    ],
)
def test_the_characters_of_a_page(tmp_path: Path, code: str, said: str) -> None:
    words = "安全要看門" if code == "big5" else "安全要看门"
    page = f'<html><head><meta charset="{said}"></head><body><p>{words}</p></body></html>'
    assert source(tmp_path, page.encode(code)).text == words


def test_a_wrong_byte_in_a_script_is_nothing_and_one_in_the_text_is_told(tmp_path: Path) -> None:
    page = "<html><script>//@</script><p>安全</p></html>".encode("gbk")
    assert source(tmp_path, page.replace(b"@", b"\xff")).text == "安全"
    with pytest.raises(SourceError, match="认不出的字"):
        source(tmp_path, page.replace("安".encode("gbk"), b"\xff"))


def packed(page: bytes, said: str) -> bytes:
    head = (
        f"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        f'Content-Type: text/html; charset="{said}"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    )
    return head.encode() + page + b"\r\n--x--\r\n"


def test_a_page_that_was_packed_is_read(tmp_path: Path) -> None:
    page = "<html><body><p>安全要看门</p></body></html>"
    assert source(tmp_path, packed(page.encode("gbk"), "gb2312"), "a.doc").text == "安全要看门"
    assert source(tmp_path, packed(page.encode(), "utf-8"), "a.mht").text == "安全要看门"
    with pytest.raises(SourceError, match="没有网页"):
        source(tmp_path, packed(b"abc", "utf-8").replace(b"text/html", b"text/plain"))


@pytest.mark.parametrize("name", ["a.doc", "a.txt", "a.aspx"])
def test_a_page_under_another_name_is_one(tmp_path: Path, name: str) -> None:
    assert source(tmp_path, "<html><p>安全</p></html>", name).text == "安全"
    assert source(tmp_path, "<div><p>安全</p></div>", name).text == "安全"


def test_a_text_that_begins_with_a_bracket_is_none(tmp_path: Path) -> None:
    assert source(tmp_path, "<安全>先看</安全>", "a.txt").text == "<安全>先看</安全>"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html>" + "<div>" * 3000 + "深" + "</div>" * 3000 + "<p>尾</p>", "太复杂|坏了"),
        ("<html>" + "<div>" * 1500 + "深" + "</div>" * 1500 + "<p>尾</p>", "太复杂|坏了"),
        ("<html>", "空的"),
        ("<html><p>a\0b</p>", "认不出的字"),
    ],
)
def test_what_is_no_page_is_told(tmp_path: Path, page: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        source(tmp_path, page)


def test_a_page_may_hold_large_pictures(tmp_path: Path) -> None:
    page = f"<html><p>前</p><img src='data:image/png;base64,{'A' * 11_000_000}'><p>后</p></html>"
    assert source(tmp_path, page).text == "前\n后"


def test_a_page_that_expands_or_calls_out_does_neither(tmp_path: Path) -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY a "坏坏"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
        "<html><body><p>好&a;&b;</p></body></html>"
    )
    text = source(tmp_path, page).text
    assert "坏坏" not in text.replace(page, "")
    assert "root:" not in text
