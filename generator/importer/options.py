"""What `pingan import` takes, and which of it belongs together."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

WORK_POINTS, TIPS = "work-points", "tips"

_READ: Mapping[str, str] = {
    WORK_POINTS: "工作要点（Word、WPS、PDF、网页、纯文本），要写 --year；写成草稿",
    TIPS: "一张安全提示表（.xlsx、.csv），加到行业领域里；空表用 --template 来写",
}


def add_import_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    rows = "\n".join(f"  {name:<12} {text}" for name, text in _READ.items())
    parser.description = f"把一份文件读进来。种类：\n{rows}"
    parser._positionals.title = "要写的"
    parser.add_argument("what", metavar="种类", type=_what, help="见上")
    formats = ".docx、.doc、.wps、.pdf、.html、.txt、.md"
    parser.add_argument(
        "file",
        metavar="文件",
        type=Path,
        nargs="?",
        help=f"要读的文件（{WORK_POINTS} 的是 {formats}，- 是粘贴的文字；{TIPS} 的是 .xlsx、.csv）",
    )
    parser.add_argument("--dry-run", action="store_true", help="只看读到了什么，不写文件")
    parser.add_argument(
        "--report",
        action="store_true",
        help=f"（{WORK_POINTS}）把读到的每一条列成表：标题、单位、数字、要看的",
    )
    parser.add_argument(
        "--save",
        type=Path,
        metavar="文件",
        help=f"（{WORK_POINTS}）写一份核对表，例如 核对.html、核对.docx",
    )
    parser.add_argument(
        "--open",
        action="store_true",
        help=f"（{WORK_POINTS}）在浏览器里打开核对表：原文的每个字去了哪里",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help=f"（{WORK_POINTS}）改已经有的文件：标题、章节、原文照文件，"
        "变了的单位、数字、时限换成新的，别的不动",
    )
    parser.add_argument(
        "--year", type=int, metavar="年份", help=f"（{WORK_POINTS}）哪一年的，例如 2027"
    )
    parser.add_argument(
        "--template", type=Path, metavar="文件", help=f"（{TIPS}）写一份空表，例如 提示.xlsx"
    )


def misused(options: argparse.Namespace) -> str:
    """Say what is missing, or what belongs to another kind; "" where all is well."""
    if options.what == WORK_POINTS and options.template:
        return f"--template 是 {TIPS} 的。"
    if options.what == WORK_POINTS and options.year is None:
        return "还缺 --year，写工作要点是哪一年的，例如 --year 2027。"
    if options.year is not None and not 2000 <= options.year <= 2100:
        return "--year 写 2000 到 2100 的年份。"
    if options.what == TIPS and options.year is not None:
        return f"--year 是 {WORK_POINTS} 的。"
    for name in ("report", "save", "open", "force"):
        if options.what == TIPS and getattr(options, name):
            return f"--{name} 是 {WORK_POINTS} 的。"
    if options.template and options.file:
        return "写空表和读文件一次只做一样：--template 后面只写空表的文件名。"
    if not options.template and options.file is None:
        return "还缺要读的文件。"
    return ""


def _what(text: str) -> str:
    if text not in _READ:
        raise argparse.ArgumentTypeError(f"没有“{text}”这一种，可选：{'、'.join(_READ)}")
    return text
