"""What a build would refuse of templates and folders, `pingan check` says first, at its place."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import DAY, KEPT, ROOT
from tests.machine import with_own_mounts

Check = Callable[[Path], tuple[int, list[str]]]


@pytest.fixture
def own_theme(fixture_county: Path) -> Path:
    """The small county with a theme of its own, and its own record of what was tried."""
    (fixture_county / "theme").unlink()
    shutil.copytree(ROOT / "theme", fixture_county / "theme")
    (fixture_county / ".pingan").unlink()
    (fixture_county / ".pingan").mkdir()
    (KEPT / "documents").mkdir(parents=True, exist_ok=True)
    (fixture_county / ".pingan/documents").symlink_to(KEPT / "documents")
    return fixture_county


def template(county: Path, name: str) -> Path:
    return next((county / "theme").glob(name))


@pytest.mark.parametrize(
    ("name", "code", "broken"),
    [
        ("pages/sector.*.j2", "E404", "{{ nothing.at_all }}"),
        ("pages/_parts.j2", "E404", "{% if %}"),
        ("feeds/feed.xml.j2", "E404", "{{ nothing.at_all }}"),
        ("web/main.html", "E404", "{% block no end %}"),
        ("web/partials/footer.html", "E404", "{{ nothing.at_all }}"),
        ("channels/sms.txt.j2", "E403", "{{ nothing.at_all }}"),
        ("channels/article.html.j2", "E403", "{{ 1 / 0 }}"),
        ("channels/article.html.j2", "E403", "{{ styled('nothing') }}"),
        ("documents/poster.typ", "E403", "#nothing"),
        ("documents/outline.typ", "E403", "#let x = ("),
    ],
)
def test_a_broken_template_is_reported_at_its_line(
    own_theme: Path, check: Check, name: str, code: str, broken: str
) -> None:
    path = template(own_theme, name)
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    path.write_text(text + broken + "\n", encoding="utf-8")
    shown = path.relative_to(own_theme).as_posix()
    code_given, lines = check(own_theme)
    assert code_given == 1
    place = f"{shown}:{text.count(chr(10)) + 1}:1: {code} "
    assert [line for line in lines if line.startswith(place)], lines
    assert not [line for line in lines if "Traceback" in line]
    assert main(["build", "--root", str(own_theme), "--as-of", DAY]) == 1


def test_mended_templates_are_tried_again_and_good_ones_only_once(
    own_theme: Path, check: Check
) -> None:
    tried = own_theme / ".pingan/templates-tried"
    assert check(own_theme)[0] == 0
    first = tried.stat().st_mtime_ns
    assert check(own_theme)[0] == 0
    assert tried.stat().st_mtime_ns == first
    path = template(own_theme, "channels/sms.txt.j2")
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "{{ nothing.at_all }}", encoding="utf-8")
    assert check(own_theme)[0] == 1
    path.write_text(good + "\n", encoding="utf-8")
    assert check(own_theme)[0] == 0


def test_a_configuration_that_does_not_build_is_reported(own_theme: Path, check: Check) -> None:
    mkdocs = own_theme / "mkdocs.yml"
    mkdocs.write_text(mkdocs.read_text(encoding="utf-8") + "  - 不存在: nothing.md\n", "utf-8")
    code, lines = check(own_theme)
    assert code == 1
    assert [line for line in lines if line.startswith("mkdocs.yml:1:1: E407 ")], lines


@pytest.mark.parametrize("name", ["site", ".pingan"])
def test_a_file_where_a_folder_must_be_is_reported(
    own_theme: Path, check: Check, name: str
) -> None:
    if name == ".pingan":
        shutil.rmtree(own_theme / name)
    (own_theme / name).write_text("", encoding="utf-8")
    code, lines = check(own_theme)
    assert code == 1
    assert [line for line in lines if line.startswith(f"{name}:1:1: E405 ")], lines
    assert main(["build", "--root", str(own_theme), "--as-of", DAY]) == 1


def test_a_folder_that_cannot_be_written_is_reported(own_theme: Path) -> None:
    """On a disk that is mounted read-only, since a folder's own mode does not stop root."""
    script = (
        f'mount --bind "{own_theme}" "{own_theme}" && mount -o remount,ro,bind "{own_theme}" && '
        f'"{sys.executable}" -m generator check --root "{own_theme}" --as-of {DAY}; echo "exit $?";'
        f'"{sys.executable}" -m generator build --root "{own_theme}" --as-of {DAY}; echo "exit $?"'
    )
    done = with_own_mounts("sh", "-c", script)
    assert done.stdout.count("exit 1") == 2, done.stdout + done.stderr
    assert done.stderr.count("site:1:1: E406 文件夹 . 不能写入") == 2
    assert "Traceback" not in done.stderr
