"""Where in a part the note stands that says who answers for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.importer.responsibility import is_note, labelled_lines, labels_end, without_time
from generator.importer.text import Text, joined

_BRACKETS = {"（": "）", "〔": "〕", "【": "】", "［": "］"}
_BRACKET = re.compile("[（〔【［）〕】］]")
_TAIL = "。；，\n "
_STOPS = "。；\n！？"
_MORE_AT_MOST = 80
"""Characters that may follow a note of the same part."""
_LONGEST = 400
_MORE = "责任单位后面还有字，放回了正文"


@dataclass(frozen=True)
class Noted:
    """A part without its note, the note without its brackets, and what was odd about it.

    `when` is the line of the days by which it is to be done; `more` is what follows the note,
    `apart` tells whether that is a paragraph of its own.
    """

    text: Text
    note: Text | None
    remarks: tuple[str, ...] = ()
    when: Text | None = None
    more: Text | None = None
    apart: bool = False

    @property
    def whole(self) -> Text:
        """Give all of the part but the note."""
        return joined((self.text, self.more)) if self.more else self.text


def split_note(block: Text) -> Noted:
    """Divide a part from the note of who answers for it."""
    words = block.words
    groups = [*_groups(words)]
    notes = [
        (start, end)
        for start, end in groups
        if is_note(words[start + 1 : end], apart=words[:start].rstrip()[-1:] in {*_STOPS})
    ]
    line = labelled_lines(words)
    is_inside = line is not None and any(start < line < end for start, end in groups)
    if line is not None and not is_inside and not (notes and notes[-1][1] < line):
        end = line + labels_end(words[line:])
        noted = _timed(block.cut(0, line), block.cut(line, end))
        rest = block.cut(end, len(block))
        return replace(noted, more=rest, apart=True, remarks=(_MORE,)) if rest else noted
    if not notes:
        return _unbalanced(block, words.rstrip(_TAIL))
    start, end = notes[-1]
    more = words[end + 1 :].strip(_TAIL)
    apart = "\n" in words[end : end + 3]
    if (len(more) > _MORE_AT_MOST and not apart) or not _stands_apart(words, start, more):
        return Noted(block, None)
    remarks = ["正文里还有别的责任单位"] if len(notes) > 1 else []
    after = block.cut(end + 1, len(block)) if more else None
    if more:
        remarks.append(_MORE)
    return replace(
        _timed(block.cut(0, start), block.cut(start + 1, end)),
        remarks=tuple(remarks),
        more=after,
        apart=apart,
    )


def _timed(text: Text, note: Text) -> Noted:
    """Divide a note from the line of its days."""
    end = without_time(note.words)
    when = note.cut(end, len(note))
    bare = note.cut(0, end)
    kept = bare.cut(0, len(bare.words.rstrip("；。\n，")))
    return Noted(text, kept, when=when or None) if kept else Noted(text, note)


def _stands_apart(words: str, start: int, more: str) -> bool:
    """Tell whether a bracket is no part of a sentence: it ends the part, or follows a stop."""
    return not more or words[:start].rstrip()[-1:] in {*_STOPS}


def _groups(words: str) -> Iterator[tuple[int, int]]:
    """Give start and end of each outermost pair of brackets; kinds may be mixed up."""
    depth, start = 0, 0
    for found in _BRACKET.finditer(words):
        if found[0] in _BRACKETS:
            start = found.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, found.start()


def _unbalanced(block: Text, words: str) -> Noted:
    """Find a note that lacks one of its brackets."""
    opened = max((words.rfind(each) for each in _BRACKETS), default=-1)
    tail = words[opened + 1 :]
    apart = words[: max(opened, 0)].rstrip()[-1:] in {*_STOPS}
    if (
        opened >= 0
        and not any(each in tail for each in _BRACKETS.values())
        and is_note(tail, apart=apart)
    ):
        return Noted(block.cut(0, opened), block.cut(opened + 1, len(words)), ("括号少了一半",))
    outer = _first_open(words)
    if outer is not None and is_note(words[outer + 1 :], apart=False):
        return Noted(block.cut(0, outer), block.cut(outer + 1, len(words)), ("括号少了一半",))
    if words[-1:] in _BRACKETS.values():
        start = max(words[:-1].rfind(each) for each in _STOPS) + 1
        if start > 0 and len(words) - start <= _LONGEST and is_note(words[start:-1], apart=False):
            return Noted(block.cut(0, start), block.cut(start, len(words) - 1), ("括号少了一半",))
    return Noted(block, None)


def _first_open(words: str) -> int | None:
    """Give the bracket that is never closed, where just one is."""
    open_: list[int] = []
    for at, each in enumerate(words):
        if each in _BRACKETS:
            open_.append(at)
        elif each in _BRACKETS.values() and open_:
            open_.pop()
    return open_[0] if open_ else None
