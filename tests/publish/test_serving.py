"""A real web server serves `current` while releases change under it, forward and back."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from tests.machine import free_port, running_server
from tests.publish.conftest import Sites

FULL = "PINGAN_FAULTS" in os.environ
PUBLISHES = 100 if FULL else 10
READERS = 4
PAGES = ("index.html", "alerts/winter.html", "kit/alerts/winter.html", "sectors/fire.html")
STYLE = re.compile(r'<link rel="stylesheet" href="([^":]+)"')

pytestmark = pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is missing")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    port = free_port()
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/errors; worker_processes 1;\n"
        "user root;\nevents {} http { include /etc/nginx/mime.types; access_log off;\n"
        f"server {{ listen 127.0.0.1:{port}; root {tmp_path}/www/current; gzip_static on; }} }}",
        encoding="utf-8",
    )
    command = ["nginx", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    with running_server(command, port, home=tmp_path) as url:
        yield url


class Reader(threading.Thread):
    """Reads pages and their stylesheets again and again, and notes what went wrong."""

    def __init__(self, address: str, sites: Sites, stop: threading.Event) -> None:
        super().__init__()
        self._address = address
        self._stop_reading = stop
        self._whole = {
            name: {(site / name).read_bytes() for site in sites if (site / name).is_file()}
            for name in {
                path.relative_to(site).as_posix()
                for site in sites
                for path in site.rglob("*")
                if path.is_file()
            }
        }
        self.requests = 0
        self.packed = 0
        self.faults: list[str] = []

    def run(self) -> None:
        while not self._stop_reading.is_set():
            for name in PAGES:
                page = self._get(name)
                for style in STYLE.findall(page.decode()):
                    self._get(urllib.parse.urljoin(name, style))

    def _get(self, name: str) -> bytes:
        self.requests += 1
        try:
            wanted = {"Accept-Encoding": "gzip"} if self.requests % 2 else {}
            asked = urllib.request.Request(self._address + name, headers=wanted)
            with urllib.request.urlopen(asked) as answer:
                content: bytes = answer.read()
                if answer.headers["Content-Encoding"] == "gzip":
                    content = gzip.decompress(content)
                    self.packed += 1
        except OSError as error:
            self.faults.append(f"{name}: {error}")
            return b""
        if content not in self._whole[name]:
            self.faults.append(f"{name}: neither the one nor the other")
        return content


def test_no_reader_loses_anything_while_releases_change(
    sites: Sites, tmp_path: Path, server: str
) -> None:
    to = ["--to", str(tmp_path / "www"), "--keep", "2"]
    assert main(["publish", "--site", str(sites.first), *to]) == 0
    stop = threading.Event()
    readers = [Reader(server, sites, stop) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    try:
        for number in range(PUBLISHES):
            if number % 5 == 4:
                assert main(["publish", *to, "--rollback"]) == 0
            else:
                before = (tmp_path / "www/current/alerts/winter.html").read_bytes()
                other = sites.second if "天冷烤火".encode() not in before else sites.first
                assert main(["publish", "--site", str(other), *to]) == 0
    finally:
        stop.set()
        for reader in readers:
            reader.join()
    count = sum(reader.requests for reader in readers)
    if FULL:
        sys.stderr.write(f"{PUBLISHES} changes, {count} requests\n")
    assert [fault for reader in readers for fault in reader.faults] == []
    assert count > PUBLISHES
    assert sum(reader.packed for reader in readers) > count / 3
