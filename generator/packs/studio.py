"""The studio: style, font, typesetter and cache of one project, in which all documents are made."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from generator.documents.coverage import font_of
from generator.look import look_of
from generator.model.site import Site
from generator.packs.cache import Cache, recipe_digest
from generator.packs.documents import DocumentKind
from generator.packs.style import style_of
from generator.packs.typesetter import Typesetter, TypesettingError
from generator.packs.workshop import Workshop
from generator.palette import palette_of


class PackError(Exception):
    """Raised when a document cannot be made; says which one and why."""


class Studio:
    """Makes documents, each only once for the same content and recipe."""

    def __init__(self, site: Site, root: Path) -> None:
        """Open the studio of the project at `root`.

        Raises `FontError` where the county's own font cannot be had.
        """
        look = look_of(root)
        templates = look.documents
        self._style = style_of(palette_of(look))
        font = font_of(site, root)
        self._typesetter = Typesetter(templates=templates, style=self._style, font=font)
        recipe = (
            recipe_digest(Path(__file__).parent, templates.path)
            + font.digest
            + self._style.model_dump_json()
        )
        self.cache = Cache(root / ".pingan" / "documents", recipe=recipe)

    def make(self, kind: DocumentKind, title: str, values: dict[str, Any], day: date) -> bytes:
        """Make a document about `title`, dated `day`; raises `PackError` where it fails."""
        workshop = Workshop(style=self._style, typesetter=self._typesetter, day=day)
        name = f"{kind.id}.{kind.extension} {day}"
        try:
            return self.cache.get(name, values, lambda: kind.make(values, workshop))
        except TypesettingError as error:
            raise PackError(f"《{title}》的{kind.label}没有做成：{error}") from error
