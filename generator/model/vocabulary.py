"""Closed vocabularies: the English value stands in YAML and code, the Chinese label on the page."""

from __future__ import annotations

from enum import StrEnum


class Labelled(StrEnum):
    """A string enumeration whose members carry the Chinese word that readers see."""

    label: str

    def __new__(cls, value: str, label: str) -> Labelled:
        """Create a member from its YAML value and its Chinese label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Status(Labelled):
    """Whether an entity may go live at all."""

    DRAFT = "draft", "草稿"
    PUBLISHED = "published", "已发布"


class Audience(Labelled):
    """Whom a tip speaks to (对象)."""

    PUBLIC = "public", "群众"
    RESIDENT = "resident", "居民"
    VILLAGE = "village", "农村居民"
    ELDERLY = "elderly", "老年人"
    STUDENT = "student", "学生"
    WORKER = "worker", "从业人员"
    MANAGER = "manager", "企业负责人和安全员"


class PlaceKind(Labelled):
    """What a place is to people (地点)."""

    SHELTER = "shelter", "避难场所"
    AED = "aed", "自动体外除颤器（AED）"
    CHARGING = "charging", "电动自行车充电点"
    DUTY = "duty", "值班电话"
    DANGER = "danger", "要离远些的地方"


class Setting(Labelled):
    """The five places that safety publicity goes into (五进)."""

    ENTERPRISE = "enterprise", "进企业"
    VILLAGE = "village", "进农村"
    COMMUNITY = "community", "进社区"
    SCHOOL = "school", "进学校"
    FAMILY = "family", "进家庭"


class Period(Labelled):
    """How often something must be done."""

    EVERY_TIME = "every-time", "每次作业"
    DAILY = "daily", "每天"
    WEEKLY = "weekly", "每周"
    HALF_MONTHLY = "half-monthly", "每半个月"
    MONTHLY = "monthly", "每月"
    TWO_MONTHLY = "two-monthly", "每两个月"
    QUARTERLY = "quarterly", "每季度"
    HALF_YEARLY = "half-yearly", "每半年"
    TERM = "term", "每学期"
    YEARLY = "yearly", "每年"
    THREE_YEARLY = "three-yearly", "每三年"
    ONGOING = "ongoing", "持续"
    ONCE = "once", "年度内"

    @property
    def comes_round(self) -> bool:
        """Tell whether it comes round with the calendar."""
        return self not in {Period.EVERY_TIME, Period.ONGOING, Period.ONCE}


class UnitKind(Labelled):
    """What sort of body a unit (单位) is."""

    OFFICE = "office", "议事协调机构"
    COMMITTEE = "committee", "安全生产专业委员会"
    DEPARTMENT = "department", "部门"
    TOWN = "town", "镇（街道）"
    GROUP = "group", "单位合称"


class Role(Labelled):
    """A unit's part in a work item (责任分工), in the order in which the document names them."""

    LEAD = "lead", "牵头"
    JOINT = "joint", "会同"
    SHARING = "sharing", "按职责分工负责"
    SUPPORTING = "supporting", "配合"


class SignKind(Labelled):
    """The kinds of signs, after GB 2894."""

    BAN = "ban", "禁止"
    WARN = "warn", "警告"
    MUST = "must", "指令"
    SAFE = "safe", "提示"
    FIRE = "fire", "消防"


class SectorGroup(Labelled):
    """Where a sector stands on the index page."""

    EVERYDAY = "everyday", "生活安全"
    INDUSTRY = "industry", "行业领域"


class SituationGroup(Labelled):
    """Where a situation (情形) stands on the emergency page, the most urgent first."""

    LIFE = "life", "没反应和噎住"
    INJURY = "injury", "受伤和烧烫伤"
    ILLNESS = "illness", "突发急病"
    POISON = "poison", "中毒和误吞"
    FIRE = "fire", "着火"
    GAS = "gas", "燃气和煤气"
    ELECTRIC = "electric", "触电和电线"
    WATER = "water", "落水和冰面"
    DISASTER = "disaster", "地震山洪和坏天气"
    ROAD = "road", "路上和车里"
    PUBLIC = "public", "公共场所和房屋"
    ANIMAL = "animal", "动物伤人"
    WORK = "work", "干活的地方"


class Person(Labelled):
    """Whom a situation happens to, or who must act in it."""

    SELF = "self", "自己"
    OTHER = "other", "别人"
    CHILD = "child", "儿童"
    INFANT = "infant", "婴儿"
    PREGNANT = "pregnant", "孕妇"
    ELDER = "elder", "老人"
    WORKER = "worker", "从业人员"


class ReferenceKind(Labelled):
    """What sort of text a reference (依据) is.

    A guide is issued by a public body of China, and was seen on its own page or in a faithful
    relay. Whatever else is no rule is professional: medical societies, universities, public bodies
    abroad, hospitals, trade bodies, companies, news.
    """

    LAW = "law", "法律"
    REGULATION = "regulation", "行政法规"
    ORDER = "order", "部门规章"
    STANDARD = "standard", "标准"
    NOTICE = "notice", "规范性文件"
    PLAN = "plan", "县级文件"
    GUIDE = "guide", "官方指南"
    PROFESSIONAL = "professional", "专业资料"

    @property
    def needs_article(self) -> bool:
        """Tell whether a text of this kind is cited by article, never as a whole."""
        return self in {ReferenceKind.LAW, ReferenceKind.REGULATION, ReferenceKind.ORDER}

    @property
    def advises(self) -> bool:
        """Tell whether a text of this kind binds nobody: who issued it says what it is worth."""
        return self in {ReferenceKind.GUIDE, ReferenceKind.PROFESSIONAL}


class ReferenceStatus(Labelled):
    """Whether a reference holds today."""

    IN_FORCE = "in-force", "现行有效"
    ADVICE = "advice", "供参考"
    NOT_YET = "not-yet", "尚未施行"
    LAPSED = "lapsed", "已过适用期"
    AMENDED = "amended", "已有新版本"
    REPEALED = "repealed", "已废止"

    @property
    def has_ended(self) -> bool:
        """Tell whether a text of this status held once and holds no longer."""
        return self in {
            ReferenceStatus.LAPSED,
            ReferenceStatus.AMENDED,
            ReferenceStatus.REPEALED,
        }


class HotlineRole(Labelled):
    """What the site itself sends people to a hotline for, whatever its number."""

    FIRE = "fire", "火警"
    MEDICAL = "medical", "急救"
    POLICE = "police", "报警"
    REPORT = "report", "举报隐患"
    FEEDBACK = "feedback", "咨询和意见"


class AlertKind(Labelled):
    """What an alert (风险提示) is about."""

    FESTIVAL = "festival", "节日"
    WEATHER = "weather", "天气"
    SEASON = "season", "时段"


class AlertLevel(Labelled):
    """How loudly an alert speaks."""

    NOTICE = "notice", "提示"
    WARNING = "warning", "警示"


class AlertColour(Labelled):
    """The colour of a warning signal (预警信号), from the least to the gravest.

    The four of 气象灾害预警信号: Ⅳ级（一般）, Ⅲ级（较重）, Ⅱ级（严重）, Ⅰ级（特别严重）.
    """

    BLUE = "blue", "蓝色"
    YELLOW = "yellow", "黄色"
    ORANGE = "orange", "橙色"
    RED = "red", "红色"

    @property
    def rank(self) -> int:
        """Give how grave it is: 1 for blue, 4 for red."""
        return list(AlertColour).index(self) + 1


class SlideKind(Labelled):
    """What a slide of a course is for."""

    WHY = "why", "为什么要学"
    HAZARD = "hazard", "危险在哪里"
    ACTION = "action", "应当怎么做"
    CASE = "case", "想一想：这样做会怎样"
    RULE = "rule", "法规怎么说"
    DISCUSSION = "discussion", "一起讨论"


class QuestionKind(Labelled):
    """How a question is answered."""

    SINGLE = "single", "单选题"
    MULTIPLE = "multiple", "多选题"
    TRUE_FALSE = "true-false", "判断题"
