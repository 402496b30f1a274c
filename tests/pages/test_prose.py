"""Prose: of Markdown there is what is named here, and everything else stays text."""

from __future__ import annotations

from html import unescape

import pytest
from markdown import Markdown

from generator.pages import prose


def names(registry: object) -> list[str]:
    return [each.name for each in registry._priority]  # type: ignore[attr-defined]


def test_only_what_is_listed_is_there() -> None:
    md = prose.converter()
    md.convert("字")  # which puts the registries in order
    assert names(md.preprocessors) == ["normalize_whitespace"]
    assert names(md.parser.blockprocessors) == ["empty", "indent", "olist", "ulist", "paragraph"]
    assert names(md.inlinePatterns) == ["backtick", "escape", "link", "linebreak", "em_strong"]
    assert names(md.treeprocessors) == ["inline", "prettify", "unescape", "safe-links"]
    assert names(md.postprocessors) == []


def test_what_a_later_library_adds_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    build = Markdown.build_parser

    def with_more(md: Markdown) -> Markdown:
        build(md)
        md.inlinePatterns.register(md.inlinePatterns["html"], "raw", 200)
        md.parser.blockprocessors.register(md.parser.blockprocessors["quote"], "aside", 200)
        return md

    monkeypatch.setattr(Markdown, "build_parser", with_more)
    fresh = prose.converter.__wrapped__()
    assert "raw" not in fresh.inlinePatterns
    assert "aside" not in fresh.parser.blockprocessors
    assert fresh.convert("> 引用 <b>x</b>") == "<p>&gt; 引用 &lt;b&gt;x&lt;/b&gt;</p>"


def test_what_a_later_library_names_otherwise_is_missed_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build = Markdown.build_parser

    def without_links(md: Markdown) -> Markdown:
        build(md)
        md.inlinePatterns.deregister("link")
        return md

    monkeypatch.setattr(Markdown, "build_parser", without_links)
    with pytest.raises((KeyError, ValueError)):
        prose.converter.__wrapped__()


@pytest.mark.parametrize(
    "text",
    [
        "<b>粗</b>",
        "<div>块</div>",
        "<script>alert(1)</script>",
        "<!-- 注释 -->",
        "&copy; &#106;",
        "![图](https://example.org/a.png)",
        "![图][a]",
        "<https://example.org>",
        "<someone@example.org>",
        "https://example.org",
        "[字][a]",
        "[字]",
        "[a]: https://example.org",
        "字[^1]",
        "[^1]: 注",
        "# 标题",
        "> 引用",
        "---",
        "| 一 | 二 |",
        "~~删~~",
        "*[缩写]: 全称",
    ],
)
def test_everything_else_stays_text(text: str) -> None:
    html = prose.block(text)
    assert html.startswith("<p>")
    assert html.endswith("</p>")
    assert "<" not in html[3:-4]
    assert unescape(html[3:-4]) == text


def test_code_and_headings_over_lines_stay_text() -> None:
    assert "<" not in prose.inline("标题\n====")
    assert "<pre" not in prose.block("    代码")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**要** *紧*", "<strong>要</strong> <em>紧</em>"),
        ("[举报](tel:12350)", '<a href="tel:12350">举报</a>'),
        ("[看](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2">看</a>'),
        ("[看](javascript:go())", "<a>看</a>"),
        ("`pingan`", "<code>pingan</code>"),
        (r"\*星\*", "*星*"),
    ],
)
def test_what_is_listed_works(text: str, html: str) -> None:
    assert prose.inline(text) == html


def test_lists_work() -> None:
    assert prose.block("1. 一\n2. 二\n    - 子").replace(" ", "") == (
        "<ol><li>一</li><li>二<ul><li>子</li></ul></li></ol>"
    )


def test_a_text_is_rendered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    prose.block("只做一次的话")
    monkeypatch.setattr(prose, "converter", None)
    assert prose.block("只做一次的话") == "<p>只做一次的话</p>"
