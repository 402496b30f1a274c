"""Old Word and WPS documents, with a program that stands in for LibreOffice."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.importer import office
from generator.importer.errors import SourceError
from generator.importer.source import read_source
from tests.importer import documents, word

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script")

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "WordDocument".encode("utf-16-le")
CONVERT = """
import pathlib, shutil, sys
given = dict(zip(sys.argv, sys.argv[1:]))
assert "--headless" in sys.argv and given["--convert-to"] == "docx"
settings = [each for each in sys.argv if each.startswith("-env:UserInstallation=file:///")]
assert len(settings) == 1
document = pathlib.Path(sys.argv[-1])
folder = pathlib.Path(given["--outdir"])
folder.mkdir()
shutil.copy({made!r}, folder / (document.stem + ".docx"))
pathlib.Path({seen!r}).write_text(document.name + " " + str(document.parent))
"""
HANG = """
import os, pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path({seen!r}).write_text(str(child.pid))
time.sleep(60)
"""

Stand = Callable[[str], Path]


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    """Put a program on the path that does what is written; gives the file of what it saw."""
    made, seen = tmp_path / "made.docx", tmp_path / "seen.txt"
    made.write_bytes(word.typed(documents.PLAIN))

    def stand(code: str) -> Path:
        program = tmp_path / "programs" / "soffice"
        program.parent.mkdir()
        text = code.replace("{made!r}", repr(str(made))).replace("{seen!r}", repr(str(seen)))
        program.write_text(f"#!{sys.executable}\n{text}", "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(program.parent))
        return seen

    return stand


def named(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("要点.doc", OLD, ".doc"),
        ("要点.wps", OLD, ".doc"),
        ("要点.docx", OLD, ".doc"),
        ("要点.doc", rb"{\rtf1 abc}", ".rtf"),
        ("要点.doc", b'<?xml version="1.0"?><w:wordDocument/>', ".xml"),
        ("要点.odt", word.open_document(), ".odt"),
    ],
)
def test_libreoffice_makes_a_document_that_is_read(
    tmp_path: Path, stand_in: Stand, name: str, content: bytes, ending: str
) -> None:
    seen = stand_in(CONVERT)
    found = read_source(named(tmp_path, name, content))
    assert found.text.strip() == documents.PLAIN.strip()
    given, folder = seen.read_text("utf-8").split(" ", 1)
    assert given == f"document{ending}"
    assert not Path(folder).exists(), "nothing is left behind"


@pytest.mark.parametrize("code", ["raise SystemExit(1)", "pass"])
def test_where_it_makes_nothing_that_is_told(tmp_path: Path, stand_in: Stand, code: str) -> None:
    stand_in(code)
    with pytest.raises(SourceError, match="LibreOffice 打不开，可能坏了或者有密码：用 WPS"):
        read_source(named(tmp_path, "a.doc", OLD))


def test_where_it_cannot_be_run_that_is_told(tmp_path: Path, stand_in: Stand) -> None:
    stand_in("pass")
    (tmp_path / "programs/soffice").write_text("#!/no/such/program\n")
    with pytest.raises(SourceError, match="LibreOffice 运行不了"):
        read_source(named(tmp_path, "a.doc", OLD))


def test_where_it_hangs_it_is_ended_with_all_that_it_started(
    tmp_path: Path, stand_in: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = stand_in(HANG)
    monkeypatch.setattr(office, "MOST_SECONDS", 2.5)
    with pytest.raises(SourceError, match="LibreOffice 太久没有做完"):
        read_source(named(tmp_path, "a.doc", OLD))
    status = Path("/proc") / seen.read_text("utf-8") / "stat"
    for _ in range(50):
        if not status.exists() or status.read_text("utf-8").rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("what it started is still there")


def test_it_is_found_where_installers_put_it(
    tmp_path: Path, stand_in: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(CONVERT)
    installed = tmp_path / "LibreOffice/program/soffice.com"
    installed.parent.mkdir(parents=True)
    (tmp_path / "programs/soffice").rename(installed)
    with pytest.raises(
        SourceError, match=r"这台电脑上没有 LibreOffice：用 WPS 或 Word 打开，另存为 \.docx"
    ):
        read_source(named(tmp_path, "a.doc", OLD))
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert read_source(named(tmp_path, "a.doc", OLD)).text.strip() == documents.PLAIN.strip()
