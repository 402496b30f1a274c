"""Building: the same input gives the same bytes, and a failure leaves the old site whole."""

from __future__ import annotations

import hashlib
import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli import main
from generator.model.manifest import MARKER, Manifest, digest_of, write_manifest
from tests.conftest import DAY

PINGAN = [sys.executable, "-m", "generator"]


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def old_site(fixture_county: Path) -> Path:
    old = fixture_county / "site"
    old.mkdir()
    (old / "index.html").write_text("上一版", encoding="utf-8")
    write_manifest(old, Manifest({"index.html": digest_of(old / "index.html")}))
    return old


def build(fixture_county: Path, *extra: str) -> int:
    return main(["build", "--root", str(fixture_county), "--as-of", DAY, *extra])


def test_the_same_input_gives_the_same_bytes(fixture_site: Path, fixture_county: Path) -> None:
    assert build(fixture_county) == 0
    assert fingerprint(fixture_county / "site") == fingerprint(fixture_site)


def test_a_good_build_takes_the_old_sites_place(fixture_county: Path, old_site: Path) -> None:
    assert build(fixture_county) == 0
    assert "上一版" not in (old_site / "index.html").read_text(encoding="utf-8")
    assert (old_site / "sectors/gas.html").exists()
    assert not list(fixture_county.glob(".site.building")) + list(
        fixture_county.glob(".site.retired")
    )


def test_what_a_build_counts_has_chinese_names(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(fixture_county) == 0
    names = re.findall(r"^│ (\S+) +│ +\d+ │$", capsys.readouterr().out, re.MULTILINE)
    assert "首页" in names
    assert [name for name in names if name.isascii()] == []


def test_bad_content_leaves_the_old_site_untouched(
    fixture_county: Path, old_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (fixture_county / "content/common/sectors/gas.yml").write_text("", encoding="utf-8")
    assert build(fixture_county) == 1
    assert fingerprint(old_site).keys() == {"index.html", MARKER}
    printed = capsys.readouterr().err
    assert "content/common/sectors/gas.yml:1:1: E105" in printed
    assert "Traceback" not in printed


def test_plain_mkdocs_leaves_the_old_site_untouched_too(
    fixture_county: Path, old_site: Path
) -> None:
    (fixture_county / "content/common/sectors/gas.yml").write_text("", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=fixture_county,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "content/common/sectors/gas.yml:1:1: E105" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert fingerprint(old_site).keys() == {"index.html", MARKER}


def test_plain_mkdocs_builds_strictly_and_without_warnings(fixture_county: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=fixture_county,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "WARNING -" not in done.stderr  # a notice of the theme names a variable like that
    assert (fixture_county / "site/work/2023/02.html").exists()


def test_a_broken_template_leaves_the_old_site_untouched(
    fixture_county: Path, old_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theme = fixture_county / "theme"
    source = theme.resolve()
    theme.unlink()
    subprocess.run(["cp", "-r", str(source), str(theme)], check=True)
    (theme / "pages/sector.html.j2").write_text("{{ sector.nothing }}", encoding="utf-8")
    assert build(fixture_county) == 1
    assert fingerprint(old_site).keys() == {"index.html", MARKER}
    printed = capsys.readouterr().err
    assert "sector.html.j2" in printed
    assert "Traceback" not in printed


@pytest.mark.thorough
def test_a_full_disk_leaves_the_old_site_untouched(fixture_county: Path, old_site: Path) -> None:
    """A file size limit makes writing fail in the middle, as a full disk does."""

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    done = subprocess.run(
        [*PINGAN, "build", "--as-of", DAY],
        cwd=fixture_county,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=small_files,
    )
    assert done.returncode == 1
    assert "原来的网站没有变" in done.stderr
    assert "Traceback" not in done.stderr
    assert fingerprint(old_site).keys() == {"index.html", MARKER}


@pytest.mark.thorough
def test_a_killed_build_leaves_the_old_site_and_the_next_build_works(
    fixture_county: Path, old_site: Path
) -> None:
    process = subprocess.Popen(
        [*PINGAN, "build", "--as-of", DAY],
        cwd=fixture_county,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    building = fixture_county / ".site.building"
    while process.poll() is None and not (building / "index.html").exists():
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert (old_site / "index.html").exists()
    assert build(fixture_county) == 0
    assert not building.exists()
    assert (old_site / "sectors/gas.html").exists()


def test_a_wrong_day_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["build", "--as-of", "六月一日"])
    assert stop.value.code == 2
    assert "日期写成 2023-06-01" in capsys.readouterr().err
