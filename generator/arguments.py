"""The form of the command line: in Chinese, and what several commands have in common."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from generator.clock import parse_build_day, today
from generator.project import COUNTIES, SHIPPED, Project, project_at


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the arguments and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}：参数不对（{message}）。用 {self.prog} --help 看用法。\n")

    def format_usage(self) -> str:
        """Give the usage line."""
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        """Give the whole help text."""
        return super().format_help().replace("usage: ", "用法：", 1)


def command(
    commands: argparse._SubParsersAction[Parser],
    name: str,
    text: str,
    run: Callable[[argparse.Namespace], int],
    *,
    county: bool = True,
) -> argparse.ArgumentParser:
    """Add a command with its Chinese explanation; `run` gives the exit code.

    All but those that are of no one `county` take its folder.
    """
    parser = commands.add_parser(name, help=text, description=text, add_help=False)
    parser.set_defaults(run=run)
    add_help(parser)
    parser.add_argument(
        "--root",
        type=Path,
        default=_project(),
        metavar="文件夹",
        help="项目所在的文件夹（默认当前的；这里不是项目，就用程序所在的）",
    )
    if county:
        parser.add_argument(
            "--county",
            type=Path,
            metavar="文件夹",
            help=f"县文件夹（默认 {COUNTIES}/ 里的那一个；还没有建，就用 {SHIPPED}）",
        )
    return parser


def project_of(options: argparse.Namespace) -> Project:
    """Give the project that a command is about; raises `CountyError` where that is not clear."""
    county: Path | None = options.county
    return project_at(options.root.resolve(), county)


def _project() -> Path:
    """Give the folder of the project: this one, else the one that the program belongs to."""
    here, own = Path(), Path(__file__).parent.parent
    is_one = [(folder / "mkdocs.yml").is_file() for folder in (here, own)]
    return own if is_one == [False, True] else here


def add_help(parser: argparse.ArgumentParser) -> None:
    """Add `--help`, said in Chinese."""
    parser._optionals.title = "选项"
    parser.add_argument("-h", "--help", action="help", help="显示这段说明")


def add_as_of(parser: argparse.ArgumentParser) -> None:
    """Add `--as-of`, the day of the build."""
    parser.add_argument(
        "--as-of",
        default=today().isoformat(),
        metavar="日期",
        type=_day,
        help="按哪一天生成，例如 2023-06-01（默认今天，北京时间）",
    )


def _day(text: str) -> str:
    try:
        return parse_build_day(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
