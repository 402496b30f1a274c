"""Whatever generated content passes the check builds, and comes out whole on every surface."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check import check
from generator.check.lengths import LIMITS
from generator.cli import main
from generator.clock import parse_day
from generator.load import load
from generator.model.problem import has_errors
from tests.conftest import DAY, copy_fixture_county

SUBJECTS = {
    "theme": ("content/common/themes/06.yml", "themes/06.html"),
    "campaign": (
        "content/common/campaigns/safety-month.yml",
        "campaigns/safety-month.html",
    ),
    "alert": ("content/common/alerts/winter.yml", "alerts/winter.html"),
    "sector": ("content/common/sectors/gas.yml", "sectors/gas.html"),
    "course": ("content/common/training/fire.yml", "training/fire.html"),
}
INSIDE = ("intro", "detail", "why_now")
PIECES = (
    '"', "'", "<", ">", "&", "&amp;", "<b", "]]>", "-->", "</script>", "</", "{", "}", "{{", "{%",
    "${", "`", "```", "\\", "\\n", "**", "_", "#", " #1", ": ", "- ", "@", "|", "%", "~", "$", "\t",
    "[甲](https://a.example/?a=1&b=2)", "[乙](sector:fire)", "![丙](x)", "$x$", "//", "/*", "#let",
    "安全", "用火用电", "é", "ß", "①", "㎡", "שלום", "مرحبا", "🔥", "\u200b", "\u202e", "\ufeff",
    "\x07", "\x85", "\ue000", "\u2028", "A" * 70, "长" * 50, "  ", "\u3000", "119", "2023-06-01",
)  # fmt: skip
HARMLESS = (
    '"',
    "'",
    "<",
    ">",
    "&",
    "&amp;",
    "`",
    "\\",
    "#",
    ": ",
    "|",
    "%",
    "安全",
    "火",
    "A&B",
    "①",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), min_size=1, max_size=6).map("".join)
QUIET = st.lists(st.sampled_from(HARMLESS), min_size=1, max_size=8).map("".join)


def write(county: Path, path: str, fields: dict[str, str]) -> None:
    file = county / path
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    data.update({field: text for field, text in fields.items() if field in data})
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def wrong(county: Path) -> set[str]:
    """The files that the check refuses."""
    problems = check(load(county), as_of=parse_day(DAY))
    return {problem.path for problem in problems if has_errors([problem])}


class Head(HTMLParser):
    """What a browser reads in a page's head."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.title = ""
        self.metas: dict[str, str] = {}
        self.data: list[str] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.metas[values.get("property") or values.get("name", "")] = values.get("content", "")
        if tag == "title" and not self.title:
            self._inside = "title"
        if tag == "script" and values.get("type") == "application/ld+json":
            self._inside = "data"
            self.data.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data
        elif self._inside == "data":
            self.data[-1] += data


def short(kind: str, field: str, text: str) -> str:
    """Cut a text to the length that the check allows in its place."""
    limit, _ = LIMITS.get((kind, field), (200, ""))
    return text[:limit].strip() or "安全"


@pytest.mark.thorough
@given(
    st.fixed_dictionaries(
        {kind: st.tuples(TEXTS, TEXTS, TEXTS, TEXTS) for kind in SUBJECTS},
    )
)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_passes_the_check_builds(texts: dict[str, tuple[str, str, str, str]]) -> None:
    with TemporaryDirectory() as folder:
        county = copy_fixture_county(Path(folder))
        fields: dict[str, dict[str, str]] = {}
        for kind, (path, _) in SUBJECTS.items():
            title, summary, slogan, inside = texts[kind]
            fields[path] = {
                "title": title,
                "summary": short(kind, "summary", summary),
                "slogan": short(kind, "slogan", slogan),
                **dict.fromkeys(INSIDE, inside),
            }
        for field in ("title", "summary", "slogan", *INSIDE):
            good = {path: (county / path).read_text(encoding="utf-8") for path in fields}
            for path, own in fields.items():
                write(county, path, {field: own[field]})
            for path in wrong(county):
                (county / path).write_text(good[path], encoding="utf-8")
        assert not wrong(county)
        assert main(["build", "--root", str(county), "--as-of", DAY]) == 0


@pytest.mark.thorough
@given(st.fixed_dictionaries({kind: st.tuples(QUIET, QUIET) for kind in SUBJECTS}))
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
def test_titles_and_summaries_come_out_whole(texts: dict[str, tuple[str, str]]) -> None:
    wanted = {}
    with TemporaryDirectory() as folder:
        county = copy_fixture_county(Path(folder))
        for kind, (path, address) in SUBJECTS.items():
            title, summary = (f"始{text}终" for text in texts[kind])
            if re.search(r"<[a-zA-Z/!?]", title + summary):
                continue  # that is a tag, which the check refuses
            write(county, path, {"title": title, "summary": short(kind, "summary", summary)})
            wanted[address] = (title, short(kind, "summary", summary))
        assert not wrong(county)
        assert main(["build", "--root", str(county), "--as-of", DAY]) == 0
        site = county / "site"
        for address, (title, summary) in wanted.items():
            head = Head((site / address).read_text(encoding="utf-8"))
            assert head.title.startswith(title)
            assert head.metas["og:title"] == title
            assert head.metas["description"] == summary
            assert head.metas["og:description"] == summary
            assert title in json.dumps([*map(json.loads, head.data)], ensure_ascii=False).replace(
                "\\\\", "\\"
            ).replace('\\"', '"')
        for name in ("feed.xml", "rss.xml"):
            root = ElementTree.parse(site / name).getroot()
            titles = [node.text or "" for node in root.iter() if node.tag.endswith("title")]
            for address in ("themes/06.html", "alerts/winter.html"):
                if address in wanted:
                    assert any(wanted[address][0] in text for text in titles), name
