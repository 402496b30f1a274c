"""A power cut: what is renamed into a place was on the disk before, and stays there.

The disk of these tests forgets what was not synced (`power.py`).
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator import kept
from generator.cli import main
from generator.engine import swap
from tests.conftest import of_its_own
from tests.faults.power import Disk
from tests.faults.test_faults import build, rewrite
from tests.publish.conftest import Sites

BY_HAND = "by hand"
pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for names of files"),
]


@pytest.fixture
def county(fixture_county: Path) -> Path:
    """The small county, built once, with a `.pingan` of its own and a page changed by hand."""
    of_its_own(fixture_county)
    assert build(fixture_county) == 0
    rewrite(fixture_county, 1)
    (fixture_county / "site/about.html").write_text(BY_HAND, encoding="utf-8")
    return fixture_county


def no_exchange(first: Path, second: Path) -> None:
    raise OSError("no renameat2")


def no_rename(building: Path, target: Path, retired: Path) -> None:
    raise OSError("a mount point")


@pytest.mark.parametrize("way", ["exchange", "rename", "file by file"])
def test_a_new_site_is_on_the_disk_before_it_takes_its_place(
    county: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if way != "exchange":
        monkeypatch.setattr(swap, "_exchange", no_exchange)
    if way == "file by file":
        monkeypatch.setattr(swap, "_rename", no_rename)
    disk = Disk(county, monkeypatch)
    assert build(county) == 0
    assert disk.torn == []
    assert disk.lost(county / "site") == []
    place = "index.html" if way == "file by file" else ""
    assert county / "site" / place in disk.renames
    aside = county / ".pingan/replaced/1/about.html"
    assert aside.read_text(encoding="utf-8") == BY_HAND
    assert disk.would_have(aside)
    assert disk.removals > 100


def test_a_release_is_on_the_disk_before_it_is_the_current_one(
    sites: Sites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    www = tmp_path / "www"
    to = ["publish", "--to", str(www), "--site"]
    assert main([*to, str(sites.first)]) == 0
    disk = Disk(www, monkeypatch)
    assert main([*to, str(sites.second)]) == 0
    assert main([*to, str(sites.first), "--rollback"]) == 0
    for site in (sites.second, sites.first, sites.second):
        assert main([*to, str(site), "--keep", "1"]) == 0
    assert disk.torn == []
    assert disk.renames.count(www / "current") == 5
    assert disk.renames.count(www / ".pingan-releases.json") == 5
    assert disk.removals > 100


def test_what_is_kept_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(tmp_path, monkeypatch)
    assert kept.write(tmp_path / "made", b"bytes", answers="all") is None
    assert disk.renames == [tmp_path / "made"]
    assert disk.torn == []
