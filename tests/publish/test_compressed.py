"""Text goes out packed too: what a web server then sends unpacks to the file itself."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from pathlib import Path

import brotli
import pytest

from generator.cli import main
from tests.publish.conftest import Sites
from tests.publish.test_publish import MARKER, verify
from tests.publish.test_remote import SSH

TEXT = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".ics"}
UNPACK = {".gz": gzip.decompress, ".br": brotli.decompress}
PAGE = "alerts/winter.html"
SAME = "licenses.txt"
"""What is the same in both sites, while nearly all pages name another stylesheet."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that keeps what these tests have packed."""
    return tmp_path_factory.mktemp("kept")


def publish(site: Path, folder: Path, root: Path, *extra: str) -> None:
    """Publish with nothing packed before, but for what `root` has kept."""
    to = ["publish", "--site", str(site), "--to", str(folder), "--root", str(root)]
    assert main([*to, *extra]) == 0


def twins(release: Path) -> set[Path]:
    made = set(json.loads((release / MARKER).read_text(encoding="utf-8"))["files"])
    paths = (path for path in release.rglob("*") if path.suffix in UNPACK)
    return {path for path in paths if path.relative_to(release).as_posix() not in made}


def contents(release: Path) -> dict[str, bytes]:
    return {path.relative_to(release).as_posix(): path.read_bytes() for path in twins(release)}


def test_each_text_has_smaller_twins_of_the_same_age(
    sites: Sites, tmp_path: Path, kept: Path
) -> None:
    publish(sites.first, tmp_path / "www", kept)
    release = (tmp_path / "www/current").resolve()
    for twin in twins(release):
        original = twin.with_suffix("")
        text = original.read_bytes()
        assert UNPACK[twin.suffix](twin.read_bytes()) == text
        assert twin.stat().st_size < len(text)
        if twin.suffix == ".gz":
            assert twin.read_bytes()[3:8] == bytes(5)  # neither a name nor a time
        assert twin.stat().st_mtime_ns == original.stat().st_mtime_ns
        assert original.suffix in TEXT
    large = {
        path
        for path in release.rglob("*")
        if path.is_file() and path.suffix in TEXT and path.stat().st_size >= 1024
    }
    assert {twin.with_suffix("") for twin in twins(release)} == large - {release / MARKER}
    page = (release / PAGE).stat().st_size
    assert (release / f"{PAGE}.br").stat().st_size < (release / f"{PAGE}.gz").stat().st_size < page


def test_the_built_site_gets_no_twins(sites: Sites, tmp_path: Path, kept: Path) -> None:
    publish(sites.first, tmp_path / "www", kept)
    assert twins(sites.first) == set()


def test_the_same_site_has_the_same_twins(sites: Sites, tmp_path: Path) -> None:
    for name in ("first", "second"):
        publish(sites.first, tmp_path / name / "www", tmp_path / name)
    first, second = (contents(tmp_path / name / "www/current") for name in ("first", "second"))
    assert first == second


def test_what_did_not_change_is_not_packed_again(sites: Sites, tmp_path: Path) -> None:
    www = tmp_path / "www"
    publish(sites.first, www, tmp_path)
    before = {name: (www / "current" / name).stat().st_ino for name in (f"{SAME}.br", f"{PAGE}.br")}
    shutil.rmtree(tmp_path / ".pingan")
    publish(sites.second, www, tmp_path)
    after = {name: (www / "current" / name).stat().st_ino for name in before}
    assert after[f"{SAME}.br"] == before[f"{SAME}.br"]
    assert after[f"{PAGE}.br"] != before[f"{PAGE}.br"]
    packed = {path.name for path in (tmp_path / ".pingan/compressed").iterdir()}
    assert 0 < len(packed) < len(twins((www / "current").resolve())) / 2


def test_a_wrong_twin_is_told_and_not_inherited(
    sites: Sites, tmp_path: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "www"
    publish(sites.first, www, kept)
    current = (www / "current").resolve()
    assert verify(current) == 0
    assert f"另有压缩好的 {len(twins(current))} 个" in capsys.readouterr().out
    css = next(current.glob("css/*.css.gz"))
    css.unlink()  # a browser then gets the file itself
    assert verify(current) == 0
    capsys.readouterr()
    evil = brotli.compress(b"<script>evil()</script>")
    cut = (current / f"{SAME}.gz").read_bytes()[:-9]
    more = (current / "index.html.br").read_bytes() + b"x"
    (current / f"{PAGE}.br").write_bytes(evil)
    (current / f"{SAME}.gz").write_bytes(cut)
    (current / "index.html.br").write_bytes(more)
    (current / "about.html.gz").unlink()
    (current / "about.html.gz").symlink_to("about.html.br")
    (current / "nothing.html.br").write_bytes(evil)
    (current / "files/fire/fire-pack.zip.gz").write_bytes(gzip.compress(b"", mtime=0))
    (current / "search.html").write_text("改", encoding="utf-8")
    assert verify(current) == 1
    assert capsys.readouterr().err.splitlines() == [
        "改过：search.html",
        "多了：files/fire/fire-pack.zip.gz",
        "多了：nothing.html.br",
        "压缩的和原文不一样：about.html.gz",
        f"压缩的和原文不一样：{PAGE}.br",
        "压缩的和原文不一样：index.html.br",
        f"压缩的和原文不一样：{SAME}.gz",
    ]
    publish(sites.second, www, kept)
    assert verify(www / "current") == 0
    for name in (f"{SAME}.gz", "index.html.br", "about.html.gz"):
        twin = www / "current" / name
        text = UNPACK[twin.suffix](twin.read_bytes())
        assert text == twin.with_suffix("").resolve().read_bytes()


def test_styles_of_another_release_are_packed_too(sites: Sites, tmp_path: Path, kept: Path) -> None:
    www = tmp_path / "www"
    publish(sites.first, www, kept)
    publish(sites.second, www, kept)
    styles = {
        path.relative_to(site).as_posix()
        for site in sites
        for path in site.glob("css/*.css")
        if path.stat().st_size >= 1024
    }
    for extra in ((), ("--rollback",)):
        if extra:
            publish(sites.second, www, kept, *extra)
        there = contents((www / "current").resolve())
        assert [name for name in styles if f"{name}.br" not in there] == []
        assert verify(www / "current") == 0


def test_a_release_may_be_put_out_again_elsewhere(sites: Sites, tmp_path: Path, kept: Path) -> None:
    publish(sites.first, tmp_path / "first", kept)
    release = (tmp_path / "first/current").resolve()
    publish(release, tmp_path / "second", kept)
    assert contents(tmp_path / "second/current") == contents(release)
    assert verify(tmp_path / "second/current") == 0


def test_where_nothing_can_be_kept_text_is_packed_all_the_same(
    sites: Sites, tmp_path: Path
) -> None:
    (tmp_path / ".pingan").write_text("", encoding="utf-8")
    publish(sites.first, tmp_path / "www", tmp_path)
    assert f"{PAGE}.br" in contents(tmp_path / "www/current")


def test_what_was_packed_for_nobody_for_two_weeks_is_not_kept(sites: Sites, tmp_path: Path) -> None:
    publish(sites.first, tmp_path / "first", tmp_path)
    folder = tmp_path / ".pingan/compressed"
    (folder / "mine.txt").write_text("我的", encoding="utf-8")
    unused = folder / f"{'0' * 40}.br"
    unused.write_bytes(b"")
    for path in folder.iterdir():
        os.utime(path, (0, 0))
    used = {path.name for path in folder.iterdir()} - {unused.name}
    publish(sites.first, tmp_path / "second", tmp_path)
    assert {path.name for path in folder.iterdir()} == used


@pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is missing")
def test_another_machine_gets_twins_and_keeps_those_that_did_not_change(
    sites: Sites,
    tmp_path: Path,
    kept: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "ssh").write_text(SSH, encoding="utf-8")
    (programs / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("ASKED", str(tmp_path / "asked"))
    publish(sites.first, tmp_path / "here", kept)
    www = tmp_path / "www"
    place = Path(f"web@host-1:{www}")
    publish(sites.first, place, kept)
    release = (www / "current").resolve()
    assert contents(release) == contents((tmp_path / "here/current").resolve())
    before = (release / f"{SAME}.br").stat()
    files = json.loads((release / MARKER).read_text(encoding="utf-8"))["files"]
    assert f"新放的文件 {len(files)} 个" in capsys.readouterr().out
    publish(sites.second, place, kept)
    release = (www / "current").resolve()
    after = (release / f"{SAME}.br").stat()
    assert (after.st_ino, after.st_mtime) == (before.st_ino, before.st_mtime)
    assert verify(release) == 0
    for css in (path.relative_to(site) for site in sites for path in site.glob("css/*.css")):
        if (release / css).stat().st_size >= 1024:
            assert (release / f"{css}.br").is_file()
