"""The cache: whatever lies in `.pingan`, the site is the one that is made without it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import DAY, ROOT, copy_fixture_county

Damage = Callable[[Path], object]
ROOT_ALONE = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)
MODES = pytest.mark.skipif(
    sys.platform == "win32" or (os.geteuid() == 0 and not shutil.which("setpriv")),
    reason="modes of files do not stop root",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A county without a course, which is built in no time, with its site and its `.pingan`."""
    county = copy_fixture_county(tmp_path_factory.mktemp("built") / "county")
    (county / ".pingan").unlink()
    shutil.rmtree(county / "content/common/training")
    assert build(county) == 0
    return county


@pytest.fixture
def county(built: Path, tmp_path: Path) -> Path:
    """That county and its `.pingan`, ready to be damaged, with no site yet."""
    county = tmp_path / "county"
    shutil.copytree(built, county, symlinks=True, ignore=shutil.ignore_patterns("site"))
    return county


def build(county: Path) -> int:
    return main(["build", "--root", str(county), "--as-of", DAY])


def whole(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def entries(county: Path) -> list[Path]:
    return sorted((county / ".pingan/documents").iterdir())


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in (len(content) // 2, len(content) - 1):
        content[place] ^= 0xFF
    path.write_bytes(content)


def flip_head(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[20] ^= 1
    path.write_bytes(content)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


def as_before(path: Path) -> None:
    """Keep only the bytes themselves, as earlier versions did."""
    path.write_bytes(path.read_bytes().partition(b"\n")[2])


def link(path: Path) -> None:
    aside = path.with_name(f"{path.name}.aside")
    path.rename(aside)
    path.symlink_to(aside)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


HEALED: tuple[Damage, ...] = (
    flip,
    flip_head,
    cut,
    lengthen,
    as_before,
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(b"garbage"),
    link,
    *(() if sys.platform == "win32" else (pipe,)),
)


def test_entries_damaged_in_every_way_are_made_again(
    built: Path, county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = {path.name: path.read_bytes() for path in entries(county)}
    assert len(good) > len(HEALED)
    for number, path in enumerate(entries(county)):
        HEALED[number % len(HEALED)](path)
    assert build(county) == 0
    assert whole(county / "site") == whole(built / "site")
    assert "W401" not in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in entries(county) if not path.suffix} == good


@pytest.mark.parametrize("damage", [flip, cut])
def test_a_cache_damaged_as_a_whole_is_made_again(
    built: Path, county: Path, damage: Damage
) -> None:
    for path in entries(county):
        damage(path)
    assert build(county) == 0
    assert whole(county / "site") == whole(built / "site")


def test_an_entry_in_the_place_of_another_is_not_taken(built: Path, county: Path) -> None:
    paths = entries(county)
    first = paths[0].read_bytes()
    for path, other in pairwise(paths):
        path.write_bytes(other.read_bytes())
    paths[-1].write_bytes(first)
    assert build(county) == 0
    assert whole(county / "site") == whole(built / "site")


@ROOT_ALONE
def test_what_another_user_put_there_is_not_taken(built: Path, county: Path) -> None:
    for path in entries(county):
        os.chown(path, 65534, 65534)
    assert build(county) == 0
    assert whole(county / "site") == whole(built / "site")
    assert {path.stat().st_uid for path in entries(county)} == {0}


def clear(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder)
    else:
        folder.unlink()


def a_file(documents: Path) -> None:
    clear(documents)
    documents.write_bytes(b"")


def all_folders(documents: Path) -> None:
    for path in documents.iterdir():
        folder(path)


def a_link_to_nowhere(documents: Path) -> None:
    clear(documents)
    documents.symlink_to(documents.parent / "nowhere" / "at all")


@pytest.mark.parametrize("damage", [a_file, all_folders, a_link_to_nowhere])
def test_a_cache_that_cannot_be_used_is_passed_by_with_one_line(
    built: Path, county: Path, capsys: pytest.CaptureFixture[str], damage: Damage
) -> None:
    damage(county / ".pingan/documents")
    assert build(county) == 0
    assert whole(county / "site") == whole(built / "site")
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith(".pingan")]
    assert len(said) == 1
    assert said[0].startswith(".pingan/documents:1:1: W401 做好的资料存不下来")


@pytest.mark.thorough
@MODES
@pytest.mark.parametrize(
    ("mode", "of_entries", "lines"), [(0o700, 0o000, 0), (0o500, 0o600, 0), (0o000, 0o600, 1)]
)
def test_modes_that_forbid_reading_or_writing_stop_nothing(
    built: Path, county: Path, mode: int, of_entries: int, lines: int
) -> None:
    documents = county / ".pingan/documents"
    for path in entries(county):
        path.chmod(of_entries)
    documents.chmod(mode)
    as_anyone = ["setpriv", "--bounding-set", "-all"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*as_anyone, sys.executable, "-m", "generator", "build", "--root", county, "--as-of", DAY],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    documents.chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert whole(county / "site") == whole(built / "site")
    assert done.stderr.count("W401") == lines, done.stderr


def test_what_can_be_used_is_used_where_the_rest_cannot_be_kept(
    built: Path, county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = entries(county)
    for path in kept[::2]:
        folder(path)
    inodes = {path: path.stat().st_ino for path in kept[1::2]}
    assert build(county) == 0
    assert whole(county / "site") == whole(built / "site")
    assert {path: path.stat().st_ino for path in inodes} == inodes
    assert capsys.readouterr().err.count("W401") == 1


@pytest.mark.thorough
def test_the_folder_may_be_deleted_again_and_again_during_a_build(
    built: Path, county: Path
) -> None:
    over = threading.Event()
    times = 0

    def delete() -> None:
        nonlocal times
        while not over.wait(0.01):
            for name in ("documents", "font"):
                if (county / ".pingan" / name).exists():
                    shutil.rmtree(county / ".pingan", ignore_errors=True)
                    times += 1

    (county / ".pingan/templates-tried").unlink(missing_ok=True)
    thread = threading.Thread(target=delete)
    thread.start()
    try:
        codes = [build(county), main(["check", "--root", str(county), "--as-of", DAY])]
    finally:
        over.set()
        thread.join()
    assert codes == [0, 0]
    assert times > 3
    assert whole(county / "site") == whole(built / "site")


@pytest.mark.parametrize("damage", [*HEALED, folder])
def test_what_the_check_remembers_is_never_trusted_blindly(
    county: Path, capsys: pytest.CaptureFixture[str], damage: Damage
) -> None:
    def check() -> tuple[int, str]:
        code = main(["check", "--root", str(county), "--as-of", DAY])
        return code, capsys.readouterr().err

    remembered = [county / ".pingan/font", county / ".pingan/templates-tried"]
    first = check()
    good = [path.read_bytes() for path in remembered]
    assert first[0] == 0
    for path in remembered:
        damage(path)
    assert check() == first
    if damage is not folder:
        assert [path.read_bytes() for path in remembered] == good


def test_what_no_build_uses_goes_and_what_is_not_ours_stays(county: Path) -> None:
    documents = county / ".pingan/documents"
    ours = [documents / ("0" * 40), documents / ".new-abc"]
    others = [documents / "照片.jpg", documents / "more"]
    others[1].mkdir()
    for path in (*ours, others[0]):
        path.write_bytes(b"")
    for path in (*ours, *others):
        os.utime(path, (0, 0))
    assert build(county) == 0
    assert [path.exists() for path in (*ours, *others)] == [False, False, True, True]
