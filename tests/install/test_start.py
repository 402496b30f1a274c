"""Starting from nothing: the set-up, and the files that are double-clicked."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DAY, ROOT

FAKE_PYTHON = """#!{python}
import os, sys
print("runs", *sys.argv[1:])
if "venv" in sys.argv:
    folder = sys.argv[-1]
    os.makedirs(os.path.join(folder, "bin"), exist_ok=True)
    for name in ("python", "pingan"):
        path = os.path.join(folder, "bin", name)
        with open(path, "w") as file:
            file.write(open(__file__).read())
        os.chmod(path, 0o755)
"""


@pytest.fixture
def download(tmp_path: Path) -> Path:
    """The project as somebody downloads it: not set up, in a folder with a difficult name."""
    folder = tmp_path / "平安 站 (1)"
    (folder / "generator").mkdir(parents=True)
    for name in ("pingan", "start.sh", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    shutil.copy(ROOT / "generator/install.py", folder / "generator")
    return folder


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def install(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run the set-up with a Python that says what it is asked to run."""
    program = folder / "python-that-tells"
    program.write_text(FAKE_PYTHON.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    code = (
        "import sys, runpy; sys.argv = ['install.py'];"
        f"sys.executable = {str(program)!r}; {script}"
        "runpy.run_path('generator/install.py', run_name='__main__')"
    )
    return run(folder, sys.executable, "-c", code)


def test_the_set_up_takes_exactly_what_the_lock_file_says(download: Path) -> None:
    done = install(download, "")
    assert done.returncode == 0, done.stderr
    assert "runs -m venv --clear" in done.stdout
    assert "--no-deps --require-hashes --requirement" in done.stdout
    assert done.stdout.rstrip().endswith("装好了。")


def test_a_second_start_does_nothing_until_the_lock_file_changes(download: Path) -> None:
    install(download, "")
    assert install(download, "").stdout == ""
    with (download / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# newer\n")
    assert "正在安装" in install(download, "").stdout


def test_a_moved_folder_is_set_up_again(download: Path) -> None:
    install(download, "")
    moved = download.rename(download.with_name("搬了家"))
    assert "正在安装" in install(moved, "").stdout


def test_a_set_up_that_failed_is_explained_and_tried_again(download: Path) -> None:
    """The lock file asks for something that nobody has."""
    (download / "requirements.lock").write_text("no-such-thing==1 --hash=sha256:00\n")
    done = run(download, sys.executable, "generator/install.py")
    assert done.returncode == 1
    assert "没有装成" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (download / ".venv/.ready").exists()


def test_an_old_python_is_told_so(download: Path) -> None:
    done = install(download, "sys.version_info = (3, 9, 2);")
    assert done.returncode == 1
    assert "需要 Python 3.11" in done.stderr
    assert "3.9" in done.stderr


def test_start_sh_and_pingan_work_from_any_folder(download: Path, tmp_path: Path) -> None:
    install(download, "")
    for command, ran in (
        ([str(download / "pingan"), "check"], "runs check"),
        ([str(download / "start.sh")], "runs serve --drafts --open"),
    ):
        done = run(tmp_path, *command)
        assert done.returncode == 0, done.stderr
        assert ran in done.stdout


@pytest.mark.thorough
def test_a_command_in_another_folder_is_about_the_project_of_the_program(tmp_path: Path) -> None:
    python = [sys.executable, "-m", "generator"]
    done = run(tmp_path, *python, "check", "--as-of", DAY, "--format", "json", PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    real = len([*(ROOT / "content").rglob("*.yml")])
    assert json.loads(done.stdout)["files"] == real
    assert [*tmp_path.iterdir()] == []


def test_pingan_without_a_python_is_explained(download: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()
    for tool in ("sh", "dirname"):
        (bare / tool).symlink_to(shutil.which(tool) or "")
    done = run(tmp_path, str(download / "pingan"), "check", PATH=str(bare))
    assert done.returncode == 1
    assert "需要 Python 3.11" in done.stderr


@pytest.mark.parametrize("name", ["start.cmd", "pingan.cmd"])
def test_windows_files_can_be_read_by_windows(name: str) -> None:
    """CRLF, no BOM, nothing but ASCII before the code page is UTF-8, and no file that is not there.

    Brackets inside a block would end it.
    """
    raw = (ROOT / name).read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n")
    before, switch, text = raw.partition(b"chcp 65001 >nul\r\n")
    assert switch
    assert before == b"@echo off\r\n"
    script = text.decode("utf-8")
    for path in re.findall(r"%~dp0([^\"]+)", script):
        if not path.startswith(".venv"):
            assert (ROOT / path.replace("\\", "/")).is_file(), path
    for block in re.findall(r"\(\r\n(.*?)\r\n\)", script, re.DOTALL):
        assert not set(block) & set("()")


def test_the_lock_file_names_no_registry_and_pins_everything() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index" not in lock
    pinned = re.findall(r"^([a-z0-9-]+)==\S+", lock, re.MULTILINE)
    assert {"mkdocs", "typst", "rinoh-typeface-notosanscjk", "filelock", "tzdata"} <= set(pinned)
    assert lock.count("--hash=sha256:") >= len(pinned)


def test_what_the_command_line_says_is_utf8_on_any_code_page(fixture_county: Path) -> None:
    (fixture_county / "content/common/alerts/winter.yml").write_text("", encoding="utf-8")
    for code_page in ("cp936", "cp1252", "ascii"):
        done = subprocess.run(
            [sys.executable, "-m", "generator", "check", "--root", str(fixture_county)],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": code_page, "PYTHONUTF8": "0"},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1
        assert "文件是空的" in done.stderr.decode("utf-8")
