"""What readers see on the real site, read from its HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from generator.model.library import Library


class Document(HTMLParser):
    """The links, ids and text of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.text = ""
        self._hidden = 0
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if values.get("id"):
            self.ids.add(values["id"])
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        if tag in {"script", "img", "iframe", "source"} and values.get("src"):
            self.loads.append(values["src"])
        if tag == "link" and values.get("rel") != "canonical":
            self.loads.append(values.get("href", ""))
        self._hidden += tag in {"script", "style"}

    def handle_endtag(self, tag):
        self._hidden -= tag in {"script", "style"}

    def handle_data(self, data):
        if not self._hidden:
            self.text += data


@pytest.fixture(scope="session")
def documents(site: Path) -> dict[str, Document]:
    """Every page; what is pasted into 公众号 (article.html) or saved (files/) is none."""
    return {
        path.relative_to(site).as_posix(): Document(path)
        for path in sorted(site.rglob("*.html"))
        if path.name != "article.html" and path.parent != site / "files/situations"
    }


def test_no_link_leads_nowhere(documents: dict[str, Document], site: Path) -> None:
    broken = []
    for address, document in documents.items():
        for link in document.links:
            parts = urlsplit(link)
            if parts.scheme or address == "404.html":
                continue
            target, fragment = urldefrag(urljoin(address, unquote(link)))
            target = target or address
            if target not in documents and (site / target).is_file() and not fragment:
                continue
            if target not in documents or (fragment and fragment not in documents[target].ids):
                broken.append(f"{address} -> {link}")
    assert broken == []


def test_every_page_has_a_way_back_and_can_be_reached(documents: dict[str, Document]) -> None:
    reached = {"index.html"}
    queue = ["index.html"]
    while queue:
        address = queue.pop()
        for link in documents[address].links:
            target = urldefrag(urljoin(address, link)).url
            if target in documents and target not in reached:
                reached.add(target)
                queue.append(target)
    assert documents.keys() - reached == {"404.html"}
    for address, document in documents.items():
        if address != "404.html":
            assert any(urljoin(address, link) == "index.html" for link in document.links), address


def test_nothing_is_asked_of_third_parties(documents: dict[str, Document], site: Path) -> None:
    for address, document in documents.items():
        assert [load for load in document.loads if urlsplit(load).netloc] == [], address
    for path in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(https?:)?//", path.read_text(encoding="utf-8")), path


def test_every_page_lets_people_call_with_one_tap(documents: dict[str, Document]) -> None:
    for address, document in documents.items():
        for number in ("119", "120", "110", "122", "12350"):
            assert f"tel:{number}" in document.links, (address, number)


def test_all_thirty_items_have_a_page_that_says_who_and_how_often(
    documents: dict[str, Document], library: Library
) -> None:
    items = [item for item in library.items.values() if item.year == 2023]
    assert [item.number for item in items] == list(range(1, 31))
    for item in items:
        text = documents[f"work/2023/{item.number:02d}.html"].text
        assert item.title in text
        assert item.responsibility.wording in text
        for figure in item.figures:
            assert figure.actor in text
            assert figure.action in text


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2, ["每季度", "至少 1 次"]),
        (4, ["每月", "每半年", "至少 1 次"]),
        (7, ["每季度", "至少 1 批", "县安委会"]),
        (11, ["16 座"]),
        (20, ["每季度", "1 次"]),
    ],
)
def test_the_figures_of_the_document_are_on_their_pages(
    documents: dict[str, Document], number: int, words: list[str]
) -> None:
    text = documents[f"work/2023/{number:02d}.html"].text
    for word in words:
        assert word in text


def test_every_sector_is_complete(library: Library) -> None:
    assert len(library.sectors) >= 28
    for sector in library.sectors.values():
        audiences = {audience.value for tip in sector.tips for audience in tip.audience}
        assert {"worker", "manager"} <= audiences, sector.id
        assert audiences - {"worker", "manager"}, sector.id
        assert library.items_of(sector) or library.neighbours_of(sector), sector.id


def test_relations_are_shown_both_ways(documents: dict[str, Document], library: Library) -> None:
    for item in library.items.values():
        address = f"work/{item.year}/{item.number:02d}.html"
        for sector in library.sectors_of(item):
            there = [urljoin(address, link) for link in documents[address].links]
            back = f"sectors/{sector.id}.html"
            assert back in there
            assert address in [urljoin(back, link) for link in documents[back].links]
        for _, ids in item.responsibility.by_role():
            for id_ in ids:
                unit = f"units/{id_}.html"
                assert address in [urljoin(unit, link) for link in documents[unit].links]


def test_the_year_has_twelve_themes_with_all_five_settings(library: Library) -> None:
    themes = [*library.themes.values()]
    assert [theme.month for theme in themes] == list(range(1, 13))
    editions = [each for each in library.theme_editions.values() if each.year == 2023]
    assert [theme.month for theme in editions] == list(range(1, 13))
    for theme in (*themes, *editions):
        settings = {row.setting.value for row in theme.outreach}
        assert settings == {"enterprise", "village", "community", "school", "family"}
        assert len(theme.slogan) <= 20


def test_the_home_page_begins_with_what_is_urgent_and_this_months_theme(
    documents: dict[str, Document], library: Library
) -> None:
    text = documents["index.html"].text
    theme = library.themes["11"]
    assert "11月主题" in text
    assert [each.title for each in library.site.urgent] == [
        *("着火", "煤气", "受伤", "落水", "车祸", "打电话")
    ]
    places = [text.index(words) for words in ("打电话", theme.title, "我是……", "行业领域目录")]
    assert places == sorted(places)


def test_every_page_of_advice_names_its_sources_and_its_review(
    documents: dict[str, Document],
) -> None:
    for address, document in documents.items():
        if re.match(
            r"(sectors|themes|themes/\d+|campaigns|campaigns/\d+|alerts|work/\d+)/(?!index)",
            address,
        ):
            assert "本页依据" in document.text, address
            assert "核对" in document.text, address


def test_no_page_shows_a_placeholder(documents: dict[str, Document]) -> None:
    for address, document in documents.items():
        for mark in ("{县", "{省", "TODO", "待补充", "None", "Undefined", "{{", "**"):
            if not address.startswith("editors/"):
                assert mark not in document.text, (address, mark)


def test_texts_link_to_other_pages_by_kind_and_id(documents: dict[str, Document]) -> None:
    assert "mall-complex.html" in documents["sectors/retail-fuel.html"].links
    assert "../drill-season.html" in documents["campaigns/2023/safety-month-2023.html"].links
    for address, document in documents.items():
        assert not [link for link in document.links if link.startswith(("sector:", "item:"))], (
            address
        )


def test_pages_do_not_grow_with_their_siblings(documents: dict[str, Document]) -> None:
    for address in ("sectors/e-bike.html", "work/2023/05.html", "units/police-bureau.html"):
        tabs = [link for link in documents[address].links if link.endswith("index.html")]
        assert len(documents[address].links) < 220
        assert len(tabs) < 30


def test_every_situation_can_be_forwarded_and_printed(site: Path, library: Library) -> None:
    for id_ in library.situations:
        assert (site / f"files/situations/{id_}.html").stat().st_size < 100_000
        assert (site / f"files/situations/{id_}.pdf").is_file()
