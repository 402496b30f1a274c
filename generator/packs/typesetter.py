"""The typesetter: Typst templates become PDF files and pictures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import typst

from generator.documents.font import Font
from generator.look import Folder
from generator.model.fault import BrokenTemplateError
from generator.packs.style import Style

_PLACE = re.compile(r"┌─ (\S.*?):(\d+):\d+")
_ACCESSIBLE = "ua-1"  # ISO 14289-1, as far as Typst can check it


class TypesettingError(Exception):
    """Raised when the font lacks a character."""


class Typesetter:
    """Sets one template with one set of values; same values, same bytes."""

    def __init__(self, *, templates: Folder, style: Style, font: Font) -> None:
        """Take the folder of templates, the look of all documents and the font to embed."""
        self._templates = templates
        self._font = font
        self._shared = {"font": font.family, "colours": style.colours.model_dump()}
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[*font.folders],
        )
        self._compiler = typst.Compiler(root=str(templates.path), font_paths=fonts)

    def pdf(self, template: str, values: dict[str, Any], *, day: date) -> bytes:
        """Set `<template>.typ` as an accessible PDF (PDF/UA-1) dated `day`.

        Raises `BrokenTemplateError` when the template fails or breaks a rule of PDF/UA (a heading
        level left out, a picture without a text), `TypesettingError` when a character has no
        glyph.
        """
        made = self._set(template, values, day=day, format="pdf", pdf_standards=_ACCESSIBLE)
        assert isinstance(made, bytes)
        return made

    def pictures(
        self, template: str, values: dict[str, Any], *, day: date, ppi: int
    ) -> tuple[bytes, ...]:
        """Set `<template>.typ` as PNG pictures, one a page, at `ppi` pixels per inch."""
        made = self._set(template, values, day=day, format="png", ppi=ppi)
        return tuple(made) if isinstance(made, list) else (made,)

    def _set(
        self, template: str, values: dict[str, Any], *, day: date, **output: Any
    ) -> bytes | list[bytes]:
        missing = self._font.missing("".join(_texts(values)))
        if missing:
            raise TypesettingError(
                f"E402 字体“{self._font.family}”里没有这些字：{' '.join(missing)}。"
                "换一个字更全的字体，或改写这句话"
            )
        data = json.dumps({**self._shared, **values, "day": day.isoformat()}, ensure_ascii=False)
        path = self._templates.path / f"{template}.typ"
        stamp = (day - date(1970, 1, 1)).days * 86_400
        try:
            made = self._compiler.compile(
                str(path), sys_inputs={"data": data}, timestamp=stamp, **output
            )
        except typst.TypstError as error:
            raise self._fault(template, error) from error
        assert made is not None
        return made

    def _fault(self, template: str, error: typst.TypstError) -> BrokenTemplateError:
        name, line = _place(str(error.diagnostic))
        if not name or not (self._templates.path / name).is_file():
            name, line = f"{template}.typ", 1
        return BrokenTemplateError(f"{self._templates.shown}/{name}", line, "E403", error.message)


def _place(diagnostic: str) -> tuple[str, int]:
    """Give file and line from a diagnostic such as `┌─ poster.typ:3:8`, where it has them."""
    found = _PLACE.search(diagnostic)
    return (Path(found[1]).name, int(found[2])) if found else ("", 1)


def _texts(value: Any) -> Iterator[str]:
    """Give every text inside nested values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
