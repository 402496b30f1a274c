"""Every page is HTML without an error, as the checker of the W3C sees it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from generator.pages.page import Heading, Page
from tests.conftest import COUNTIES, ROOT

JAR = Path(os.environ.get("VNU_JAR") or ROOT / "node_modules/vnu-jar/build/dist/vnu.jar")
"""The checker: `npm i vnu-jar`, or a place of its own in VNU_JAR."""


@pytest.mark.skipif(shutil.which("java") is None, reason="没有 java")
@pytest.mark.skipif(not JAR.is_file(), reason="没有 vnu.jar：npm i vnu-jar，或把位置写进 VNU_JAR")
@pytest.mark.parametrize("county", COUNTIES)
def test_no_page_has_an_error(county: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(county)
    pages = [path for path in folder.rglob("*.html") if "admin" not in path.parts]
    checker = ["java", "-Xss8m", "-jar", str(JAR), "--errors-only"]
    done = subprocess.run(
        [*checker, *map(str, pages)], capture_output=True, text=True, check=False, timeout=600
    )
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("county", COUNTIES)
def test_nothing_of_the_frameworks_document_is_left(
    county: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(county)
    for path in folder.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        for dead in ('type="checkbox"', "md-overlay", "md-dialog", 'name="generator"'):
            assert dead not in page, path


POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


def test_every_id_is_there_once_and_names_what_points_to_it(site: Path) -> None:
    wrong = []
    for path in sorted(site.rglob("*.html")):
        page = html.fromstring(path.read_bytes())
        ids = [each.get("id") for each in page.iter() if each.get("id")]
        pointed = {
            name
            for each in page.iter()
            for attribute in POINTING
            for name in (each.get(attribute) or "").split()
        }
        if len(ids) != len(set(ids)) or not pointed <= set(ids):
            wrong.append((path.name, pointed - set(ids)))
    assert wrong == []


@pytest.mark.parametrize("county", COUNTIES)
def test_no_link_lies_in_another(county: str, request: pytest.FixtureRequest) -> None:
    """A browser would end the outer one, and leave the rest of it dead."""
    folder: Path = request.getfixturevalue(county)
    opened = re.compile(r"<(/?)a[\s>]")
    nested = []
    for path in folder.rglob("*.html"):
        ends = ["".join(pair) for pair in pairwise(opened.findall(path.read_text("utf-8")))]
        if "" in ends:
            nested.append(path.name)
    assert nested == []


def test_a_linked_heading_is_plain_in_the_contents() -> None:
    page = Page(
        **dict.fromkeys(("address", "title", "description", "kind", "section"), ""),
        crumbs=(),
        html='<h2 id="one">作为“<a href="b.html">各部门</a>”的<b>一员</b></h2>',
        changed_on=date(2026, 11, 24),
    )
    assert page.headings == (Heading("one", "作为“各部门”的<b>一员</b>"),)
