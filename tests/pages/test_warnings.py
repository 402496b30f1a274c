"""A warning of these days: its colour, time, place and issuer wherever it is read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.documents.maker import Maker
from generator.feeds import feeds
from generator.kits import kits
from generator.load import load
from generator.look import look_of
from generator.model.artifact import Downloads, Media
from generator.model.library import Library
from generator.model.wording import window_words
from generator.pages.alerts import alert_pages
from generator.pages.page_maker import PageMaker
from generator.reads import Sources
from generator.search.records import records
from tests.conftest import copy_fixture_county

SIGNAL = """colour: orange
area: 北部山区各镇
issuer: 县气象局
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small county with a cold wave announced for 26 to 30 November 2026."""
    root = copy_fixture_county(tmp_path_factory.mktemp("warned"))
    winter = (root / "content/common/alerts/winter.yml").read_text("utf-8")
    text = winter.replace("id: winter", "id: cold-wave")
    text = text.replace("冬季取暖安全提示", "寒潮来了")
    text = text.replace("first: 11-15", "first: 2026-11-26 18:00")
    text = text.replace("last: 03-15", "last: 2026-11-30")
    text = text.replace("summary:", f"{SIGNAL}summary:")
    (root / "content/common/alerts/cold-wave.yml").write_text(text, "utf-8")
    blue = text.replace("cold-wave", "gale").replace("orange", "blue").replace("寒潮来了", "大风")
    (root / "content/common/alerts/gale.yml").write_text(blue, "utf-8")
    return root


@pytest.fixture(scope="module")
def library(county: Path) -> Library:
    found = load(county).library
    assert found is not None
    return found


Pages = Callable[[str], Mapping[str, str]]


@pytest.fixture(scope="module")
def pages(county: Path, library: Library) -> Pages:
    """Give the pages of alerts as they stand on a day."""

    def on(text: str) -> Mapping[str, str]:
        day = date.fromisoformat(text)
        live = library.live(day)
        maker = PageMaker(
            live,
            Downloads(),
            {},
            media=Media(),
            drawings={},
            index_folder="search",
            as_of=day,
            templates=look_of(county).pages,
            sources=Sources(None, live),
        )
        return {page.address: page.html for page in alert_pages(maker)}

    return on


def test_the_page_says_colour_time_place_and_issuer(pages: Pages) -> None:
    page = pages("2026-11-27")["alerts/cold-wave.html"]
    strip = re.search(r'<p class="pa-signal pa-signal--orange">.*?</p>', page, re.DOTALL)
    assert strip is not None
    assert re.sub(r"<[^>]+>", " ", strip[0]).split() == [
        "橙色预警",
        "2026年11月26日18时至30日",
        "北部山区各镇",
        "县气象局发布",
    ]
    assert "每年" not in page


@pytest.mark.parametrize(
    ("day", "state"),
    [("2026-11-25", "尚未开始"), ("2026-11-26", "今天18时起"), ("2026-11-30", "正在生效")],
)
def test_the_page_says_where_in_its_days_it_is(day: str, state: str, pages: Pages) -> None:
    assert f"<li>{state}</li>" in pages(day)["alerts/cold-wave.html"]


def test_the_index_puts_the_gravest_first_and_forgets_what_is_over(pages: Pages) -> None:
    index = pages("2026-11-27")["alerts/index.html"]
    current = index.partition('<h2 id="others">')[0]
    assert re.findall(r"pa-alert--(\w+)", current) == ["orange", "blue", "warning"]
    assert "橙色预警" in current
    assert "2026年11月26日18时至30日，北部山区各镇" in current
    before = pages("2026-11-20")["alerts/index.html"]
    assert "寒潮来了" in before.partition('<h2 id="others">')[2]
    for day in ("2026-12-01", "2027-11-27"):
        assert "寒潮来了" not in str(pages(day))
        assert "alerts/cold-wave.html" not in pages(day)
        assert "冬季取暖安全提示" in str(pages(day))
    summer = pages("2027-07-01")["alerts/index.html"]
    assert "今天没有生效的风险提示" in summer.partition('<h2 id="others">')[0]
    assert "冬季取暖安全提示" in summer.partition('<h2 id="others">')[2]


def test_every_channel_says_when_and_where(county: Path, library: Library) -> None:
    live = library.live(date(2026, 11, 27))
    sources = Sources(None, live, drawings={})
    made = kits(live, Maker(live.site, county), sources, look=look_of(county)).by_address
    kit = made["alerts/cold-wave.html"]
    warning = "县气象局发布橙色预警：11月26日18时至30日，北部山区各镇"
    for text in (kit.article, kit.sms, kit.group, kit.press):
        assert warning in text
        assert "每年" not in text
    assert "县气象局发布橙色预警：十一月二十六日十八时至三十日，北部山区各镇。" in kit.broadcast
    assert kit.led[:3] == ("橙色预警：寒潮来了", "11月26日18时至30日", "北部山区各镇")
    assert all(len(line) <= 20 for line in kit.led)
    recurring = made["alerts/winter.html"]
    assert "每年11月15日至3月15日" in recurring.press


def test_other_programs_and_the_search_know_it(county: Path, library: Library) -> None:
    day = date(2026, 11, 27)
    live = library.live(day)
    made = {
        artifact.address: artifact.content
        for artifact in feeds(Sources(None, live), as_of=day, templates=look_of(county).feeds)
    }
    entries = json.loads(made["api/v1/alerts.json"])["entries"]
    wave = next(entry for entry in entries if entry["id"] == "cold-wave")
    assert wave["window"] == {"first": "2026-11-26 18:00", "last": "2026-11-30"}
    assert (wave["colour"], wave["area"], wave["issuer"]) == ("orange", "北部山区各镇", "县气象局")
    assert "县气象局发布橙色预警：11月26日18时至30日" in made["feed.xml"].decode()
    record = next(each for each in records(live) if each.address == "alerts/cold-wave.html")
    assert {"橙色预警", "北部山区各镇", "县气象局"} <= set(record.keywords)


@pytest.mark.parametrize(
    ("first", "last", "words", "short"),
    [
        ("11-15", "03-15", "每年11月15日至3月15日", "每年11月15日至3月15日"),
        ("2026-11-26", "2026-11-30", "2026年11月26日至30日", "11月26日至30日"),
        ("2026-11-26", "2026-11-26", "2026年11月26日", "11月26日"),
        (
            "2026-11-26 08:00",
            "2026-11-26 20:30",
            "2026年11月26日8时至20时30分",
            "11月26日8时至20时30分",
        ),
        ("2026-11-26", "2026-12-02 12:00", "2026年11月26日至12月2日12时", "11月26日至12月2日12时"),
        (
            "2026-12-30",
            "2027-01-02",
            "2026年12月30日至2027年1月2日",
            "2026年12月30日至2027年1月2日",
        ),
    ],
)
def test_days_are_said_once(
    first: str, last: str, words: str, short: str, library: Library
) -> None:
    window = library.alerts["winter"].window.model_copy(update={"first": first, "last": last})
    assert window_words(window) == words
    assert window_words(window, years=False) == short
