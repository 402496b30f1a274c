"""The preview: drafts as they will show on their day, in a server that reloads."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.conftest import DAY, of_its_own
from tests.machine import free_port


def read(url: str, process: subprocess.Popen[bytes]) -> str:
    """Read a page from a server that is still starting."""
    while process.poll() is None:
        try:
            with urllib.request.urlopen(url) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server stopped")


def test_a_new_draft_is_seen_in_the_preview_and_nowhere_else(fixture_county: Path) -> None:
    pingan = [sys.executable, "-m", "generator"]
    made = [*pingan, "new", "theme", "2024-11", "--title", "试一试的主题", "--as-of", DAY]
    subprocess.run(made, cwd=fixture_county, check=True, capture_output=True)
    port = free_port()
    serve = [*pingan, "serve", "--drafts", "--address", f"127.0.0.1:{port}"]
    with subprocess.Popen(serve, cwd=fixture_county, stderr=subprocess.DEVNULL) as process:
        try:
            page = read(f"http://127.0.0.1:{port}/themes/2024/11.html", process)
        finally:
            process.terminate()
            process.wait()
    assert "试一试的主题" in page
    assert not (fixture_county / "site").exists()


def test_a_saved_word_is_shown_and_the_search_and_the_feeds_follow(fixture_county: Path) -> None:
    of_its_own(fixture_county)
    path = fixture_county / "content/common/situations/gas-smell.yml"
    text = path.read_text("utf-8")
    word = text.partition("- text: ")[2].partition("\n")[0]
    port = free_port()
    serve = [sys.executable, "-m", "generator", "serve", "--address", f"127.0.0.1:{port}"]
    with subprocess.Popen(serve, cwd=fixture_county, stderr=subprocess.DEVNULL) as process:
        try:
            for saved in ("不要慌张", "不要乱动"):
                page = read(f"http://127.0.0.1:{port}/situations/gas-smell.html", process)
                assert saved not in page
                path.write_text(text.replace(word, f"{word}，{saved}", 1), "utf-8")
                for address in ("situations/gas-smell.html", "api/v1/situations.json"):
                    seen(f"http://127.0.0.1:{port}/{address}", saved, process)
            search = read(f"http://127.0.0.1:{port}/search.html", process)
            folder = re.findall(r"search/[0-9a-f]{10}", search)[0]
            read(f"http://127.0.0.1:{port}/{folder}/base.js", process)
        finally:
            process.terminate()
            process.wait()


def seen(url: str, word: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a page of the preview has a word."""
    for _ in range(300):
        if word in read(url, process):
            return
        time.sleep(0.1)
    raise AssertionError(f"{word} is not in {url}")
