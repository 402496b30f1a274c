"""Loading a project's content, the common and the county's: every file once, every problem kept."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from generator.load.source import read_text
from generator.load.tree import Loc, Mark, Tree, parse
from generator.load.validate import validate
from generator.model.advice import Tip
from generator.model.answers import Answers
from generator.model.base import OF_THE_FILE, Entity, Model
from generator.model.edition import with_its_own
from generator.model.fixed_pages import WRITTEN
from generator.model.kind import Kind, Layer
from generator.model.kinds import COLLECTIONS, EDITIONS, KIND_OF_THAT_NAME, KINDS, kind_of
from generator.model.library import Library
from generator.model.own_tips import OwnTips
from generator.model.photo import ENDINGS, MEDIA
from generator.model.place import Places
from generator.model.problem import Problem
from generator.model.sector import Sector
from generator.model.site import CommonSite, Region, Site
from generator.model.synonyms import Synonyms
from generator.model.unit import Units
from generator.model.vocabulary import Labelled
from generator.project import PAGES, SHIPPED, Project, project_at
from generator.store import Store, store_of

_MISPLACED = "放到对应的文件夹，文件名用小写字母、数字和连字符，以 .yml 结尾"
_PICTURE = "图片放到县文件夹的 media/ 里，用 JPG、PNG 或 WebP；视频放不了，删掉它"
_READ_NOWHERE = {
    **dict.fromkeys((".yml", ".yaml", ".txt", ".json"), _MISPLACED),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".mp4"), _PICTURE),
}
"""What to do with a file that nothing reads, by its ending."""


@dataclass(frozen=True)
class Document:
    """One content file that was read: where it came from and what it holds.

    `name` is its path as messages give it, and `place` the one below its layer's folder.
    `text` is the file as it stands, its comments included.
    """

    kind: Kind
    layer: Layer
    place: str
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

    `library` is None when a file that all others need could
    not be read.
    `assumed` names the files with problems as links do, by singular and id, so that links
    to them are not reported a second time.
    """

    project: Project
    library: Library | None
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    assumed: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def of_kind(self, name: str) -> Iterator[Document]:
        """Give the documents of one kind."""
        return (document for document in self.documents if document.kind.name == name)


def load(project: Project | Path) -> Loaded:
    """Read all content of a project; of a folder, the project that stands there.

    A file that stands as it stood before is not parsed and validated again.
    """
    if isinstance(project, Path):
        project = project_at(project)
    with store_of(project.root) as store:
        return _load(project, store)


def _load(project: Project, store: Store) -> Loaded:
    documents: list[Document] = []
    problems: list[Problem] = []
    assumed: set[tuple[str, str]] = set()
    fill: dict[str, str] = {}
    known: _Known = {}
    whole = True
    for kind in KINDS:
        for layer, path in _files(project, kind):
            place = path.relative_to(project.folder(layer)).as_posix()
            file = _File(kind, layer, place, project.shown(path), path)
            outcome = _read(file, fill, known, store)
            if isinstance(outcome, Document):
                documents.append(outcome)
                if kind.name in EDITIONS and isinstance(outcome.value, Entity):
                    known[kind.name, outcome.value.id] = outcome
                elif kind.model is CommonSite:
                    known[kind.name, ""] = outcome
                problems += outcome.tree.warnings
                if isinstance(outcome.value, Site):
                    fill = outcome.value.region.tokens
                    documents[:-1] = [_with_names(each, fill) for each in documents[:-1]]
            else:
                problems += outcome
                whole &= not kind.single
                if not kind.single:
                    assumed.add((kind.singular, kind.id_at(place)))
                    known[kind.name, kind.id_at(place)] = None
    problems += _strays(project)
    library = _library(documents) if whole else None
    return Loaded(project, library, tuple(documents), tuple(problems), frozenset(assumed))


def _files(project: Project, kind: Kind) -> Iterator[tuple[Layer, Path]]:
    """Give the files of a kind, and those that must be there, with the layer of each."""
    for layer in kind.layers:
        folder = project.folder(layer)
        if kind.single:
            path = folder / kind.pattern
            found = [path] if kind.needs(layer) or path.exists() or path.is_symlink() else []
        else:
            found = sorted(
                path for path in folder.glob(kind.pattern) if not path.name.startswith(".")
            )
        yield from ((layer, path) for path in found)


def _strays(project: Project) -> Iterator[Problem]:
    """Report files among the content that nothing reads: a `.yaml` ending, a picture."""
    known = {path for kind in KINDS for _, path in _files(project, kind)}
    media = project.county / MEDIA
    others = project.root / SHIPPED
    for path in sorted({path for folder in project.folders for path in folder.rglob("*")}):
        if others != project.county and path.is_relative_to(others):
            continue  # the county that ships is not the one in hand
        ending = path.suffix.lower()
        if path.parent == project.county / PAGES and path.name not in WRITTEN:
            yield _stray(project, path, f"这里只认 {'、'.join(WRITTEN)}，改名或移走")
            continue
        if path.parent == media and ending in ENDINGS:
            continue
        if ending in _READ_NOWHERE and path not in known and not path.is_dir():
            yield _stray(project, path, _READ_NOWHERE[ending])


def _stray(project: Project, path: Path, hint: str) -> Problem:
    return Problem(path=project.shown(path), code="E106", message="这个文件不会被读取", hint=hint)


@dataclass(frozen=True)
class _File:
    """A file that is to be read, and what its document will say of it."""

    kind: Kind
    layer: Layer
    place: str
    name: str
    path: Path


_Known = dict[tuple[str, str], Document | None]
"""What others are laid over, by kind and id; None where it could not be read.

Yearly editions are laid over what is true in any year, and a county's site over the common one.
"""


def _read(
    file: _File, fill: Mapping[str, str], known: _Known, store: Store
) -> Document | list[Problem]:
    name = file.name
    text = read_text(file.path, name=name)
    if isinstance(text, Problem):
        return [text]
    asked = _asked(file, text, fill)
    tree = store.get("parse", asked, lambda: _parsed(text, name, fill))
    if isinstance(tree, list):
        return tree
    if file.kind.model is Site:
        return _site(file, tree, text, fill or _tokens_in(tree.data), known)
    if file.kind.of:
        asked += _asked(file, repr(_under(file, tree, known)), {})
    value = store.get("validate", asked, lambda: _value(file, tree, known))
    if isinstance(value, list):
        return [*tree.warnings, *value]
    return Document(file.kind, file.layer, file.place, name, tree, value, text)


def _asked(file: _File, text: str, fill: Mapping[str, str]) -> bytes:
    """Fingerprint what a file says, with the names that are put into it."""
    asked = hashlib.blake2b(repr((file.kind.name, file.name, sorted(fill.items()))).encode())
    asked.update(text.encode("utf-8", "surrogatepass"))
    return asked.digest()


def _parsed(text: str, name: str, fill: Mapping[str, str]) -> Tree | list[Problem]:
    """Parse a file, and put the county's names where the tokens are."""
    tree = parse(text, name=name)
    if isinstance(tree, list):
        return tree
    return replace(tree, data=_filled(tree.data, fill or _tokens_in(tree.data)))


def _under(file: _File, tree: Tree, known: _Known) -> object:
    """Give all that a file's value depends on besides itself: what it is laid over."""
    if not file.kind.of:
        return None
    evergreen = known.get((file.kind.of, _of(tree)))
    return evergreen.text if evergreen else sorted(map(str, known))


def _value(file: _File, tree: Tree, known: _Known) -> Model | list[Problem]:
    if file.kind.of:
        return _edition(file, tree, known)
    return validate(tree, file.kind.model, name=file.name)


def _with_names(document: Document, fill: Mapping[str, str]) -> Document:
    """Put the county's names into what was read before they were known."""
    tree = replace(document.tree, data=_filled(document.tree.data, fill))
    return replace(document, tree=tree)


def _site(
    file: _File, tree: Tree, text: str, fill: Mapping[str, str], known: _Known
) -> Document | list[Problem]:
    """Lay a county's settings over those of all counties."""
    common = known.get((kind_of(CommonSite).name, ""))
    if common is None:
        return [*tree.warnings]  # what is wrong with that file says enough
    data = tree.data if isinstance(tree.data, dict) else {}
    inherited = _filled(common.tree.data, fill)
    whole = replace(tree, data=inherited | _filled(data, fill)) if data else tree
    value = validate(whole, Site, name=file.name)
    if isinstance(value, list):
        return [*tree.warnings, *value]
    value = value.laid_over(CommonSite.model_validate(inherited))
    tree = replace(tree, data=_filled(tree.data, fill))
    return Document(file.kind, file.layer, file.place, file.name, tree, value, text)


def _edition(file: _File, tree: Tree, known: _Known) -> Model | list[Problem]:
    """Lay what an edition says over the evergreen thing that it names."""
    data = tree.data if isinstance(tree.data, dict) else {}
    of = _of(tree)
    evergreen = known.get((file.kind.of, of))
    if evergreen is None:
        return list(_without(file, tree, of, known))
    whole = replace(tree, data={**_inherited(evergreen), **data})
    value = validate(whole, file.kind.model, name=file.name)
    return value if isinstance(value, list) else with_its_own(value, evergreen.value)


def _of(tree: Tree) -> str:
    return str(tree.data.get("of", "")) if isinstance(tree.data, dict) else ""


def _inherited(evergreen: Document) -> dict[str, Any]:
    """Give what an edition says where it does not say otherwise."""
    data: dict[str, Any] = evergreen.tree.data
    return {name: value for name, value in data.items() if name not in OF_THE_FILE}


def _without(file: _File, tree: Tree, of: str, known: _Known) -> Iterator[Problem]:
    """Say what an edition lacks that has nothing to be laid over.

    Where that is there and could not be read, its own problems say enough.
    """
    if (file.kind.of, of) in known:
        return
    ids = [id_ for kind, id_ in known if kind == file.kind.of]
    near = difflib.get_close_matches(of, ids, n=1, cutoff=0.5)
    mark = tree.where(("of",))
    yield Problem(
        path=file.name,
        line=mark.line,
        column=mark.column,
        code="E303",
        message=f"找不到编号“{of}”（常年的{KIND_OF_THAT_NAME[file.kind.of].label}）"
        if of
        else "没有写是哪一份常年版的年度版（of）",
        hint=f"是不是想写 {near[0]}？" if near else f"可选：{'、'.join(ids)}",
    )


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
    singles: dict[type[Model], list[Any]] = {
        kind.model: [each.value for each in documents if each.kind is kind]
        for kind in KINDS
        if kind.single
    }
    if any(kind.needs(kind.home) and not _stands(documents, kind) for kind in KINDS):
        return None
    units: list[Units] = singles[Units]
    things = {kind.thing: _things(kind, documents) for kind in COLLECTIONS.values()}
    added = _added(singles[OwnTips])
    return Library(
        site=singles[Site][0],
        synonyms=_together(singles[Synonyms]),
        answers=singles[Answers][0],
        reviewed_units_on=units[0].reviewed_on if units else None,
        places=next(iter(singles[Places]), None),
        things={**things, Sector: _with_tips(things[Sector], added)},
        own=frozenset(
            (type(each.value), each.value.id)
            for each in documents
            if each.layer is Layer.COUNTY and isinstance(each.value, Entity)
        )
        | {(Sector, id_) for id_ in added},
    )


def _added(own: Sequence[OwnTips]) -> Mapping[str, tuple[Tip, ...]]:
    """Give the tips that the county adds, by sector."""
    added: dict[str, tuple[Tip, ...]] = {}
    for tip in (tip for each in own for tip in each.tips):
        added[tip.sector] = (*added.get(tip.sector, ()), tip.plain)
    return added


def _with_tips(
    sectors: Mapping[str, Model], added: Mapping[str, tuple[Tip, ...]]
) -> Mapping[str, Model]:
    """Put the county's tips after those that a sector has."""
    own = {
        id_: sector.model_copy(update={"tips": (*sector.tips, *added[id_])})
        for id_, sector in sectors.items()
        if id_ in added and isinstance(sector, Sector)
    }
    return {**sectors, **own}


def _stands(documents: Sequence[Document], kind: Kind) -> bool:
    """Tell whether the file of a kind that all others need was read."""
    return any(each.kind is kind and each.layer is kind.home for each in documents)


def _together(lists: Sequence[Synonyms]) -> Synonyms:
    """Give the common synonyms with the county's own."""
    return Synonyms(
        groups=tuple(group for each in lists for group in each.groups),
        idle=tuple(word for each in lists for word in each.idle),
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
