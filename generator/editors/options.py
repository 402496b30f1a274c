"""The arguments of `pingan new`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import TypeAdapter

from generator.clock import parse_day
from generator.model.alert import Moment
from generator.model.campaign import Campaign, CampaignEdition
from generator.model.kind import Kind
from generator.model.kinds import EDITIONS, KINDS, kind_of
from generator.model.sector import Sector
from generator.model.vocabulary import AlertColour, AlertKind, Audience, Labelled, SectorGroup

_MOMENT: TypeAdapter[str] = TypeAdapter(Moment)

DRAFTED: Mapping[str, Kind] = {
    kind.name: kind for kind in KINDS if not kind.of and (kind.example or kind.name in EDITIONS)
}
"""The kinds of which `pingan new` makes drafts, by name; editions go by that of their kind."""


def _about(kind: Kind) -> str:
    """Say what can be made of a kind: 宣传活动，编号如 flood-day；某一年的写 safety-month-2024."""
    edition = EDITIONS.get(kind.name)
    words = [f"编号如 {kind.example}"] if kind.example else []
    words += [f"某一年的写 {edition.example}"] if edition else []
    return f"{kind.label}，{'；'.join(words)}"


def row_of(name: str, id_: str) -> Kind:
    """Give the kind of which an id is asked for: one with a year is an edition's."""
    edition = EDITIONS.get(name)
    return edition if edition and edition.path_at(id_) else DRAFTED[name]


_MADE: Mapping[str, str] = {
    **{name: _about(kind) for name, kind in DRAFTED.items()},
    "event": f"给一个{kind_of(Campaign).label}加一项安排，编号写活动的年度版，"
    f"例如 {kind_of(CampaignEdition).example}",
    "tip": f"给一个{kind_of(Sector).label}加一条安全提示，编号写领域，"
    f"例如 {kind_of(Sector).example}",
    "year": "建好新一年要写的文件，编号写年份，例如 2024",
}


def add_new_options(parser: argparse.ArgumentParser) -> None:
    """Declare what `pingan new` takes."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    rows = "\n".join(f"  {name:<9} {text}" for name, text in _MADE.items())
    parser.description = f"新建一份内容草稿。种类：\n{rows}"
    parser._positionals.title = "要写的"
    parser.add_argument("kind", metavar="种类", type=_kind, help="见上")
    parser.add_argument("id", metavar="编号", help="见上；也是文件名和网址的一部分")
    parser.add_argument("--title", metavar="标题", help="标题")
    _several(parser, "--sector", "领域", "行业领域的编号，可写几个，用逗号隔开")
    _several(parser, "--source", "依据", "依据，例如 work-safety-law#57，可写几个")
    parser.add_argument("--publish-on", type=_day, metavar="日期", help="上线日期")
    parser.add_argument(
        "--starts",
        type=_moment,
        metavar="日期",
        help="活动、安排、提示从哪天起，例如 2024-06-01；提示可以写时间 “2024-06-01 18:00”，"
        "每年都有的写 月-日，例如 06-01",
    )
    parser.add_argument("--ends", type=_moment, metavar="日期", help="到哪天止，写法同上")
    parser.add_argument(
        "--every-year", action="store_true", help="（alert）每年这几天都提示，起止不留年份"
    )
    _one_of(parser, "--colour", "颜色", "（alert）正式发布的预警颜色", AlertColour)
    parser.add_argument("--area", metavar="地方", help="（alert）哪些地方")
    parser.add_argument("--issuer", metavar="单位", help="（alert）预警由谁发布")
    _one_of(parser, "--kind", "类别", "风险提示的类别", AlertKind, dest="alert_kind")
    _one_of(parser, "--group", "分组", "行业领域的分组", SectorGroup)
    parser.add_argument("--text", metavar="提示", help="（tip）一个动作，一句话说清")
    parser.add_argument("--why", metavar="为什么", help="（tip）为什么要这样做")
    words = "、".join(f"{each.value} {each.label}" for each in Audience)
    _several(parser, "--audience", "对象", f"（tip）说给谁听：{words}")
    parser.add_argument("--when", metavar="时间", help="（event）读者看的时间，例如 6月上旬")
    parser.add_argument("--where", metavar="地点", help="（event）地点，定了才写")
    parser.add_argument("--detail", metavar="内容", help="（event）做什么、谁参加")
    _several(parser, "--organiser", "单位", "（event）组织单位的编号，可写几个")
    parser.add_argument(
        "--preview",
        action="store_true",
        help="建好以后在浏览器里打开它（草稿也显示），按 Ctrl+C 结束",
    )


def _several(parser: argparse.ArgumentParser, name: str, metavar: str, text: str) -> None:
    parser.add_argument(
        name, action="extend", type=words_of, metavar=metavar, default=None, help=text
    )


def _one_of(
    parser: argparse.ArgumentParser,
    name: str,
    metavar: str,
    text: str,
    words: type[Labelled],
    *,
    dest: str | None = None,
) -> None:
    parser.add_argument(
        name,
        dest=dest or name.removeprefix("--"),
        choices=[word.value for word in words],
        metavar=metavar,
        help=f"{text}：{choices_of(words)}",
    )


def choices_of(words: type[Labelled]) -> str:
    """List a vocabulary for people to choose from: festival 节日，weather 天气."""
    return "，".join(f"{word.value} {word.label}" for word in words)


def words_of(text: str) -> list[str]:
    """Split several words that stand in one argument."""
    return [word for word in re.split(r"[,，、\s]+", text) if word]


def audiences(words: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Turn audiences given by value or by Chinese label into values; and what is neither."""
    by_word = {word: each.value for each in Audience for word in (each.value, each.label)}
    known = tuple(dict.fromkeys(by_word[word] for word in words if word in by_word))
    return known, tuple(word for word in words if word not in by_word)


def _kind(text: str) -> str:
    if text not in _MADE:
        raise argparse.ArgumentTypeError(f"没有“{text}”这一种，可选：{'、'.join(_MADE)}")
    return text


def _moment(text: str) -> str:
    try:
        return _MOMENT.validate_python(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            "日期写成 2023-06-01，带时间写成 “2023-06-01 18:00”，每年都有的写成 06-01"
        ) from error


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("日期写成 2023-06-01") from error
