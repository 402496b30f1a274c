"""What can be counted in an item."""

from __future__ import annotations

import pytest

from generator.importer.figures import demands
from generator.importer.text import Text
from generator.model.vocabulary import Period


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("每季度至少召开1次会议。", [("quarterly", 1, True, "次", "")]),
        (
            "推动企业主要负责人每月至少带队检查1次、每半年至少组织两次演练。",
            [
                ("monthly", 1, True, "次", "企业主要负责人"),
                ("half-yearly", 2, True, "次", "企业主要负责人"),
            ],
        ),
        (
            "县安委办每季度通报1次，每年考核一次。先看后动，每周检查。",
            [
                ("quarterly", 1, False, "次", "县安委办"),
                ("yearly", 1, False, "次", "县安委办"),
                ("weekly", 1, False, "次", ""),
            ],
        ),
        ("县安委会每季度不少于挂牌督办一批隐患", [("quarterly", 1, True, "批", "县安委会")]),
        ("完成16座尾矿库治理任务", [("once", 16, False, "座", "")]),
        ("新建不少于120个充电点", [("once", 120, True, "个", "")]),
        ("一月一个主题", [("monthly", 1, False, "个", "")]),
        ("全年事故0次", []),
        ("完成0座", []),
        (
            "县应急局每月检查1次，完成16座治理，每季度通报1次",
            [
                ("monthly", 1, False, "次", "县应急局"),
                ("once", 16, False, "座", ""),
                ("quarterly", 1, False, "次", "县应急局"),
            ],
        ),
        ("培训十二场以上", []),
        ("每月联合执法2次以上", [("monthly", 2, True, "次", "")]),
        ("每季度抽查不少于5家企业", [("quarterly", 5, True, "家", "")]),
        ("全年培训不少于200人次", [("yearly", 200, True, "人次", "")]),
        (
            "中小学每月至少演练1次、幼儿园每季度至少演练1次",
            [("monthly", 1, True, "次", "中小学"), ("quarterly", 1, True, "次", "幼儿园")],
        ),
        ("落实安全生产15条硬措施。", []),
        ("企业每年开展2-3次演练。", []),
        ("检查企业不超过10家，每年不超过2次。", []),
        ("压减检查10次，全县已完成改造16座，去年完成改造3座。", []),
        ("每旬检查1次，每周二、周五检查，每天24小时值班。", []),
        ("开展“铝7条”检查。", []),
        ("企业每半年编印一期事故案例。", [("half-yearly", 1, False, "期", "企业")]),
        ("每天早、中、晚各巡逻1次。", [("daily", 3, False, "次", "")]),
        (
            "全年开展演练不少于2次，各学校至少1次。",
            [
                ("yearly", 2, True, "次", ""),
                ("yearly", 1, True, "次", ""),
            ],
        ),
        (
            "改造管道9.6公里，建成消防站三座。",
            [
                ("once", 9.6, False, "公里", ""),
                ("once", 3, False, "座", ""),
            ],
        ),
        ("②推动企业更换阀门20个。", [("once", 20, False, "个", "企业")]),
        ("落实“三管三必须”，抓好五职矿长和四化建设。", []),
        ("按照《安全生产法》第二十一条，3月底前完成。", []),
    ],
)
def test_how_often_and_how_much(
    words: str, wanted: list[tuple[str, float, bool, str, str]]
) -> None:
    found = demands(Text(words, tuple(range(len(words)))))
    assert [
        (each.period.value, each.number, each.least, each.unit, each.actor) for each in found
    ] == wanted


def test_every_period_of_the_content_can_be_read() -> None:
    written = {
        "每天": Period.DAILY,
        "每周": Period.WEEKLY,
        "每月": Period.MONTHLY,
        "每季度": Period.QUARTERLY,
        "每半年": Period.HALF_YEARLY,
        "每年": Period.YEARLY,
        "每三年": Period.THREE_YEARLY,
    }
    for words, period in written.items():
        text = f"企业{words}检查一次"
        (demand,) = demands(Text(text, tuple(range(len(text)))))
        assert demand.period is period
