"""The server examples of docs/server.md, run by the real servers where they are installed."""

from __future__ import annotations

import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from generator.cli import main
from generator.engine.policy import ADMIN, NAME, SITE
from tests.conftest import DAY
from tests.machine import free_port, running_server
from tests.web_servers import SERVERS, is_installed

YEAR = "public, max-age=31536000, immutable"


@pytest.fixture(params=["nginx", "caddy"])
def address(request: pytest.FixtureRequest, tmp_path: Path, fixture_site: Path) -> Iterator[str]:
    if not is_installed(request.param):
        pytest.skip(f"{request.param} is not installed")
    port = free_port()
    command = SERVERS[request.param](tmp_path, fixture_site, port)
    with running_server(command, port, home=tmp_path) as url:
        yield url


def get(url: str, **headers: str) -> tuple[int, Message, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_the_server_examples_serve_and_cache_as_the_guide_says(
    address: str, fixture_site: Path
) -> None:
    status, headers, page = get(address)
    assert status == 200
    assert headers["Cache-Control"] == "no-cache"
    assert "样例县平安站" in page.decode()
    again, _, _ = get(address, **{"If-None-Match": headers["ETag"]})
    assert again == 304
    for pattern in ("css/*.css", "js/search.*.js", "search/*/base.js"):
        name = next(fixture_site.glob(pattern)).relative_to(fixture_site).as_posix()
        status, headers, _ = get(address + name, **{"Accept-Encoding": "gzip"})
        assert (status, headers["Cache-Control"]) == (200, YEAR), name
        assert headers["Content-Encoding"] == "gzip", name
    status, headers, page = get(address + "files/fire/fire-pack.zip")
    assert (status, headers["Cache-Control"], page[:2]) == (200, "no-cache", b"PK")


def test_every_page_comes_with_its_policy_and_nothing_else_does(
    address: str, fixture_site: Path
) -> None:
    for name in ("", "index.html", "kit/alerts/winter/article.html", "nothing-here.html"):
        _, headers, _ = get(address + name)
        assert headers.get_all(NAME) == [SITE], name
    style = next(fixture_site.glob("css/*.css")).relative_to(fixture_site).as_posix()
    for name in (style, "feed.xml", "files/fire/fire-handout.pdf", "kit/alerts/winter/sms.txt"):
        status, headers, _ = get(address + name)
        assert (status, headers[NAME]) == (200, None), name


def test_the_editors_form_has_its_own_policy(address: str, fixture_site: Path) -> None:
    form = fixture_site / "admin/index.html"
    form.parent.mkdir()
    form.write_text("<!doctype html>", encoding="utf-8")
    try:
        for name in ("admin/", "admin/index.html"):
            status, headers, _ = get(address + name)
            assert (status, headers.get_all(NAME)) == (200, [ADMIN]), name
    finally:
        shutil.rmtree(form.parent)


def test_what_is_not_there_or_not_public_is_our_own_page(address: str) -> None:
    for name in ("nothing-here.html", "sectors/nothing", ".pingan-site.json"):
        status, _, page = get(address + name)
        assert status == 404, name
        assert "没有这个页面" in page.decode(), name


def test_below_a_path_the_missing_page_finds_its_styles(fixture_county: Path) -> None:
    site_file = fixture_county / "content/county/site.yml"
    text = site_file.read_text(encoding="utf-8")
    site_file.write_text(text.replace("sample.example/", "sample.example/pingan/"), "utf-8")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 0
    missing = (fixture_county / "site/404.html").read_text(encoding="utf-8")
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', missing)
    assert styles
    assert [style for style in styles if not style.startswith("/pingan/")] == []
    page = (fixture_county / "site/sectors/fire.html").read_text(encoding="utf-8")
    assert re.findall(r'(?:href|src)="(/[^"]*)"', page) == []
