"""The outline of a document: what it says, block by block.

A document is arranged once, as an outline; Word and Typst each draw every block in their way.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.documents.imprint import Imprint
from generator.documents.tone import Tone


@dataclass(frozen=True)
class Title:
    """The document's title, a quiet line under it, and, with `code`, its page as a QR code."""

    text: str
    under: str = ""
    code: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading inside the document."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text, a paragraph for each of its lines."""

    text: str


@dataclass(frozen=True)
class Picture:
    """A picture of the library by its id, `width` centimetres wide; left out where unknown."""

    id: str
    width: float


@dataclass(frozen=True)
class Note:
    """A small, quiet line, such as the sources of a section."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list without order; `small` and in two columns where it is for reference."""

    lines: tuple[str, ...]
    small: bool = False


@dataclass(frozen=True)
class Steps:
    """What is done in this order, numbered from 1.

    `pictures` are those of the steps by their ids, "" for none; `picture` is one for all of them.
    """

    lines: tuple[str, ...]
    pictures: tuple[str, ...] = ()
    picture: str = ""


@dataclass(frozen=True)
class Call:
    """Whom to call, to be seen at once."""

    text: str


@dataclass(frozen=True)
class Box:
    """A tinted box with a bold first line and a list."""

    title: str
    lines: tuple[str, ...]
    tone: Tone


@dataclass(frozen=True)
class Pair:
    """Two boxes beside each other, where the paper is wide enough."""

    left: Box
    right: Box


@dataclass(frozen=True)
class Reason:
    """One action, why it is right, and for whom it is meant."""

    text: str
    why: str
    whom: str


@dataclass(frozen=True)
class Reasons:
    """A list of actions with their reasons."""

    lines: tuple[Reason, ...]


@dataclass(frozen=True)
class Question:
    """A question of a paper; its choices are lettered from A, none where 对 or 错 is written."""

    text: str
    choices: tuple[str, ...]


class Look(StrEnum):
    """How the cells of a column look: in the middle, in the middle and bold, small and soft."""

    PLAIN = "plain"
    CENTRED = "centred"
    STRONG = "strong"
    QUIET = "quiet"


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its width in centimetres on an A4 page, and its look."""

    head: str
    width: float
    look: Look = Look.PLAIN


@dataclass(frozen=True)
class Section:
    """A row across a whole table that names the rows below it."""

    title: str


@dataclass(frozen=True)
class Table:
    """A table with a head; each row has a text for every column, or is a `Section`.

    Rows are `height` centimetres high at least, where they are to be written in.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...] | Section, ...]
    height: float = 0


@dataclass(frozen=True)
class Field:
    """A label, and beside it what is known, or room to write, `height` centimetres high."""

    label: str
    height: float = 0.9
    text: str = ""


@dataclass(frozen=True)
class Form:
    """Fields to be filled in by hand, `across` of them in a row."""

    fields: tuple[Field, ...]
    across: int = 1


@dataclass(frozen=True)
class Signatures:
    """Numbered places to sign, `across` of them in a row, under what is asked for."""

    title: str
    places: int
    across: int


@dataclass(frozen=True)
class Together:
    """Blocks that stand on one page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    Title
    | Heading
    | Paragraph
    | Picture
    | Note
    | Bullets
    | Steps
    | Call
    | Box
    | Pair
    | Reasons
    | Question
    | Table
    | Form
    | Signatures
    | Together
    | PageBreak
)


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A document: `name` says what kind of document it is (培训讲义).

    It is set on A4; a `card` on A6, which Typst alone draws. In Word, what is `compact` has closer
    lines and smaller headings, so that it fits on one page there too.
    """

    name: str
    imprint: Imprint
    blocks: tuple[Block, ...]
    landscape: bool = False
    card: bool = False
    compact: bool = False
