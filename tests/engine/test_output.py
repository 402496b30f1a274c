"""Where a site may be put, and what becomes of files in its folder that we did not make."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import DAY, ROOT, of_its_own
from tests.machine import with_own_mounts

MARKER = ".pingan-site.json"


def build(project: Path, *extra: str) -> int:
    return main(["build", "--root", str(project), "--as-of", DAY, *extra])


def tree(folder: Path) -> dict[str, str]:
    """Everything in a folder, links as links."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"link {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            found[name] = "folder"
    return found


FORBIDDEN = {
    "the project": ".",
    "above it": "..",
    "content": "content",
    "in content": "content/site",
    "theme": "theme",
    "in docs": "docs/new",
    "hidden": ".git/site",
    "generator": "generator/x",
    "through a link": "link/alerts",
}


@pytest.mark.parametrize("output", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_the_projects_own_folders_are_never_replaced(
    fixture_county: Path, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (".git", "generator"):
        (fixture_county / name).mkdir()
    (fixture_county / "link").symlink_to("content")
    (fixture_county / "theme").unlink()
    shutil.copytree(ROOT / "theme/documents", fixture_county / "theme")
    before = tree(fixture_county.parent)
    assert build(fixture_county, "--output", str(fixture_county / output)) == 1
    assert ": E411 " in capsys.readouterr().err
    assert tree(fixture_county.parent) == before


def test_the_folder_of_the_program_is_never_replaced(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = ROOT / "generator/not-there"
    assert build(fixture_county, "--output", str(inside)) == 1
    assert ": E411 " in capsys.readouterr().err
    assert not inside.exists()


@pytest.mark.parametrize(
    "marker", [None, "", "[]", '{"about": "别的程序"}', '{"retired": {}}', "\0"]
)
def test_a_folder_that_we_did_not_make_is_never_replaced(
    fixture_county: Path, marker: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fixture_county.parent / "www"
    folder.mkdir()
    (folder / "keep.txt").write_text("我的文件", encoding="utf-8")
    if marker is not None:
        (folder / MARKER).write_text(marker, encoding="utf-8")
    (fixture_county / "site").symlink_to(folder)
    before = tree(folder)
    for extra in ((), ("--output", str(folder))):
        assert build(fixture_county, *extra) == 1
        printed = capsys.readouterr().err
        assert ": E412 " in printed
        assert "keep.txt" in printed
        assert "原来的网站没有变" in printed
    assert tree(folder) == before


def test_an_empty_folder_and_our_own_are_used(fixture_county: Path) -> None:
    empty = fixture_county.parent / "empty"
    empty.mkdir()
    for _ in range(2):
        assert build(fixture_county, "--output", str(empty)) == 0
    assert (empty / "index.html").is_file()


def test_a_file_put_into_the_site_by_hand_stays(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(fixture_county) == 0
    site = fixture_county / "site"
    (site / "MP_verify.txt").write_text("验证", encoding="utf-8")
    (site / "媒体/空").mkdir(parents=True)
    (site / "媒体/a b\udcff.mp4").write_bytes(b"video")
    (site / "link").symlink_to("media")
    for _ in range(2):
        capsys.readouterr()
        assert build(fixture_county) == 0
        assert "手放进来的文件，原样留着：MP_verify.txt、link、媒体/a b" in capsys.readouterr().err
        assert (site / "MP_verify.txt").read_text(encoding="utf-8") == "验证"
        assert (site / "媒体/a b\udcff.mp4").read_bytes() == b"video"
        assert (site / "媒体/空").is_dir()
        assert (site / "link").readlink() == Path("media")


def test_what_was_changed_by_hand_is_set_aside(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of_its_own(fixture_county)
    assert build(fixture_county) == 0
    site = fixture_county / "site"
    good = (site / "about.html").read_bytes()
    (site / "about.html").write_text("我改的", encoding="utf-8")
    manifest = json.loads((site / MARKER).read_text(encoding="utf-8"))
    del manifest["files"]["robots.txt"]  # as if we did not make it yet, and somebody had
    (site / MARKER).write_text(json.dumps(manifest), encoding="utf-8")
    (site / "robots.txt").write_text("User-agent: 我", encoding="utf-8")
    capsys.readouterr()
    assert build(fixture_county) == 0
    aside = fixture_county / ".pingan/replaced/1"
    assert f"改过的存到了 {aside}：about.html、robots.txt" in capsys.readouterr().err
    assert (aside / "about.html").read_text(encoding="utf-8") == "我改的"
    assert (aside / "robots.txt").read_text(encoding="utf-8") == "User-agent: 我"
    assert (site / "about.html").read_bytes() == good
    assert build(fixture_county) == 0
    assert not (fixture_county / ".pingan/replaced/2").exists()


def test_everybody_may_read_the_site_whatever_the_umask(fixture_county: Path) -> None:
    before = os.umask(0o077)
    try:
        assert build(fixture_county) == 0
    finally:
        os.umask(before)
    site = fixture_county / "site"
    modes = {path: path.stat().st_mode & 0o777 for path in (site, *site.rglob("*"))}
    assert {modes[path] for path in modes if path.is_dir()} == {0o755}
    assert {modes[path] for path in modes if path.is_file()} == {0o644}


def test_links_that_lead_out_of_the_project_are_never_published(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (fixture_county / "docs").unlink()
    shutil.copytree(ROOT / "docs", fixture_county / "docs")
    secret = fixture_county.parent / "secret.txt"
    secret.write_text("秘密", encoding="utf-8")
    (fixture_county / "docs/leak.txt").symlink_to(secret)
    assert main(["check", "--root", str(fixture_county), "--as-of", DAY]) == 1
    assert "docs/leak.txt:1:1: E413 " in capsys.readouterr().err
    assert build(fixture_county) == 1
    assert "docs/leak.txt:1:1: E413 " in capsys.readouterr().err
    assert not (fixture_county / "site").exists()


def test_a_link_inside_the_project_is_read_as_what_it_leads_to(fixture_county: Path) -> None:
    alert = fixture_county / "content/common/alerts/winter.yml"
    real = fixture_county / "shared.yml"
    alert.rename(real)
    alert.symlink_to("../../../shared.yml")
    assert build(fixture_county) == 0
    assert (fixture_county / "site/alerts/winter.html").is_file()


def test_schemas_of_somebody_else_are_not_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--root", str(tmp_path)]) == 0
    ours = tmp_path / "schemas/alert.json"
    good = ours.read_text(encoding="utf-8")
    ours.write_text(good.replace("{", "{ ", 1), encoding="utf-8")
    capsys.readouterr()
    assert main(["schema", "--root", str(tmp_path)]) == 0
    assert "改写 schemas/alert.json" in capsys.readouterr().out
    assert ours.read_text(encoding="utf-8") == good
    ours.write_text('{"my": "own"}', encoding="utf-8")
    assert main(["schema", "--root", str(tmp_path)]) == 1
    assert "schemas/alert.json 不是平安站写的，不覆盖" in capsys.readouterr().err
    assert ours.read_text(encoding="utf-8") == '{"my": "own"}'


@pytest.mark.thorough
def test_a_file_by_file_change_that_a_full_disk_stops_changes_nothing(
    fixture_county: Path, tmp_path: Path
) -> None:
    """A mount point cannot be renamed; this one is full when the new site comes."""
    site = fixture_county / "site"
    site.mkdir()
    script = (
        f'mount -t tmpfs -o size=12m none "{site}" && cd "{fixture_county}" && '
        f'"{sys.executable}" -m generator build --as-of {DAY} && '
        f'cp -a "{site}" "{tmp_path}/before" && head -c 1m /dev/urandom > "{site}/mine.bin"; '
        f"sed -i 's/天冷取暖，/天冷烤火，/' content/common/alerts/winter.yml; "
        f'dd if=/dev/zero of="{site}/full.bin" bs=4k 2>/dev/null; '
        f'"{sys.executable}" -m generator build --as-of {DAY}; echo "exit $?"; '
        f'rm "{site}/mine.bin" "{site}/full.bin"; diff -r "{tmp_path}/before" "{site}" && '
        f'"{sys.executable}" -m generator build --as-of {DAY} && grep -c 烤火 "{site}/index.html"'
    )
    done = with_own_mounts("sh", "-c", script)
    assert "exit 1" in done.stdout, done.stdout + done.stderr
    assert "没有生成，原来的网站没有变" in done.stderr
    assert done.returncode == 0, done.stdout + done.stderr
