"""Pictures inside a file that needs nothing else: as SVG in the page itself."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from generator.model.artifact import Drawing

_SVG = '<svg xmlns="http://www.w3.org/2000/svg"'
_CLIP = "f"
_WIDE = 1.5


class Inlined:
    """The pictures of one page: each is shown once, where it is first asked for."""

    def __init__(self, drawings: Mapping[str, Drawing]) -> None:
        """Take the pictures by id."""
        self._drawings = drawings
        self._shown: set[str] = set()

    def __call__(self, id_: str | None, *, told: bool = False) -> Markup:
        """Show a picture, "" for none; `told` where no words beside it say what it shows."""
        drawing = self._drawings.get(id_ or "")
        if drawing is None or drawing.id in self._shown:
            return Markup()
        self._shown.add(drawing.id)
        kind = "sign" if drawing.is_sign else "scene"
        if drawing.width > _WIDE * drawing.height:
            kind += " wide"
        said = Markup('role="img" aria-label="{}"').format(drawing.text) if told else None
        opening = Markup('<svg class="{}" {}').format(kind, said or Markup('aria-hidden="true"'))
        # A name stands for one thing in a page: the frames of each picture are cut by their own.
        name = f"{_CLIP}{len(self._shown)}"
        svg = drawing.svg.replace(f'id="{_CLIP}"', f'id="{name}"')
        return Markup(svg.replace(f"url(#{_CLIP})", f"url(#{name})").replace(_SVG, opening, 1))
