"""What may be in the public site, by pattern; nothing else is there."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.conftest import COUNTIES, ROOT

STAMP = r"[0-9a-f]{10}"
ID = r"[a-z0-9-]+"
PUBLIC = [
    re.compile(pattern)
    for pattern in (
        # pages
        r"(index|404|about|accessibility|archive|az|emergency|handbook|map|pictures|places|search|subscribe)\.html",
        r"(alerts|campaigns|kit|references|sectors|themes|training|units|work)/index\.html",
        rf"(alerts|campaigns|for|procedures|references|sectors|situations|themes|training|units)/{ID}\.html",
        rf"(campaigns|themes|work)/\d{{4}}/{ID}\.html",
        rf"kit/((alerts|campaigns|themes)/{ID}|(campaigns|themes)/\d{{4}}/{ID})\.html",
        # what pages are made with
        rf"css/{ID}\.{STAMP}\.css",
        rf"js/{ID}\.{STAMP}\.js",
        r"assets/favicon\.svg",
        rf"search/{STAMP}/(base|answers|traditional|elsewhere|(grams|texts|card)-\d+)\.js",
        rf"pictures/{ID}\.{STAMP}\.svg",
        # downloads
        rf"files/{ID}/{ID}\.(pptx|docx|xlsx|pdf|png|zip)",
        rf"files/situations/{ID}\.html",
        r"kit/(alerts|campaigns|themes|(campaigns|themes)/\d{4})/[a-z0-9-]+/"
        r"(article\.html|(sms|group|broadcast|led|press)\.txt|cover\.png|poster(-a3|-a4|-phone|-screen)?\.(pdf|png)"
        r"|slides\.pptx|kit\.zip)",
        # what other programs read
        r"(feed|rss|sitemap)\.xml|sitemap\.xml\.gz|robots\.txt",
        r"licenses\.txt",
        r"calendar/(themes|campaigns|duties/[a-z0-9-]+)\.ics",
        r"api/v1/(schemas/)?[a-z-]+\.json",
        # says that the folder is made anew at each build
        r"\.pingan-site\.json",
    )
]
EDITORS_ONLY = ("编辑指南", "pingan check", "pingan new")


def files(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


@pytest.mark.parametrize("county", COUNTIES)
def test_only_what_is_meant_to_be_public_is_published(
    county: str, request: pytest.FixtureRequest
) -> None:
    published = files(request.getfixturevalue(county))
    strange = [name for name in published if not any(p.fullmatch(name) for p in PUBLIC)]
    assert strange == []
    unused = [p.pattern for p in PUBLIC if not any(p.fullmatch(name) for name in published)]
    assert unused == []


def test_no_file_names_the_machine_that_built_it(fixture_site: Path) -> None:
    paths = {str(ROOT).encode(), str(fixture_site.parent).encode(), str(Path.home()).encode()}
    telling = []
    for name in files(fixture_site):
        content = (fixture_site / name).read_bytes()
        if name.endswith((".zip", ".docx", ".pptx", ".xlsx")):
            with zipfile.ZipFile(fixture_site / name) as packed:
                content += b"".join(packed.read(part) for part in packed.namelist())
        telling += [(name, path) for path in paths if path in content]
    assert telling == []


def test_every_stylesheet_and_script_is_used_and_there(fixture_site: Path) -> None:
    named: set[str] = set()
    for page in fixture_site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        for link in re.findall(r'(?:src|href|data-later)="([^":#]+\.(?:css|js|svg))"', html):
            target = (page.parent / link) if not link.startswith("/") else fixture_site / link[1:]
            named.add(target.resolve().relative_to(fixture_site.resolve()).as_posix())
    there = {name for name in files(fixture_site) if name.endswith((".css", ".js", ".svg"))}
    assert named - there == set()
    assert {name for name in there - named if not name.startswith("search/")} == set()


def test_the_editors_guide_is_not_part_of_the_citizens_site(fixture_site: Path) -> None:
    for page in fixture_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not [words for words in EDITORS_ONLY if words in text], page
