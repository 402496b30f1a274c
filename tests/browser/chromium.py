"""Finding the browser that the tests drive, and getting one where there is none.

The one without windows comes first: it is the same engine, and tests take half the time in it.

    python -m tests.browser.chromium

The Chinese font is the program's own, so no font has to be installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_COMMANDS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def chromium() -> str | None:
    """Give the path of a browser of the Chromium family; None where there is none.

    The environment variable CHROMIUM comes first, then what is installed, then Playwright's own.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = next(filter(None, map(shutil.which, _COMMANDS)), None)
    found = found or next((place for place in _PLACES if Path(place).is_file()), None)
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


def main() -> int:
    """Make sure that there is a browser, saying before what is installed."""
    if chromium():
        return 0
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        apt = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
        install = [*apt, "install", "--yes", "--no-install-recommends"]
        ways = [[*install, "chromium-headless-shell"], [*install, "chromium"], *ways]
        subprocess.run([*apt, "update"], check=False, stdout=subprocess.DEVNULL)
    for way in ways:
        print(f"测试要用浏览器，这台电脑上没有。正在安装：{' '.join(way)}", flush=True)
        subprocess.run(
            way,
            check=False,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
        if chromium():
            return 0
    print("没有装成浏览器。装好 Chromium、Chrome 或 Edge，或用环境变量 CHROMIUM 指明它的路径。")
    return 1


if __name__ == "__main__":
    sys.exit(main())
