"""`pingan init county`: a county's own folder, which builds at once from the common content."""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.check import check
from generator.clock import parse_day
from generator.editors.asking import WRONG_USE, RefusedError, answered, ask, say
from generator.editors.skeleton import scalar
from generator.load import load
from generator.media import PhotoError, opened
from generator.model.base import is_reserved, plain_number
from generator.model.photo import MEDIA
from generator.model.problem import Severity
from generator.project import COMMON, COUNTIES, SITE, Project, counties_in

_LEVEL = re.compile(r"(?<=..)(?:自治县|县|市|区|旗)$")
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]|^\.|\.$')
"""What no folder of Windows may be called."""
_LOCAL = re.compile(r"[2-8]\d{6,7}")
"""A landline number without its area code."""
_LOGO = "标志.png"
_REPORT = "安全举报"


def add_init_options(parser: argparse.ArgumentParser) -> None:
    """Declare what `pingan init` takes."""
    parser._positionals.title = "要写的"
    parser.add_argument("what", metavar="county", choices=["county"], help="建一个县文件夹")
    parser.add_argument("name", metavar="县名", help="例如 临江县")
    parser.add_argument(
        "--short", metavar="简称", help="县名简称，例如 临江（默认去掉最后的县、市、区）"
    )
    parser.add_argument("--province", metavar="省名", help="例如 湖北省")
    parser.add_argument("--url", metavar="网址", help="网站的正式网址，还没有就不写")
    parser.add_argument("--publisher", metavar="单位", help="主办单位（默认县安委办）")
    parser.add_argument("--colour", metavar="颜色", help="主色，例如 #8a1f1f（默认松绿）")
    parser.add_argument(
        "--logo", metavar="图片", help="本县标志的图片文件（PNG、JPG 或 WebP），没有就不写"
    )
    parser.add_argument("--area-code", metavar="区号", help="本地电话的区号，例如 0712")
    parser.add_argument("--report-line", metavar="号码", help="本县的举报电话，没有就用 12350")
    parser.add_argument(
        "--hotline",
        action="append",
        default=[],
        metavar="号码=名称",
        help="本县别的电话，例如 8812119=县森林防火值班，可写几个",
    )


def run_init(options: argparse.Namespace) -> int:
    """Make a county folder; gives the exit code."""
    return answered(options, lambda: _init_county(options))


def _init_county(options: argparse.Namespace) -> None:
    root = options.root.resolve()
    name = options.name.strip()
    if not name or _UNFIT.search(name):
        raise RefusedError(f"“{options.name}”不能做文件夹的名字，换一个写法。", code=WRONG_USE)
    if is_reserved(name.lower()):
        raise RefusedError(f"“{name}”是 Windows 留用的名字，换一个。", code=WRONG_USE)
    folder = root / COUNTIES / name
    if folder.exists():
        raise RefusedError(f"已经有 {COUNTIES}/{name}，不覆盖。")
    options.short = options.short or ask("县名简称", _LEVEL.sub("", name))
    options.province = options.province or ask("省名，例如 湖北省")
    if not options.province:
        raise RefusedError("还缺 --province（省名）。", code=WRONG_USE)
    if options.url is None:
        options.url = ask("网站的正式网址（还没有就直接回车）")
    options.publisher = options.publisher or ask("主办单位", "{县名}安全生产委员会办公室")
    if options.colour is None:
        options.colour = ask("主色，例如 #8a1f1f（用松绿就直接回车）")
    if options.logo is None:
        options.logo = ask("本县标志的图片文件（没有就直接回车）")
    if options.area_code is None:
        options.area_code = ask("本地电话的区号（没有本地电话就直接回车）")
    if options.report_line is None:
        options.report_line = ask("本县的举报电话（用 12350 就直接回车）")
    made = folder.with_name(f".{name}.new")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    try:
        if options.logo:
            _take_logo(Path(options.logo), made / MEDIA)
        project = Project(root, root / COMMON, made)
        text = "\n".join(_site(options, project.schemas_from(f"{COUNTIES}/{name}/{SITE}"))) + "\n"
        (made / SITE).write_text(text, encoding="utf-8", newline="")
        found = check(load(project), as_of=parse_day(options.as_of), errors_only=True)
        errors = [each for each in found if each.severity is Severity.ERROR]
        if errors:
            real = f"{COUNTIES}/{name}"
            said = (str(each).replace(f"{COUNTIES}/.{name}.new", real) for each in errors)
            raise RefusedError("写出来会通不过检查：", *said)
        made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    _say_what_next(root, name, parse_day(options.as_of))


def _take_logo(given: Path, media: Path) -> None:
    """Put the county's mark into its folder; raises `RefusedError` where it cannot be shown."""
    if not given.is_file():
        raise RefusedError(f"没有 {given} 这个文件。", code=WRONG_USE)
    try:
        mark = opened(given)
    except PhotoError as error:
        raise RefusedError(f"{given}：{error}。{error.hint}。", code=WRONG_USE) from error
    media.mkdir()
    mark.save(media / _LOGO, "PNG")


def _site(options: argparse.Namespace, schemas: str) -> Iterator[str]:
    """Give the lines of the county's site.yml."""
    yield f"# yaml-language-server: $schema={schemas}/site.json"
    yield f"# {options.name}的设置。各县一样的（电话、首页入口）写在 content/common/site.yml；"
    yield "# 这里写了的，以这里的为准。县名只写在 region 里，别处用 {县名}、{县简称}、{省名}。"
    yield f"publisher: {scalar(options.publisher)}"
    if options.url:
        yield f"url: {scalar(options.url)}"
    else:
        yield "# 网站的正式网址，以 / 结尾；海报上的二维码、站点地图要用。有了就写："
        yield "# url: https://"
    if options.colour:
        yield f'colour: "{options.colour}"'
    if options.logo:
        yield "logo:"
        yield f"  file: {_LOGO}"
        yield f"  text: {scalar(f'{options.name.strip()}标志')}"
    yield "region:"
    yield f"  county: {scalar(options.name.strip())}"
    yield f"  short: {scalar(options.short)}"
    yield f"  province: {scalar(options.province)}"
    lines = list(_hotlines(options))
    if lines:
        yield "hotlines:"
        yield from lines


def _hotlines(options: argparse.Namespace) -> Iterator[str]:
    if options.report_line:
        yield from _hotline(
            _with_area(options.report_line, options.area_code),
            _REPORT,
            "举报安全生产隐患和违法行为。",
            role="report",
        )
    for given in options.hotline:
        number, equals, name = given.replace("＝", "=").partition("=")
        if not equals or not name.strip():
            raise RefusedError(f"--hotline “{given}”写成 号码=名称。", code=WRONG_USE)
        yield from _hotline(
            _with_area(number, options.area_code), name.strip(), f"{name.strip()}。"
        )


def _hotline(number: str, name: str, purpose: str, *, role: str = "") -> Iterator[str]:
    yield f'  - number: "{number}"'
    yield f"    name: {scalar(name)}"
    if role:
        yield f"    role: {role}"
    yield f"    purpose: {scalar(purpose)}"
    yield "    say:"
    yield "      - 什么地方，附近有什么显眼的建筑。"
    yield "      - 出了什么事，看到了什么。"
    yield "      - 你的姓名和电话。"


def _with_area(number: str, area_code: str) -> str:
    """Give a number as it is kept, a local one after the area code."""
    plain = plain_number(number)
    if area_code and _LOCAL.fullmatch(plain.partition("转")[0].replace("-", "")):
        return f"{plain_number(area_code)}-{plain}"
    return plain


def _say_what_next(root: Path, name: str, day: date) -> None:
    folder = f"{COUNTIES}/{name}"
    year = day.year + day.month // 11  # in November the next one is begun
    many = len(list(counties_in(root / COUNTIES))) > 1
    which = f" --county {folder}" if many else ""
    say(
        f"已建好 {folder}/，检查没有错误。里面只有 {SITE}，别的照各县共用的内容生成。",
        "下一步：",
        f"  1. 看样子：pingan serve{which}" + ("；" if many else "（或双击 start.cmd）；"),
        f"  2. 生成网站：pingan build{which}；",
        f"  3. 写单位、工作要点和这一年的安排：pingan new year {year}{which}，"
        "说明在 docs/editors/new-county.md。",
        *(["  有几个县的时候，每个命令都写 --county。"] if many else []),
    )
