"""`pingan build --portal`: what the operator of a portal gets works below any address."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from generator.cli import main
from generator.government.pages import look_through
from tests.browser.conftest import served
from tests.conftest import DAY, copy_fixture_county, in_content, of_its_own
from tests.engine.test_government import FILING, filed

URL = "https://www.sample.example/zjzx/aqxc/"


def packed(root: Path) -> Path:
    assert main(["build", "--root", str(root), "--as-of", DAY, "--portal"]) == 0
    return root / "site-portal.zip"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = filed(copy_fixture_county(tmp_path_factory.mktemp("portal") / "county"), FILING)
    path = in_content(root, "county/site.yml")
    path.write_text(path.read_text("utf-8").replace("https://sample.example/", URL), "utf-8")
    return packed(root)


@pytest.fixture(scope="module")
def column(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a web server into which the operator put the column."""
    server = tmp_path_factory.mktemp("server")
    with zipfile.ZipFile(whole) as archive:
        archive.extractall(server / "unpacked")
    (server / "www/zjzx").mkdir(parents=True)
    (server / "unpacked/site").rename(server / "www/zjzx/aqxc")
    return server / "www"


def test_it_says_what_to_do_and_nothing_is_damaged(whole: Path) -> None:
    with zipfile.ZipFile(whole) as archive:
        names = archive.namelist()
        readme = archive.read("说明.txt").decode("utf-8-sig")
        sums = archive.read("SHA256SUMS").decode().splitlines()
        inside = [name for name in names if name.startswith("site/")]
        assert {*names} == {"说明.txt", "SHA256SUMS", *inside}
        assert f"把 site 文件夹里的 {len(inside)} 个文件" in readme
        assert URL in readme
        assert sums == [
            f"{hashlib.sha256(archive.read(name)).hexdigest()}  {name}" for name in inside
        ]
    for name in ("404.html", "robots.txt", "sitemap.xml.gz", ".pingan-site.json"):
        assert f"site/{name}" not in names, "it has no meaning in a column"


def test_the_same_site_is_the_same_zip(whole: Path, tmp_path: Path) -> None:
    first = whole.read_bytes()
    again = tmp_path / "county"
    shutil.copytree(whole.parent, again, symlinks=True)
    shutil.rmtree(again / "site")
    of_its_own(again)
    assert packed(again).read_bytes() == first


def test_every_link_leads_somewhere_and_every_page_has_its_tags(column: Path) -> None:
    seen = look_through(column / "zjzx/aqxc")
    assert seen.pages > 40
    assert seen.dead == []
    assert seen.untagged == {}


def test_it_works_below_an_address_and_asks_for_nothing_outside(
    column: Path, chromium: Browser
) -> None:
    with served(column) as base:
        page = chromium.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{base}zjzx/aqxc/index.html")
        page.get_by_role("link", name="行业领域").first.click()
        page.get_by_role("link", name="燃气安全").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("燃气安全")
        page.goto(f"{base}zjzx/aqxc/search.html?q=家里着火了")
        expect(page.locator("body")).to_contain_text("家里起火")
        page.close()
    assert len(asked) > 8
    assert {urlsplit(url).path[:11] for url in asked} == {"/zjzx/aqxc/"}


def test_what_a_column_of_a_government_lacks_is_said(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = in_content(fixture_county, "county/site.yml")
    path.write_text(path.read_text("utf-8").replace("url: https://sample.example/\n", ""), "utf-8")
    packed(fixture_county)
    said = capsys.readouterr().err
    assert "site.yml 里还要写：网址（url）、政府网站标识码（filing.government）" in said


def test_what_somebody_put_into_the_site_is_not_given_away(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed(fixture_county)
    (fixture_county / "site/notes.txt").write_text("mine", "utf-8")
    (fixture_county / "site/leak.txt").symlink_to("/etc/passwd")
    with zipfile.ZipFile(packed(fixture_county)) as archive:
        assert not {"site/notes.txt", "site/leak.txt"} & {*archive.namelist()}
    assert "手放进网站文件夹的 2 个文件没有打进去" in capsys.readouterr().err


def test_without_the_word_there_is_no_zip(fixture_county: Path) -> None:
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 0
    assert not (fixture_county / "site-portal.zip").exists()
