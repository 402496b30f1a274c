"""Two sites of the small county that differ in a page and in a stylesheet."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli import main
from tests.conftest import DAY, ROOT, copy_fixture_county


class Sites(NamedTuple):
    """Two built sites; tests copy them before they change anything."""

    first: Path
    second: Path


@pytest.fixture(scope="session")
def sites(fixture_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    county = copy_fixture_county(tmp_path_factory.mktemp("second") / "county")
    (county / "theme").unlink()
    shutil.copytree(ROOT / "theme", county / "theme")
    for css in ("web/css/parts/cards.css", "web/css/pages/kit.css"):
        with (county / "theme" / css).open("a", encoding="utf-8") as file:
            file.write("/* newer */\n")
    alert = county / "content/common/alerts/winter.yml"
    text = alert.read_text(encoding="utf-8")
    alert.write_text(text.replace("天冷取暖，", "天冷烤火，"), encoding="utf-8")
    assert main(["build", "--root", str(county), "--as-of", DAY]) == 0
    second = county / "site"
    for path in (path for path in second.rglob("*") if path.is_file()):
        other = fixture_site / path.relative_to(second)
        if other.is_file() and other.read_bytes() == path.read_bytes():
            shutil.copystat(other, path)  # as when one was built after the other
    return Sites(fixture_site, second)
