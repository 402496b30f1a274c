"""Building: the same input gives the same bytes, and a failure leaves the old site whole."""

from __future__ import annotations

import hashlib
import os
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
def old_site(project: Path) -> Path:
    old = project / "site"
    old.mkdir()
    (old / "index.html").write_text("上一版", encoding="utf-8")
    write_manifest(old, Manifest({"index.html": digest_of(old / "index.html")}))
    return old


def build(project: Path, *extra: str) -> int:
    return main(["build", "--root", str(project), "--as-of", DAY, *extra])


def test_the_same_input_gives_the_same_bytes(site: Path, project: Path) -> None:
    assert build(project) == 0
    assert fingerprint(project / "site") == fingerprint(site)


def test_a_good_build_takes_the_old_sites_place(project: Path, old_site: Path) -> None:
    assert build(project) == 0
    assert "上一版" not in (old_site / "index.html").read_text(encoding="utf-8")
    assert (old_site / "sectors/e-bike.html").exists()
    assert not list(project.glob(".site.building")) + list(project.glob(".site.retired"))


def test_bad_content_leaves_the_old_site_untouched(
    project: Path, old_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/sectors/e-bike.yml").write_text("", encoding="utf-8")
    assert build(project) == 1
    assert fingerprint(old_site).keys() == {"index.html", MARKER}
    printed = capsys.readouterr().err
    assert "content/sectors/e-bike.yml:1:1: E105" in printed
    assert "Traceback" not in printed


def test_plain_mkdocs_leaves_the_old_site_untouched_too(project: Path, old_site: Path) -> None:
    (project / "content/sectors/e-bike.yml").write_text("", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "content/sectors/e-bike.yml:1:1: E105" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert fingerprint(old_site).keys() == {"index.html", MARKER}


def test_plain_mkdocs_builds_strictly_and_without_warnings(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "WARNING" not in done.stderr
    assert (project / "site/work/2023/30.html").exists()


def test_a_broken_template_leaves_the_old_site_untouched(
    project: Path, old_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theme = project / "theme"
    source = theme.resolve()
    theme.unlink()
    subprocess.run(["cp", "-r", str(source), str(theme)], check=True)
    (theme / "pages/sector.html.j2").write_text("{{ sector.nothing }}", encoding="utf-8")
    assert build(project) == 1
    assert fingerprint(old_site).keys() == {"index.html", MARKER}
    printed = capsys.readouterr().err
    assert "sector.html.j2" in printed
    assert "Traceback" not in printed


def test_a_full_disk_leaves_the_old_site_untouched(project: Path, old_site: Path) -> None:
    """A file size limit makes writing fail in the middle, as a full disk does."""

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    done = subprocess.run(
        [*PINGAN, "build", "--as-of", DAY],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=small_files,
    )
    assert done.returncode == 1
    assert "原来的网站没有变" in done.stderr
    assert "Traceback" not in done.stderr
    assert fingerprint(old_site).keys() == {"index.html", MARKER}


def test_a_killed_build_leaves_the_old_site_and_the_next_build_works(
    project: Path, old_site: Path
) -> None:
    process = subprocess.Popen(
        [*PINGAN, "build", "--as-of", DAY],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    building = project / ".site.building"
    while process.poll() is None and not (building / "index.html").exists():
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert (old_site / "index.html").exists()
    assert build(project) == 0
    assert not building.exists()
    assert (old_site / "sectors/e-bike.html").exists()


def test_a_site_lost_between_two_renames_comes_back(project: Path, old_site: Path) -> None:
    old_site.rename(project / ".site.retired")
    (project / "content/sectors/e-bike.yml").write_text(
        (project / "content/sectors/e-bike.yml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert build(project) == 0
    assert not (project / ".site.retired").exists()


def test_a_wrong_day_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["build", "--as-of", "六月一日"])
    assert stop.value.code == 2
    assert "日期写成 2023-06-01" in capsys.readouterr().err
