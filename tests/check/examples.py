"""The smallest edit of the fixture county that fires each code, and where it is reported.

In what an example writes, `⌖` is where the problem must be reported; it is taken out before the
file is written. Without one the problem is at the beginning of the file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

PLACE = "⌖"

SITE = "content/county/site.yml"
COMMON_SITE = "content/common/site.yml"
PLACES = "content/county/places.yml"
UNITS = "content/county/units.yml"
REFERENCES = "content/common/references.yml"
REFERENCES_OWN = "content/county/references.yml"
SYNONYMS = "content/common/synonyms.yml"
PLAN = "content/county/work/2023/plan.yml"
ITEM = "content/county/work/2023/01.yml"
OTHER_ITEM = "content/county/work/2023/02.yml"
SITUATION = "content/common/situations/home-fire.yml"
OTHER_SITUATION = "content/common/situations/workshop-fire.yml"
PROCEDURE = "content/common/procedures/leave-safely.yml"
FIRE = "content/common/sectors/fire.yml"
GAS = "content/common/sectors/gas.yml"
THEME = "content/county/themes/2023/06.yml"
OTHER_THEME = "content/county/themes/2023/11.yml"
MONTH = "content/common/themes/06.yml"
CAMPAIGN = "content/common/campaigns/safety-month.yml"
EDITION = "content/county/campaigns/2023/safety-month.yml"
ALERT = "content/common/alerts/winter.yml"
COURSE = "content/common/training/fire.yml"
PICTURES = "content/common/pictures.yml"


class Place(NamedTuple):
    """Where a problem is to be reported."""

    path: str
    line: int
    column: int


@dataclass(frozen=True)
class Example:
    """A code, a file, and the words of it that other words replace (all of it for `old=""`).

    `also` are further replacements; `says` must stand in the message.
    """

    code: str
    path: str
    old: str
    new: str
    says: str = ""
    also: tuple[tuple[str, str, str], ...] = ()

    def apply(self, project: Path) -> Place:
        """Break a project; gives the place at which the problem must be reported."""
        edits = (*self.also, (self.path, self.old, self.new))
        for path, old, new in edits:
            _replace(project / path, old, new)
        places = [place for path in {edit[0] for edit in edits} for place in _marked(project, path)]
        return places[0] if places else Place(self.path, 1, 1)


@dataclass(frozen=True)
class FileExample:
    """A code, a file, and what is done to it that no edit of its words does."""

    code: str
    path: str
    do: Callable[[Path], object]
    says: str = ""
    line: int = 1
    column: int = 1

    def apply(self, project: Path) -> Place:
        """Break a project; gives the place at which the problem must be reported."""
        self.do(project / self.path)
        return Place(self.path, self.line, self.column)


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} no longer contains {old!r}"
    path.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")


def _marked(project: Path, path: str) -> Iterator[Place]:
    """Take the mark out of a file and give its place."""
    text = (project / path).read_text(encoding="utf-8")
    before, mark, after = text.partition(PLACE)
    if mark:
        (project / path).write_text(before + after, encoding="utf-8")
        yield Place(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _wrong_name(path: Path) -> None:
    path.with_name("06.yml").rename(path)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2_000_000)


def _gbk(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("gbk"))


def _strangers_folder(path: Path) -> None:
    path.mkdir()
    for name in ("1.txt", "2.txt", "3.txt", "4.txt"):
        (path / name).touch()


def _written(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("# 关于", encoding="utf-8")


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _link_to_hidden(path: Path) -> None:
    hidden = path.parent / ".git"
    hidden.mkdir()
    path.symlink_to(hidden)


FILES = (
    FileExample("E405", "site", Path.touch, "这里应当是文件夹"),
    FileExample("E405", "site", _link("site"), "这里应当是文件夹"),
    FileExample("E411", "site", _link("content"), "会换掉"),
    FileExample("E411", "site", _link("content/common/alerts/site"), "会换掉"),
    FileExample("E411", "site", _link("."), "会换掉"),
    FileExample("E412", "site", _strangers_folder, "1.txt、2.txt、3.txt 等 4 样"),
    FileExample("E413", "content/common/alerts/passwd.yml", _link("/etc/passwd"), "项目外面"),
    FileExample("E413", "content/common/alerts/more", _link("../.."), "绕圈"),
    FileExample("E413", "content/common/alerts/no.yml", _link("nothing.yml"), "不存在"),
    FileExample("E413", "content/common/alerts/git.yml", _link_to_hidden, "隐藏"),
    FileExample("E101", ALERT, _folder, "却是文件夹"),
    FileExample("E102", SYNONYMS, Path.unlink, "文件读不出来"),
    FileExample("E103", ALERT, _huge, "2.0 MB"),
    FileExample("E104", ALERT, _gbk, "UTF-8", line=3),
    FileExample(
        "E106", "content/common/alerts/a.yaml", lambda path: os.close(os.open(path, os.O_CREAT))
    ),
    FileExample("E106", "content/county/pages/关于.md", _written, "about.md"),
    FileExample("E106", "content/a.PNG", lambda path: path.write_bytes(b""), "media/"),
)

YAML = (
    Example("E105", ALERT, "", " \n\n", "文件是空的"),
    Example("E105", ALERT, "", "# 只有注释\n", "文件里没有内容"),
    Example("E111", ALERT, "tips:", "  tips⌖:", "读不懂这一行"),
    Example("E112", ALERT, "title:", "⌖\ttitle:", "制表符"),
    Example("E112", ALERT, "first: 11-15\n  last", "first: 11-15\n⌖　last", "全角空格"),
    Example("E112", CAMPAIGN, "  - 人人知道。", "⌖　　- 人人知道。", "全角空格"),
    Example("E113", ALERT, "kind:", "title: 又一个\n⌖title: 还有一个\nkind:", "第 7 行已经写过",
            also=((ALERT, "title: 冬季取暖安全提示\n", ""),)),
    Example("E114", ALERT, "title: 冬", "title: ⌖&x 冬"),
    Example("E115", ALERT, "title: 冬", "title: ⌖!x 冬"),
    Example("E115", ALERT, "title: 冬", "title: !<x⌖ 冬"),
    Example("E115", ALERT, "title: 冬", "title: ⌖!x!y 冬"),
    Example("E116", ALERT, "title: 冬", "title: " + "[" * 23 + "⌖[" + "冬"),
    Example("E116", ALERT, "", "[" * 1000 + "⌖" + "[" * 100_000),
    Example("E117", ALERT, "id: winter", "id: winter\n⌖---\nid: winter"),
    Example("E118", ALERT, "2023-01-01", "⌖2023-02-30", "不是有效的日期"),
    Example("E119", ALERT, "天冷取暖", "天⌖\x10冷取暖", "U+0010 控制字符"),
    Example("E119", ALERT, "天冷取暖，", '"天冷⌖\\x10取暖，', "U+0010 控制字符",
            also=((ALERT, "防火防中毒。", '防火防中毒。"'),)),
    Example("E119", ALERT, "天冷取暖，", '"天冷⌖\\ud83d取暖，', "U+D83D 不成对的代理码"),
    Example("E119", ALERT, "天冷取暖", "天⌖\u2028冷", "U+2028 行分隔符"),
    Example("E119", ALERT, "天冷取暖", "天⌖\u2029冷", "U+2029 段分隔符"),
    Example("E119", ALERT, "天冷取暖", "天⌖\ue000冷", "U+E000 私用区字符"),
    Example("E119", ALERT, "天冷取暖", "天⌖\ufff9冷", "U+FFF9 行间注释符"),
    Example("E119", ALERT, "天冷取暖", "天⌖\uffff冷", "U+FFFF 不是字符的编码"),
    Example("E120", ALERT, "title: ", "title⌖：", "冒号“：”是全角的"),
    Example("E120", ALERT, "  - text: 第1", "  ⌖－ text: 第1", "不是英文短横"),
    Example("E121", ALERT, "title: 冬", 'title: ⌖"冬', "引号没有成对"),
    Example("E121", ALERT, "title: 冬季取暖", 'title: "冬季"⌖取暖', "引号后面还有文字"),
    Example("E121", ALERT, "title: 冬季取暖安全提示", 'title: "冬季⌖\\取暖"', "反斜杠"),
    Example("E122", ALERT, "sectors: [", "sectors: ⌖[[", "括号没有成对"),
    Example("E123", ALERT, "title: 冬季", "title: 冬季⌖: ", "文字里有冒号加空格"),
    Example("E123", ALERT, "sectors: [fire]", 'sectors: ⌖["fire"gas]', "括号里有读不懂的写法"),
    Example("E123", ALERT, "title: 冬季", "title⌖:冬季", "冒号后面没有空格"),
    Example("E123", ALERT, "title: 冬季", "title: ⌖{县名}冬季", "文字以“{”开头"),
    Example("E123", ALERT, "title: 冬季", "title: ⌖@冬季", "文字不能以“@”开头"),
    Example("E124", ALERT, "kind:", "⌖[a]: b\nkind:", "字段名必须是文字"),
    Example("W101", ALERT, "天冷取暖", "天⌖\u200b冷取暖", "U+200B 零宽空格"),
    Example("W101", ALERT, ": 天冷取暖，防火防中毒。", ': "天冷⌖\\u200e取暖。"', "U+200E"),
    Example("W101", ALERT, "天冷取暖", "天⌖\ufe0f冷取暖", "U+FE0F 不显示的字符"),
    Example("W102", ALERT, "天冷取暖，防火", "天冷取暖 ⌖#1 防火", "当作注释"),
)  # fmt: skip

MODELS = (
    Example("E201", ALERT, "summary:", "⌖sumary:", "是不是想写“summary”（一句话）？"),
    Example("E201", ALERT, "    why:", "    ⌖为什么要这样做:", "是不是想写“why”"),
    Example("E201", ALERT, "kind:", "⌖zzzz: 1\nkind:", "这里可用：“编号”（id）、“标题”（title）"),
    Example("E202", ALERT, "summary:", "# ", "缺少字段“一句话”（summary）",
            also=((ALERT, "id: w", "⌖id: w"),)),
    Example("E203", ALERT, "publish_on: 2023-01-01", "publish_on: ⌖明天",
            "“上线日期”（publish_on）应当是日期"),
    Example("E203", ALERT, "title: 冬季取暖安全提示", "title: ⌖119", "“标题”（title）应当是文字"),
    Example("E203", ALERT, "title: 冬季取暖安全提示", "title: ⌖{冬季}", "以 { 开头时"),
    Example("E203", ALERT, "sectors: [", "sectors: ⌖【", "“【”是全角的"),
    Example("E203", SITE, "  county: 样例县\n  short: 样例\n  province: 样例省",
            "  ⌖county：样例县", "冒号“：”是全角的"),
    Example("E203", ALERT, "", "⌖- 只有一项\n", "文件内容应当是字段组"),
    Example("E204", ALERT, "title: 冬季取暖安全提示", "title:⌖", "“标题”（title）是空的"),
    Example("E204", ALERT, "title: 冬季取暖安全提示", 'title: ⌖""', "“标题”（title）是空的"),
    Example("E204", CAMPAIGN, "sectors: [fire]", "sectors:⌖", "或删掉这一行"),
    Example("E204", ALERT, "[public, village]", "[⌖publik, village]",
            "是不是想写 public（群众）？可选：群众 public、居民 resident"),
    Example("E204", ALERT, "[public, village]", "[⌖谁, village]", "可选：群众 public"),
    Example("E204", ALERT, "title: 冬季取暖安全提示", f"title: ⌖{'长' * 301}", "超过 300 字"),
    Example("E204", CAMPAIGN, "  - 人人会做。\n", "", "“要达到什么”（aims）至少要有 2 项",
            also=((CAMPAIGN, "aims:\n  -", "aims:\n  ⌖-"),)),
    Example("E204", ALERT, "lines:\n", "lines:\n    ⌖- 一\n" + "    - 多一条\n" * 4, "最多 5 项"),
    Example("E204", CAMPAIGN, "order: 10", "order: ⌖0", "“在目录页的先后”（order）不能小于 1"),
    Example("E204", CAMPAIGN, "order: 10", "order: ⌖100", "“在目录页的先后”（order）不能大于 99"),
    Example("E204", CAMPAIGN, "order: 10", "order: ⌖.inf", "“在目录页的先后”（order）的值不对"),
    Example("E204", CAMPAIGN, 'first: "06-01"', 'first: ⌖"06-31"', "不是日历上有的日子"),
    Example("E204", CAMPAIGN, 'first: "06-01"', "month: 6", "写得不全",
            also=((CAMPAIGN, "falls:\n  words", "falls:\n  ⌖words"),)),
    Example("E204", CAMPAIGN, '  first: "06-01"\n', "", "写了 last，没有写 first",
            also=((CAMPAIGN, "falls:\n  words", "falls:\n  ⌖words"),)),
    Example("E204", ALERT, "reviewed_on: 2026-11-01", "reviewed_on: ⌖1899-12-31",
            "“最近一次核对内容的日期”（reviewed_on）不能早于 1900-01-01"),
    Example("E204", ALERT, "id: winter", "id: ⌖con", "（id）是 Windows 留用的名字：“con”"),
    Example("E204", SITE, "url: https://sample", "url: ⌖https://SAMPLE",
            "写成 https://sample.example/"),
    Example("E204", ALERT, "id: winter", "id: ⌖Winter_", "编号：小写字母、数字和连字符"),
    Example("E204", ALERT, "sectors: [", "sectors: [⌖gas，", "“，”是全角的，换成半角"),
    Example("E204", REFERENCES, '"5": ', '"第5条": ⌖', "“引用到的条款”（articles）里的“第5条”"),
    Example("E204", COMMON_SITE, "title: 着火", "title: ⌖家里着火了", "超过 4 字"),
    Example("E204", COMMON_SITE, "leads_to: group:fire", "leads_to: ⌖course:fire",
            "或者 hotlines，就是打哪个电话"),
    Example("E204", COMMON_SITE, '"110"', '⌖"0100-a"', "例如 0100-1234567"),
)  # fmt: skip

POSTER = """poster:
  headline: 先看后动
  lines:
    - 出口不上锁
    - 通道不堆货
    - 起火打119
  call: "119"
"""
LAW = "title: 中华人民共和国消防法\n    kind: law\n    issuer: 全国人民代表大会常务委员会\n"
REPEALED = (f"{LAW}    status: in-force", f"{LAW}    status: repealed")
QUESTION = "    options: [离开危险的地方, 回去拿东西, 坐电梯]\n    answer: "

TOGETHER = (
    Example("E301", UNITS, "id: fire-brigade", "id: ⌖safety-office",
            "编号“safety-office”重复", also=(
                (OTHER_ITEM, "supporting: [fire-brigade]", "supporting: []"),
                (ITEM, "supporting: [fire-brigade]", "supporting: []"))),
    Example("E204", PLACES, "    phone: （0100）1234567\n", "", "是值班电话，却没有写 phone",
            also=((PLACES, "- kind: duty", "- ⌖kind: duty"),)),
    Example("E204", PLACES, "    lat: 33.2647\n", "", "的 lat 和 lon 只写了一个",
            also=((PLACES, "- kind: shelter\n    name: 文", "- ⌖kind: shelter\n    name: 文"),)),
    Example("E204", PLACES, "    address: 进门左手边\n", "", "没有写怎么找到",
            also=((PLACES, "- kind: aed", "- ⌖kind: aed"),)),
    Example("E301", GAS, "id: gas", "id: ⌖fire", "编号“fire”重复"),
    Example("E302", ALERT, "id: winter", "id: ⌖winters", "按文件名应写 winter"),
    FileExample("E302", "content/county/themes/2023/6.yml", _wrong_name,
                "应放在 content/county/themes/2023/06", line=2, column=5),
    Example("E303", THEME, 'of: "06"', 'of: ⌖"07"', "找不到编号“07”（常年的月度主题）"),
    Example("E302", MONTH, 'id: "06"', 'id: ⌖"16"', "不是月份"),
    Example("E303", ALERT, "sectors: [", "sectors: [⌖fier, ", "是不是想写 fire？"),
    Example("E303", ALERT, "门窗关得严，", "⌖看[这](sector:fier)", "链接“sector:fier”没有对应"),
    Example("E303", ALERT, "门窗关得严，", "⌖看[这](secter:fire)", "没有“secter”这个类别"),
    Example("E303", CAMPAIGN, "link: sector:fire", "link: ⌖sector:fier", "没有对应的页面"),
    Example("E303", COMMON_SITE, "leads_to: group:fire", "leads_to: ⌖group:fier",
            "可用：fire（着火）、gas（燃气和煤气）"),
    Example("E303", COMMON_SITE, "leads_to: group:fire", "leads_to: ⌖group:water",
            "没有“water”这一组情形"),
    Example("E303", COMMON_SITE, "leads_to: group:fire", "leads_to: ⌖situation:home-fier",
            "是不是想写 situation:home-fire？"),
    Example("E303", COMMON_SITE, "picture: leave-low", "picture: ⌖leave-lo", "“leave-lo”（图）"),
    Example("E303", REFERENCES, f"{LAW}    status: in-force",
            f"{LAW}    status: repealed\n    superseded_by: ⌖fire-law",
            "是不是想写 fire-protection-law？"),
    Example("E303", ITEM, "section: responsibility", "section: ⌖other", "没有章节“other”"),
    Example("E304", ITEM, "supporting: [fire-brigade]", "supporting: [⌖safety-office]",
            "出现了两次"),
    Example("E305", ALERT, "sources: [work-safety-law#57]", "sources: [⌖safety-law#57]",
            "没有登记"),
    Example("E306", ALERT, "sources: [work-safety-law#57]", "sources: [⌖work-safety-law#58]",
            "没有登记第 58 条"),
    Example("E307", ALERT, "sources: [work-safety-law#57]", "sources: [⌖work-safety-law]",
            "没有写条号"),
    Example("E308", ALERT, "reviewed_on", "expires_on: ⌖2022-01-01\nreviewed_on",
            "下线日期不晚于上线日期"),
    Example("E308", ALERT, "review_by: 2027-11-01", "review_by: ⌖2026-10-31", "应核对日期早于"),
    Example("E308", EDITION, "ends: 2023-06-30", "ends: ⌖2023-05-31", "活动结束早于开始"),
    Example("E308", EDITION, "    starts: 2023-06-16\n",
            "    starts: 2023-06-16\n    ends: ⌖2023-06-15\n", "活动结束早于开始"),
    Example("E308", EDITION, "    starts: 2023-06-16\n", "    ends: ⌖2023-06-16\n",
            "有结束日期却没有开始日期"),
    Example("E308", REFERENCES, LAW, f"{LAW}    in_force_since: 2021-04-29\n"
            "    until: ⌖2021-04-29\n", "失效早于施行"),
    Example("E308", THEME, ": 2023-06-01", ": ⌖2023-07-01", "晚于主题所在的月份"),
    Example("E309", ALERT, "天冷取暖", "⌖<b>天冷</b>取暖", "HTML"),
    Example("E310", ALERT, "天冷取暖", "⌖天冷 javascript:x", "脚本链接"),
    Example("E310", ALERT, "天冷取暖，防火防中毒。", '⌖"[看]: https://a"', "脚注式链接"),
    Example("E310", ALERT, "天冷取暖", "⌖看[这](ftp://a)", "链接“ftp://a”不合规"),
    Example("E311", ALERT, "天冷取暖", "⌖天冷{县长}", "不认识的占位“{县长}”"),
    Example("E311", ALERT, "天冷取暖，防火防中毒。", "⌖'天冷{: onclick=alert(1) .a-long-name }'",
            "“{: onclick=alert(1) …”"),
    Example("E312", ALERT, "icon: material/radiator", "icon: ⌖material/radiatr", "这个图标"),
    Example("E312", ALERT, "icon: material/radiator", "icon: ⌖radiator", "这个图标"),
    Example("E313", ALERT, 'call: "119"', 'call: ⌖"118"', "电话“118”没有登记"),
    Example("E313", SITUATION, 'call: ["119"', 'call: [⌖"118"', "电话“118”没有登记"),
    Example("E314", COURSE, "answer: 对", "answer: ⌖A", "判断题的答案写成了“A”"),
    Example("E314", COURSE, "answer: 对", "options: [甲, 乙]\n    answer: ⌖对", "不用写选项"),
    Example("E314", COURSE, QUESTION + "A", "    options: [甲]\n    answer: ⌖A", "两个选项"),
    Example("E314", COURSE, QUESTION + "A", QUESTION + "⌖D", "答案“D”不在选项里"),
    Example("E314", COURSE, "answer: AB", "answer: ⌖BA", "重复或没按顺序"),
    Example("E314", COURSE, QUESTION + "A", QUESTION + "⌖AB", "单选题只能有一个答案"),
    Example("E314", COURSE, "answer: AB", "answer: ⌖A", "多选题至少要有两个答案"),
    Example("E315", COURSE, "[离开危险的地方, 回去拿东西", "⌖[离开危险的地方, 离开危险的地方",
            "有两个选项一样"),
    Example("E315", COURSE, "text: 第4题", "text: ⌖第1题", "这道题出了两次"),
    Example("E316", ALERT, "summary: ", f"summary: ⌖{'天冷' * 30}", "（最多 60 字）"),
    Example("E317", ALERT, "天冷取暖", "⌖在这里写：天冷", "还没有写内容"),
    Example("E317", ALERT, "sources: [fire", "sources: [⌖zai-zhe-li-xie, fire", "还没有写依据"),
    Example("E318", ALERT, "[fire-protection-law#5]", "[⌖fire-protection-law#5]",
            "《中华人民共和国消防法》已废止", also=((REFERENCES, REPEALED[0], REPEALED[1]),)),
    Example("E318", ALERT, "[fire-protection-law#5]", "[⌖fire-protection-law#5]",
            "已过适用期（到 2026-11-24 为止）",
            also=((REFERENCES, LAW, f"{LAW}    until: 2026-11-24\n"),)),
    Example("E318", FIRE, "sources: [fire-protection-law#5]", "sources: [⌖fire-protection-law#5]",
            "尚未施行", also=((REFERENCES, LAW, f"{LAW}    in_force_since: 2027-01-01\n"),)),
    Example("E319", REFERENCES, f"{LAW}    status: in-force",
            f"{LAW}    status: in-force\n    superseded_by: ⌖work-safety-law",
            "status 却是 in-force"),
    Example("E321", THEME, "year: 2023", "year: 2023\nslogan: ⌖2022年先看", "还写着 2022 年"),
    Example("E321", OTHER_ITEM, "[work-points-2023#2", "[⌖work-points-2023#2", "引用了《2023年",
            also=((OTHER_ITEM, "year: 2023", "year: 2024"),)),
    Example("E323", ALERT, "last: 03-15", "last: ⌖2027-03-15", "一个写了年份，一个没有"),
    Example("E324", ALERT, "first: 11-15\n  last: 03-15",
            "first: 2026-11-26\n  last: ⌖2026-11-25", "提示结束早于开始"),
    Example("E324", ALERT, "publish_on: ", "publish_on: ⌖", "晚于提示的最后一天",
            also=((ALERT, "first: 11-15\n  last: 03-15",
                   "first: 2022-11-26\n  last: 2022-11-27"),)),
    Example("E325", ALERT, "level: warning", "level: warning\ncolour: ⌖red", "写了预警颜色"),
    Example("W322", THEME, "year: 2023", "year: 2023\nwhy_now: ⌖2022年1月用火多", "写着“2022年”"),
    Example("W322", OTHER_THEME, "items: [2023-02]", "items: [⌖2023-02]", "连到了 2023 年",
            also=((OTHER_THEME, "year: 2023", "year: 2024"),)),
    Example("E326", MONTH, "slogan: 先看", "slogan: ⌖样例县先看", "写了“样例县”"),
    Example("E326", MONTH, "sources: [fire", "sources: [⌖work-points-2023#1, fire",
            "引用了本县的依据"),
    Example("E326", CAMPAIGN, "detail: 讲清", "organisers: [⌖safety-office]\n    detail: 讲清",
            "用到了本县的“safety-office”（单位）"),
    Example("E326", CAMPAIGN, "intro: 每年", "intro: ⌖看[谁办](unit:safety-office)，每年",
            "用到了本县的“safety-office”（单位）"),
    Example("E326", CAMPAIGN, "link: sector:fire", "link: ⌖item:2023-01", "用到了本县的“2023-01”"),
    Example("E327", CAMPAIGN, "detail: 现场", "starts: ⌖2023-06-16\n    detail: 现场",
            "写了某一年的日期或地点"),
    Example("E327", CAMPAIGN, "detail: 现场", "where: ⌖县城广场\n    detail: 现场",
            "写了某一年的日期或地点"),
    Example("W326", MONTH, "这个月用火", "⌖2023年用火", "写着“2023年”"),
    Example("W326", ALERT, "天冷取暖", "⌖今年天冷", "写着“今年”"),
    Example("E351", SITUATION, "text: 离开危险的地方", "text: ⌖离开危险的地方，然后拨打119",
            "一步里写了两个动作"),
    Example("E351", PROCEDURE, "text: 走最近的出口", "text: ⌖走最近的出口。出来以后不回头",
            "一步里写了两个动作"),
    Example("E351", SITUATION, "text: 走楼梯离开", "text: ⌖门不烫，没有烟，走楼梯离开",
            "一步里写了两个动作"),
    Example("E352", SITUATION, "text: 到路口接应", "text: ⌖走最近的出口",
            "技能“安全离开”里已经有了"),
    Example("E352", OTHER_SITUATION, "text: 离开危险的地方\n    use: leave-safely",
            "text: ⌖离开危险的地方", "有 3 步和 content/common/situations/home-fire.yml 里的一样",
            also=((SITUATION, "text: 到路口接应", "text: 到厂门口接应"),
                  (SITUATION, "use: leave-safely\n    picture: leave-low", "picture: leave-low"))),
    Example("E353", SITUATION, "text: 到路口接应", "text: ⌖伏地遮挡抓牢",
            "所列依据的要点里没有提到这一步"),
    Example("E329", SITE, "region:", "colour: ⌖\"#e0a030\"\nregion:", "太浅"),
    Example("E204", SITE, "region:", "colour: ⌖红色\nregion:", "# 后面六位十六进制数"),
    Example("E330", SITE, "region:", "hero:\n  file: ⌖县城.jpg\n  text: 县城\nregion:",
            "没有这张图片"),
    Example("E343", PICTURES, "draw: smoke", "draw: ⌖smok", "图画里没有“smok”"),
    Example("E343", PICTURES, "pose: stoop", "pose: ⌖stup", "图画里没有“stup”"),
    Example("E343", PICTURES, "hands: [98 66]", "hands: [⌖lid.handle]", "图画里没有“lid.handle”"),
    Example("E343", PICTURES, "pose: reach", "wears: [⌖hat]", "图画里没有“hat”"),
    Example("E343", PICTURES, "pose: reach", "colour: ⌖pink", "图画里没有“pink”"),
    Example("E343", PICTURES, "pose: reach", "bends: [⌖knee]", "图画里没有“knee”"),
    Example("E312", PICTURES, "material/eye", "⌖material/eyy", "没有“material/eyy”这个图标"),
    Example("E303", FIRE, "picture: look-first", "picture: ⌖look", "找不到编号“look”（图）"),
    Example("E331", ALERT, "天冷取暖", "天冷⌖🔥取暖", "没有“🔥”（U+1F525）"),
    Example("E331", SITE, "county: 样例县", "county: 样⌖🔥县", "没有“🔥”（U+1F525）"),
    Example("E332", COMMON_SITE, "    role: report\n", "", "没有写哪个电话管“举报隐患”",
            also=((COMMON_SITE, 'hotlines:\n  -', 'hotlines:\n  ⌖-'),)),
    Example("E333", COMMON_SITE, "    name: 交通事故\n", "    name: 交通事故\n    role: ⌖fire\n",
            "管“火警”的电话写了两个，119 已经是了"),
    Example("E334", OTHER_ITEM, "number: 2", "number: ⌖1", "序号 1 重复"),
    Example("E301", REFERENCES_OWN, "- id: work-points-2023", "- id: ⌖work-safety-law",
            "content/common/references.yml 里已经有了", also=(
                (ITEM, "work-points-2023#1", "work-safety-law#57"),
                (OTHER_ITEM, "work-points-2023#2", "work-safety-law#57"))),
    Example("E335", SYNONYMS, "[漏气, 跑气]", "[漏气, ⌖着火]", "说法“着火”重复"),
    Example("E401", SITE, "region:", "font_folder: ⌖字体\nregion:", "不是一个文件夹"),
    Example("E401", SITE, "region:", "font_folder: content\nfont_families: ⌖[没有]\nregion:",
            "没有“没有”"),
    Example("E401", SITE, "region:", "font_folder: ⌖..\nregion:", "里是整个项目"),
    Example("E341", ALERT, "天冷取暖，防火防中毒。", '⌖"****"', "只有标记，没有字"),
    Example("E341", ALERT, "天冷取暖，防火防中毒。", '⌖"**** "', "只有标记，没有字"),
    Example("E342", ALERT, "天冷取暖，防火防中毒。", '⌖"1. - * + 防火"', "一行只写一个"),
    Example("W301", ALERT, "[fire-protection-law#5]", "[⌖fire-protection-law#5]",
            "从 2027-01-01 起不再是现行依据",
            also=((REFERENCES, LAW, f"{LAW}    until: 2027-01-01\n"),)),
    Example("W302", ALERT, "review_by: 2027-11-01", "review_by: ⌖2026-11-01", "已过应核对的日期"),
    Example("W303", ALERT, "天冷取暖", "⌖县消防大队", "是不是想写 县消防救援大队？"),
    Example("W303", ALERT, "天冷取暖", "⌖县应急局局", "是不是想写 县应急局？",
            also=((UNITS, "aliases: [消防大队]", "aliases: [县应急局]"),)),
    Example("W304", OTHER_ITEM, "action: 召开会议研究消防整治\n    period: quarterly",
            "action: 召开会议研究落实责任\n    period: ⌖monthly", "前后不一"),
    Example("W305", ALERT, "天冷取暖", "⌖零风险", "绝对化用语"),
    Example("W306", ALERT, POSTER, "", "没有写海报",
            also=((ALERT, "title: 冬", "title: ⌖冬"),)),
    Example("W307", OTHER_SITUATION,
            "车间着火了\n  - 厂里烧起来了\n  - 机器冒火\n  - 仓库着火\n  - 车间冒烟\n"
            "  - 厂房起火怎么跑\n  - 流水线烧起来了\n  - 工厂失火",
            "家里着火了啊\n  - 屋里冒烟了呀\n  - 房子烧起来了呢\n  - 厨房烧起来了哦\n"
            "  - 卧室着火呀\n  - 家里起火怎么跑呢\n  - 屋头燃起来了哟\n  - 半夜家里着火呀",
            "会被搜索听成“家里起火”", also=((OTHER_SITUATION, "says:\n  - ", "says:\n  ⌖- "),)),
)  # fmt: skip

EXAMPLES: tuple[Example | FileExample, ...] = (*FILES, *YAML, *MODELS, *TOGETHER)
