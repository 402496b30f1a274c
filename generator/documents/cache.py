"""The cache of made documents: the same recipe and the same content are never made twice."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from generator import kept
from generator.documents.data import Data

_LIBRARIES = ("typst", "python-docx", "python-pptx", "xlsxwriter", "segno", "pillow", "lxml")
_OURS = re.compile(rf"[0-9a-f]{{40}}|{re.escape(kept.BESIDE)}\w+")


class Cache:
    """Bytes by what they were made from; several builds may share one folder.

    `unkept` is the first reason why something could not be kept; None while all is well.
    """

    def __init__(self, folder: Path, *, recipe: str) -> None:
        """Take the folder, and the fingerprint of everything but the content."""
        self._folder = folder
        self._recipe = recipe
        self.unkept: OSError | None = None

    def get(self, way: str, document: Data, make: Callable[[], bytes]) -> bytes:
        """Give what a document becomes in a way, made by `make` where it is not kept whole."""
        text = json.dumps([self._recipe, way, document], ensure_ascii=False, sort_keys=True)
        path = self._folder / hashlib.blake2b(text.encode(), digest_size=20).hexdigest()
        content = kept.read(path, answers=text)
        if content is None:
            content = make()
            fault = kept.write(path, content, answers=text)
            self.unkept = self.unkept or fault
        else:
            with suppress(OSError):  # deleted meanwhile, or the administrator's
                os.utime(path)
        return content

    def tidy(self) -> None:
        """Remove what no build has used for two weeks; what is not ours stays."""
        kept.tidy(self._folder, _OURS)


def recipe_digest(*folders: Path) -> str:
    """Fingerprint the source files in `folders` and the versions of the libraries that we use."""
    whole = hashlib.blake2b(digest_size=20)
    for library in _LIBRARIES:
        whole.update(f"{library}={version(library)};".encode())
    for folder in folders:
        for path in sorted(folder.glob("*.*")):
            whole.update(path.name.encode())
            whole.update(path.read_bytes())
    return whole.hexdigest()
