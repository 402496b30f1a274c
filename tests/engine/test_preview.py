"""The preview: drafts as they will show on their day, in a server that reloads."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.conftest import DAY
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
