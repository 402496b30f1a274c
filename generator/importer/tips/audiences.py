"""Whom a tip speaks to, as people write it in a cell."""

from __future__ import annotations

import difflib
import re

from generator.model.vocabulary import Audience

_BETWEEN = re.compile(r"[、，,;；/／\s]+")
_KNOWN = {word: each for each in Audience for word in (each.label, each.value)}
_LABELS = [each.label for each in Audience]
_NEAR = 0.5


def audiences_in(words: str) -> tuple[list[Audience], list[str]]:
    """Give the audiences that a cell names, each once, and what is wrong with the others."""
    names = [name for name in _BETWEEN.split(words) if name]
    known = [_KNOWN[name] for name in names if name in _KNOWN]
    return [*dict.fromkeys(known)], [_unknown(name) for name in names if name not in _KNOWN]


def _unknown(name: str) -> str:
    parts = [label for label in _LABELS if name in label or label in name]
    near = parts or difflib.get_close_matches(name, _LABELS, n=1, cutoff=_NEAR)
    meant = f"是不是“{near[0]}”？" if near else ""
    return f"没有“{name}”这个对象；{meant}可以写：{'、'.join(_LABELS)}"
