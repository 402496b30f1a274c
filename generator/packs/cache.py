"""The cache of made documents: the same recipe and the same content are never made twice."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

_LIBRARIES = ("typst", "python-docx", "python-pptx", "xlsxwriter", "segno", "pillow", "lxml")
_KEPT_SECONDS = 14 * 86_400


class Cache:
    """Bytes by what they were made from; several builds may share one folder."""

    def __init__(self, folder: Path, *, recipe: str) -> None:
        """Take the folder, and the fingerprint of everything but the content."""
        self._folder = folder
        self._recipe = recipe
        self.made = 0
        self.reused = 0

    def get(self, document: str, values: dict[str, Any], make: Callable[[], bytes]) -> bytes:
        """Give the document's bytes, made by `make` only where nothing fitting is kept."""
        text = json.dumps([self._recipe, document, values], ensure_ascii=False, sort_keys=True)
        path = self._folder / hashlib.blake2b(text.encode(), digest_size=20).hexdigest()
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            content = make()
            self._keep(path, content)
            self.made += 1
        else:
            os.utime(path)
            self.reused += 1
        return content

    def tidy(self) -> None:
        """Remove what no build has used for two weeks."""
        oldest = time.time() - _KEPT_SECONDS
        for path in self._folder.glob("*"):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)

    def _keep(self, path: Path, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
            written = Path(file.name)
            try:
                file.write(content)
                file.flush()
            except OSError:
                written.unlink()
                raise
        written.replace(path)


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
