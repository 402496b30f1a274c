"""The maker: style, font, typesetter and cache of one project, with which documents are made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from datetime import date
from pathlib import Path

from generator.documents.archive import archive
from generator.documents.cache import Cache, recipe_digest
from generator.documents.coverage import font_of
from generator.documents.data import Data, as_data, pictures_in
from generator.documents.deck import Deck
from generator.documents.notice import Notice
from generator.documents.office_picture import OfficePicture
from generator.documents.outline import Outline
from generator.documents.pictures import small_clear_png, small_png
from generator.documents.poster import Poster
from generator.documents.style import style_of
from generator.documents.typesetter import Printed, Typesetter, TypesettingError
from generator.documents.workbook import Workbook
from generator.look import look_of
from generator.model.artifact import Artifact, Drawing
from generator.model.site import Site
from generator.palette import palette_of

Content = Outline | Deck | Poster | Notice | Workbook
"""What a document says, arranged for those who draw it."""

DOCUMENTS = ".pingan/documents"
"""Where a project keeps what was made."""
_PICTURE_PPI = 144
_DOT_PPI = 72
"""One dot a point, for posters that are made for a screen."""
_DRAWING_PPI = 324
"""For Office files: a scene of one frame, 160 wide, becomes 720 dots wide."""


class DocumentError(Exception):
    """Raised when a document cannot be made; says which one and why."""


class Maker:
    """Makes documents, each only once for the same content and recipe."""

    def __init__(
        self,
        site: Site,
        root: Path,
        *,
        logo: bytes = b"",
        drawings: Mapping[str, Drawing] | None = None,
    ) -> None:
        """Read the look and the font of the project at `root`.

        `logo` is the county's mark (PNG), for the documents that bear it; `drawings` are the
        pictures that documents name by their ids.
        Made documents are kept in `root/.pingan/documents`, if they can be.
        Raises `FontError` where the county's own font cannot be had, `BrokenTemplateError` where
        the palette is broken.
        """
        look = look_of(root, colour=site.colour)
        font = font_of(site, root)
        self._style = style_of(palette_of(look))
        self._logo = logo
        self._drawings = drawings or {}
        self._typesetter = Typesetter(
            templates=look.documents,
            style=self._style,
            font=font,
            logo=logo,
            drawings=self._drawings,
        )
        recipe = recipe_digest(Path(__file__).parent, look.documents.path) + font.digest
        recipe += self._style.model_dump_json()
        self._set: tuple[Printed, int, tuple[bytes, ...]] | None = None
        """What was set last: several pictures are of one document."""
        self._cache = Cache(root / DOCUMENTS, recipe=recipe)
        self.recipe = recipe + hashlib.sha256(logo).hexdigest()
        """Everything but the content and the pictures that documents are made from."""

    def showing(self, drawings: Mapping[str, Drawing]) -> Maker:
        """Give the same maker that looks pictures up elsewhere, where it is noted which."""
        other = copy(self)
        other._drawings = drawings
        return other

    @property
    def drawings(self) -> Mapping[str, Drawing]:
        """Give the pictures that documents show, by id."""
        return self._drawings

    @property
    def unkept(self) -> OSError | None:
        """Give why a document could not be kept for the next build; None while all could."""
        return self._cache.unkept

    def document(self, content: Content, extension: str) -> bytes:
        """Give a content as a file: `docx`, `pptx`, `xlsx`, `pdf` or `png`.

        Raises `DocumentError` where it fails, `BrokenTemplateError` where its template does,
        `TypeError` for an extension that such a content is never drawn as.
        """
        return self._kept(extension, content, lambda: self._draw(content, extension))

    def picture(self, content: Printed, *, page: int, ppi: int) -> bytes:
        """Give a page (from 0; the last, where there are fewer) as PNG; raises as `document`."""
        way = f"page {page}, {ppi} ppi"
        return self._kept(way, content, lambda: self._page(content, page, ppi))

    def drawing(self, id_: str) -> bytes:
        """Give a picture of the library as PNG; raises `BrokenTemplateError`, `KeyError`."""
        drawing = self._drawings[id_]

        def make() -> bytes:
            return small_clear_png(self._typesetter.drawing(drawing, ppi=_DRAWING_PPI))

        return self._cache.get("drawing", [drawing.svg, drawing.width], make)

    def archive(self, files: Sequence[Artifact], *, day: date) -> bytes:
        """Give files, whose addresses are those in the ZIP, as `documents.archive` does."""
        inside: Data = [[file.address, file.digest] for file in files]

        def make() -> bytes:
            return archive(((file.address, file.content) for file in files), day=day)

        return self._cache.get(f"zip {day}", inside, make)

    def tidy(self) -> None:
        """Forget what no build has used for two weeks; for the end of a build."""
        self._cache.tidy()

    def _kept(self, way: str, content: Content, make: Callable[[], bytes]) -> bytes:
        if content.imprint.logo:
            way += f" {hashlib.sha256(self._logo).hexdigest()}"
        shown: Data = {each.id: [each.text, each.svg] for each in self._pictures_of(content)}
        try:
            return self._cache.get(way, [as_data(content), shown], make)
        except TypesettingError as error:
            raise DocumentError(
                f"《{content.imprint.title}》的{content.name}没有做成：{error}"
            ) from error

    def _draw(self, content: Content, extension: str) -> bytes:
        match content, extension:
            case Outline(), "docx":
                from generator.documents.word import docx  # noqa: PLC0415 - slow import

                return docx(content, self._style, self._logo, self._office(content))
            case Deck(), "pptx":
                from generator.documents.slides import pptx  # noqa: PLC0415 - slow import

                return pptx(content, self._style, self._logo, self._office(content))
            case Workbook(), "xlsx":
                from generator.documents.sheets import xlsx  # noqa: PLC0415 - slow import

                return xlsx(content, self._style)
            case ((Outline() | Deck() | Poster() | Notice()), "pdf"):
                return self._typesetter.pdf(content)
            case Poster(), "png":
                return self._page(content, 0, _DOT_PPI if content.paper.dots else _PICTURE_PPI)
        raise TypeError(f"{type(content).__name__} is not drawn as {extension}")

    def _pictures_of(self, content: Content) -> list[Drawing]:
        """Give the pictures that a content names, each once; what is not drawn is left out."""
        named = dict.fromkeys(pictures_in(as_data(content)))
        return [self._drawings[id_] for id_ in named if id_ in self._drawings]

    def _office(self, content: Content) -> dict[str, OfficePicture]:
        """Give the pictures of a content as Office files hold them, by id."""
        return {
            each.id: OfficePicture(
                id=each.id,
                svg=each.svg.encode(),
                png=self.drawing(each.id),
                text=each.text,
                ratio=each.ratio,
            )
            for each in self._pictures_of(content)
        }

    def _page(self, content: Printed, page: int, ppi: int) -> bytes:
        if self._set is None or self._set[:2] != (content, ppi):
            self._set = content, ppi, self._typesetter.pictures(content, ppi=ppi)
        pages = self._set[2]
        return small_png(pages[min(page, len(pages) - 1)])
