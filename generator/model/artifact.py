"""Artifacts: files other than pages, and what a page may say about them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

_STAMP_LENGTH = 10


class Artifact:
    """A file of the site: its address relative to the site's root, and its bytes.

    Two are equal that have the same address and content.
    """

    def __init__(self, address: str, content: bytes) -> None:
        """Take both."""
        self.address = address
        self._content = content

    @property
    def content(self) -> bytes:
        """Give its bytes."""
        return self._content

    @cached_property
    def digest(self) -> str:
        """Give the SHA-256 of its bytes."""
        return hashlib.sha256(self.content).hexdigest()

    def __eq__(self, other: object) -> bool:
        """Tell whether another is the same file."""
        return isinstance(other, Artifact) and self._key() == other._key()

    def __hash__(self) -> int:
        """Give a number that equal files share."""
        return hash(self._key())

    def _key(self) -> tuple[str, str]:
        return self.address, self.digest


class LaterArtifact(Artifact):
    """A file that is known by its digest; its bytes are made where they are asked for."""

    def __init__(self, address: str, digest: str, make: Callable[[], bytes]) -> None:
        """Take its address, the SHA-256 of its bytes, and what makes these."""
        super().__init__(address, b"")
        self.__dict__["digest"] = digest
        self._make = make

    @property
    def content(self) -> bytes:
        """Give its bytes; raises what making a document raises."""
        return self._make()


def stamp_of(content: bytes) -> str:
    """Give the few characters that stand for a content in a file's name."""
    return hashlib.sha256(content).hexdigest()[:_STAMP_LENGTH]


@dataclass(frozen=True)
class SearchIndex:
    """The files of the search index, and the folder, named by their content, where they stand."""

    folder: str
    artifacts: tuple[Artifact, ...]


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file that readers save: `name` is what it is called on their disk, `size` in bytes.

    `use` is what a document of a pack is used for, in a few words; `width` and `height` are
    those of a picture, in pixels.
    """

    id: str
    label: str
    use: str = ""
    format: str
    address: str
    name: str
    size: int
    width: int = 0
    height: int = 0


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A picture of a document's page; width and height in pixels."""

    label: str
    address: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A picture as pages show it: the sizes that there are, the smallest first.

    Each is an address with the picture's width and height in pixels.
    """

    sizes: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A picture of the library of pictures as it is drawn: SVG, and its size in its own units.

    `text` says what it shows.
    """

    id: str
    text: str
    svg: str
    width: int
    height: int
    is_sign: bool

    @property
    def ratio(self) -> float:
        """Give how many times wider than high it is."""
        return self.width / self.height

    @property
    def address(self) -> str:
        """Give the address of its file, which is named by its content."""
        return f"pictures/{self.id}.{stamp_of(self.svg.encode())}.svg"

    @property
    def artifact(self) -> Artifact:
        """Give its file."""
        return Artifact(self.address, self.svg.encode())


@dataclass(frozen=True, kw_only=True)
class Media:
    """The media of a county: photos by the name of their file, its mark, its filing's icon.

    `mark` is the mark for documents, as PNG.
    """

    photos: Mapping[str, Shown] = field(default_factory=dict)
    logo: Shown | None = None
    icon: Shown | None = None
    mark: bytes = b""
    artifacts: tuple[Artifact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pack:
    """Everything that a course offers for download (培训包)."""

    downloads: tuple[Download, ...]
    bundle: Download
    previews: tuple[Preview, ...]


@dataclass(frozen=True, kw_only=True)
class Downloads:
    """Packs by course; sheets, pocket cards, bundles by sector; cards by situation; their files."""

    packs: Mapping[str, Pack] = field(default_factory=dict)
    sheets: Mapping[str, Download] = field(default_factory=dict)
    pockets: Mapping[str, Download] = field(default_factory=dict)
    bundles: Mapping[str, Download] = field(default_factory=dict)
    cards: Mapping[str, tuple[Download, ...]] = field(default_factory=dict)
    artifacts: tuple[Artifact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChannelKit:
    """A theme, campaign or alert as the texts and files of each channel (一稿多发).

    `sms_parts` is how many messages the SMS is billed as; `seconds` is how long the
    broadcast takes to read, slowly and quickly. `article_styles` is what the classes of the
    article look like, as JSON.
    """

    article: str
    article_styles: str
    sms: str
    sms_parts: int
    group: str
    broadcast: str
    seconds: tuple[int, int]
    led: tuple[str, ...]
    press: str
    downloads: tuple[Download, ...]
    bundle: Download
    poster: Download
