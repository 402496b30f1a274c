"""tips.yml: what a county adds to sectors that are everybody's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.load import load
from generator.model.library import Library
from generator.model.vocabulary import Audience

Check = Callable[[Path], tuple[int, list[str]]]
TIP = """tips:
  - sector: gas
    text: 做饭时人不离开灶。
    why: 火灭了气还在漏。
    audience: [public, elderly]
    sources: [work-safety-law#57]
"""


def write(county: Path, text: str = TIP) -> None:
    (county / "content/county/tips.yml").write_text(text, "utf-8")


def library_of(county: Path) -> Library:
    found = load(county).library
    assert found is not None
    return found


def test_it_comes_after_the_tips_of_its_sector_and_no_other_has_it(fixture_county: Path) -> None:
    before = library_of(fixture_county)
    write(fixture_county)
    after = library_of(fixture_county)
    tips = after.sectors["gas"].tips
    assert tips[:-1] == before.sectors["gas"].tips
    assert (tips[-1].text, tips[-1].audience) == (
        "做饭时人不离开灶。",
        (Audience.PUBLIC, Audience.ELDERLY),
    )
    assert after.sectors["fire"] == before.sectors["fire"]
    assert [*after.sectors] == [*before.sectors]


def test_a_sector_with_tips_of_the_county_is_signed_by_it(fixture_county: Path) -> None:
    site = fixture_county / "content/county/site.yml"
    signed = (
        "imprint:\n  name: 省安全宣传\n  publisher: 省安委办\n  url: https://province.example/\n"
    )
    site.write_text(site.read_text("utf-8") + signed, "utf-8")
    write(fixture_county)
    library = library_of(fixture_county)
    assert library.issuer_of(library.sectors["fire"]).publisher == "省安委办"
    assert library.issuer_of(library.sectors["gas"]).publisher == library.site.publisher


def test_a_sector_that_is_not_there_is_told(fixture_county: Path, check: Check) -> None:
    write(fixture_county, TIP.replace("gas", "gass"))
    code, said = check(fixture_county)
    assert code == 1
    assert any("tips.yml:2:13: E303 找不到编号“gass”" in line for line in said)


def test_its_sources_hold_today(fixture_county: Path, check: Check) -> None:
    law = fixture_county / "content/common/references.yml"
    law.write_text(law.read_text("utf-8").replace("in-force\n", "repealed\n", 1), "utf-8")
    write(fixture_county)
    assert any("tips.yml:6:15: E318 " in line for line in check(fixture_county)[1])


def test_a_county_without_it_lacks_nothing(fixture_county: Path, check: Check) -> None:
    assert not (fixture_county / "content/county/tips.yml").exists()
    assert check(fixture_county)[0] == 0
