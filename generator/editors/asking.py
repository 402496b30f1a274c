"""Asking an editor, answering, and refusing what would not do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping

from rich.console import Console

from generator.editors.near import near_lines, source_fault
from generator.editors.options import audiences, choices_of, words_of
from generator.model.campaign import CampaignEdition
from generator.model.kinds import kind_of
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.unit import Unit
from generator.model.vocabulary import AlertKind

GOOD, REFUSED, WRONG_USE = 0, 1, 2


class RefusedError(Exception):
    """Raised where nothing is written; carries the lines that say why and the exit code."""

    def __init__(self, *lines: str, code: int = REFUSED) -> None:
        """Keep the lines and the exit code."""
        super().__init__("\n".join(lines))
        self.code = code


def refuse(lines: Iterable[str]) -> None:
    """Stop with these lines, if there are any."""
    said = tuple(lines)
    if said:
        raise RefusedError(*said)


def answered(options: argparse.Namespace, act: Callable[[], None]) -> int:
    """Do what a command that writes content was asked for; gives the exit code.

    Where it cannot be done, the lines on standard error say in Chinese why.
    """
    try:
        _refuse_broken(options)
        act()
    except RefusedError as refusal:
        say(str(refusal), "什么也没有写。", error=True)
        return refusal.code
    except EOFError:
        say("没有回答，什么也没有写。", error=True)
        return REFUSED
    except FileExistsError as error:
        say(f"已经有 {error.filename or error}，不覆盖。", error=True)
        return REFUSED
    except OSError as error:
        say(f"写不进磁盘：{error.strerror}（{error.filename}）", error=True)
        return REFUSED
    return GOOD


def _refuse_broken(options: argparse.Namespace) -> None:
    """Refuse arguments that the system could not decode; no file could hold them."""
    values = [
        each
        for value in vars(options).values()
        for each in (value if isinstance(value, list) else [value])
    ]
    try:
        "".join(each for each in values if isinstance(each, str)).encode()
    except UnicodeEncodeError as error:
        raise RefusedError(
            "参数里有读不出来的字（不是 UTF-8），改了再试。", code=WRONG_USE
        ) from error


def unknown_sector(text: str, library: Library) -> tuple[str, ...]:
    """Say which of the sectors are not known, and which were perhaps meant."""
    titles = {sector.id: sector.title for sector in library.sectors.values()}
    return _unknown(text, titles, kind_of(Sector).label)


def unknown_campaign(id_: str, library: Library) -> tuple[str, ...]:
    """Say that there is no such edition of a campaign, and which was perhaps meant."""
    titles = {each.id: each.full_title for each in library.campaign_editions.values()}
    return _unknown(id_, titles, kind_of(CampaignEdition).label)


def _unknown(text: str, titles: Mapping[str, str], label: str) -> tuple[str, ...]:
    for word in words_of(text):
        if word not in titles:
            near = near_lines(word, titles)
            meant = ("是不是想写：", *(f"  {line}" for line in near)) if near else ()
            return (f"没有{label}“{word}”。", *meant)
    return ()


def unknown_unit(text: str, library: Library) -> tuple[str, ...]:
    """Say which of the units are not known, and which were perhaps meant."""
    return _unknown(
        text, {unit.id: unit.name for unit in library.units.values()}, kind_of(Unit).label
    )


def uncitable(text: str, library: Library) -> tuple[str, ...]:
    """Say why one of the sources cannot be cited."""
    for word in words_of(text):
        fault = source_fault(word, library.references)
        if fault:
            return fault
    return ()


def unknown_kind(text: str) -> tuple[str, ...]:
    """Say what an alert can be about, if this is none of it."""
    return () if text in set(AlertKind) else (f"可选：{choices_of(AlertKind)}。",)


def unknown_audience(text: str) -> tuple[str, ...]:
    """Say which of the audiences there is not."""
    _, unknown = audiences(words_of(text))
    if not unknown:
        return ()
    return (f"没有“{unknown[0]}”这个对象；pingan new --help 列出了全部对象。",)


def ask(
    question: str,
    default: str = "",
    check: Callable[[str], tuple[str, ...]] = lambda text: (),
) -> str:
    """Ask until the answer will do; where nobody sits at a terminal, take the default."""
    if not sys.stdin.isatty():
        return default
    while True:
        hint = f"（回车用 {default}）" if default else ""
        say(f"{question}{hint}：")
        answer = input("> ").strip() or default
        fault = check(answer)
        if not fault:
            return answer
        say(*fault, error=True)


def say(*lines: str, error: bool = False) -> None:
    """Print lines as they are."""
    console = Console(stderr=error, soft_wrap=True, markup=False, highlight=False)
    for line in lines:
        console.print(line)


def span(options: argparse.Namespace) -> tuple[str | None, str | None]:
    """Give from when to when a campaign or an alert is to stand, as its file will say it."""
    starts, ends = options.starts, options.ends
    given = [moment for moment in (starts, ends) if moment]
    if options.kind != "alert":
        if any(len(moment) != len("2024-06-01") for moment in given):
            raise RefusedError("活动的起止写成 2024-06-01 这样的日期。", code=WRONG_USE)
        return starts, ends
    if len(given) == 1:
        raise RefusedError("--starts 和 --ends 要一起写。", code=WRONG_USE)
    if given and options.every_year:
        return starts[5:10] if len(starts) > 5 else starts, ends[5:10] if len(ends) > 5 else ends
    return starts, ends
