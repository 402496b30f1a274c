"""Publishing into a folder of this machine, going back, and what is left alone."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.publish.conftest import Sites

MARKER = ".pingan-site.json"
STATE = ".pingan-releases.json"


def publish(site: Path, folder: Path, *extra: str) -> int:
    return main(["publish", "--site", str(site), "--to", str(folder), *extra])


def verify(site: Path, *extra: str) -> int:
    return main(["verify", str(site), *extra])


def releases(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "releases").iterdir())


def online(folder: Path) -> str:
    """Which alert is online."""
    text = (folder / "current/alerts/winter.html").read_text(encoding="utf-8")
    return "second" if "天冷烤火" in text else "first"


def test_a_release_is_put_out_and_taken_back(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "a/www"
    assert publish(sites.first, www) == 0
    assert online(www) == "first"
    assert publish(sites.second, www) == 0
    assert online(www) == "second"
    first, second = releases(www)
    assert (first[:7], second[:7]) == ("000001-", "000002-")
    assert (www / "current").readlink() == Path(f"releases/{second}")
    assert publish(sites.first, www, "--rollback") == 0
    assert f"已退回 {first}" in capsys.readouterr().out
    assert online(www) == "first"
    assert publish(sites.first, www, "--rollback") == 1
    assert "没有更早的版本可以退回" in capsys.readouterr().err
    assert publish(sites.second, www) == 0
    assert [name[:7] for name in releases(www)] == ["000001-", "000003-"]
    assert publish(sites.second, www, "--rollback") == 0
    assert (www / "current").readlink() == Path(
        f"releases/{first}"
    )  # not the one taken back before
    for name in releases(www):
        assert verify(www / "releases" / name) == 0


def test_each_going_back_goes_back_by_one(sites: Sites, tmp_path: Path) -> None:
    www = tmp_path / "www"
    for site in (sites.first, sites.second, sites.first):
        assert publish(site, www) == 0
    for number, name in ((2, "second"), (1, "first")):
        assert publish(sites.first, www, "--rollback") == 0
        assert (www / "current").readlink().name.startswith(f"{number:06d}-")
        assert online(www) == name


def test_the_same_site_is_not_put_out_twice(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(sites.first, tmp_path / "www") == 0
    assert publish(sites.first, tmp_path / "www") == 0
    assert "网上已经是这个版本" in capsys.readouterr().out
    assert len(releases(tmp_path / "www")) == 1


def test_what_did_not_change_takes_no_room_and_keeps_its_time(sites: Sites, tmp_path: Path) -> None:
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    before = (www / "current/files/fire/fire-pack.zip").stat()
    assert publish(sites.second, www) == 0
    after = (www / "current/files/fire/fire-pack.zip").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_only_the_last_releases_are_kept(sites: Sites, tmp_path: Path) -> None:
    www = tmp_path / "www"
    for number in range(5):
        assert publish(sites[number % 2], www, "--keep", "2") == 0
    assert [name[:7] for name in releases(www)] == ["000004-", "000005-"]


def test_nothing_else_in_the_folder_is_touched(sites: Sites, tmp_path: Path) -> None:
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    others = ("mine.txt", "releases/000000-aaaaaaaaaa/mine.txt", "releases/notes/mine.txt")
    for name in others:
        (www / name).parent.mkdir(exist_ok=True)
        (www / name).write_text("我的", encoding="utf-8")
    for number in range(3):
        assert publish(sites[1 - number % 2], www, "--keep", "1") == 0
    for name in others:
        assert (www / name).read_text(encoding="utf-8") == "我的"


@pytest.mark.parametrize("state", [None, "", "[]", '{"about": "别的"}', '{"history": []}'])
def test_a_folder_that_we_did_not_make_is_refused(
    sites: Sites, tmp_path: Path, state: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "www"
    www.mkdir()
    (www / "index.html").write_text("别的网站", encoding="utf-8")
    if state is not None:
        (www / STATE).write_text(state, encoding="utf-8")
    before = {path.name for path in www.iterdir()}
    assert publish(sites.first, www) == 1
    assert "换一个" in capsys.readouterr().err
    assert {path.name for path in www.iterdir()} - before <= {".pingan-lock"}
    assert (www / "index.html").read_text(encoding="utf-8") == "别的网站"


@pytest.mark.parametrize("to", [".", "content/www", "link"])
def test_the_projects_own_folders_are_refused(
    sites: Sites, fixture_county: Path, to: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (fixture_county / "link").symlink_to("content")
    before = sorted(path.name for path in (fixture_county / "content").iterdir())
    assert publish(sites.first, fixture_county / to, "--root", str(fixture_county)) == 1
    assert "不能发布到这里" in capsys.readouterr().err
    assert sorted(path.name for path in (fixture_county / "content").iterdir()) == before


@pytest.mark.parametrize("is_link", [True, False])
def test_a_current_that_is_not_ours_is_refused(
    sites: Sites, tmp_path: Path, is_link: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    (www / "current").unlink()
    if is_link:
        (www / "current").symlink_to(tmp_path)
    else:
        (www / "current").mkdir()
    for extra in ((), ("--rollback",)):
        assert publish(sites.second, www, *extra) == 1
        assert "不是平安站建的链接" in capsys.readouterr().err
    assert len(releases(www)) == 1


def test_only_a_whole_site_of_ours_goes_out(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "www"
    site = shutil.copytree(sites.first, tmp_path / "site")
    assert publish(site, site / "www") == 1
    assert "不能在网站里面" in capsys.readouterr().err
    (site / "index.html").write_text("坏了", encoding="utf-8")
    assert publish(site, www) == 1
    assert "和清单对不上" in capsys.readouterr().err
    (site / MARKER).unlink()
    assert publish(site, www) == 1
    assert "没有平安站的清单" in capsys.readouterr().err
    assert publish(tmp_path / "nothing", www) == 1
    assert not www.exists()


def test_a_release_that_somebody_changed_is_not_inherited(sites: Sites, tmp_path: Path) -> None:
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    (www / "current/about.html").write_text("改坏的", encoding="utf-8")
    (www / "current/css/evil.0123456789.css").write_text("body{}", encoding="utf-8")
    assert publish(sites.second, www) == 0
    assert verify(www / "current") == 0
    assert not (www / "current/css/evil.0123456789.css").exists()


def test_a_page_of_another_release_finds_its_styles(sites: Sites, tmp_path: Path) -> None:
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    assert publish(sites.second, www) == 0
    styles = {
        path.relative_to(site)
        for site in sites
        for path in site.rglob("*")
        if path.suffix in {".css", ".js"} and path.relative_to(site).parts[0] in {"css", "js"}
    }
    for extra in ((), ("--rollback",)):
        if extra:
            assert publish(sites.second, www, *extra) == 0
        assert [name for name in styles if not (www / "current" / name).is_file()] == []


def test_where_no_links_can_be_made_it_is_said_and_nothing_changes(
    sites: Sites,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As on a Windows without the developer mode."""

    def refused(*arguments: object, **options: object) -> None:
        raise OSError("A required privilege is not held by the client")

    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    monkeypatch.setattr(Path, "symlink_to", refused)
    assert publish(sites.second, www) == 1
    printed = capsys.readouterr().err
    assert "开发者模式" in printed
    assert "网上还是原来的" in printed
    assert online(www) == "first"


def test_a_file_system_without_hard_links_gets_copies(
    sites: Sites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*arguments: object, **options: object) -> None:
        raise OSError("not supported")

    monkeypatch.setattr(os, "link", refused)
    www = tmp_path / "www"
    for site in sites:
        assert publish(site, www) == 0
        assert verify(www / "current") == 0


def test_a_web_server_may_read_what_is_put_out_whatever_the_umask(
    sites: Sites, tmp_path: Path
) -> None:
    www = tmp_path / "www"
    before = os.umask(0o077)
    try:
        assert publish(sites.first, www) == 0
    finally:
        os.umask(before)
    release = (www / "current").resolve()
    places = [www, www / "releases", release, *release.rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in places if path.is_dir()} == {0o755}
    assert {path.stat().st_mode & 0o777 for path in places if path.is_file()} == {0o644}


def test_files_put_into_the_site_by_hand_go_out_with_it(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = shutil.copytree(sites.first, tmp_path / "site")
    (site / "MP_verify.txt").write_text("验证", encoding="utf-8")
    assert verify(site) == 1
    assert "多了：MP_verify.txt" in capsys.readouterr().err
    manifest = json.loads((site / MARKER).read_text(encoding="utf-8"))
    manifest["own"]["MP_verify.txt"] = hashlib.sha256("验证".encode()).hexdigest()
    (site / MARKER).write_text(json.dumps(manifest), encoding="utf-8")
    assert publish(site, tmp_path / "www") == 0
    capsys.readouterr()
    assert verify(tmp_path / "www/current") == 0
    assert "手放进来的文件 1 个：MP_verify.txt" in capsys.readouterr().out
    (site / "MP_verify.txt").write_text("改", encoding="utf-8")
    assert verify(site) == 1
    assert "改过：MP_verify.txt" in capsys.readouterr().err
