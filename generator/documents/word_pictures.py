"""Pictures in Word documents."""

from __future__ import annotations

import io
from collections.abc import Mapping

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from generator.documents.office_picture import SVG_TYPE, OfficePicture, show_svg


class Pictures:
    """Shows pictures of the library in a document whose text is `width` cm wide."""

    def __init__(
        self, document: Document, width: float, pictures: Mapping[str, OfficePicture]
    ) -> None:
        """Take the document, the width of its text, and the pictures by id."""
        self._document = document
        self._width = width
        self._pictures = pictures
        self._vectors: dict[str, str] = {}

    def get(self, id_: str) -> OfficePicture | None:
        """Give a picture; None for one that there is not."""
        return self._pictures.get(id_)

    def show(self, shown: OfficePicture, paragraph: Paragraph, width: float) -> None:
        """Put a picture into a paragraph, `width` centimetres wide, or as wide as the page."""
        run = paragraph.add_run()
        drawn = run.add_picture(io.BytesIO(shown.png), width=Cm(min(width, self._width)))
        drawn._inline.docPr.set("descr", shown.text)
        (blip,) = drawn._inline.xpath(".//a:blip")
        show_svg(blip, self._vector(shown))

    def _vector(self, shown: OfficePicture) -> str:
        """Put the SVG of a picture into the file, once; give its relation."""
        if shown.id not in self._vectors:
            part, number = self._document.part, len(self._vectors) + 1
            uri = PackURI(f"/word/media/drawing{number}.svg")
            svg = Part(uri, SVG_TYPE, shown.svg, part.package)
            self._vectors[shown.id] = part.relate_to(svg, RELATIONSHIP_TYPE.IMAGE)
        return self._vectors[shown.id]
