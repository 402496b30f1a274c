"""The `pingan` command: build, serve, check, schema."""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from generator.check import check, check_folders, check_symlinks
from generator.check.placeholders import unwritten
from generator.clock import parse_day, today
from generator.desk.options import add_new_options
from generator.load import load
from generator.model.problem import ContentError, Problem, has_errors
from generator.report import FORMATS, Outcome, grouped, why_not
from generator.schema import write_schemas

_PREVIEW = "127.0.0.1:8000"
_EDITORS = "editors/index.html"

KIND_LABELS = {
    "home": "首页",
    "emergency": "紧急求助",
    "sectors": "行业领域目录",
    "sector": "行业领域",
    "themes": "主题日历",
    "theme": "月度主题",
    "campaigns": "宣传活动目录",
    "campaign": "宣传活动",
    "alerts": "风险提示目录",
    "alert": "风险提示",
    "training": "培训资料目录",
    "course": "培训课件",
    "kits": "一稿多发目录",
    "kit": "一稿多发",
    "work": "工作要点目录",
    "plan": "年度工作要点",
    "item": "工作要点条目",
    "units": "责任单位目录",
    "matrix": "责任分工一览",
    "unit": "责任单位",
    "references": "法规依据目录",
    "reference": "法规依据",
    "entry": "人群入口",
    "search": "搜索",
    "index": "按拼音查找",
    "subscribe": "订阅和数据",
    "archive": "历年内容",
}


class _Parser(argparse.ArgumentParser):
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code (0 good, 1 problems, 2 wrong use)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows would write in its own code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except KeyboardInterrupt:
        print("已中断，原来的网站没有变。", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="pingan", description="平安站：从内容生成安全宣传教育网站", add_help=False
    )
    commands = parser.add_subparsers(title="命令", metavar="命令", required=True)
    _add_help(parser)

    build = _command(commands, "build", "生成整个网站", _build)
    _add_as_of(build)
    build.add_argument("--output", type=Path, metavar="文件夹", help="网站放在哪里（默认 site）")

    serve = _command(commands, "serve", "在本机预览，内容一改就刷新", _serve)
    serve.add_argument("--address", default=_PREVIEW, metavar="地址", help=f"默认 {_PREVIEW}")
    serve.add_argument("--drafts", action="store_true", help="草稿也显示，像上线那天一样")
    serve.add_argument("--open", action="store_true", help="在浏览器里打开编辑入口")

    checking = _command(commands, "check", "只检查内容，不生成网站", _check)
    _add_as_of(checking)
    checking.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="形式",
        help="text 给人看（默认），json 给程序读，github 在 GitHub 上标到那一行",
    )

    _command(commands, "schema", "为编辑器写出各类内容的 JSON Schema", _schema)

    desk = _command(commands, "desk", "编辑看板：什么要上线、缺什么、该核对什么", _desk)
    _add_as_of(desk)

    new = _command(commands, "new", "新建一份内容草稿", _new)
    _add_as_of(new)
    add_new_options(new)
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    text: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text, add_help=False)
    parser.set_defaults(run=run)
    _add_help(parser)
    parser.add_argument(
        "--root", type=Path, default=Path(), metavar="文件夹", help="项目所在的文件夹（默认当前）"
    )
    return parser


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser._optionals.title = "选项"
    parser.add_argument("-h", "--help", action="help", help="显示这段说明")


def _add_as_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of",
        default=today().isoformat(),
        metavar="日期",
        type=_day,
        help="按哪一天生成，例如 2023-06-01（默认今天，北京时间）",
    )


def _day(text: str) -> str:
    try:
        return parse_day(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError("日期写成 2023-06-01") from error


def _build(options: argparse.Namespace) -> int:
    from generator.engine.build import EngineError, build_site  # noqa: PLC0415 - slow import
    from generator.engine.patch import PartlyError  # noqa: PLC0415
    from generator.engine.swap import BusyError  # noqa: PLC0415

    started = time.perf_counter()
    root = options.root.resolve()
    target = (options.output or root / "site").absolute()
    if target.is_dir() and any(target.iterdir()):
        print(f"生成好以后，换掉 {target} 里上次生成的网站。", file=sys.stderr)
    try:
        with _Bar() as bar:
            built = build_site(root, as_of=options.as_of, target=target, watcher=bar)
    except ContentError as error:
        _report(error.problems)
        print("有错，没有生成；原来的网站没有变。", file=sys.stderr)
        return 1
    except BusyError:
        print("另一个生成正在进行，请等它结束再试。", file=sys.stderr)
        return 1
    except EngineError as error:
        print(f"生成失败，原来的网站没有变：\n{error}", file=sys.stderr)
        return 1
    except PartlyError as error:
        print(
            f"网站只换了一部分：{why_not(error)}。关掉占用它的程序，再生成一次就好。",
            file=sys.stderr,
        )
        return 1
    except OSError as error:
        print(f"没有生成，原来的网站没有变：{why_not(error)}", file=sys.stderr)
        return 1
    _report(built.warnings)
    for note in built.notes:
        print(note, file=sys.stderr)
    table = Table(title=f"已生成 {target}", title_justify="left")
    table.add_column("页面种类")
    table.add_column("页数", justify="right")
    for kind, count in built.pages.items():
        table.add_row(KIND_LABELS.get(kind, kind), str(count))
    table.add_row("合计", str(built.pages.total()), style="bold")
    console = Console()
    console.print(table)
    console.print(
        f"下载资料 {built.downloads} 个；文件共 {built.files} 个，{built.size / 1_000_000:.1f} MB；"
        f"提醒 {len(built.warnings)} 条；按 {options.as_of} 生成，"
        f"用时 {time.perf_counter() - started:.1f} 秒"
    )
    return 0


class _Bar:
    """A progress bar over the stages of a build, on the error stream."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = TaskID(0)

    def __enter__(self) -> _Bar:
        self._bar.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._bar.stop()

    def stage(self, label: str, total: int) -> None:
        """Show the bar of a new stage."""
        self._task = self._bar.add_task(label, total=total)

    def step(self) -> None:
        """Move the bar by one."""
        self._bar.advance(self._task)


def _serve(options: argparse.Namespace) -> int:
    page = _EDITORS if options.open else None
    return _preview(options, address=options.address, drafts=options.drafts, page=page)


def _preview(options: argparse.Namespace, *, address: str, drafts: bool, page: str | None) -> int:
    from generator.engine.preview import AddressError, serve_site  # noqa: PLC0415 - slow import

    try:
        serve_site(
            options.root.resolve(), address=address, say=_say_at_once, drafts=drafts, page=page
        )
    except AddressError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _say_at_once(line: str) -> None:
    print(line, flush=True)


def _check(options: argparse.Namespace) -> int:
    root = options.root.resolve()
    loaded = load(root)
    as_of = parse_day(options.as_of)
    problems = (
        *check(loaded, as_of=as_of),
        *check_folders(root, root / "site"),
        *check_symlinks(root),
    )
    if not has_errors(problems):
        from generator.engine.trial import try_templates  # noqa: PLC0415 - slow import

        problems = (*problems, *try_templates(root, as_of=options.as_of))
    outcome = Outcome(as_of, len(loaded.documents), problems, unwritten(loaded))
    printed = FORMATS[options.format](outcome)
    print(printed.out, end="")
    print(printed.err, end="", file=sys.stderr)
    return 1 if outcome.errors else 0


def _schema(options: argparse.Namespace) -> int:
    changed = write_schemas(options.root.resolve() / "schemas")
    print(f"更新了 {len(changed)} 个 Schema 文件。")
    return 0


def _report(problems: Sequence[Problem]) -> None:
    for line in grouped(problems):
        print(line, file=sys.stderr)


def _desk(options: argparse.Namespace) -> int:
    from generator.desk.command import run_desk  # noqa: PLC0415 - only these two need it

    return run_desk(options)


def _new(options: argparse.Namespace) -> int:
    from generator.desk.command import page_of, run_new  # noqa: PLC0415

    code = run_new(options)
    if code == 0 and options.preview:
        page = page_of(options.kind, options.id)
        return _preview(options, address=_PREVIEW, drafts=True, page=page)
    return code
