"""Faults of the machine during a build: afterwards there is a whole site, and it is said.

`make faults` does it all: fifty kills, ten levels of a full disk; `make test` does a few of each.
Builds that are killed, or another user's, are forks of this process, since they start at once.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import DAY, copy_fixture_county, of_its_own
from tests.engine.test_output import tree
from tests.machine import with_own_mounts

pytestmark = pytest.mark.thorough

FULL = "PINGAN_FAULTS" in os.environ
KILLS = 50 if FULL else 5
LEVELS = 10 if FULL else 3
NOBODY = 65_534

needs_root = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may be somebody else"
)


def build(project: Path, *extra: str) -> int:
    return main(["build", "--root", str(project), "--as-of", DAY, *extra])


def start(project: Path, said: Path = Path(os.devnull)) -> int:
    """Start a build in another process; gives its id. What it says goes into a file."""
    process = os.fork()
    if process == 0:
        code = 99
        try:
            with said.open("w", encoding="utf-8") as words:
                sys.stdout = sys.stderr = words
                code = build(project)
        finally:
            os._exit(code)
    return process


def ended(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def rewrite(project: Path, number: int) -> str:
    """Change a word that stands on the home page, to one of two; gives it."""
    alert = project / "content/common/alerts/winter.yml"
    text = alert.read_text(encoding="utf-8")
    word = f"天冷第{number % 2}次取暖，"
    alert.write_text(re.sub("天冷[^，]*，", word, text), encoding="utf-8")
    return word


def home(project: Path) -> str:
    return (project / "site/index.html").read_text(encoding="utf-8")


def beside(project: Path) -> list[str]:
    return sorted(path.name for path in project.glob(".site*"))


def test_a_build_killed_at_any_moment_leaves_a_whole_site(fixture_county: Path) -> None:
    """The moments are drawn once and for all, spread over the time that a whole build takes."""
    moments = random.Random(20261124)
    assert build(fixture_county) == 0
    began = time.monotonic()
    assert ended(start(fixture_county)) == 0
    whole = time.monotonic() - began
    old = new = 0
    for number in range(KILLS):
        before = tree(fixture_county / "site")
        word = rewrite(fixture_county, number)
        process = start(fixture_county)
        time.sleep(moments.random() * whole * 1.1)
        os.kill(process, signal.SIGKILL)
        ended(process)
        if tree(fixture_county / "site") == before:
            old += 1
        else:
            assert main(["verify", str(fixture_county / "site")]) == 0
            assert word in home(fixture_county)
            new += 1
    if FULL:
        sys.stderr.write(f"{KILLS} kills: old {old}, new {new}, broken 0\n")
    word = rewrite(fixture_county, KILLS)
    assert build(fixture_county) == 0
    assert word in home(fixture_county)
    assert main(["verify", str(fixture_county / "site")]) == 0
    assert beside(fixture_county) == []


def test_a_full_disk_leaves_the_old_site_at_every_level(tmp_path: Path) -> None:
    done = with_own_mounts(
        sys.executable, "-m", "tests.faults.full_disk", str(tmp_path), str(LEVELS)
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    for code, words, is_old, left in seen["levels"]:
        assert code == 1, words
        assert is_old, words
        assert left == [], words
        assert "原来的网站没有变" in words
        assert "磁盘满了" in words or "No space" in words, words
        assert "Traceback" not in words
    assert (seen["after"][0], seen["after"][2]) == (0, True), seen["after"]


def test_of_two_builds_at_once_one_waits_or_says_so(fixture_county: Path) -> None:
    assert build(fixture_county) == 0
    word = rewrite(fixture_county, 1)
    said = [fixture_county.parent / "1", fixture_county.parent / "2"]
    codes = [ended(each) for each in [start(fixture_county, words) for words in said]]
    assert 0 in codes
    for code, words in zip(codes, said, strict=True):
        assert code == 0 or "另一个生成正在进行" in words.read_text(encoding="utf-8")
    assert main(["verify", str(fixture_county / "site")]) == 0
    assert word in home(fixture_county)
    assert beside(fixture_county) == []


def test_a_clock_that_was_wrong_does_no_harm(fixture_county: Path) -> None:
    assert build(fixture_county) == 0
    future = 4_102_444_800
    for path in (fixture_county / "site").rglob("*"):
        os.utime(path, (future, future))
    for path in (fixture_county / "content").rglob("*"):
        os.utime(path, (future, future))
    earlier = ["build", "--root", str(fixture_county), "--as-of", "2026-11-01"]
    assert main(earlier) == 0
    straight = fixture_county.parent / "straight"
    assert main([*earlier, "--output", str(straight)]) == 0
    assert tree(fixture_county / "site") == tree(straight)
    assert build(fixture_county) == 0


@pytest.fixture
def shared_county() -> Iterator[Path]:
    """A county that belongs to another user, where that user may reach it."""
    folder = Path(tempfile.mkdtemp(prefix="pingan-"))
    folder.chmod(0o755)
    try:
        county = copy_fixture_county(folder / "county")
        of_its_own(county)
        assert build(county) == 0
        shutil.rmtree(county / ".pingan/sites")
        for path in (county, *county.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        yield county
    finally:
        shutil.rmtree(folder)


def build_as_nobody(county: Path) -> tuple[int, str]:
    """Build as another user; gives the exit code and what was said."""
    codecs.lookup("cp437")  # this Python's own folder may be closed to others
    words = io.StringIO()
    groups = os.getgroups()
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        with contextlib.redirect_stderr(words):
            code = build(county)
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
        os.setgroups(groups)
    return code, words.getvalue()


def give_to_root(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 0, 0)


@needs_root
def test_a_site_that_root_built_is_replaced_and_what_stays_is_said(shared_county: Path) -> None:
    give_to_root(shared_county / "site")
    (shared_county / "site/about.html").chmod(0o600)  # built with a umask of root's own
    word = rewrite(shared_county, 1)
    for _ in range(2):
        code, words = build_as_nobody(shared_county)
        assert code == 0, words
        assert "网站已更新，旧的没删干净：" in words
        assert word in home(shared_county)
        assert main(["verify", str(shared_county / "site")]) == 0
        word = rewrite(shared_county, 2)
    shutil.rmtree(shared_county / ".site.old")  # as the hint says
    code, words = build_as_nobody(shared_county)
    assert (code, "没删干净" in words) == (0, False)
    assert beside(shared_county) == []


@needs_root
def test_a_leftover_that_root_made_stops_nothing(shared_county: Path) -> None:
    for name in (".site.building", ".site.old", ".site.retired"):
        shutil.copytree(shared_county / "site", shared_county / name)
        give_to_root(shared_county / name)
    word = rewrite(shared_county, 1)
    code, words = build_as_nobody(shared_county)
    assert code == 0, words
    assert "旧的没删干净" in words
    assert word in home(shared_county)


@needs_root
def test_a_site_in_a_folder_that_may_not_be_written_says_so(shared_county: Path) -> None:
    before = tree(shared_county / "site")
    rewrite(shared_county, 1)
    give_to_root(shared_county / "site")
    os.chown(shared_county, 0, 0)
    code, words = build_as_nobody(shared_county)
    assert code == 1
    assert "site:1:1: E406 " in words
    assert "原来的网站没有变" in words
    assert "Traceback" not in words
    assert tree(shared_county / "site") == before
    os.chown(shared_county, NOBODY, NOBODY)
    assert build_as_nobody(shared_county)[0] == 0


@needs_root
def test_a_folder_of_a_site_that_may_not_be_written_leaves_all_as_it_was(
    shared_county: Path,
) -> None:
    """The parent is not ours, so it goes file by file, and one folder of the site is root's."""
    before = tree(shared_county / "site")
    rewrite(shared_county, 1)
    give_to_root(shared_county / "site/alerts")
    os.chown(shared_county, 0, 0)
    code, words = build_as_nobody(shared_county)
    assert code == 1
    assert "Traceback" not in words
    assert "原来的网站没有变：没有权限" in words
    assert tree(shared_county / "site") == before
    os.chown(shared_county / "site/alerts", NOBODY, NOBODY)
    assert build_as_nobody(shared_county)[0] == 0
    assert main(["verify", str(shared_county / "site")]) == 0
