"""The page of all pictures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import fixed_pages
from generator.model.picture import Picture
from generator.model.vocabulary import SignKind
from generator.pages.page import Page
from generator.pages.page_maker import PageMaker

_SCENES = "scenes", "图画"


def picture_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the page of all pictures: the scenes, and the signs by their kind."""
    pictures = maker.library.pictures.values()
    groups: list[tuple[str, str, list[Picture]]] = [
        (*_SCENES, [each for each in pictures if each.scene])
    ]
    for kind in SignKind:
        signs = [each for each in pictures if each.sign and each.sign.kind is kind]
        groups.append((kind.value, f"{kind.label}标志", signs))
    yield maker.fixed("pictures", fixed_pages.PICTURES, wide=True, groups=groups)
