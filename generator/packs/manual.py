"""说明.txt: what is in a pack and how to use it, readable in Windows Notepad."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.packs.archive import notepad_text

_USES = {
    "1-": "投影讲课；备注里有讲稿。PPTX 可以改，PDF 可以在手机上看。",
    "2-": "发给员工带走。",
    "3-": "班组长每班开工前照着讲，讲完签名。",
    "4-": "对照现场逐项检查；XLSX 里“汇总”页自动数出还没整改的隐患。",
    "5-": "打印出来考试。",
    "6-": "只给培训负责人，讲评时用。",
    "7-": "培训时签到，课后存档备查。",
    "8-": "课后请员工填，看看讲得怎么样。",
    "9-": "打印张贴（A3、A4），图片可以发微信群。",
}


def manual(values: dict[str, Any], names: Iterable[str]) -> bytes:
    """Give the text as UTF-8 with BOM and Windows line ends, as Notepad likes it."""
    lines = [
        f"{values['title']}：培训包",
        "",
        values["summary"],
        f"适用对象：{values['audience']}；学时：{values['hours']}",
        f"内容核对日期：{values['reviewed']}",
        "",
        "怎么用",
        "  1. 先看讲义，按本单位的情况改课件里的例子。",
        "  2. 培训时签到，讲完提问、考试，当场讲评。",
        "  3. 用隐患排查清单到现场查一遍，写清责任人和期限，改完复查。",
        "  4. 把签到表、培训记录、考试卷、评估表存进“一人一档”。",
        "",
        "包里有什么",
    ]
    for name in names:
        lines.append(f"  {name}　{_USES[name[:2]]}")
    lines += [
        "",
        "SHA256SUMS 用来核对文件是不是原样，一般用不着。",
        "可以自由修改、打印、转发，请注明来源。",
        f"来源：{values['site']}（{values['publisher']}）",
    ]
    if values["url"]:
        lines.append(f"网页：{values['url']}")
    return notepad_text("\n".join(lines) + "\n")
