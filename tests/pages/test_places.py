"""Places near people: where they are, whom to ring, and on which pages they help."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.cli import main
from generator.pages.sketch import sketch
from tests.conftest import DAY, ROOT, copy_fixture_county


def words(path: Path) -> str:
    html = path.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_places_stand_by_kind_and_town(fixture_site: Path) -> None:
    said = words(fixture_site / "places.html")
    assert re.search(r"避难场所.*清河镇.*中心小学操场.*村委会院子.*东山镇.*文化广场", said)
    assert "，清河街12号，卫生院对面，全天，能容纳300人" in said
    assert "2026年11月1日 核对" in said
    html = (fixture_site / "places.html").read_text("utf-8")
    assert '<a href="tel:01001234567">0100-1234567</a>' in html


def test_the_numbers_of_the_map_are_those_of_the_list(fixture_site: Path) -> None:
    html = (fixture_site / "places.html").read_text("utf-8")
    shelters = html.partition('id="shelter"')[2].partition('id="aed"')[0]
    drawn = re.findall(r'pa-map__number"[^>]*>(\d+)号<', shelters)
    listed = re.findall(r'pa-number">(\d+)<', shelters)
    assert drawn == listed == ["1", "2", "3"]
    assert "aria-label=" in shelters
    assert html.count("<svg viewBox") - html.count('<svg viewBox="0 0 24 24"') <= 1


def test_the_map_keeps_north_above_and_distances_true() -> None:
    home, east, north = (33.0, 106.0), (33.0, 106.1), (33.1, 106.0)
    made = sketch([(1, home), (2, east), (3, north)])
    assert made is not None
    one, two, three = made.marks
    assert (one.y, three.x) == (two.y, one.x)
    assert three.y < one.y < made.height
    assert one.x < two.x < made.width
    ratio = (two.x - one.x) / (one.y - three.y)
    assert ratio == pytest.approx(math.cos(math.radians(33.05)), rel=0.005)
    metres = 111_195 * 0.1
    kilometres = int(made.length.split()[0])
    assert made.bar / (one.y - three.y) == pytest.approx(1000 * kilometres / metres, rel=0.01)
    assert sketch([(1, home)]) is None
    assert sketch([(1, home), (2, home)]) is None


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("situations/home-fire.html", "中心小学操场"),
        ("situations/home-fire.html", "镇政府值班室"),
        ("sectors/gas.html", "汽车站候车厅"),
        ("procedures/shout.html", "镇政府值班室"),
        ("emergency.html", "镇政府值班室"),
    ],
)
def test_places_help_where_they_are_needed(fixture_site: Path, address: str, named: str) -> None:
    assert named in words(fixture_site / address)
    html = (fixture_site / address).read_text("utf-8")
    assert re.search(r'href="(\.\./)?places\.html#(shelter|duty|aed)"', html)


def test_a_units_telephone_is_on_its_page(fixture_site: Path) -> None:
    html = (fixture_site / "units/fire-brigade.html").read_text("utf-8")
    assert '<a href="tel:01007654321">0100-7654321</a>（全天）' in html
    assert "清河街1号" in html


def test_a_county_that_has_written_none_has_no_page_of_them(tmp_path: Path) -> None:
    root = copy_fixture_county(tmp_path / "county")
    (root / "content/county/places.yml").unlink()
    assert main(["build", "--root", str(root), "--as-of", DAY]) == 0
    assert not (root / "site/places.html").exists()
    for path in (root / "site").rglob("*.html"):
        assert "places.html" not in path.read_text("utf-8"), path


def test_a_poster_names_places(fixture_site: Path) -> None:
    said = re.sub(
        r"\s+",
        "",
        "".join(
            page.extract_text()
            for page in PdfReader(fixture_site / "kit/themes/06/poster-a4.pdf").pages
        ),
    )
    assert "避难场所：清河镇中心小学操场、清河镇村委会院子等3处" in said


def test_the_guide_shows_a_place_that_passes(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = (ROOT / "docs/editors/new-county.md").read_text("utf-8")
    shown = guide.partition("```yaml\n")[2].partition("```")[0]
    (fixture_county / "content/county/places.yml").write_text(shown, "utf-8")
    assert main(["check", "--root", str(fixture_county), "--as-of", DAY]) == 0
    assert "错误 0 处" in capsys.readouterr().err
