"""How a question sounds. `theme/web/js/search/answer.js` cuts questions the same way.

Voice input and pinyin keyboards put the wrong character of the right sound, old people write
traditional characters, the hurried only letters: what all of them keep is the sound.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import pairwise

from opencc import OpenCC
from pypinyin import lazy_pinyin

_TOKEN = re.compile(r"[a-z]+|[0-9]+|[\u3400-\u9fff]")
HAN = range(0x3400, 0xA000)
_LONGEST_SOUND = 6


class Sounds:
    """The characters that are known, each with its sound: pinyin without tones."""

    def __init__(self, of: Mapping[str, str], simple: Mapping[str, str] | None = None) -> None:
        """Know characters by their sounds: 火 → huo; and others by their simple form: 電 → 电."""
        self.of = of
        self.simple = simple or {}

    @classmethod
    def heard_in(cls, texts: Iterable[str]) -> Sounds:
        """Know the characters that come more than once, and their traditional forms."""
        simple = _traditional()
        counted = Counter(simple.get(each, each) for text in texts for each in text)
        known = {each for each, count in counted.items() if count > 1 and ord(each) in HAN}
        return cls(
            {character: sound_of(character) for character in sorted(known)},
            {old: new for old, new in simple.items() if new in known},
        )

    @cached_property
    def spoken(self) -> frozenset[str]:
        """All sounds that there are."""
        return frozenset(self.of.values())

    def features(self, text: str) -> list[str]:
        """Give what a text is told apart by, each once: its characters, and pairs of sounds.

        A word of letters that is no pinyin is a character and a sound.
        """
        units = list(self._units(text))
        sounds = [sound for _, sound in units]
        pairs = pairwise(sounds)
        characters = (character for character, _ in units if character)
        return list(dict.fromkeys((*characters, *(f"{one} {two}" for one, two in pairs))))

    def _units(self, text: str) -> Iterator[tuple[str, str]]:
        """Give each character with its sound; pinyin has no characters."""
        for token in _TOKEN.findall(unicodedata.normalize("NFKC", text).lower()):
            spelled = self._spelled(token) if token.isalpha() and token.isascii() else ()
            if spelled:
                yield from (("", sound) for sound in spelled)
            else:
                character = self.simple.get(token, token)
                yield character, self.of.get(character, character)

    def _spelled(self, letters: str) -> tuple[str, ...]:
        """Cut pinyin into the fewest sounds; nothing where it is none, or is one letter."""
        best: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(1, len(letters) + 1):
            for begin in range(max(0, end - _LONGEST_SOUND), end):
                sound = letters[begin:end]
                if begin in best and sound in self.spoken:
                    way = (*best[begin], sound)
                    if end not in best or len(way) < len(best[end]):
                        best[end] = way
        return best.get(len(letters), ()) if len(letters) > 1 else ()


@cache
def sound_of(character: str) -> str:
    """Give how a character sounds, mostly: 火 → huo."""
    return lazy_pinyin(character)[0]


@cache
def simplified(way: str) -> Mapping[str, str]:
    """Give the simple form of each character that has another, as OpenCC's `way` has it.

    What is the simple form of another stays as it is: 么 (of 麼) is no 幺 here.
    """
    convert = OpenCC(way).convert
    pairs = ((chr(code), convert(chr(code))) for code in HAN)
    found = {old: new for old, new in pairs if old != new and len(new) == 1}
    simple = {*found.values()}
    return {old: new for old, new in found.items() if old not in simple}


def _traditional() -> Mapping[str, str]:
    """Give traditional characters with their simple forms; tw2s alone knows 著火."""
    return {**simplified("t2s"), **simplified("tw2s")}
