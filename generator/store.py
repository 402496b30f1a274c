"""What was worked out before, by what it was worked out from: one SQLite file.

A stage asks for what comes of its input; where the same input was there before, on this machine
and with this program, the answer is read instead of made. The file may be deleted at any moment;
one that is damaged, somebody else's, or of another program is as good as none, and begun anew.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sqlite3
import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from generator.digests import Digests

T = TypeVar("T")

_FILE = ".pingan/known.sqlite"
_FORM = 2
_TABLE = """
CREATE TABLE IF NOT EXISTS known (
  question BLOB PRIMARY KEY, digest BLOB NOT NULL, answer BLOB NOT NULL, day INTEGER NOT NULL
)
"""
_AT_HAND = 30_000
"""How many answers a program that goes on has at hand: those of three builds of a large county."""
_KEPT_DAYS = 14
_WAIT_SECONDS = 2.0
_NOT_NOW = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN")
_PROGRAM = (".py", ".yml")
_FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite says of a damaged file; its own words may be damaged, too."""
_LIBRARIES = ("jinja2", "mkdocs", "mkdocs-material", "pydantic", "pyyaml")


class Store:
    """Answers by their questions; several runs may share one file.

    `with Store(...) as store:` writes what was worked out when the block ends. Nobody may change
    what `get` gives.
    """

    def __init__(self, path: Path, *, recipe: str = "", held: bool = False) -> None:
        """Open the file, or go without one where there can be none.

        A store that is `held` can be opened again when a block has ended, and has its answers at
        hand. (Its file is closed meanwhile: Windows deletes none that is open.)
        """
        self.digests = Digests()
        """The digests of what answers are made from, as long as the store is open."""
        self._path = path
        self._held = held
        self._at_hand: OrderedDict[bytes, Any] = OrderedDict()
        self._recipe = (recipe or program()).encode()
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._day = int(time.time()) // 86_400
        self._file = self._opened()

    def __enter__(self) -> Store:
        """Give the store."""
        return self.open()

    def open(self) -> Store:
        """Open the file again where it was closed; give the store."""
        if self._file is None and self._held:
            self._file = self._opened()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what is new."""
        self.write()

    def get(self, stage: str, made_from: bytes, make: Callable[[], T]) -> T:
        """Give what a stage makes of `made_from`, by `make` where it is not known.

        `made_from` is everything that the answer depends on but the program.
        """
        known = self.known(stage, made_from)
        if known is not None:
            found: T = known
            return found
        answer = make()
        self.keep(stage, made_from, answer)
        return answer

    def known(self, stage: str, made_from: bytes) -> Any:
        """Give what is known of a stage and its input; `None` where nothing is."""
        question = self._question(stage, made_from)
        found = self._at_hand.get(question)
        if found is not None:
            self._at_hand.move_to_end(question)
            return found
        found = self._read(question)
        if found is not None:
            self._have(question, found)
        return found

    def keep(self, stage: str, made_from: bytes, answer: object) -> None:
        """Remember what a stage has made of its input, in place of what was known of it."""
        question = self._question(stage, made_from)
        self._new[question] = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        self._have(question, answer)

    def _have(self, question: bytes, answer: object) -> None:
        if self._held:
            self._at_hand[question] = answer
            if len(self._at_hand) > _AT_HAND:
                self._at_hand.popitem(last=False)

    def write(self) -> None:
        """Write what is new, and forget what no run has asked for in two weeks."""
        if self._file is None:
            return
        rows = [(key, _digest(key, blob), blob, self._day) for key, blob in self._new.items()]
        try:
            with self._file:
                self._file.executemany("INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?)", rows)
                self._file.executemany(
                    "UPDATE known SET day = ? WHERE question = ?",
                    [(self._day, question) for question in self._used],
                )
                self._file.execute("DELETE FROM known WHERE day < ?", (self._day - _KEPT_DAYS,))
        except _FAULTS as error:
            self._leave(error)
        if self._file is not None:
            self._file.close()
        self._file = None
        self._new, self._used = {}, set()

    def _question(self, stage: str, made_from: bytes) -> bytes:
        whole = hashlib.blake2b(digest_size=20)
        for part in (self._recipe, stage.encode(), made_from):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
        return whole.digest()

    def _read(self, question: bytes) -> Any:
        if question in self._new:
            return pickle.loads(self._new[question])
        if self._file is None:
            return None
        try:
            row = self._file.execute(
                "SELECT digest, answer, day FROM known WHERE question = ?", (question,)
            ).fetchone()
        except _FAULTS as error:
            self._leave(error)
            return None
        if row is None or row[0] != _digest(question, row[1]):
            return None
        try:
            found = pickle.loads(row[1])
        except Exception:
            return None
        if row[2] < self._day:
            self._used.add(question)
        return found

    def _opened(self) -> sqlite3.Connection | None:
        if not _is_ours(self._path):
            return None
        for _ in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                file = sqlite3.connect(self._path, timeout=_WAIT_SECONDS)
                file.execute("PRAGMA journal_mode = WAL")
                file.execute("PRAGMA synchronous = OFF")  # each answer knows whether it is whole
                (form,) = file.execute("PRAGMA user_version").fetchone()
                if form not in {0, _FORM}:
                    raise sqlite3.DatabaseError("of another form")
                file.execute(_TABLE)
                file.execute(f"PRAGMA user_version = {_FORM}")
            except OSError:
                return None
            except _FAULTS as error:
                if _is_whole(error):
                    return None
                self._remove()
            else:
                return file
        return None

    def _leave(self, error: Exception) -> None:
        """Go on without the file; one that is damaged goes, and the next run begins anew."""
        if self._file is not None:
            with suppress(sqlite3.Error):
                self._file.close()
        self._file = None
        if not _is_whole(error):
            self._remove()

    def _remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{self._path}{ending}").unlink()


_HELD: dict[Path, Store] = {}


def store_of(root: Path) -> Store:
    """Open what a project remembers; what is held is given again."""
    path = root / _FILE
    return _HELD.get(path) or Store(path)


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Have what a project remembers at hand for the builds that follow."""
    path = root / _FILE
    with Store(path, held=True) as store:
        _HELD[path] = store
        try:
            yield
        finally:
            del _HELD[path]


@cache
def program() -> str:
    """Fingerprint the program: its own files, its libraries and the Python that runs it."""
    whole = hashlib.blake2b(f"{sys.version};".encode(), digest_size=20)
    for library in _LIBRARIES:
        whole.update(f"{library}={version(library)};".encode())
    folder = Path(__file__).parent
    for path in sorted(path for ending in _PROGRAM for path in folder.rglob(f"*{ending}")):
        whole.update(path.relative_to(folder).as_posix().encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _is_whole(error: Exception) -> bool:
    """Tell whether a file may be good, and only cannot be used now."""
    return getattr(error, "sqlite_errorname", "").startswith(_NOT_NOW)


def _digest(question: bytes, answer: bytes) -> bytes:
    return hashlib.blake2b(question + answer, digest_size=16).digest()


def _is_ours(path: Path) -> bool:
    """Tell whether nobody else can have written the file: unpickling runs what it says."""
    if sys.platform == "win32":
        return not path.is_symlink()
    try:
        state = path.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return not path.is_symlink() and state.st_uid in {0, os.geteuid()}
