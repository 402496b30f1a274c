"""Every page is HTML without an error, as the checker of the W3C sees it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

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
