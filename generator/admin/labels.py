"""Labels and hints of form fields, from the docstrings of the models."""

from __future__ import annotations

import re

from generator.model.docstrings import label_of
from generator.model.vocabulary import Labelled

_ONLY_IN_YAML = re.compile(r"[，；]?加引号|（[\x21-\x7e]+）")
_LEADING_BRACKETS = re.compile(r"^（([^（）]*)）[，；。]?")
_FILES = {
    "site.yml 的 hotlines 中": "“网站设置”的“电话”里",
    "site.yml 的 hotlines": "“网站设置”的“电话”",
}


def label_and_hint(text: str, *, choices: type[Labelled] | None = None) -> tuple[str, str]:
    """Split 口号，20 字以内 into the label 口号 and the hint 20 字以内.

    With `choices`, the codes of a vocabulary give way to the words that its menu shows.
    """
    text = for_forms(text)
    for member in choices or ():
        text = re.sub(rf" ?{member.value} {member.label}", member.label, text)
        text = text.replace(f"写 {member.value}", f"选“{member.label}”")
    label = label_of(text)
    rest = text.removeprefix(label)
    if bracket := _LEADING_BRACKETS.match(rest):
        rest = "；".join(filter(None, (bracket[1], rest[bracket.end() :].strip())))
        return label, rest
    return label, rest[1:].strip()


def for_forms(text: str) -> str:
    """Drop what only people who write YAML by hand need to know: quotes, file and field names."""
    for words, ours in _FILES.items():
        text = text.replace(words, ours)
    return _ONLY_IN_YAML.sub("", text).strip()
