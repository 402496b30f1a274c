"""Old Word and WPS documents: LibreOffice, where the computer has it, makes DOCX of them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.importer.errors import SourceError

MOST_SECONDS = 120.0
_INSTEAD = "用 WPS 或 Word 打开，另存为 .docx 再试"
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)


def docx_from(content: bytes, ending: str) -> bytes:
    """Give a document as DOCX; `ending` is that of what it is, such as `.doc`.

    Raises `SourceError` where there is no LibreOffice, and where it fails or takes too long.
    """
    program = _program()
    if program is None:
        raise SourceError(f"这台电脑上没有 LibreOffice：{_INSTEAD}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        document = folder / f"document{ending}"
        document.write_bytes(content)
        made = folder / "made" / "document.docx"
        _run(
            [
                program,
                f"-env:UserInstallation={(folder / 'settings').as_uri()}",
                *("--headless", "--norestore", "--convert-to", "docx"),
                *("--outdir", str(made.parent), str(document)),
            ]
        )
        try:
            return made.read_bytes()
        except OSError as error:
            raise SourceError(f"LibreOffice 打不开，可能坏了或者有密码：{_INSTEAD}") from error


def _program() -> str | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return found
    installed = [
        Path(os.environ[each], "LibreOffice", "program", "soffice.com")
        for each in ("ProgramFiles", "ProgramFiles(x86)")
        if each in os.environ
    ]
    return next((str(each) for each in (*installed, *map(Path, _PLACES)) if each.is_file()), None)


def _run(command: list[str]) -> None:
    """Run a program to its end; what it starts itself is ended with it when time is up."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise SourceError(f"LibreOffice 运行不了：{_INSTEAD}") from error
    try:
        process.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise SourceError(f"LibreOffice 太久没有做完：{_INSTEAD}") from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        ending = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(ending, check=False, capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
