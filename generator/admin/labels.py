"""Labels and hints of form fields, from the docstrings of the models."""

from __future__ import annotations

import re

_END_OF_LABEL = re.compile(r"[：；，（。]")
_ONLY_IN_YAML = re.compile(r"[，；]?加引号")
_ALL_IN_BRACKETS = re.compile(r"（([^（）]*)）")


def label_and_hint(text: str) -> tuple[str, str]:
    """Split 口号，20 字以内 into the label 口号 and the hint 20 字以内."""
    text = for_forms(text)
    end = _END_OF_LABEL.search(text)
    if end is None or end.start() < 2:
        return text, ""
    label, rest = text[: end.start()], text[end.start() :]
    if whole := _ALL_IN_BRACKETS.fullmatch(rest):
        return label, whole[1]
    return label, rest if rest.startswith("（") else rest[1:].strip()


def for_forms(text: str) -> str:
    """Drop what only people who write YAML by hand need to know: quotes."""
    return _ONLY_IN_YAML.sub("", text).strip()
