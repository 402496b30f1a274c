"""Loading a project's content folder: every file once, every problem kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from generator.load.source import read_text
from generator.load.tree import Loc, Mark, Tree, parse
from generator.load.validate import validate
from generator.model.answers import Answers
from generator.model.base import Entity, Model
from generator.model.kind import Kind
from generator.model.kinds import COLLECTIONS, KINDS
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.site import Region, Site
from generator.model.synonyms import Synonyms
from generator.model.unit import Units
from generator.model.vocabulary import Labelled

_MISPLACED = "放到对应的文件夹，文件名用小写字母、数字和连字符，以 .yml 结尾"
_PICTURE = "网页上放不了图片和视频，删掉它"
_READ_NOWHERE = {
    **dict.fromkeys((".yml", ".yaml", ".txt", ".json"), _MISPLACED),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".mp4"), _PICTURE),
}
"""What to do with a file that nothing reads, by its ending."""


@dataclass(frozen=True)
class Document:
    """One content file that was read: where it came from and what it holds.

    `text` is the file as it stands, its comments included.
    """

    kind: Kind
    name: str
    tree: Tree
    value: Model
    text: str

    def mark(self, *loc: str | int) -> Mark:
        """Give the place of a field in this file."""
        return self.tree.where(loc)

    def problem(self, loc: Loc | Mark, code: str, message: str, hint: str = "") -> Problem:
        """Make a problem that points at a field or a mark of this file."""
        mark = loc if isinstance(loc, Mark) else self.tree.where(loc)
        return Problem(
            path=self.name,
            line=mark.line,
            column=mark.column,
            code=code,
            message=message,
            hint=hint,
        )


@dataclass(frozen=True)
class Loaded:
    """What loading gave: a library, the documents behind it, and the problems so far.

    `root` is the project's folder. `library` is None when a file that all others need could
    not be read.
    `assumed` names the files with problems as links do, by singular and id, so that links
    to them are not reported a second time.
    """

    root: Path
    library: Library | None
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    assumed: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def of_kind(self, name: str) -> Iterator[Document]:
        """Give the documents of one kind."""
        return (document for document in self.documents if document.kind.name == name)


def load(root: Path) -> Loaded:
    """Read all content below `root/content`."""
    documents: list[Document] = []
    problems: list[Problem] = []
    assumed: set[tuple[str, str]] = set()
    fill: dict[str, str] = {}
    for kind in KINDS:
        for path in _files(root / "content", kind):
            name = path.relative_to(root).as_posix()
            outcome = _read(path, name, kind, fill)
            if isinstance(outcome, Document):
                documents.append(outcome)
                problems += outcome.tree.warnings
                if isinstance(outcome.value, Site):
                    fill = outcome.value.region.tokens
            else:
                problems += outcome
                if not kind.single:
                    assumed.add((kind.singular, kind.id_at(name)))
    problems += _strays(root)
    return Loaded(root, _library(documents), tuple(documents), tuple(problems), frozenset(assumed))


def _files(content: Path, kind: Kind) -> Iterable[Path]:
    if kind.single:
        return [content / kind.pattern]
    return sorted(path for path in content.glob(kind.pattern) if not path.name.startswith("."))


def _strays(root: Path) -> Iterator[Problem]:
    """Report files below content/ that nothing reads: a `.yaml` ending, a picture."""
    content = root / "content"
    known = {path for kind in KINDS for path in _files(content, kind)}
    for path in sorted(content.rglob("*")):
        ending = path.suffix.lower()
        if ending in _READ_NOWHERE and path not in known and not path.is_dir():
            yield Problem(
                path=path.relative_to(root).as_posix(),
                code="E106",
                message="这个文件不会被读取",
                hint=_READ_NOWHERE[ending],
            )


def _read(path: Path, name: str, kind: Kind, fill: Mapping[str, str]) -> Document | list[Problem]:
    text = read_text(path, name=name)
    if isinstance(text, Problem):
        return [text]
    tree = parse(text, name=name)
    if isinstance(tree, list):
        return tree
    own_fill = fill or _tokens_in(tree.data)
    tree = replace(tree, data=_filled(tree.data, own_fill))
    value = validate(tree, kind.model, name=name)
    if isinstance(value, list):
        return [*tree.warnings, *value]
    return Document(kind, name, tree, value, text)


def _tokens_in(data: Any) -> dict[str, str]:
    """Give the region's tokens for site.yml itself, where it is already well-formed."""
    try:
        return Region.model_validate(data["region"]).tokens
    except (ValueError, TypeError, KeyError):
        return {}


def _filled(value: Any, fill: Mapping[str, str]) -> Any:
    """Put the county's names, which stand in site.yml alone, where the tokens are."""
    if isinstance(value, str) and "{" in value:
        for token, name in fill.items():
            value = value.replace(token, name)
        return value
    if isinstance(value, list):
        return [_filled(part, fill) for part in value]
    if isinstance(value, dict):
        return {key: _filled(part, fill) for key, part in value.items()}
    return value


def _library(documents: Sequence[Document]) -> Library | None:
    singles = {type(each.value): each.value for each in documents if each.kind.single}
    if any(kind.single and kind.model not in singles for kind in KINDS):
        return None
    return Library(
        site=cast(Site, singles[Site]),
        synonyms=cast(Synonyms, singles[Synonyms]),
        answers=cast(Answers, singles[Answers]),
        reviewed_units_on=cast(Units, singles[Units]).reviewed_on,
        things={kind.thing: _things(kind, documents) for kind in COLLECTIONS.values()},
    )


def _things(kind: Kind, documents: Iterable[Document]) -> Mapping[str, Model]:
    """Give the things of a kind in reading order; those that stand in one file keep theirs."""
    values = [document.value for document in documents if document.kind is kind]
    if kind.listed:
        return {row.id: row for value in values for row in getattr(value, kind.plural)}
    return _by_id(cast(list[Entity], values), *kind.order)


def _by_id(entities: list[Entity], *order: str) -> dict[str, Entity]:
    def key(entity: Entity) -> tuple[Any, ...]:
        return (*(_rank(getattr(entity, name)) for name in order), entity.id)

    return {entity.id: entity for entity in sorted(entities, key=key)}


def _rank(value: Any) -> Any:
    """Give what a field is ordered by: words of a closed vocabulary stand as they are listed."""
    return list(type(value)).index(value) if isinstance(value, Labelled) else value
