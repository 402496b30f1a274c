"""The font of printed documents: finding one, and knowing which characters it has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import typst
from fontTools.ttLib import TTCollection, TTFont

_REGULAR, _BOLD = 400, 700


class FontError(Exception):
    """Raised when no Chinese font can be had; the message names the two ways to get one."""

    def __init__(self, families: Iterable[str]) -> None:
        """Take the font families that were looked for."""
        super().__init__(
            f"E401 没有找到能排中文的字体（{'、'.join(families)} 都没有）。两个办法任选一个：\n"
            "  1. 安装字体。Debian/Ubuntu：sudo apt-get install fonts-noto-cjk\n"
            "  2. 把字体文件（如思源黑体）放进一个文件夹，在 content/site.yml 里写\n"
            "     font_folder: 那个文件夹"
        )


class Font:
    """A Chinese sans serif family with its regular and, where there is one, bold file."""

    def __init__(self, family: str, files: tuple[tuple[Path, int], ...]) -> None:
        """Take the family's name and (file, index in the file) of its weights, regular first."""
        self.family = family
        self.files = files

    @property
    def folders(self) -> list[str]:
        """Give the folders that Typst must look into."""
        return sorted({str(path.parent) for path, _ in self.files})

    def missing(self, text: str) -> str:
        """Give the characters of a text that this font cannot show, each once, in order."""
        wanted = sorted(set(text) - set("\n\r\t"))
        return "".join(character for character in wanted if ord(character) not in self._has)

    @cached_property
    def digest(self) -> str:
        """Give a fingerprint of the font files, so that another font makes other documents."""
        whole = hashlib.blake2b(self.family.encode(), digest_size=16)
        for path, _ in self.files:
            whole.update(path.read_bytes())
        return whole.hexdigest()

    @cached_property
    def _has(self) -> frozenset[int]:
        covered: list[frozenset[int]] = []
        for path, index in self.files:
            if path.suffix.lower() in {".ttc", ".otc"}:
                face = TTCollection(path, lazy=True).fonts[index]
            else:
                face = TTFont(path, lazy=True)
            covered.append(frozenset(face["cmap"].getBestCmap() or {}))
        return frozenset.intersection(*covered)


def find_font(families: tuple[str, ...], *, folder: Path | None) -> Font:
    """Find the first of `families` that the system, or `folder` where given, has.

    Raises `FontError` where none of them can be had or the font file is broken.
    """
    paths: list[str] = [str(folder)] if folder else []
    faces = typst.Fonts(
        include_system_fonts=True, include_embedded_fonts=False, font_paths=paths
    ).fonts()
    for family in families:
        upright = [face for face in faces if face.family == family and face.style == "normal"]
        chosen = [
            (Path(face.path), face.index)
            for weight in (_REGULAR, _BOLD)
            for face in upright
            if face.weight == weight and face.path
        ][:2]
        if chosen:
            return Font(family, tuple(chosen))
    raise FontError(families)
