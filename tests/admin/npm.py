"""The CMS as npm installs it: found, or installed with `npm ci`, or a reason to skip."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

from tests.conftest import ROOT

FOLDER = ROOT / "admin"
DONE = FOLDER / "node_modules/.package-lock.json"
"""npm writes it last."""


def installed() -> Path:
    """Give the folder of the CMS; skips when it is not there and npm is not, either.

    One of the processes that run the tests installs it; the others wait."""
    with FileLock(FOLDER / ".npm.lock"):
        if not DONE.is_file():
            npm = shutil.which("npm")
            if npm is None:
                pytest.skip("网页编辑器没有装，这台电脑也没有 npm：装好 Node.js 再运行 make admin")
            subprocess.run([npm, "ci", "--no-fund", "--no-audit"], cwd=FOLDER, check=True)
    return FOLDER / "node_modules/@sveltia/cms"


def node() -> str:
    """Give the path of Node.js, which comes with npm."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("这台电脑没有 Node.js")
    return found
