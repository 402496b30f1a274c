"""Values at their edges: built, or refused with a place; never a traceback."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from generator.cli import main
from generator.documents.font import packaged_folder
from tests.conftest import DAY, ROOT, most_thorough

Check = Callable[[Path], tuple[int, list[str]]]
SITE = "content/county/site.yml"
ALERT = "content/common/alerts/winter.yml"
COURSE = "content/common/training/fire.yml"
THEME = "content/common/themes/06.yml"
CAMPAIGN = "content/county/campaigns/2023/safety-month.yml"
LONG = "长" * 300


def put(county: Path, file: str, **values: str) -> None:
    """Write fields at the top level of a file anew; an empty one is taken out."""
    path = county / file
    text = path.read_text(encoding="utf-8")
    for field, value in values.items():
        old = re.search(rf"^{field}:.*\n", text, re.MULTILINE)
        new = f"{field}: {value}\n" if value else ""
        text = text.replace(old[0], new, 1) if old else text + new
    path.write_text(text, encoding="utf-8")


def build(county: Path, *more: str) -> int:
    return main(["build", "--root", str(county), "--as-of", DAY, *more])


def member_names(site: Path) -> list[str]:
    return [name for path in site.rglob("*.zip") for name in zipfile.ZipFile(path).namelist()]


def test_the_first_and_the_last_day_of_all_build(fixture_county: Path) -> None:
    put(fixture_county, COURSE, reviewed_on="1900-01-01", publish_on="1900-01-01")
    put(fixture_county, ALERT, reviewed_on="9999-12-31", review_by="", expires_on="9999-12-31")
    put(fixture_county, CAMPAIGN, ends="9999-12-31", review_by="9999-12-31")
    assert build(fixture_county) == 0
    site = fixture_county / "site"
    with zipfile.ZipFile(site / "files/fire/fire-pack.zip") as pack:
        assert {entry.date_time for entry in pack.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        created = pack.read(next(name for name in pack.namelist() if name.endswith(".docx")))
    with zipfile.ZipFile(io.BytesIO(created)) as document:
        assert b"1900-01-01T00:00:00Z" in document.read("docProps/core.xml")
    with zipfile.ZipFile(site / "kit/alerts/winter/kit.zip") as kit:
        assert {entry.date_time[:3] for entry in kit.infolist()} == {(2107, 12, 31)}
    facts = PdfReader(site / "kit/alerts/winter/poster-a4.pdf").metadata
    assert facts is not None
    assert str(facts["/CreationDate"]).startswith("D:99991231")
    calendar = Calendar.from_ical((site / "calendar/campaigns.ics").read_text(encoding="utf-8"))
    events = calendar.walk("VEVENT")
    campaign = next(
        each for each in events if str(each["uid"]).startswith("campaign-safety-month-2023@")
    )
    assert campaign.get("dtend") is None
    eve = campaign.decoded("dtstart") - timedelta(days=1)
    assert eve + campaign.decoded("duration") == date.max
    ElementTree.parse(site / "feed.xml")


@pytest.mark.parametrize("day", ["1899-12-31", "0001-01-01", "10000-01-01", "0000-01-01"])
@pytest.mark.parametrize("field", ["publish_on", "expires_on", "reviewed_on", "review_by", "ends"])
def test_other_days_are_refused_where_they_stand(
    fixture_county: Path, check: Check, field: str, day: str
) -> None:
    put(fixture_county, CAMPAIGN, **{field: day})
    text = (fixture_county / CAMPAIGN).read_text(encoding="utf-8")
    line = text[: text.index(day)].count("\n") + 1
    code, lines = check(fixture_county)
    assert code == 1
    assert re.match(rf"{CAMPAIGN}:{line}:{len(field) + 3}: E(118|203|204) ", lines[0]), lines


@pytest.mark.parametrize("command", ["build", "check", "desk"])
@pytest.mark.parametrize(
    "day", ["0001-01-01", "1969-12-31", "1999-12-31", "2101-01-01", "9999-12-31"]
)
def test_a_day_for_which_no_site_can_be_built_is_wrong_use(
    fixture_county: Path, capsys: pytest.CaptureFixture[str], command: str, day: str
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--root", str(fixture_county), "--as-of", day])
    assert stop.value.code == 2
    assert "日期要在 2000-01-01 和 2100-12-31 之间" in capsys.readouterr().err
    assert not (fixture_county / "site").exists()


@pytest.mark.parametrize("day", ["2000-01-01", "2100-12-31"])
def test_the_first_and_the_last_site_of_all_build(fixture_county: Path, day: str) -> None:
    assert main(["build", "--root", str(fixture_county), "--as-of", day]) == 0
    assert (fixture_county / "site/index.html").is_file()


def test_the_longest_titles_and_names_build(fixture_county: Path) -> None:
    put(fixture_county, SITE, name=LONG, publisher=f"'{'&' * 300}'")
    for name in (ALERT, COURSE, CAMPAIGN, THEME, "content/common/sectors/fire.yml"):
        put(fixture_county, name, title=LONG)
    assert build(fixture_county) == 0
    names = member_names(fixture_county / "site")
    assert names
    assert max(len(part.encode()) for name in names for part in name.split("/")) <= 255
    for path in (fixture_county / "site").rglob("*.pptx"):
        with zipfile.ZipFile(path) as deck:
            facts = ElementTree.fromstring(deck.read("docProps/core.xml"))
        assert max(len(fact.text or "") for fact in facts) == 255


def test_any_title_gives_names_that_every_system_can_have(fixture_county: Path) -> None:
    put(fixture_county, COURSE, title="CON")
    put(fixture_county, ALERT, title="...")
    put(fixture_county, CAMPAIGN, title="'a/b\\c:d\"e'")
    put(fixture_county, THEME, title="LPT1 x. ")
    put(fixture_county, "content/common/themes/11.yml", title=". COM9")
    assert build(fixture_county) == 0
    pages = "".join(
        path.read_text(encoding="utf-8") for path in (fixture_county / "site").rglob("*.html")
    )
    downloads = re.findall(r'download="([^"]+)"', pages)
    assert downloads
    for name in (*member_names(fixture_county / "site"), *downloads):
        for part in name.split("/"):
            assert part
            assert part == part.strip(" .")
            assert not re.search(r'[\\:*?"<>|\x00-\x1f]', part)
            assert part.partition(".")[0].upper() not in {"CON", "NUL", "LPT1", "COM9"}


def test_two_courses_of_one_title_do_not_share_a_folder(fixture_county: Path) -> None:
    text = (fixture_county / COURSE).read_text(encoding="utf-8")
    other = fixture_county / "content/common/training/other.yml"
    other.write_text(text.replace("\nid: fire", "\nid: other", 1), encoding="utf-8")
    assert build(fixture_county) == 0
    with zipfile.ZipFile(fixture_county / "site/files/sectors/fire-everything.zip") as bundle:
        names = bundle.namelist()
    assert len(names) == len({name.casefold() for name in names})
    assert len({name.partition("/")[0] for name in names if "/" in name}) == 2


GOOD_ADDRESSES = (
    "https://aq.example/",
    "http://[2001:db8::1]:8080/",
    "http://127.0.0.1:8000/",
    "https://aq.example/a/%E5%AE%89/~b/",
)
BAD_ADDRESSES = (
    f"https://aq.example/{'a' * 3000}/",
    "http://[::1/",
    "http://[bad]/",
    "http://x:abc/",
    "http://x:99999/",
    "http://x:0/",
    "http://user:word@aq.example/",
    "http://@aq.example/",
    "https://aq.example/?q=1&b=/",
    "https://aq.example/#/",
    "https://AQ.example/",
    "https://平安.cn/",
    "https://aq.example//",
    "https://aq.example/../b/",
    "https://a'b/",
    'https://a"onload="x/',
    "https://a..b/",
    "https://-a.b/",
    "http://1.2.3/",
    "http://256.1.1.1/",
    "https://aq.example:443/",
    "https://a\u2100b.cn/",
    "https://aq.example",
    "https:///",
    "ftp://aq.example/",
    "https://aq.example/x y/",
    "https://aq.example\\b/",
)


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_an_address_that_is_no_plain_base_is_refused(
    fixture_county: Path, check: Check, address: str
) -> None:
    quoted = address.replace("'", "''")
    put(fixture_county, SITE, url=f"'{quoted}'")
    code, lines = check(fixture_county)
    assert code == 1
    assert re.match(rf"{SITE}:\d+:6: E204 “网站的正式网址”（url）", lines[0]), lines


@pytest.mark.parametrize("address", ["https://[::1", "https://x:abc", "https://a?b", "https://A.b"])
def test_a_server_of_the_forms_must_have_a_plain_address_too(
    fixture_county: Path, check: Check, address: str
) -> None:
    put(fixture_county, SITE, admin=f"{{server: '{address}'}}")
    code, lines = check(fixture_county)
    assert code == 1
    assert "E204 “自建代码服务器的网址" in lines[0], lines


@pytest.mark.parametrize("address", most_thorough(GOOD_ADDRESSES, but=1))
def test_an_address_that_is_one_is_used_as_it_is(fixture_county: Path, address: str) -> None:
    put(fixture_county, SITE, url=f"'{address}'")
    assert build(fixture_county) == 0
    page = (fixture_county / "site/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{address}' in page


@pytest.mark.parametrize("address", ["https://[::1/", "https://x:abc/", "https://a\u2100b/"])
def test_a_link_that_nobody_can_open_is_refused(
    fixture_county: Path, check: Check, address: str
) -> None:
    put(fixture_county, ALERT, summary=f"看[这里]({address})。")
    code, lines = check(fixture_county)
    assert code == 1
    assert re.match(rf"{ALERT}:\d+:10: E310 链接“", lines[0]), lines


def a_damaged_font(folder: Path) -> None:
    folder.mkdir()
    whole = (packaged_folder() / "notosanscjkjp-bold.otf").read_bytes()
    (folder / "a.otf").write_bytes(whole[: len(whole) // 3])


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("fonts", lambda folder: None),
        ("fonts", Path.touch),
        ("fonts", Path.mkdir),
        ("fonts", a_damaged_font),
        ("/", lambda folder: None),
        (".", lambda folder: None),
        ("../county/fonts/..", Path.mkdir),
        ("字" * 100, lambda folder: None),
    ],
)
def test_a_folder_of_fonts_that_will_not_do_is_refused(
    fixture_county: Path, check: Check, name: str, make: Callable[[Path], object]
) -> None:
    make(fixture_county / "fonts")
    put(fixture_county, SITE, font_folder=name)
    code, lines = check(fixture_county)
    assert code == 1
    assert re.match(rf"{SITE}:\d+:14: E401 ", lines[0]), lines
    assert build(fixture_county) == 1


def test_a_text_of_signs_alone_is_refused(fixture_county: Path, check: Check) -> None:
    for text in ("'****'", "'- **'", "'> _'"):
        put(fixture_county, ALERT, detail=text)
        code, lines = check(fixture_county)
        assert code == 1
        assert any(re.match(rf"{ALERT}:\d+:9: E341 ", line) for line in lines), lines


def test_a_console_that_knows_only_ascii_stops_nothing(fixture_county: Path) -> None:
    put(fixture_county, ALERT, review_by="2026-11-02")
    environment = {name: os.environ[name] for name in ("PATH",)}
    environment |= {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    environment |= {"PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT)}
    for command in ("check", "build"):
        done = subprocess.run(
            [sys.executable, "-m", "generator", command, "--root", fixture_county, "--as-of", DAY],
            env=environment,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "W302 已过应核对的日期" in done.stderr.decode()
    assert (fixture_county / "site/index.html").is_file()
