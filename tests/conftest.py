"""What all tests share: the counties, copies of them to break, their sites, and a browser."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from generator.cli import main
from tests.browser.chromium import chromium as find_chromium
from tests.browser.fonts import fontconfig

ROOT = Path(__file__).parent.parent
DAY = "2026-11-24"
# Programs that tests start import what the tests import, whatever else is installed.
os.environ["PYTHONPATH"] = str(ROOT)
_CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def copy_project(target: Path) -> Path:
    """Copy the real project's content, so that a test can break it."""
    return _copy(ROOT / "content", target, ROOT / ".pingan")


def _copy(content: Path, target: Path, kept: Path) -> Path:
    """Documents already made are shared, since making them takes most of a build's time."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copytree(content, target / "content")
    for name in ("docs", "theme"):
        (target / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    kept.mkdir(parents=True, exist_ok=True)
    (target / ".pingan").symlink_to(kept)
    return target


FIXTURE = ROOT / "tests" / "project"
KEPT = ROOT / ".pingan" / "tests"
"""What builds of the small county keep: of its own, so that it drives out nothing of the real."""


def copy_fixture_county(target: Path) -> Path:
    """Copy the small county of `tests/project/`; its theme is the real one."""
    return _copy(FIXTURE / "content", target, KEPT)


def in_content(project: Path, name: str) -> Path:
    """Give the file at a path below content/ or one of its layers; a new one is the county's."""
    if name.startswith(("common/", "county/")):
        return project / "content" / name
    common = project / "content/common" / name
    return common if common.exists() else project / "content/county" / name


@pytest.fixture
def fixture_county(tmp_path: Path) -> Path:
    """A copy of the small county, ready to be broken."""
    return copy_fixture_county(tmp_path / "county")


def of_its_own(county: Path) -> None:
    """Give a copied county a `.pingan` of its own; documents that are made already come along."""
    (county / ".pingan").unlink()
    (county / ".pingan").mkdir()
    if (KEPT / "documents").is_dir():
        unfinished = shutil.ignore_patterns(".new-*")
        shutil.copytree(KEPT / "documents", county / ".pingan/documents", ignore=unfinished)


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[[Path], tuple[int, list[str]]]:
    """Run `pingan check` on a project: its exit code and the lines it printed."""

    def run(root: Path) -> tuple[int, list[str]]:
        code = main(["check", "--root", str(root), "--as-of", DAY])
        return code, capsys.readouterr().err.splitlines()

    return run


def built_once(
    tmp_path_factory: pytest.TempPathFactory, name: str, build: Callable[[Path], Path]
) -> Path:
    """Give the site that `build` makes in a folder; the first process that asks makes it for all.

    The processes of pytest-xdist have folders beside each other; a single one has its own. Where
    the first fails, all are told why."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    made, failed = shared / name / "made", shared / name / "failed"
    with FileLock(shared / f"{name}.lock"):
        if not (shared / name).exists():
            (shared / name).mkdir()
            try:
                made.write_text(str(build(shared / name)), encoding="utf-8")
            except Exception:
                failed.write_text(traceback.format_exc(), encoding="utf-8")
    if not made.exists():
        pytest.fail(failed.read_text(encoding="utf-8"), pytrace=False)
    return Path(made.read_text(encoding="utf-8"))


def build(root: Path, *options: str) -> None:
    """Build a county's site as it stands on `DAY`; fails with what the command says."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(["build", "--root", str(root), "--as-of", DAY, *options])
    assert code == 0, said.getvalue()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once for all tests, as it stands on `DAY`: none may change it."""

    def make(folder: Path) -> Path:
        target = folder / "site"
        build(ROOT, "--output", str(target))
        return target

    return built_once(tmp_path_factory, "built", make)


@pytest.fixture(scope="session")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small county, built once for all tests, as it stands on `DAY`."""

    def make(folder: Path) -> Path:
        county = copy_fixture_county(folder / "county")
        build(county)
        return county / "site"

    return built_once(tmp_path_factory, "small", make)


def most_thorough(cases: Iterable[Any], *, but: int) -> list[Any]:
    """Give cases of a test of which all but the first few are left to the thorough ones."""
    first, rest = [*cases][:but], [*cases][but:]
    return [*first, *(pytest.param(case, marks=pytest.mark.thorough) for case in rest)]


COUNTIES = most_thorough(["fixture_site", "site"], but=1)
"""The sites of which a rule holds: the small county's, and the real one's."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count what is about the real county as thorough: its site takes minutes to make."""
    for item in items:
        if "site" in getattr(item, "fixturenames", ()) or item.path.parent.name == "content":
            item.add_marker(pytest.mark.thorough)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Real Chromium, with the fonts that the site is judged in."""
    path = find_chromium()
    assert path, "没有找到 Chromium：先运行 make browser"
    with sync_playwright() as playwright:
        fonts = {"FONTCONFIG_FILE": str(fontconfig(tmp_path_factory.mktemp("fonts")))}
        browser = playwright.chromium.launch(
            executable_path=path, args=_CHROMIUM_ARGUMENTS, env={**os.environ, **fonts}
        )
        yield browser
        browser.close()
