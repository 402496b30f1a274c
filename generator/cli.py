"""The `pingan` command: build, serve, check, schema."""

from __future__ import annotations

import argparse
import gc
import io
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from generator.arguments import Parser, add_as_of, add_help, command, project_of
from generator.check import check, check_folders, check_symlinks
from generator.check.placeholders import unwritten
from generator.clock import parse_day
from generator.editors.asking import WRONG_USE
from generator.editors.counties import add_init_options, run_init
from generator.editors.options import add_new_options
from generator.fleet.options import add_fleet_options
from generator.government.portal import pack_for_portal
from generator.importer.options import TIPS, add_import_options, misused
from generator.load import load
from generator.model.kinds import COLLECTIONS
from generator.model.manifest import Manifest, read_manifest
from generator.model.problem import ContentError, Problem, has_errors
from generator.model.site import Site
from generator.project import CountyError, Project
from generator.publish import (
    add_publish_options,
    add_verify_options,
    run_publish,
    run_verify,
)
from generator.report import FORMATS, CheckReport, grouped, why_not
from generator.schema import changed_schemas, write_schemas

_PREVIEW = "127.0.0.1:8000"
_EDITORS = "editors/index.html"
_COLLECTED = (100_000, 50, 100)
"""Nearly all that is read is needed to the end: looking for the rest takes a tenth of the time."""

_PAGES: Mapping[str, str] = {
    **{name: kind.label for name, kind in COLLECTIONS.items()},
    **{kind.plural: f"{kind.label}目录" for kind in COLLECTIONS.values()},
    "home": "首页",
    "emergency": "紧急求助",
    "handbook": "应急手册",
    "training": "培训资料目录",
    "kits": "一稿多发目录",
    "kit": "一稿多发",
    "work": "工作要点目录",
    "matrix": "责任分工一览",
    "entry": "人群入口",
    "search": "搜索",
    "index": "按拼音查找",
    "map": "网站地图",
    "subscribe": "订阅和数据",
    "archive": "历年内容",
    "places": "本县的地点",
}
"""What the pages of a template are called."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code (0 good, 1 problems, 2 wrong use)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows would write in its own code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.set_threshold(*_COLLECTED)
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except CountyError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("已中断。", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="pingan", description="平安站：从内容生成安全宣传教育网站", add_help=False)
    commands = parser.add_subparsers(title="命令", metavar="命令", required=True)
    add_help(parser)

    build = command(commands, "build", "生成整个网站", _build)
    add_as_of(build)
    build.add_argument("--output", type=Path, metavar="文件夹", help="网站放在哪里（默认 site）")
    build.add_argument(
        "--portal", action="store_true", help="再打一个压缩包，交给门户网站当栏目放上去"
    )

    serve = command(commands, "serve", "在本机预览，内容一改就刷新", _serve)
    serve.add_argument("--address", default=_PREVIEW, metavar="地址", help=f"默认 {_PREVIEW}")
    serve.add_argument("--drafts", action="store_true", help="草稿也显示，像上线那天一样")
    serve.add_argument("--open", action="store_true", help="在浏览器里打开编辑入口")

    checking = command(commands, "check", "只检查内容，不生成网站", _check)
    add_as_of(checking)
    checking.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="形式",
        help="text 给人看（默认），json 给程序读，github 在 GitHub 上标到那一行",
    )
    checking.add_argument(
        "--government",
        action="store_true",
        help="没有错误时，再按政府网站的检查指标写一份自查表（Word）",
    )

    publishing = command(commands, "publish", "发布生成好的网站，留几个版本，能退回", _publish)
    add_publish_options(publishing)

    verifying = command(commands, "verify", "核对网站和生成时是不是一样", _verify)
    add_verify_options(verifying)

    fleet = command(commands, "fleet", "一次生成许多县的网站", _fleet, county=False)
    add_as_of(fleet)
    add_fleet_options(fleet)

    importing = command(commands, "import", "读进一份工作要点，或一张安全提示表", _import)
    add_as_of(importing)
    add_import_options(importing)

    command(commands, "schema", "为编辑器写出各类内容的 JSON Schema", _schema)

    desk = command(commands, "desk", "编辑看板：什么要上线、缺什么、该核对什么", _desk)
    add_as_of(desk)

    init = command(commands, "init", "建一个县文件夹，马上能生成网站", _init, county=False)
    add_as_of(init)
    add_init_options(init)

    new = command(commands, "new", "新建一份内容草稿", _new)
    add_as_of(new)
    add_new_options(new)
    return parser


def _build(options: argparse.Namespace) -> int:
    from generator.engine.bar import Bar  # noqa: PLC0415
    from generator.engine.build import EngineError, build_site  # noqa: PLC0415 - slow import
    from generator.engine.patch import PartlyError  # noqa: PLC0415
    from generator.engine.swap import BusyError  # noqa: PLC0415

    started = time.perf_counter()
    project = project_of(options)
    target = (options.output or project.root / "site").absolute()
    before = read_manifest(target)
    if before is not None:
        print(f"生成好以后，换掉 {target} 里上次生成的网站。", file=sys.stderr)
    try:
        with Bar() as bar:
            built = build_site(project, as_of=options.as_of, target=target, watcher=bar)
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
    except KeyboardInterrupt:
        print(f"已中断，{_became(before, read_manifest(target))}。", file=sys.stderr)
        return 130
    _report(built.warnings)
    for note in built.notes:
        print(note, file=sys.stderr)
    table = Table(title=f"已生成 {target}", title_justify="left")
    table.add_column("页面种类")
    table.add_column("页数", justify="right")
    for kind, count in built.pages.items():
        table.add_row(_PAGES.get(kind, kind), str(count))
    table.add_row("合计", str(built.pages.total()), style="bold")
    console = Console()
    console.print(table)
    console.print(
        f"下载资料 {built.downloads} 个；文件共 {built.files} 个，{built.size / 1_000_000:.1f} MB；"
        f"提醒 {len(built.warnings)} 条；按 {options.as_of} 生成，"
        f"用时 {time.perf_counter() - started:.1f} 秒"
    )
    return _pack(options, target, built.site) if options.portal else 0


def _pack(options: argparse.Namespace, target: Path, site: Site) -> int:
    """Pack a built site for whoever runs the county's portal."""
    try:
        packed = pack_for_portal(target, site, day=parse_day(options.as_of))
    except OSError as error:
        print(f"网站生成好了，压缩包没有写成：{why_not(error)}", file=sys.stderr)
        return 1
    size = packed.size / 1_000_000
    print(f"给门户网站的压缩包：{packed.path}，{packed.files} 个文件，{size:.1f} MB")
    if packed.own:
        print(f"手放进网站文件夹的 {len(packed.own)} 个文件没有打进去。", file=sys.stderr)
    if packed.missing:
        lacking = "、".join(packed.missing)
        print(f"当政府网站的栏目，site.yml 里还要写：{lacking}", file=sys.stderr)
    return 0


def _became(before: Manifest | None, after: Manifest | None) -> str:
    """Say in Chinese what became of a site whose build was interrupted."""
    if before == after:
        return "原来的网站没有变"
    if after is not None and after.changing:
        return "网站只换了一部分，再生成一次就好"
    return "但网站已经换成新的"


def _serve(options: argparse.Namespace) -> int:
    page = _EDITORS if options.open else None
    return _preview(options, address=options.address, drafts=options.drafts, page=page)


def _preview(options: argparse.Namespace, *, address: str, drafts: bool, page: str | None) -> int:
    from generator.engine.preview import AddressError, serve_site  # noqa: PLC0415 - slow import

    try:
        serve_site(project_of(options), address=address, say=_say_at_once, drafts=drafts, page=page)
    except AddressError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _say_at_once(line: str) -> None:
    print(line, flush=True)


def _check(options: argparse.Namespace) -> int:
    project = project_of(options)
    root = project.root
    loaded = load(project)
    as_of = parse_day(options.as_of)
    problems = (
        *check(loaded, as_of=as_of),
        *check_folders(root, root / "site"),
        *check_symlinks(project),
    )
    if not has_errors(problems):
        from generator.engine.trial import try_templates  # noqa: PLC0415 - slow import

        problems = (*problems, *try_templates(project, as_of=options.as_of))
    report = CheckReport(as_of, len(loaded.documents), problems, unwritten(loaded))
    printed = FORMATS[options.format](report)
    print(printed.out, end="")
    print(printed.err, end="", file=sys.stderr)
    if report.errors:
        return 1
    return _inspect(options, project) if options.government else 0


def _inspect(options: argparse.Namespace, project: Project) -> int:
    from generator.government.command import InspectionError, inspect  # noqa: PLC0415 - slow import

    try:
        path, todo = inspect(project, as_of=options.as_of)
    except InspectionError as error:
        print(f"自查表没有写成：{error}", file=sys.stderr)
        return 1
    for line in todo:
        print(f"自查：{line}")
    print(f"自查表：{path}")
    return 0


def _publish(options: argparse.Namespace) -> int:
    return run_publish(options, _say_at_once, _complain)


def _verify(options: argparse.Namespace) -> int:
    return run_verify(options, _say_at_once, _complain)


def _fleet(options: argparse.Namespace) -> int:
    from generator.fleet.command import run_fleet  # noqa: PLC0415 - slow import

    return run_fleet(options, _say_at_once, _complain)


def _import(options: argparse.Namespace) -> int:
    fault = misused(options)
    if fault:
        print(fault, file=sys.stderr)
        return WRONG_USE
    if options.what == TIPS:
        from generator.importer.tips.command import run_tips  # noqa: PLC0415 - only this needs it

        return run_tips(options)
    from generator.importer.command import run_import  # noqa: PLC0415 - only this one needs it

    return run_import(options)


def _complain(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _schema(options: argparse.Namespace) -> int:
    root = options.root.resolve()
    try:
        changed = changed_schemas(root / "schemas")
        for path in changed:
            verb = "改写" if path.exists() else "新建"
            print(f"{verb} {path.relative_to(root).as_posix()}")
        write_schemas(changed)
    except FileExistsError as error:
        name = Path(str(error)).relative_to(root).as_posix()
        print(f"{name} 不是平安站写的，不覆盖；先把它改名或移走。", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"没有写成：{why_not(error)}", file=sys.stderr)
        return 1
    print(f"更新了 {len(changed)} 个 Schema 文件。")
    return 0


def _report(problems: Sequence[Problem]) -> None:
    for line in grouped(problems):
        print(line, file=sys.stderr)


def _desk(options: argparse.Namespace) -> int:
    from generator.editors.command import run_desk  # noqa: PLC0415 - only these two need it

    return run_desk(options)


def _init(options: argparse.Namespace) -> int:
    return run_init(options)


def _new(options: argparse.Namespace) -> int:
    from generator.editors.command import page_of, run_new  # noqa: PLC0415

    code = run_new(options)
    if code == 0 and options.preview:
        page = page_of(options.kind, options.id)
        return _preview(options, address=_PREVIEW, drafts=True, page=page)
    return code
