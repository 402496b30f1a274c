"""Numbers that a program counts and shows before paragraphs, in the forms that it knows."""

from __future__ import annotations

from collections.abc import Callable

from generator.model.wording import chinese_number

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_FORMAL_OLD = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


def written(form: str, number: int) -> str:
    """Write a number in a form named as Word names it; digits where the form is not known."""
    return _FORMS.get(form, str)(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _letters(number: int) -> str:
    """Write a, b … z, aa, bb …, as Word does."""
    if not 0 < number <= 780:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _row(characters: str) -> Callable[[int], str]:
    """Give a form that has a character for each of the first numbers."""
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _from(first: str, count: int) -> Callable[[int], str]:
    return _row("".join(chr(ord(first) + place) for place in range(count)))


def _formal(number: int) -> str:
    text = chinese_number(number)
    return f"壹{text}".translate(_FORMAL) if text.startswith("十") else text.translate(_FORMAL)


def _none(_: int) -> str:
    return ""


_circled = _from("①", 20)

_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "numberInDash": "- {} -".format,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "chineseCounting": chinese_number,
    "chineseCountingThousand": chinese_number,
    "japaneseCounting": chinese_number,
    "taiwaneseCounting": chinese_number,
    "taiwaneseCountingThousand": chinese_number,
    "ideographDigital": chinese_number,
    "japaneseDigitalTenThousand": lambda number: str(number).translate(_DIGITS),
    "taiwaneseDigital": lambda number: str(number).translate(_DIGITS),
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": lambda number: chinese_number(number).translate(_FORMAL_OLD),
    "ideographEnclosedCircle": _from("㊀", 10),
    "ideographTraditional": _row("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _row("子丑寅卯辰巳午未申酉戌亥"),
    "bullet": _none,
    "none": _none,
}
