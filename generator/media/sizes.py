"""Pictures in the sizes that pages show: small for a phone, larger for a desk.

Nothing is enlarged. Photos become JPEG on white, the mark and the filing's icon PNG.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PIL import Image
from PIL import __version__ as pillow

from generator.documents.cache import Cache
from generator.media.photos import opened
from generator.model.artifact import Artifact, Media, Shown, stamp_of
from generator.model.library import Library
from generator.model.photo import MEDIA, Photo

_WIDTHS = (640, 1280)
_LOGO = (480, 96)
_ICON = (40, 40)
_QUALITY = 78
_WHITE = (255, 255, 255)
_HERE = Path(__file__).parent


Way = partial[bytes]
"""What makes one size of a picture; nothing where it would be the same as a smaller one."""


def photos_of(library: Library) -> Iterator[Photo]:
    """Give every photo that a library shows, the hero first."""
    if library.site.hero:
        yield library.site.hero
    for theme in library.theme_editions.values():
        yield from theme.photos
    for campaign in library.campaign_editions.values():
        yield from campaign.photos
    for place in library.places.places if library.places else ():
        if place.photo:
            yield place.photo


def make_media(library: Library, county: Path, kept: Path) -> Media:
    """Make all sizes of the pictures that a library shows, once for the same file.

    `county` is the county's folder, `kept` where what is made is kept. The check has seen that
    each can be read: raises `PhotoError` where one cannot any more.
    """
    made = _Sizes(county / MEDIA, kept)
    widths = [partial(_photo, at=at) for at in range(len(_WIDTHS))]
    photos = {each.file: made.of(each.file, "jpg", widths) for each in photos_of(library)}
    site = library.site
    logo = made.of(site.logo.file, "png", [partial(_small, most=_LOGO)]) if site.logo else None
    icon = site.filing.police_icon
    return Media(
        photos=photos,
        logo=logo,
        icon=made.of(icon, "png", [partial(_small, most=_ICON)]) if icon else None,
        mark=made.files[logo.sizes[0][0]].content if logo else b"",
        artifacts=tuple(made.files.values()),
    )


class _Sizes:
    """The sizes of pictures, as they are made."""

    def __init__(self, folder: Path, kept: Path) -> None:
        ways = [each.read_text(encoding="utf-8") for each in sorted(_HERE.glob("*.py"))]
        self._folder = folder
        self._cache = Cache(kept, recipe=f"pictures {pillow} {ways}")
        self.files: dict[str, Artifact] = {}

    def of(self, name: str, ending: str, ways: Sequence[Way]) -> Shown:
        """Give all sizes of a picture."""
        path = self._folder / name
        content = path.read_bytes() if path.is_file() else b""
        digest = hashlib.sha256(content).hexdigest()
        sizes = []
        for way in ways:
            made = self._cache.get(f"{ending} {way.keywords}", digest, partial(_made, way, path))
            if made:
                address = f"{MEDIA}/{stamp_of(made)}.{ending}"
                self.files[address] = Artifact(address, made)
                sizes.append((address, *Image.open(io.BytesIO(made)).size))
        return Shown(sizes=tuple(sizes))


def _made(way: Way, path: Path) -> bytes:
    return way(opened(path))


def _photo(picture: Image.Image, *, at: int) -> bytes:
    if at and picture.width <= _WIDTHS[at - 1]:
        return b""
    flat = picture
    if picture.mode == "RGBA":
        flat = Image.new("RGB", picture.size, _WHITE)
        flat.paste(picture, mask=picture.getchannel("A"))
    whole = io.BytesIO()
    _fitted(flat, (_WIDTHS[at], flat.height)).save(
        whole, "JPEG", quality=_QUALITY, optimize=True, progressive=True
    )
    return whole.getvalue()


def _small(picture: Image.Image, *, most: tuple[int, int]) -> bytes:
    whole = io.BytesIO()
    _fitted(picture, most).save(whole, "PNG", optimize=True)
    return whole.getvalue()


def _fitted(picture: Image.Image, most: tuple[int, int]) -> Image.Image:
    """Give a picture that is no larger than that, in its own shape."""
    share = min(1, most[0] / picture.width, most[1] / picture.height)
    size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    return picture.resize(size, Image.Resampling.LANCZOS)
