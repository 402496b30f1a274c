"""读给我听: what is read, in which order and how; and that it can be halted and slowed down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Screen

SPEECH = Path(__file__).with_name("speech.js").read_text(encoding="utf-8")
PAGE = "sectors/fire.html"
READ_ALOUD = (
    "situations/gas-smell.html",
    "procedures/leave-safely.html",
    "sectors/fire.html",
    "themes/06.html",
    "alerts/winter.html",
    "work/2023/02.html",
    "emergency.html",
    "index.html",
)
VOICES = {
    "cantonese": {"name": "cantonese", "lang": "zh-HK", "localService": True},
    "taiwan": {"name": "taiwan", "lang": "zh-TW", "localService": True},
    "remote": {"name": "remote", "lang": "zh-CN", "localService": False},
    "local": {"name": "local", "lang": "zh_CN", "localService": True},
    "english": {"name": "english", "lang": "en-US", "localService": True},
}
START = "读给我听"


def listening(screen: Screen, path: str = PAGE, *, care: bool = True, **options: Any) -> Page:
    """A page that is about to be read, by a voice that writes down what it says."""
    page = screen(care=care, **options)
    page.add_init_script(SPEECH)
    page.goto(path)
    return page


def start(page: Page) -> None:
    page.get_by_role("button", name=START).click()
    page.wait_for_function("() => spoken.length")


def all_of(page: Page) -> list[str]:
    """Everything that is said until the page has been read."""
    start(page)
    page.evaluate("heard(999)")
    return page.evaluate("spoken.map(each => each.text)")


def test_a_page_is_read_block_by_block_in_its_order(screen: Screen) -> None:
    read = all_of(listening(screen))
    steps = [
        *("家里起火", "第一步，离开危险的地方", "第二步，拨打幺幺九，说清地点"),
        *("第三步，到路口接应", "千万不要", "不要回去拿东西"),
        *("要", "先看一看。", "先问一问。", "不要", "不抢时间。", "不冒险。"),
    ]
    assert [each for each in read if each in steps] == steps
    assert read.index("消防安全") < read.index("家里起火")
    assert "电话，幺幺九 火警" in read
    unread = ("本页依据", "企业（单位）必须做的事", "《消防法》第四十四条", "全部内容（普通版）")
    assert [each for each in unread if each in "".join(read)] == []


@pytest.mark.parametrize("care", [True, False])
def test_what_is_read_is_what_is_seen_without_sources_and_links(screen: Screen, care: bool) -> None:
    read = all_of(listening(screen, care=care))
    assert ("出事前的苗头" in read) is not care
    assert [text for text in read if "依据" in text or "消防法" in text] == []


@pytest.mark.parametrize("path", READ_ALOUD)
def test_it_reads_what_gives_advice(screen: Screen, path: str) -> None:
    page = listening(screen, path)
    title = page.get_by_role("heading", level=1).inner_text()
    assert title in all_of(page)


@pytest.mark.parametrize("path", ["search.html", "units/index.html", "training/fire.html"])
def test_what_is_looked_up_or_filled_in_has_no_such_button(screen: Screen, path: str) -> None:
    page = listening(screen, path)
    assert page.get_by_role("button", name=START).count() == 0


def test_numbers_to_dial_are_read_digit_by_digit_and_others_are_not(screen: Screen) -> None:
    page = listening(screen)
    page.locator(".pa-head__summary").evaluate(
        """each => { each.textContent = '着火打119或120，停电打95598，110千伏的线离开120米，'
          + '值班电话0100-1234567，等119分钟。' }"""
    )
    page.evaluate(
        """document.querySelector('.pa-callbar ul').insertAdjacentHTML('beforeend',
          '<li><a href="tel:01001234567">0100-1234567</a></li>')"""
    )
    read = "".join(all_of(page))
    for words in (
        *("打幺幺九或幺二零，", "打九五五九八，", "零幺零零，幺二三四五六七，"),
        *("110千伏", "120米", "119分钟"),
    ):
        assert words in read


def test_long_sentences_are_said_in_pieces(screen: Screen) -> None:
    page = listening(screen)
    page.locator(".pa-head__summary").evaluate(
        "each => { each.textContent = '先把人带到空地，再打电话，'.repeat(9) + '好。再看。' }"
    )
    read = all_of(page)
    pieces = [text for text in read if "空地" in text]
    assert len(pieces) > 1
    assert max(map(len, read)) <= 48
    assert "再看。" in read


def test_a_voice_in_the_device_for_standard_chinese_is_chosen(screen: Screen) -> None:
    page = screen(care=True)
    page.add_init_script(
        f"window.voices = {[*VOICES.values()]}".replace("True", "true").replace("False", "false")
    )
    page.add_init_script(SPEECH)
    page.goto(PAGE)
    start(page)
    assert page.evaluate("[spoken[0].voice, spoken[0].lang]") == ["local", "zh-CN"]


def test_without_a_chinese_voice_there_is_no_button(screen: Screen) -> None:
    page = screen(care=True)
    others = [VOICES[name] for name in ("cantonese", "taiwan", "english")]
    page.add_init_script(f"window.voices = {others}".replace("True", "true"))
    page.add_init_script(SPEECH)
    page.goto(PAGE)
    button = page.get_by_role("button", name=START)
    expect(button).to_be_hidden()
    page.evaluate("voice => arrive([voice])", VOICES["remote"])
    expect(button).to_be_visible()


def test_where_nothing_can_speak_there_is_no_button(screen: Screen) -> None:
    page = screen(care=True)
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script("delete window.speechSynthesis; delete window.SpeechSynthesisUtterance")
    page.goto(PAGE)
    expect(page.get_by_role("button", name="回到普通版")).to_be_visible()
    expect(page.get_by_role("button", name=START)).to_be_hidden()
    assert said == []


def test_it_pauses_and_goes_on_with_the_same_sentence(screen: Screen) -> None:
    page = listening(screen)
    start(page)
    page.evaluate("heard(2)")
    before = page.evaluate("saying()")
    player = page.get_by_role("region", name="朗读")
    player.get_by_role("button", name="暂停").click()
    assert page.evaluate("saying()") is None
    expect(player.get_by_role("status")).to_have_text("停在这里了。")
    resume = player.get_by_role("button", name="接着读")
    expect(resume).to_be_focused()
    resume.click()
    assert page.evaluate("saying()") == before
    expect(player.get_by_role("status")).to_be_empty()
    expect(player.get_by_role("button", name="暂停")).to_be_focused()
    page.evaluate("heard(1)")
    assert page.evaluate("saying()") != before


def test_it_reads_slower_from_the_same_sentence_and_keeps_that(screen: Screen) -> None:
    page = listening(screen)
    start(page)
    page.evaluate("heard(1)")
    slow = page.get_by_role("button", name="读慢点")
    expect(slow).to_have_attribute("aria-pressed", "false")
    slow.click()
    expect(slow).to_have_attribute("aria-pressed", "true")
    usual, slower = page.evaluate("spoken.slice(-2)")
    assert usual["text"] == slower["text"]
    assert slower["rate"] < usual["rate"]
    page.goto("situations/gas-smell.html")
    start(page)
    assert page.evaluate("spoken[0].rate") == slower["rate"]


def test_what_is_read_is_marked_and_in_sight(screen: Screen) -> None:
    page = listening(screen, reduced_motion="reduce")
    start(page)
    for _ in range(12):
        page.evaluate("heard(1)")
        marked = page.locator(".pa-read")
        expect(marked).to_have_count(1)
        spoken = page.evaluate("saying()").rpartition("，")[2]
        assert spoken.replace("幺", "1").replace("九", "9") in marked.inner_text()
        box = marked.bounding_box()
        bars = page.evaluate(
            "[document.querySelector('.pa-player').getBoundingClientRect().bottom,"
            "document.querySelector('.pa-callbar').getBoundingClientRect().top]"
        )
        assert box
        assert bars[0] <= box["y"] < bars[1]
    page.evaluate("heard(999)")
    expect(page.locator(".pa-read")).to_have_count(0)
    expect(page.get_by_role("region", name="朗读")).to_be_hidden()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_it_scrolls_smoothly_but_for_those_whom_motion_disturbs(
    screen: Screen, motion: str
) -> None:
    page = listening(screen, reduced_motion=motion)
    page.evaluate(
        """window.ways = []; Element.prototype.scrollIntoView = function (way) {
          if (way) ways.push(way.behavior); }"""
    )
    all_of(page)
    assert set(page.evaluate("ways")) == {"auto" if motion == "reduce" else "smooth"}


def test_it_stops_when_told_and_when_the_reader_leaves(screen: Screen) -> None:
    page = listening(screen)
    button = page.get_by_role("button", name=START)
    start(page)
    expect(button).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="停止").click()
    assert page.evaluate("saying()") is None
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    first = page.evaluate("saying()")
    page.goto("emergency.html")
    assert page.evaluate("sessionStorage.getItem('cut')") == first


def test_it_pauses_when_the_page_is_out_of_sight_as_in_a_call(screen: Screen) -> None:
    page = listening(screen)
    start(page)
    page.evaluate(
        """Object.defineProperty(document, 'hidden', {value: true});
        document.dispatchEvent(new Event('visibilitychange'))"""
    )
    assert page.evaluate("saying()") is None
    expect(page.get_by_role("button", name="接着读")).to_be_visible()


def test_it_says_so_when_no_sound_comes(screen: Screen) -> None:
    page = screen(care=True)
    page.clock.install()
    page.add_init_script("window.mute = true")
    page.add_init_script(SPEECH)
    page.goto(PAGE)
    start(page)
    page.clock.fast_forward(10_000)
    status = page.get_by_role("region", name="朗读").get_by_role("status")
    expect(status).to_contain_text("没有读出声音")


def test_what_reads_is_fetched_for_those_only_who_may_want_it(screen: Screen) -> None:
    for care in (True, False):
        page = screen(care=care)
        fetched: list[str] = []
        page.on("request", lambda request, to=fetched: to.append(request.url))
        page.add_init_script(SPEECH)
        page.goto(PAGE, wait_until="networkidle")
        assert any("/js/aloud." in url for url in fetched) is care
        start(page)
        assert len([url for url in fetched if "/js/aloud." in url]) == 1


def test_the_way_back_to_the_usual_version_ends_the_reading(screen: Screen) -> None:
    page = listening(screen)
    start(page)
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("button", name="回到普通版").click()
    assert page.evaluate("saying()") is None
    expect(page.get_by_role("region", name="朗读")).to_be_hidden()
