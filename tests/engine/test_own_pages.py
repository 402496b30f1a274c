"""A county's own words for the pages about the site."""

from __future__ import annotations

from pathlib import Path

from generator.cli import main
from tests.check.editing import Check, found
from tests.conftest import DAY, build

OWN = """---
reviewed_on: 2026-11-20
---

# 关于样例县的这个网站

有事请到[紧急求助](emergency.md)，这里是{县名}。
"""


def own(root: Path, name: str, words: str) -> None:
    path = root / "content/county/pages" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(words, "utf-8")


def test_they_take_the_place_of_those_that_all_counties_have(fixture_county: Path) -> None:
    own(fixture_county, "about.md", OWN)
    build(fixture_county)
    page = (fixture_county / "site/about.html").read_text("utf-8")
    assert "关于样例县的这个网站" in page
    assert 'href="emergency.html"' in page
    assert "这里是样例县。" in page
    assert "写给谁看" not in page
    assert "无障碍" in (fixture_county / "site/accessibility.html").read_text("utf-8")


def test_what_the_build_would_refuse_the_check_says(fixture_county: Path, check: Check) -> None:
    assert check(fixture_county)[0] == 0
    own(fixture_county, "about.md", OWN.replace("emergency.md", "nowhere.md"))
    code, lines = check(fixture_county)
    assert code == 1
    assert "nowhere.md" in found(lines, "E407")[0]
    own(fixture_county, "about.md", OWN)
    path = fixture_county / "content/county/pages/about.md"
    path.write_bytes(OWN.encode("gbk"))
    assert found(check(fixture_county)[1], "E104")[0].startswith("content/county/pages/about.md:")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 1
