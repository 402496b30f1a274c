"""Makers that are asked again only where something that they read is not as it was.

A maker is given its sources *watched*: each question that it asks of them is noted with a digest
of the answer. The next time the questions are asked again, not the maker, and where every answer
is the same, so is what it made. (Build systems know it as verifying traces: Mokhov, Mitchell,
Peyton Jones, "Build systems à la carte", 2018.)
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from generator.digests import Digests
from generator.model.base import Model
from generator.model.library import Library
from generator.store import Store

T = TypeVar("T")

_Step = tuple[Any, ...]
_Path = tuple[_Step, ...]
"""How a value is reached from a source: its name, then attributes, rows and calls."""
_Trace = dict[_Path, bytes]
_GET, _ROW, _CALL, _NAMES = "get", "row", "call", "names"
_NO_ROW = "there is no such row"


@dataclass(frozen=True)
class _The:
    """A thing of the library as what a question is about: the one with this id on that day."""

    model: type[Model]
    id: str


@dataclass(frozen=True)
class _Written:
    """A model as what a question is about that is no thing of the library, written down."""

    value: bytes


class Sources:
    """What the makers of one build read: the live library, and other values by their names.

    What was made is kept in a store, with the questions that were asked for it.
    """

    def __init__(
        self,
        store: Store | None,
        library: Library,
        **others: object,
    ) -> None:
        """Take the store and the values; nobody may change them while makers read.

        Without a store nothing is remembered.
        """
        self._to_show: list[tuple[str, bytes, object]] = []
        self.stale = False
        """Whether something was given that is not as it would be made now."""
        self._store = store
        self._library = library
        self._values = {"library": library, **others}
        self._digests = store.digests if store else Digests()
        self._answers: dict[_Path, bytes | None] = {}

    def beside(self, **others: object) -> Sources:
        """Give the same sources with others beside them."""
        more = Sources(self._store, self._library)
        more._digests = self._digests
        more._values = {**self._values, **others}
        more._answers = self._answers
        return more

    def digest(self, value: object) -> bytes:
        """Give the digest of a value; raises `TypeError` for what can have none."""
        return self._digests.of(value)

    def made(
        self,
        stage: str,
        given: object,
        make: Callable[[Watched], T],
        *,
        will_do: Callable[[T], bool] | None = None,
    ) -> T:
        """Give what a maker makes of what it is `given` and of what it reads.

        What was shown before is also given where it `will_do`, whatever has changed since.
        `make` gets the sources watched; it reads nothing else that may change but what is
        `given`. Raises `TypeError` where what is given can have no digest.
        """
        if self._store is None:
            return self.asked_again(make)
        question = self.digest(given)
        kept = self._known(stage, question)
        if kept is not None:
            return cast(T, kept[0])
        shown = self._store.known(f"{stage} shown", question) if will_do else None
        if will_do and shown is not None and will_do(shown):
            self.stale = True
            return cast(T, shown)
        notes = _Notes(self)
        output = make(Watched(notes, self._values))
        self._store.keep(stage, question, (notes.trace, output))
        if will_do:
            self._to_show.append((f"{stage} shown", question, output))
        return output

    def show(self) -> None:
        """Note that what was made is in the site that is shown now."""
        for stage, question, output in self._to_show:
            if self._store is not None:
                self._store.keep(stage, question, output)

    def knows(self, stage: str, given: object) -> bool:
        """Tell whether what a maker would make of what it is `given` is known."""
        return self._known(stage, self.digest(given)) is not None

    def _known(self, stage: str, question: bytes) -> tuple[object] | None:
        kept = self._store.known(stage, question) if self._store else None
        if kept is not None:
            trace, output = cast(tuple[_Trace, object], kept)
            if all(self._answer(path) == digest for path, digest in trace.items()):
                return (output,)
        return None

    def asked_again(self, make: Callable[[Watched], T]) -> T:
        """Give what a maker makes, whatever is known of it."""
        return make(Watched(_Notes(self), self._values))

    def noted(self, value: object) -> object:
        """Give a question's argument as it can be asked on another day."""
        if isinstance(value, Model):
            id_ = getattr(value, "id", None)
            things = self._library.things.get(type(value), {})
            if id_ and things.get(id_) is value:
                return _The(type(value), id_)
            return _Written(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        if isinstance(value, list | tuple):
            return tuple(map(self.noted, value))
        return value

    def _answer(self, path: _Path) -> bytes | None:
        """Ask a question now: the digest of the answer, `None` where it cannot be asked."""
        if path not in self._answers:
            try:
                self._answers[path] = self.digest(self._found(path))
            except (LookupError, AttributeError, TypeError, ValueError):
                self._answers[path] = None
        return self._answers[path]

    def _found(self, path: _Path) -> object:
        value: Any = self._values[path[0][0]]
        for kind, *rest in path[1:]:
            if kind == _GET:
                value = getattr(value, rest[0])
            elif kind == _ROW:
                value = value.get(rest[0], _NO_ROW)
            elif kind == _NAMES:
                value = tuple(value)
            else:
                value = value(*map(self._asked, rest[0]), **{k: self._asked(v) for k, v in rest[1]})
                value = tuple(value) if isinstance(value, Iterator) else value
        return value

    def _asked(self, value: object) -> object:
        if isinstance(value, _The):
            return self._library.things[value.model][value.id]
        if isinstance(value, _Written):
            return pickle.loads(value.value)
        return tuple(map(self._asked, value)) if isinstance(value, tuple) else value


class _Notes:
    """What one maker asked, with the digests of the answers."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.trace: _Trace = {}

    def note(self, path: _Path, value: object) -> None:
        if path not in self.trace:
            self.trace[path] = self.sources.digest(value)


class Watched:
    """The sources of one maker, watched; for the time of its work."""

    def __init__(self, notes: _Notes, values: Mapping[str, object]) -> None:
        """Take where it is noted what is asked."""
        self._notes = notes
        self._values = values

    @property
    def library(self) -> Library:
        """Give the live library."""
        return cast(Library, self["library"])

    def __getitem__(self, name: str) -> Any:
        """Give another source; raises `KeyError` where there is none of that name."""
        return _watched(self._notes, ((name,),), self._values[name])


def _watched(notes: _Notes, path: _Path, value: object) -> Any:
    if isinstance(value, Mapping):
        return _Rows(notes, path, value)
    return _Source(notes, path, value)


class _Source:
    """A value whose attributes and answers are noted."""

    def __init__(self, notes: _Notes, path: _Path, value: object) -> None:
        self.__notes, self.__path, self.__value = notes, path, value

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.__value, name)
        path = (*self.__path, (_GET, name))
        if isinstance(value, Mapping):
            return _Rows(self.__notes, path, value)
        if callable(value):
            return _Question(self.__notes, path, value)
        self.__notes.note(path, value)
        return value


class _Question:
    """A method whose answers are noted."""

    def __init__(self, notes: _Notes, path: _Path, ask: Callable[..., Any]) -> None:
        self._notes, self._path, self._ask = notes, path, ask

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        noted = self._notes.sources.noted
        asked = tuple(map(noted, arguments)), tuple((k, noted(v)) for k, v in named.items())
        path = (*self._path, (_CALL, *asked))
        answer = self._ask(*arguments, **named)
        if isinstance(answer, Mapping):
            return _Rows(self._notes, path, answer)
        if isinstance(answer, Iterator):
            answer = tuple(answer)
            self._notes.note(path, answer)
            return iter(answer)
        self._notes.note(path, answer)
        return answer


class _Rows(Mapping[Any, Any]):
    """A mapping of which each row that is read is noted, or its keys, or all of it."""

    def __init__(self, notes: _Notes, path: _Path, rows: Mapping[Any, Any]) -> None:
        self._notes, self._path, self._rows = notes, path, rows

    def __getitem__(self, key: Any) -> Any:
        path = (*self._path, (_ROW, key))
        value = self._rows.get(key, _NO_ROW)
        if isinstance(value, Mapping):
            return _Rows(self._notes, path, value)
        self._notes.note(path, value)
        if value is _NO_ROW:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[Any]:
        self._notes.note((*self._path, (_NAMES,)), tuple(self._rows))
        return iter(self._rows)

    def __len__(self) -> int:
        self._notes.note((*self._path, (_NAMES,)), tuple(self._rows))
        return len(self._rows)

    def values(self) -> Any:
        self._notes.note(self._path, self._rows)
        return self._rows.values()

    def items(self) -> Any:
        self._notes.note(self._path, self._rows)
        return self._rows.items()
