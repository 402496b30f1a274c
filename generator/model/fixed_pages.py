"""The pages that every site has, whatever it tells of: where each stands, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import address
from generator.model.kinds import kind_of
from generator.model.reference import Reference
from generator.model.unit import Unit


@dataclass(frozen=True)
class FixedPage:
    """One page: its address, its title, what it is for in a sentence.

    `words` are what people type who look for it and do not know its title; `rare` are more of
    them, which are searched for and teach the answers nothing.
    """

    address: str
    title: str
    description: str
    words: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()


WORK = FixedPage(
    address.WORK,
    "工作要点",
    "每年的安全生产工作要点：一条一页，说清做什么、谁负责、多久一次。",
    ("安全生产工作要点", "年度任务", "全年工作", "重点工作"),
)
SECTORS = FixedPage(
    address.SECTORS,
    "行业领域",
    "按行业和生活场景查安全提示：主要危险、出事怎么办、该做和不该做的事。",
    ("行业", "场景", "有哪些行业", "行业分类"),
)
THEMES = FixedPage(
    address.THEMES,
    "月度主题",
    "一月一个主题：全年十二个月的安全宣传主题日历。",
    ("一月一个主题", "一月一主题", "每月主题", "本月主题", "主题日历", "十二个月主题"),
)
CAMPAIGNS = FixedPage(
    address.CAMPAIGNS,
    "宣传活动",
    "安全生产月、安全生产法宣传周、安全生产第一课、应急演练等宣传活动。",
    ("活动", "宣传方案", "活动方案"),
)
ALERTS = FixedPage(
    address.ALERTS,
    "风险提示",
    "节日、天气和重点时段的安全风险提示。",
    ("安全提示", "节日提示", "天气提示", "预警", "节前提示"),
)
UNITS = FixedPage(
    address.UNITS,
    kind_of(Unit).label,
    "每个单位牵头什么、参与什么。",
    ("哪个单位", "哪个部门", "部门职责", "责任单位", "牵头单位", "成员单位", "谁负责", "归谁管"),
)
MATRIX = FixedPage(
    address.MATRIX,
    "责任分工一览",
    "工作要点的责任分工：每个单位在每一条里的角色。",
    ("责任分工", "分工表", "责任分工表", "责任清单", "任务分解", "任务分工", "责任单位一览表"),
)
REFERENCES = FixedPage(
    address.REFERENCES,
    kind_of(Reference).label,
    "本站引用的法律、法规、规章、标准、文件、指南和专业资料，以及引用到的条款。",
    ("法律法规", "法规", "国家标准", "GB标准", "文件依据", "法律条文", "政策文件"),
)
TRAINING = FixedPage(
    address.TRAINING,
    "培训资料",
    "安全培训课件、讲义、隐患排查清单、考试卷、签到表、海报，免费下载，可编辑可打印。",
    (
        "课件",
        "考试题",
        "隐患排查清单",
        "检查表",
        "讲义",
        "PPT",
        "签到表",
        "培训记录",
        "安全提示单",
        "培训包",
        "培训课件下载",
        "试卷",
        "三级教育",
    ),
    rare=("口袋卡",),
)
KITS = FixedPage(
    address.KIT_INDEX,
    "一稿多发",
    "每个主题、活动、风险提示的公众号文章、短信、广播稿、标语、海报，复制就能发。",
    (
        "公众号文章",
        "公众号",
        "推文",
        "短信",
        "短信模板",
        "微信群消息",
        "朋友圈",
        "广播稿",
        "大喇叭",
        "标语",
        "口号",
        "横幅",
        "海报",
        "展板",
        "倡议书",
        "通稿",
        "新闻稿",
        "宣传素材",
        "宣传材料",
        "宣传稿",
        "素材包",
        "LED屏",
        "编辑工具",
    ),
)
SUBSCRIBE = FixedPage(
    address.SUBSCRIBE,
    "订阅和数据",
    "订阅最新内容，把主题、活动和定期要做的事放进日历，用数据接口取得全部内容。",
    ("订阅", "RSS", "日历", "日历订阅", "iCal", "ICS", "数据接口", "API", "JSON", "开放数据"),
)
ARCHIVE = FixedPage(
    address.ARCHIVE,
    "历年内容",
    "历年的安全生产工作要点、月度主题和宣传活动。",
    ("往年", "去年", "历年", "以前的", "存档", "归档"),
)
PLACES = FixedPage(
    address.PLACES,
    "本县的这些地方",
    "避难场所、除颤器、充电点、值班电话在哪里，哪些地方要离远些。",
    (
        "避难场所在哪里",
        "避难场所",
        "应急避难",
        "安置点",
        "往哪里转移",
        "AED在哪里",
        "除颤器在哪里",
        "充电点在哪里",
        "哪里能充电",
        "值班电话",
        "镇里的电话",
        "危险的地方",
        "隐患点",
        "地图",
    ),
)
PICTURES = FixedPage(
    address.PICTURES,
    "图库",
    "本站的安全标志和图画：每张画的是什么，可以下载了用在自己的宣传里。",
    ("安全标志", "标志", "警示牌", "安全标识", "图标", "插图", "示意图", "GB 2894", "图片素材"),
)
EMERGENCY = FixedPage(
    address.EMERGENCY,
    "紧急求助",
    "什么事打哪个电话，接通后说什么；出了事一步一步怎么做。",
    ("报警电话", "求助电话", "应急电话", "SOS", "求救", "emergency"),
)
HANDBOOK = FixedPage(
    address.HANDBOOK,
    "应急手册",
    "全部情形一步一步怎么做，都在这一页，打印成册。",
    ("全部情形", "打印应急手册", "应急做法大全"),
)
SEARCH = FixedPage(address.SEARCH, "搜索", "搜一搜：遇到什么事、想知道什么。")
INDEX = FixedPage(
    address.INDEX,
    "按拼音查找",
    "本站内容按拼音首字母排列，俗名也在里面。",
    ("索引", "目录", "拼音", "网站地图", "全部内容"),
)
MAP = FixedPage(
    address.MAP,
    "网站地图",
    "本站有哪些栏目，每个栏目里有哪些页面。",
    ("站点地图", "有哪些页面"),
)
ABOUT = FixedPage(
    address.ABOUT,
    "关于本站",
    "本站写给谁看，内容从哪里来，怎样指出错误。",
    ("关于", "联系我们", "网站介绍", "纠错", "意见反馈", "谁办的"),
)
ACCESSIBILITY = FixedPage(
    address.ACCESSIBILITY,
    "无障碍声明",
    "字太小、看不清、用读屏软件，怎样使用本站。",
    ("无障碍", "关怀版", "老年版", "大字版", "长辈版", "字太小", "读屏"),
    rare=("亲情版", "关爱版", "朗读", "读给我听"),
)
WRITTEN = {f"{page.address.removesuffix('.html')}.md": page for page in (ABOUT, ACCESSIBILITY)}
"""The pages that stand in `docs/`, by their files; a county may have its own words for each."""
KIT_HOLDS = "公众号文章、短信、微信群消息、广播稿、标语、海报和通稿"
"""What is published of a theme, campaign or alert."""
FOUND = (
    WORK,
    SECTORS,
    THEMES,
    CAMPAIGNS,
    ALERTS,
    UNITS,
    MATRIX,
    REFERENCES,
    TRAINING,
    KITS,
    SUBSCRIBE,
    ARCHIVE,
    PLACES,
    PICTURES,
    HANDBOOK,
    INDEX,
    MAP,
    ABOUT,
    ACCESSIBILITY,
)
"""What the search finds; the emergency page is found by its numbers, the search page by none."""


def kit_title(subject: str) -> str:
    """Give the title of the page with what is published of something, by its title."""
    return f"{KITS.title}：{subject}"
