"""What the servers of docs/server.md send of a published site: packed, and each file as it is."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest

from generator.cli import main
from generator.engine.policy import NAME, SITE
from tests.install.test_servers import YEAR, get
from tests.machine import free_port, running_server
from tests.web_servers import SERVERS, is_installed

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
PHONE = "gzip, deflate, br"
TYPES = {
    "index.html": "text/html; charset=utf-8",
    "emergency.html": "text/html; charset=utf-8",
    "css/*.css": "text/css",
    "js/search.*.js": "javascript",
    "search/*/base.js": "javascript",
    "calendar/*.ics": "text/calendar",
    "pictures/*.svg": "image/svg+xml",
    "rss.xml": "xml",
    "licenses.txt": "text/plain; charset=utf-8",
}
"""Files of each kind of text, with what is said of them."""


class Server(NamedTuple):
    """A running server: where it answers, what it serves, and how it packs."""

    address: str
    release: Path
    packs: set[str]


@pytest.fixture(scope="module")
def release(fixture_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    www = tmp_path_factory.mktemp("published") / "www"
    assert main(["publish", "--site", str(fixture_site), "--to", str(www)]) == 0
    return www / "current"


@pytest.fixture(scope="module", params=SERVERS)
def server(
    request: pytest.FixtureRequest, release: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    if not is_installed(request.param):
        pytest.skip(f"{request.param} is not installed")
    folder, port = tmp_path_factory.mktemp("server"), free_port()
    command = SERVERS[request.param](folder, release, port)
    with running_server(command, port, home=folder) as address:
        yield Server(address, release, {"gzip"} if request.param == "nginx" else {"gzip", "br"})


def a_file(release: Path, pattern: str) -> str:
    paths = (path for path in sorted(release.glob(pattern)) if path.stat().st_size >= 1024)
    return next(paths).relative_to(release).as_posix()


@pytest.mark.parametrize("pattern", TYPES)
def test_a_text_arrives_as_it_is_however_it_is_packed(server: Server, pattern: str) -> None:
    name = a_file(server.release, pattern)
    text = (server.release / name).read_bytes()
    sizes = {}
    for accepted, packed in (("br", "br"), ("gzip", "gzip"), (PHONE, "br"), ("", None)):
        expected = packed if packed in server.packs else None
        if accepted == PHONE and expected is None:
            expected = "gzip"
        status, headers, body = get(server.address + name, **{"Accept-Encoding": accepted})
        assert (status, headers["Content-Encoding"]) == (200, expected)
        assert UNPACK[expected](body) == text
        assert "Accept-Encoding" in headers["Vary"]
        assert TYPES[pattern] in headers["Content-Type"]
        twin = {"br": f"{name}.br", "gzip": f"{name}.gz", None: name}[expected]
        assert body == (server.release / twin).read_bytes()  # nothing is packed only now
        sizes[accepted] = len(body)
        for also in (
            {"If-None-Match": headers["ETag"]},
            {"If-Modified-Since": headers["Last-Modified"]},
        ):
            again, _, nothing = get(server.address + name, **{"Accept-Encoding": accepted, **also})
            assert (again, nothing) == (304, b"")
    assert sizes[PHONE] <= sizes["gzip"] < sizes[""]


def test_what_is_packed_differs_by_its_tag(server: Server) -> None:
    tags = {
        get(server.address, **{"Accept-Encoding": accepted})[1]["ETag"]
        for accepted in (*server.packs, "")
    }
    assert len(tags) == len(server.packs) + 1


def test_stamped_files_are_kept_for_a_year_and_pages_are_asked_for(server: Server) -> None:
    for pattern, kept in (
        ("css/*.css", YEAR),
        ("js/search.*.js", YEAR),
        ("search/*/base.js", YEAR),
        ("index.html", "no-cache"),
        ("licenses.txt", "no-cache"),
        ("rss.xml", "no-cache"),
    ):
        name = a_file(server.release, pattern)
        for accepted in ("br", "gzip", ""):
            _, headers, _ = get(server.address + name, **{"Accept-Encoding": accepted})
            assert headers.get_all("Cache-Control") == [kept], name


def test_packed_pages_come_with_their_policy(server: Server) -> None:
    for accepted in ("br", "gzip", ""):
        for name in ("", "emergency.html", "nothing-here.html"):
            _, headers, _ = get(server.address + name, **{"Accept-Encoding": accepted})
            assert headers.get_all(NAME) == [SITE], (accepted, name)


def test_what_is_missing_or_hidden_is_our_own_page_however_it_is_packed(server: Server) -> None:
    missing = (server.release / "404.html").read_bytes()
    for accepted in ("br", "gzip", ""):
        for name in ("nothing-here.html", ".pingan-site.json", ".pingan-site.json.gz"):
            status, headers, body = get(server.address + name, **{"Accept-Encoding": accepted})
            assert status == 404
            assert UNPACK[headers["Content-Encoding"]](body) == missing


def test_what_is_no_text_is_sent_as_it_is(server: Server) -> None:
    name = "files/fire/fire-pack.zip"
    status, headers, body = get(server.address + name, **{"Accept-Encoding": PHONE})
    assert (status, headers["Content-Encoding"]) == (200, None)
    assert body == (server.release / name).read_bytes()
