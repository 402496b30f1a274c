"""What `.pingan` remembers from one run to the next: bytes that know whether they are whole.

Each kept file begins with a digest of what it answers and of what follows. A file that is cut,
damaged, somebody else's, or no file at all is as good as none; the folder may be deleted at any
moment. Whoever keeps something here can make it anew.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

BESIDE = ".new-"
"""How the names of files begin that are not yet complete."""
_KEPT_SECONDS = 14 * 86_400
_MAGIC = b"pingan-kept-1 "
_ODD_THINGS_DO_NOT_HOLD_US = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def read(path: Path, *, answers: str) -> bytes | None:
    """Give the bytes kept at `path` for exactly what they are to answer; None in all other cases.

    `answers` is everything that the bytes were made from. What another user has put there is not
    taken, but for the administrator's; where a system knows no owners, everything is ours.
    """
    try:
        with open(os.open(path, os.O_RDONLY | _ODD_THINGS_DO_NOT_HOLD_US), "rb") as file:  # noqa: PTH123 - a link must not be followed
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode) or not _is_trusted(state.st_uid):
                return None
            head, content = file.read(len(_head(b"", ""))), file.read()
    except OSError:
        return None
    return content if head == _head(content, answers) else None


def write(path: Path, content: bytes, *, answers: str) -> OSError | None:
    """Keep bytes at `path`; gives the reason where that cannot be done, which stops nobody.

    They are on the disk before they take their name. A folder that somebody deletes meanwhile is
    no reason.
    """
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _put(path, _head(content, answers) + content)
        except FileNotFoundError:
            continue
        except OSError as error:
            return error
        break
    return None


def tidy(folder: Path, ours: re.Pattern[str]) -> None:
    """Remove what nobody has used for two weeks; what does not bear one of our names stays.

    Whoever uses a kept file gives it the time of now.
    """
    oldest = time.time() - _KEPT_SECONDS
    with suppress(OSError):
        for path in folder.iterdir():
            if ours.fullmatch(path.name):
                _remove_if_older(path, oldest)


def _remove_if_older(path: Path, oldest: float) -> None:
    with suppress(OSError):
        state = path.lstat()
        if stat.S_ISREG(state.st_mode) and state.st_mtime < oldest:
            path.unlink()


def _put(path: Path, whole: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=BESIDE, delete=False) as file:
        written = Path(file.name)
        try:
            file.write(whole)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            file.close()
            _drop(written)
            raise
    try:
        written.replace(path)
    except OSError:
        _drop(written)
        raise


def _drop(written: Path) -> None:
    with suppress(OSError):
        written.unlink()


def _head(content: bytes, answers: str) -> bytes:
    whole = hashlib.blake2b(hashlib.blake2b(answers.encode()).digest(), digest_size=32)
    whole.update(content)
    return _MAGIC + whole.hexdigest().encode() + b"\n"


def _is_trusted(owner: int) -> bool:
    if sys.platform == "win32":
        return True
    return owner in {0, os.geteuid()}
