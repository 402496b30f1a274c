"""The new site takes its place wherever that is: a link, a mount point, an odd file system."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from generator.cli import main
from generator.engine import swap
from generator.model.manifest import (
    Manifest,
    digest_of,
    files_in,
    read_manifest,
    write_manifest,
)
from tests.conftest import DAY
from tests.machine import with_own_mounts


def build(project: Path, *extra: str) -> int:
    return main(["build", "--root", str(project), "--as-of", DAY, *extra])


def old_site(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("上一版", encoding="utf-8")
    (folder / "gone").mkdir()
    (folder / "gone/away.html").write_text("没有了", encoding="utf-8")
    mark(folder)
    return folder


def mark(folder: Path) -> None:
    """Make a folder of files a site of ours."""
    made = {name: digest_of(folder / name) for name in files_in(folder)}
    write_manifest(folder, Manifest(made))


def is_new(site: Path) -> bool:
    return (
        "样例县平安站" in (site / "index.html").read_text(encoding="utf-8")
        and (site / "sectors/fire.html").is_file()
        and not (site / "gone").exists()
    )


def test_a_site_that_is_a_link_is_changed_where_it_points(
    fixture_county: Path, tmp_path: Path
) -> None:
    real = old_site(tmp_path / "www" / "pingan")
    (fixture_county / "site").symlink_to(real)
    assert build(fixture_county) == 0
    assert (fixture_county / "site").is_symlink()
    assert is_new(real)


def test_a_file_system_without_exchange_gets_the_site_by_two_renames(
    fixture_county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(first: Path, second: Path) -> None:
        raise OSError("not supported")

    monkeypatch.setattr(swap, "_exchange", refused)
    site = old_site(fixture_county / "site")
    assert build(fixture_county) == 0
    assert is_new(site)
    assert not list(fixture_county.glob(".site.*"))


def test_a_folder_that_cannot_be_renamed_is_brought_up_to_date_file_by_file(
    fixture_county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a folder that a program has open cannot be moved."""

    def refused(*folders: Path) -> None:
        raise PermissionError("in use")

    monkeypatch.setattr(swap, "_exchange", refused)
    monkeypatch.setattr(swap, "_rename", refused)
    site = old_site(fixture_county / "site")
    (site / "sectors").write_text("a file where a folder must be", encoding="utf-8")
    mark(site)
    inode = site.stat().st_ino
    assert build(fixture_county) == 0
    assert is_new(site)
    assert site.stat().st_ino == inode
    assert not list(site.rglob("*.new"))


def test_a_mount_point_is_not_emptied(fixture_county: Path, tmp_path: Path) -> None:
    """As when a container serves a folder that is bound into it."""
    site = fixture_county / "site"
    site.mkdir()
    real = old_site(tmp_path / "volume")
    script = (
        f'mount --bind "{real}" "{site}" && cd "{fixture_county}" && '
        f'"{sys.executable}" -m generator build --as-of {DAY} && cat "{site}/index.html" >/dev/null'
    )
    done = with_own_mounts("sh", "-c", script)
    assert done.returncode == 0, done.stderr
    assert is_new(real)
    assert not list(fixture_county.glob(".site.*"))


@pytest.mark.thorough
def test_readers_of_a_mount_point_always_get_a_whole_page(
    fixture_county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap.os.path, "ismount", lambda path: Path(path).name == "site")
    assert build(fixture_county) == 0
    page = fixture_county / "site/alerts/winter.html"
    torn: list[str] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            text = page.read_text(encoding="utf-8")
            if not text.rstrip().endswith("</html>"):
                torn.append(text)

    reader = threading.Thread(target=read)
    reader.start()
    alert = fixture_county / "content/common/alerts/winter.yml"
    for number in range(2):
        text = alert.read_text(encoding="utf-8")
        alert.write_text(text.replace("天冷取暖，", f"天冷{number}取暖，"), encoding="utf-8")
        assert build(fixture_county) == 0
    stop.set()
    reader.join()
    assert torn == []


def test_two_builds_of_one_site_do_not_meet(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workplace = fixture_county / ".pingan/sites"
    with swap.staging(fixture_county / "site", workplace=workplace):
        assert build(fixture_county) == 1
        assert "另一个生成正在进行" in capsys.readouterr().err
        assert build(fixture_county, "--output", str(fixture_county / "预览")) == 0
    assert build(fixture_county) == 0


def test_nothing_is_left_beside_the_site(fixture_county: Path) -> None:
    before = {path.name for path in fixture_county.iterdir()}
    assert build(fixture_county, "--output", str(fixture_county / "out/site")) == 0
    assert {path.name for path in fixture_county.iterdir()} == before | {"out"}
    assert [path.name for path in (fixture_county / "out").iterdir()] == ["site"]


def test_a_site_lost_between_two_renames_comes_back_before_a_failing_build(
    fixture_county: Path,
) -> None:
    old_site(fixture_county / ".site.retired")
    (fixture_county / "content/county/site.yml").write_text("", encoding="utf-8")
    assert build(fixture_county) == 1
    assert (fixture_county / "site/index.html").read_text(encoding="utf-8") == "上一版"


def test_a_folder_where_a_file_stands_is_explained(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (fixture_county / "site").write_text("a file", encoding="utf-8")
    assert build(fixture_county) == 1
    assert (fixture_county / "site").read_text(encoding="utf-8") == "a file"
    printed = capsys.readouterr().err
    assert "Traceback" not in printed
    assert "site" in printed


def test_a_change_file_by_file_that_was_killed_is_ended_by_the_next_build(
    fixture_county: Path,
) -> None:
    """The manifest then knows the files of both sites, and copies may stand in the site."""
    assert build(fixture_county) == 0
    site = fixture_county / "site"
    (site / "alerts/withdrawn.html").write_text("下线了", encoding="utf-8")
    (site / "about.html").write_text("上一版的关于", encoding="utf-8")
    (site / ".pingan-new/alerts").mkdir(parents=True)
    (site / ".pingan-new/alerts/winter.html").write_text("一半", encoding="utf-8")
    known = read_manifest(site)
    assert known is not None
    assert known.files is not None
    both = {**known.files, "alerts/withdrawn.html": digest_of(site / "alerts/withdrawn.html")}
    write_manifest(site, Manifest(both, changing=True))
    assert main(["verify", str(site)]) == 1
    replaced = sorted((fixture_county / ".pingan/replaced").glob("*"))
    assert build(fixture_county) == 0
    assert main(["verify", str(site)]) == 0
    assert not (site / "alerts/withdrawn.html").exists()
    assert not (site / ".pingan-new").exists()
    assert sorted((fixture_county / ".pingan/replaced").glob("*")) == replaced


def test_files_of_others_stay_where_the_site_is_changed_file_by_file(
    fixture_county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(fixture_county) == 0
    site = fixture_county / "site"
    (site / "alerts/mine.txt").write_text("我的", encoding="utf-8")
    (site / "mine/deep").mkdir(parents=True)
    (site / "mine/deep/a.txt").write_text("我的", encoding="utf-8")

    def refused(*folders: Path) -> None:
        raise PermissionError("in use")

    monkeypatch.setattr(swap, "_exchange", refused)
    monkeypatch.setattr(swap, "_rename", refused)
    alert = fixture_county / "content/common/alerts/winter.yml"
    text = alert.read_text(encoding="utf-8")
    alert.write_text(text.replace("status: published", "status: draft"), encoding="utf-8")
    assert build(fixture_county) == 0
    assert not (site / "alerts/winter.html").exists()
    assert (site / "alerts/mine.txt").read_text(encoding="utf-8") == "我的"
    assert (site / "mine/deep/a.txt").read_text(encoding="utf-8") == "我的"
    assert main(["verify", str(site)]) == 0


def _ctrl_c(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_who_stops_a_build_is_told_that_the_site_is_the_old_one(
    fixture_county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = old_site(fixture_county / "site")
    with monkeypatch.context() as patch:
        patch.setattr("generator.engine.build.mkdocs_build", _ctrl_c)
        assert build(fixture_county) == 130
    assert "已中断，原来的网站没有变。" in capsys.readouterr().err
    assert (site / "gone").exists()


def test_who_stops_a_build_when_it_cleans_up_is_told_that_the_site_is_new(
    fixture_county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = old_site(fixture_county / "site")
    cleanings = iter([swap._remove_leftovers, _ctrl_c])

    def clean(*places: Path) -> object:
        return next(cleanings)(*places)

    with monkeypatch.context() as patch:
        patch.setattr(swap, "_remove_leftovers", clean)
        assert build(fixture_county) == 130
    assert "已中断，但网站已经换成新的。" in capsys.readouterr().err
    assert is_new(site)
    assert build(fixture_county) == 0
    assert not list(fixture_county.glob(".site.*"))


@pytest.mark.thorough
def test_who_stops_a_build_between_two_files_is_told_so(
    fixture_county: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*folders: Path) -> None:
        raise PermissionError("in use")

    monkeypatch.setattr(swap, "_exchange", refused)
    monkeypatch.setattr(swap, "_rename", refused)
    site = old_site(fixture_county / "site")
    with monkeypatch.context() as stopped:
        stopped.setattr("generator.engine.patch._remove", _ctrl_c)
        assert build(fixture_county) == 130
    assert "已中断，网站只换了一部分，再生成一次就好。" in capsys.readouterr().err
    with monkeypatch.context() as stopped:
        stopped.setattr("generator.engine.patch._copy", _ctrl_c)
        assert build(fixture_county) == 130
    assert build(fixture_county) == 0
    assert is_new(site)
