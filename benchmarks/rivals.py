"""The same text for other generators: each page of a built site as Markdown, and their settings."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import html  # type: ignore[import-untyped]

from benchmarks.large import ROOT

MKDOCS = "mkdocs"
HUGO = "hugo"
SITUATION = "situations/home-fire.md"
"""The page that has a word changed, below the folder of the texts."""
_PLACE = ROOT / ".pingan" / "bench"
_LOCK = Path(__file__).with_name("rivals.lock")
_DOWNLOADS = "files"
_SILENT = ("script", "style", "svg", "select", "button")
_HEADINGS = {"h1": "## ", "h2": "## ", "h3": "### ", "h4": "#### ", "dt": "#### "}
_BLOCKS = {
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "details",
        "div",
        "dl",
        "fieldset",
    ),
    *("figcaption", "figure", "footer", "form", "header", "li", "main", "nav", "ol", "p", "pre"),
    *("section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    *_HEADINGS,
}
_MKDOCS_SETTINGS = """site_name: 平安站
use_directory_urls: false
theme:
  name: material
  language: zh
plugins:
  - search:
      lang: zh
"""
_HUGO_SETTINGS = """baseURL = "/"
title = "平安站"
locale = "zh-CN"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS"]
"""
_LAYOUTS = {
    "baseof": '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
    "<title>{{ .Title }}</title></head><body>"
    '<nav><a href="/">首页</a>{{ range .Site.Sections }} <a href="{{ .RelPermalink }}">'
    '{{ .Title }}</a>{{ end }}</nav>{{ block "main" . }}{{ end }}</body></html>\n',
    "single": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n',
    "list": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Pages }}'
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n',
}


def installed() -> Path:
    """Give the folder of the rivals' programs, installed apart from ours by their own lock."""
    programs = _PLACE / ("Scripts" if sys.platform == "win32" else "bin")
    ready, lock = _PLACE / "ready", hashlib.sha256(_LOCK.read_bytes()).hexdigest()
    if not ready.is_file() or ready.read_text(encoding="utf-8") != lock:
        subprocess.run([sys.executable, "-m", "venv", "--clear", _PLACE], check=True)
        pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--no-deps"]
        subprocess.run([*pip, "--require-hashes", "--requirement", str(_LOCK)], check=True)
        ready.write_text(lock, encoding="utf-8")
    return programs


def versions() -> dict[str, str]:
    """Give the versions of the rivals' packages by their names."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", _LOCK.read_text(encoding="utf-8"), re.M))


def pages_of(site: Path) -> list[Path]:
    """Give the pages of a built site in order, without those that are downloads."""
    found = (path.relative_to(site) for path in site.rglob("*.html"))
    return sorted(path for path in found if path.parts[0] != _DOWNLOADS)


def write_rivals(site: Path, target: Path) -> int:
    """Write the text of a built site as projects of MkDocs and of Hugo below `target`.

    Gives the number of pages. Zensical reads the project of MkDocs.
    """
    pages = pages_of(site)
    for page in pages:
        title, text = _text_of(site / page)
        name = page.with_suffix(".md")
        listing = name.with_name("_index.md") if name.stem == "index" else name
        heading = json.dumps({"title": title}, ensure_ascii=False)
        _write(target / MKDOCS / "docs" / name, f"# {_plain(title)}\n\n{text}")
        _write(target / HUGO / "content" / listing, f"{heading}\n\n{text}")
    _write(target / MKDOCS / "mkdocs.yml", _MKDOCS_SETTINGS)
    _write(target / HUGO / "hugo.toml", _HUGO_SETTINGS)
    for layout, template in _LAYOUTS.items():
        _write(target / HUGO / f"layouts/_default/{layout}.html", template)
    return len(pages)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _text_of(page: Path) -> tuple[str, str]:
    """Give the title of a page, and what it says as Markdown."""
    whole = html.document_fromstring(page.read_bytes())
    named = whole.find(".//title")
    text = whole.find(".//*[@id='pa-text']")
    text = whole.find(".//body") if text is None else text
    for silent in list(text.iter(*_SILENT)):
        silent.drop_tree()
    heading = text.find(".//h1")
    if heading is not None:
        heading.drop_tree()
        named = heading
    title = page.stem if named is None else _squeezed(named.text_content())
    return title, "\n\n".join(_blocks(text, 0)) + "\n"


def _blocks(element: html.HtmlElement, depth: int) -> Iterator[str]:
    """Give the blocks of an element, each a Markdown text at its depth in lists."""
    said = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _block(said, element.tag, depth)
            inside = list(_blocks(child, depth + (child.tag == "li")))
            if child.tag == "li" and inside:
                inside[0] = "    " * depth + "- " + inside[0].strip()
            yield from inside
            said = []
        elif isinstance(child.tag, str):
            said.append(child.text_content())
        said.append(child.tail or "")
    yield from _block(said, element.tag, depth)


def _block(said: list[str], tag: str, depth: int) -> Iterator[str]:
    words = _squeezed("".join(said))
    if words:
        yield "    " * depth + ("" if depth else _HEADINGS.get(tag, "")) + _plain(words)


def _squeezed(words: str) -> str:
    return " ".join(words.split())


def _plain(words: str) -> str:
    """Give words so that Markdown takes them as they are."""
    quoted = re.sub(r"([\\`*_\[\]<>{}#|])", r"\\\1", words)
    return re.sub(r"^(\d*)([-+.)])", r"\1\\\2", quoted)
