"""The font of printed documents: finding one, and knowing which characters it has."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property, lru_cache
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

_REGULAR, _BOLD = 400, 700
_CHINESE = "安全生产"


class FontError(Exception):
    """Raised when the font that a county asks for cannot be had; says what to do instead.

    `field` is the setting of site.yml at fault, `message` and `hint` are the two halves of the
    sentence, as in a `Problem`.
    """

    def __init__(self, field: str, message: str, hint: str) -> None:
        """Keep the parts apart, and join them for who only prints the error."""
        super().__init__(f"E401 site.yml：{message}（{hint}）")
        self.field, self.message, self.hint = field, message, hint


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
        return missing_from(self.covers, text)

    @cached_property
    def digest(self) -> str:
        """Give a fingerprint of the font files, so that another font makes other documents."""
        whole = hashlib.blake2b(self.family.encode(), digest_size=16)
        for path, _ in self.files:
            whole.update(_digest(path, path.stat().st_mtime_ns))
        return whole.hexdigest()

    @cached_property
    def covers(self) -> frozenset[int]:
        """Give the code points that every weight of this font can show.

        Raises `FontError` where a font file is damaged.
        """
        return frozenset.intersection(
            *(_covered(path, index, path.stat().st_mtime_ns) for path, index in self.files)
        )


@lru_cache(maxsize=16)
def _digest(path: Path, changed: int) -> bytes:
    """Fingerprint a font file, once for the same file, `changed` at the same time."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").digest()


@lru_cache(maxsize=16)
def _covered(path: Path, index: int, changed: int) -> frozenset[int]:
    """Read what a face has in its file, once for the same file, `changed` at the same time."""
    from fontTools.ttLib import TTCollection, TTFont  # noqa: PLC0415 - slow import

    try:
        if path.suffix.lower() in {".ttc", ".otc"}:
            face = TTCollection(path, lazy=True).fonts[index]
        else:
            face = TTFont(path, lazy=True)
        return frozenset(face["cmap"].getBestCmap() or {})
    except Exception as error:  # a damaged font breaks its reader in many ways
        raise FontError(
            "font_folder", f"字体文件 {path} 坏了，读不出来", "重新复制一份，或换一个字体"
        ) from error


def missing_from(covers: frozenset[int], text: str) -> str:
    """Give the characters of a text that a font does not cover, each once, in order."""
    wanted = sorted(set(text) - set("\n\r\t"))
    return "".join(character for character in wanted if ord(character) not in covers)


def find_font(*, folder: Path | None = None, families: Sequence[str] = ()) -> Font:
    """Give the font of printed documents.

    Without arguments it is the one that comes with the program, so that documents are the same
    bytes on every machine. `families` are names in order of preference, looked for in `folder`
    where one is given and on the system where none is; a `folder` alone gives its first family
    that has Chinese.
    Raises `FontError` where that font cannot be had.
    """
    if folder is None and not families:
        return _first_of(_faces(packaged_folder()), ())
    if folder is not None and not _is_folder(folder):
        raise FontError(
            "font_folder",
            f"字体文件夹（font_folder）“{folder}”不是一个文件夹",
            "改成放字体文件的文件夹，或删掉这一行，用自带的字体",
        )
    faces = _faces(folder)
    try:
        return _first_of(faces, families)
    except LookupError:
        raise _not_found(folder, families, faces) from None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name longer than any file may have, a folder that may not be entered
        return False


def packaged_folder() -> Path:
    """Give the folder of the font that comes with the program (Noto Sans CJK, OFL 1.1)."""
    package = distribution("rinoh-typeface-notosanscjk")
    return Path(str(package.locate_file("rinoh_typeface_notosanscjk")))


def _faces(folder: Path | None) -> list[typst.FontInfo]:
    """Give the upright faces of a folder, or of the system."""
    import typst  # noqa: PLC0415 - slow import

    found = typst.Fonts(
        include_system_fonts=folder is None,
        include_embedded_fonts=False,
        font_paths=[str(folder)] if folder else [],
    ).fonts()
    return [face for face in found if face.path and face.style == "normal"]


def _first_of(faces: Sequence[typst.FontInfo], families: Sequence[str]) -> Font:
    """Give the first family that is there and has Chinese; raises `LookupError` otherwise."""
    for family in families or sorted({face.family for face in faces}):
        files = [
            (Path(face.path), face.index)
            for weight in (_REGULAR, _BOLD)
            for face in faces
            if face.path and face.family == family and face.weight == weight
        ][:2]
        if files and not (font := Font(family, tuple(files))).missing(_CHINESE):
            return font
    raise LookupError


def _not_found(
    folder: Path | None, families: Sequence[str], faces: Sequence[typst.FontInfo]
) -> FontError:
    place = f"文件夹 {folder} 里" if folder else "系统里"
    known = "、".join(sorted({face.family for face in faces})[:8]) or "没有字体"
    wanted = f"“{'、'.join(families)}”" if families else "能排中文的字体"
    return FontError(
        "font_families" if families else "font_folder",
        f"{place}没有{wanted}（有的是：{known}）",
        "改 font_folder 和 font_families，或删掉它们，用自带的字体",
    )
