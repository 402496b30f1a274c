"""What the content tells people to do, text by text, and the rules that a critic reads it by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Flag, auto

from generator.load.loader import Document
from generator.load.tree import Loc
from generator.model.course import Course, Question
from generator.model.situation import Procedure, Situation
from generator.model.vocabulary import QuestionKind, SlideKind

QUOTED = {"answers", "reference", "references", "synonyms", "units", "work-plan"}
"""Kinds that repeat what others say."""

NO_SENTENCES = {"keywords", "sources", "icon", "id", "call", "status", "link", "url"}
"""Fields that readers search by, or that are no sentences."""

TOLD = {"hazards", "warning_signs"}
"""Fields that tell what goes wrong."""

TOLD_SLIDES = {SlideKind.CASE, SlideKind.HAZARD, SlideKind.WHY, SlideKind.DISCUSSION}
"""Slides that do so: the points of a case are mistakes to be found."""

WRONG_ASKED = re.compile(r"不对|错|不能|不允许|不可以|违规|影响|造成|停用|重大事故隐患|没有做好")
"""A question that asks for what is wrong: its keys are no advice."""

DENIED = re.compile(r"(?:不|别|莫|勿|禁止|严禁|防止|避免|错)[^，。；！？：]{0,20}$")
"""A denial in the same clause, before the words that a rule looks for."""


class Scope(Flag):
    """Which texts a rule reads."""

    ADVICE = auto()
    """What people are told to do."""
    TELLING = auto()
    """What goes wrong, and how."""
    PROCEDURE = auto()
    """Procedures, where numbers stand."""


@dataclass(frozen=True)
class Said:
    """One text of the content, with its place; the steps of a situation are one text."""

    where: str
    text: str
    scope: Scope


@dataclass(frozen=True)
class Rule:
    """What must not be said: the case it was written for, and how it should be said."""

    name: str
    case: str
    old: str
    mended: str
    pattern: str = ""
    denied: bool = True
    """Whether the same words after a denial are right: 不掐人中"""
    judge: Callable[[str], bool] | None = None
    scope: Scope = Scope.ADVICE | Scope.PROCEDURE

    def finds(self, text: str) -> bool:
        """Tell whether a text says what this rule forbids."""
        if self.judge is not None:
            return self.judge(text)
        return any(
            not (self.denied and DENIED.search(text, 0, match.start()))
            for match in re.finditer(self.pattern, text)
        )


def said(document: Document) -> Iterator[Said]:
    """Give everything that a document tells its readers."""
    if document.kind.name in QUOTED:
        return
    value = document.value
    if isinstance(value, Situation | Procedure):
        scope = Scope.PROCEDURE if isinstance(value, Procedure) else Scope.ADVICE
        yield Said(f"{document.name} steps", "；".join(step.text for step in value.steps), scope)
        for text in (*value.never, value.summary):
            yield Said(document.name, text, scope)
        if isinstance(value, Situation):
            for variant in value.variants:
                steps = "；".join(step.text for step in variant.steps)
                yield Said(f"{document.name} {variant.place}", steps, scope)
        return
    told = _told_slides(value) if isinstance(value, Course) else set()
    for loc, text in document.tree.texts:
        if loc[0] == "quiz" or NO_SENTENCES & set(loc):
            continue
        telling = bool(TOLD & set(loc)) or (loc[0] == "slides" and loc[1] in told)
        yield Said(_place(document, loc), text, Scope.TELLING if telling else Scope.ADVICE)
    if isinstance(value, Course):
        for number, question in enumerate(value.quiz):
            where = _place(document, ("quiz", number))
            for text in answers(question):
                yield Said(where, text, Scope.ADVICE)


def answers(question: Question) -> Iterator[str]:
    """Give what a question teaches: its right answers, and why they are right."""
    yield question.explanation
    if question.kind is QuestionKind.TRUE_FALSE:
        if question.answer == "对":
            yield question.text
    elif not WRONG_ASKED.search(question.text):
        yield from (text for letter, text in question.choices if letter in question.answer)


def _told_slides(course: Course) -> set[str | int]:
    return {number for number, slide in enumerate(course.slides) if slide.kind in TOLD_SLIDES}


def _place(document: Document, loc: Loc) -> str:
    return f"{document.name}:{document.mark(*loc).line}"


def _trigger(text: str) -> bool:
    """Pressing is tied to a missing pulse or breath, where gasping would pass for breathing."""
    return any(
        re.search(r"(?:没有?|没了|停止?了?)(?:呼吸|心跳|脉搏)(?!器|机|防护|科)", sentence)
        and re.search(r"按压|按胸|压胸|就按|再按|马上按|心肺复苏|人工呼吸|吹几?口?气", sentence)
        for sentence in re.split(r"[。；]", text)
    ) or any(
        not DENIED.search(text, 0, match.start())
        for match in re.finditer(r"摸(?:他的)?(?:脉搏|颈动脉)", text)
    )


def _held_breath(text: str) -> bool:
    """Someone goes in with a held breath."""
    return any(
        re.search(r"(?:屏|憋)(?:住|着|一|紧)?(?:口)?(?:气|呼吸)|吸足一?口?气", sentence)
        and re.search(r"进|下去|硬冲|闯|救|拖|拉", sentence)
        and not re.search(r"不|别|莫|错误|会再倒", sentence)
        for sentence in re.split(r"[。；]", text)
    )


def _open_window(text: str) -> bool:
    """Charcoal indoors is made good by an open window."""
    return any(
        re.search(r"(?:炭|火盆)[^，；。]*[，、]?[^；。]*(?:开|留)[^，；。]{0,6}(?:窗|缝)", sentence)
        and not re.search(r"也会|不保险|没有用|不够|不等于|室外|不在屋里", sentence)
        for sentence in re.split(r"[。；]", text)
    )


def _triangle(text: str) -> bool:
    """On a motorway the warning sign is set up before people are out of the way."""
    sign = re.search(r"(?:放|设|摆)[^，。；]{0,16}(?:牌|警告标志)|警告标志[^，。；]{0,6}设", text)
    if not sign or not re.search(r"高速|150米", text):
        return False
    away = re.search(r"护栏外|护栏外面|人先|先撤|撤离|撤到", text)
    return not away or away.start() > sign.start()


def _back_in(text: str) -> bool:
    """After all are out, someone goes to put the fire out."""
    out = re.search(r"撤出|全部撤|点名|到安全的?(?:地方|处)", text)
    return bool(out) and any(
        re.search(r"(?:扑灭|盖灭|灭火器|轻轻盖|压灭)", sentence)
        and not re.search(r"消防|不|别|才能|专业", sentence)
        for sentence in re.split(r"[。；]", text[out.end() :] if out else "")
    )


def _sentence(does: str, unless: str) -> Callable[[str], bool]:
    """Make a judge of sentences: one that says the first, and nowhere the second."""
    return lambda text: any(
        re.search(does, sentence) and not re.search(unless, sentence)
        for sentence in re.split(r"[。；]", text)
    )


RULES: tuple[Rule, ...] = (
    Rule(
        name="CPR begins where nobody answers and nobody breathes normally",
        case="A2",
        old="没有呼吸心跳的，马上按压胸部做心肺复苏。",
        mended="没有反应、没有正常呼吸，马上按；只是偶尔喘一口也算没有",
        judge=_trigger,
    ),
    Rule(
        name="the machine has one name",
        case="A3",
        old="叫人去拿自动除颤仪。",
        mended="叫人去拿自动体外除颤器（AED）",
        pattern=r"除颤仪|除颤机|电击器|(?<!自动体外)除颤器",
        denied=False,
        scope=~Scope(0),
    ),
    Rule(
        name="nobody goes in with a held breath",
        case="A5",
        old="吸足一口气，屏住气进屋，把门窗全打开。",
        mended="从外面先打开门窗，透一会儿再进去，不憋气硬闯",
        judge=_held_breath,
    ),
    Rule(
        name="an open window makes no charcoal safe",
        case="A6",
        old="烧炭取暖要有烟囱，开一点窗",
        mended="炭火盆不进屋，睡前端到室外",
        judge=_open_window,
    ),
    Rule(
        name="people leave the road before the sign is set up",
        case="A7",
        old="开双闪，在来车方向放警告牌，高速公路150米以外；没受伤的人撤到护栏外面。",
        mended="开双闪，全车人先撤到护栏外；安全了才去150米外放警示牌",
        judge=_triangle,
    ),
    Rule(
        name="who has not learnt rescue stays out of the water",
        case="A8",
        old="不要手拉手下水救人，不会水性的人不下水。",
        mended="没学过水上救援的都不下水",
        pattern=r"不(?:会|熟悉|懂)(?:水性?|游泳)的?(?:人|学生|孩子|大人)?[^，。；、]{0,2}不(?:要|能|许)?下水",
        denied=False,
    ),
    Rule(
        name="who is out stays out",
        case="A9",
        old="全部人员马上撤出；到安全的地方点名；受过训练的用干砂轻轻盖灭；",
        mended="全部撤到安全处，点名报警；已经撤出来的，不再进去灭火",
        judge=_back_in,
    ),
    Rule(
        name="a lithium battery on fire is left, not fought",
        case="A10",
        old="断得到电的先断电，再用灭火器或消火栓灭电池的火；电池一爆响就别靠近，拿水浇电池",
        mended="电池一冒烟就走，关门，到外面打119，不搬电池",
        pattern=r"(?:灭火器|消火栓|水|沙)[^，。；不]{0,4}(?:灭|浇|泼|盖)[^，。；]{0,3}(?:锂|电瓶|电池)",
    ),
    Rule(
        name="in the water the window is opened, not the door",
        case="A11",
        old="落水：解安全带，趁刚落水马上开门、开窗。",
        mended="落水：解安全带，马上降窗，孩子先出，不开车门。",
        pattern=r"落水[^。；]*(?<![不别要去])(?:打开|推开|开)车?门",
    ),
    Rule(
        name="nobody crosses a flooded road, however shallow",
        case="B2",
        old="开车遇到漫水的路和桥，先停下看清，看不清深浅就掉头。",
        mended="开车遇到漫水的路和桥，不管看着多浅都不过，掉头绕行。",
        pattern=r"看不清深浅|没把握就不过|水(?:浅|不深)[^，。；]{0,4}(?:才|就|再)?[慢通]?过|"
        r"(?:漫水|积水)[^。；]*确认安全",
        denied=False,
    ),
    Rule(
        name="fog lamps are for fog",
        case="B3",
        old="雾天、雨天减速，开雾灯和危险报警灯，离前车远一些。",
        mended="雨天减速、开大灯和示廓灯，雾天再加雾灯和危险报警灯。",
        pattern=r"雨[^。；雾]{0,14}雾灯",
    ),
    Rule(
        name="plugs are pulled before the thunder, not during it",
        case="B4",
        old="打雷时拔掉电视等电器的插头，离电线、电杆远一些。",
        mended="打雷前拔掉插头；打雷时不碰插头和带线的电器。",
        pattern=r"(?:打雷|雷雨|雷电)(?:时|天|来了|的时候|中)?(?!前)[^，。；前不别]{0,8}拔",
    ),
    Rule(
        name="no press on the upper lip",
        case="right values: first aid",
        old="昏倒了掐人中，等他醒过来。",
        mended="不掐人中，侧躺，守着看呼吸",
        pattern=r"掐(?:他的?)?人中",
    ),
    Rule(
        name="no water is let out of the drowned",
        case="right values: first aid",
        old="救上岸先控水，再按胸。",
        mended="不控水，先吹气再按",
        pattern=r"控水|(?:倒背|倒挂|倒提)着?(?:跑|走|把水|让)|压肚子(?:排|吐|把)?水",
    ),
    Rule(
        name="nobody is made to vomit",
        case="right values: first aid",
        old="喝了农药，马上催吐。",
        mended="不催吐，打120，带上瓶子；医生叫吐才吐",
        pattern=r"催吐|抠(?:喉咙|嗓子)|让他吐出来",
    ),
    Rule(
        name="no spirit on the skin against heat",
        case="right values: first aid",
        old="发高烧用酒精擦身降温。",
        mended="用凉水浇、扇风，不用酒精擦身",
        pattern=r"酒精[^，。；]{0,3}(?:擦身|擦浴|擦额头|擦手脚|降温)|擦酒精",
    ),
    Rule(
        name="no ice, paste or sauce on burns",
        case="right values: first aid",
        old="烫伤后涂牙膏，再拿冰块敷。",
        mended="烫伤马上用凉水冲20分钟，不涂牙膏、酱油，不用冰块",
        pattern=r"(?:涂|抹|敷|擦)[^，。；、]{0,4}(?:牙膏|酱油|香油|油膏|獾油|面粉)"
        r"|烫[^。；]*(?:冰块|冰袋|冰水)[^，。；]{0,2}(?:敷|冰|泡)",
    ),
    Rule(
        name="no words that frighten",
        case="E",
        old="烟囱通、窗留缝，取暖不要命",
        mended="烟囱通、窗留缝，暖暖和和过冬天",
        pattern=r"要命|没命|会死|死人|送命|丢命|致命|人命|(?:憋|毒|淹|电|砸)死(?!鱼)",
        denied=False,
        scope=~Scope(0),
    ),
    Rule(
        name="words that mean what they say",
        case="E10",
        old="进山穿长裤、胶鞋，用棍子打草惊蛇",
        mended="用棍子敲打草丛，把蛇赶走",
        pattern=r"打草惊蛇|一传一往后喊|家里网上祭扫",
        denied=False,
        scope=~Scope(0),
    ),
    Rule(
        name="who has no training goes into no water, pit or gas",
        case="contradictions: A8, confined spaces",
        old="看到有人倒在粪池里，马上下去把他拉上来。",
        mended="看到有人倒在粪池里，不下去，喊人打119",
        judge=_sentence(
            r"(?:下去|跳下|下水|下井|下池|下窖|进池|进窖|进罐|冲进去|跑进去)[^，。；]*"
            r"[，、]?[^，。；]{0,6}(?:(?<!自)救|拉|拖|捞|背|抬)",
            r"不|别|莫|没|严禁|禁止|制止|拦|谁也|错|才|消防|专业|救援队|受过训练|一起沉|会倒",
        ),
    ),
    Rule(
        name="a fire that has spread is left, not fought",
        case="contradictions: A9",
        old="火蔓延开了，拿灭火器接着扑救。",
        mended="火蔓延开了，关上门马上走，到外面打119",
        judge=_sentence(
            r"(?:火(?:势)?(?:大了|很大|太大)|蔓延(?:开|到|了)|烧到屋顶|(?:扑|压|灭)不(?:灭|住|了))"
            r"[^。；]*(?:接着|继续|再|拿|用)[^，。；]{0,8}(?:扑|灭火器|浇|泼|盖)",
            r"不|别|莫|撤|离|走|退|才|消防|(?<!扑|压|灭)不",
        ),
    ),
    Rule(
        name="a smoking battery is carried nowhere",
        case="contradictions: A10",
        old="电瓶冒烟了，赶快拎到楼下去。",
        mended="电瓶冒烟了，不搬，关门马上走",
        judge=_sentence(
            r"(?:电瓶|电池|电动车)[^。；]{0,10}(?:冒烟|起火|着火|着了)[^。；]*"
            r"(?:搬|拎|提|抱|端|推)[^，。；]{0,4}(?:到|出|去|走|下|外)",
            r"不|别|莫|严禁|禁止",
        ),
    ),
    Rule(
        name="nothing is drunk against poison",
        case="contradictions: vomiting",
        old="误喝了农药，灌肥皂水让他吐。",
        mended="误喝了农药，什么也不灌，打120，带上瓶子",
        judge=_sentence(
            r"(?:毒|农药|误喝|误服|误吞|汽油|洁厕|百草枯|煤油)[^。；]*"
            r"(?:灌|喝|吃)[^，。；]{0,4}(?:肥皂水|盐水|牛奶|蛋清|绿豆|大量的?水|醋)",
            r"不|别|莫|严禁|禁止|错",
        ),
    ),
    Rule(
        name="who is caught by a limb is not pulled or prised out",
        case="contradictions: crushed limbs",
        old="腿被楼板压住的，几个人撬开把他拖出来。",
        mended="腿被楼板压住的，不硬拽，陪着说话，等消防",
        judge=_sentence(
            r"(?:压|夹|卡|绞)(?:住|着)?[^。；]{0,10}(?:手|脚|腿|胳膊|肢|人)?[^。；]*"
            r"(?:撬开|拽出|拖出|拉出|硬拉|硬拽|硬拖|抬起)",
            r"不|别|莫|严禁|禁止|错|消防|胸口|才",
        ),
    ),
    Rule(
        name="the drowned are given breaths first",
        case="contradictions: drowning",
        old="溺水的人救上岸没有正常呼吸，马上按胸部。",
        mended="溺水的人救上岸没有正常呼吸，先吹5口气，再按胸部",
        judge=_sentence(
            r"(?:溺水|淹|落水|救上岸|捞上来)[^。；]*(?:没有?正常呼吸|没有?反应)[^。；]*(?:按|心肺复苏)",
            r"吹",
        ),
    ),
    Rule(
        name="a tourniquet once tied is not let loose",
        case="contradictions: tourniquet",
        old="止血带每隔半小时松一次。",
        mended="止血带绑上不松，写下时间，交给医生",
        judge=_sentence(
            r"止血带[^。；]*(?:每隔?|隔|过)[^。；]{0,8}(?:松|放开|解开)", r"不|别|莫|错"
        ),
    ),
)

_RANGE = r"(\d+|[两二三四五])(?:[到至～—–-](\d+))?"
_DIGITS = {"两": "2", "二": "2", "三": "3", "四": "4", "五": "5"}


@dataclass(frozen=True)
class Measure:
    """A number that procedures say, and all else says after them or not at all."""

    name: str
    old: str
    mended: str
    procedures: tuple[str, ...]
    pattern: str
    only: str = ""
    """Words without which a text is about something else"""
    unless: str = ""
    """Words with which it is"""

    def allowed(self, procedures: Mapping[str, Procedure]) -> set[str]:
        """Give the numbers that its procedures say."""
        return {
            number
            for id_ in self.procedures
            for step in procedures[id_].steps
            for number in self._numbers(step.text)
        }

    def finds(self, text: str, procedures: Mapping[str, Procedure]) -> bool:
        """Tell whether a text says another number."""
        return any(
            set(self._numbers(sentence)) - self.allowed(procedures)
            for sentence in re.split(r"[。；]", text)
            if not (self.only and not re.search(self.only, sentence))
            and not (self.unless and re.search(self.unless, sentence))
        )

    def _numbers(self, text: str) -> Iterator[str]:
        for match in re.finditer(self.pattern, text):
            yield from (_DIGITS.get(number, number) for number in match.groups() if number)


_CHILD = r"婴|宝宝|孩子|儿童|小孩|幼儿"

MEASURES: tuple[Measure, ...] = (
    Measure(
        name="how often a chest is pressed",
        old="按胸部，每分钟80次。",
        mended="按胸部，每分钟100到120次",
        procedures=("cpr-adult", "cpr-child", "cpr-infant", "cpr-drowning"),
        pattern=rf"(?:每|一)分钟(?:约|大约|按|压)?{_RANGE}[次下]",
    ),
    Measure(
        name="how deep an adult's chest is pressed",
        old="用力按下去3到4厘米。",
        mended="用力按下去5到6厘米",
        procedures=("cpr-adult",),
        pattern=rf"(?:按|压)[^。；，\d]{{0,6}}{_RANGE}(?:厘米|公分)",
        unless=_CHILD,
    ),
    Measure(
        name="how deep an infant's chest is pressed",
        old="婴儿的胸口按下去2厘米。",
        mended="婴儿的胸口按下去约4厘米",
        procedures=("cpr-infant",),
        pattern=rf"(?:按|压)[^。；，\d]{{0,6}}{_RANGE}(?:厘米|公分)",
        only="婴|宝宝",
    ),
    Measure(
        name="how many presses go with how many breaths",
        old="按15下吹2口。",
        mended="按30下吹2口",
        procedures=("cpr-adult", "cpr-child", "cpr-infant", "cpr-drowning"),
        pattern=r"按(?:压)?(\d+)[下次][^。；\d]{0,6}吹(?:气)?(\d+|[两二三四五])[口次下]",
    ),
    Measure(
        name="how many breaths the drowned are given first",
        old="溺水的先吹两口气。",
        mended="溺水的先吹5口气",
        procedures=("cpr-drowning",),
        pattern=rf"先吹{_RANGE}口",
    ),
    Measure(
        name="how many blows and thrusts the choking are given",
        old="噎住的拍背3下，再冲肚子10下。",
        mended="噎住的拍背5下，再冲肚子5下",
        procedures=("choking-thrusts", "choking-infant-thrusts", "choking-chest-thrusts"),
        pattern=rf"(?:拍|冲)(?:背|肚子|胸|胸口|击)?{_RANGE}[下次]",
    ),
    Measure(
        name="how long a chemical is rinsed off",
        old="酸碱溅到，至少冲15分钟。",
        mended="酸碱溅到，至少冲20分钟",
        procedures=("rinse-skin", "rinse-eye"),
        pattern=rf"冲(?:洗|水|够|满|足)?[^。；\d咬]{{0,10}}{_RANGE}分钟",
        unless="烫|烧伤|咬|抓伤|狂犬|肥皂",
    ),
    Measure(
        name="how long a burn is cooled",
        old="烫伤先用凉水冲10到20分钟。",
        mended="烫伤马上用凉水冲20分钟",
        procedures=("cool-burn",),
        pattern=rf"(?:冲|泡|浸|淋)[^。；\d]{{0,10}}{_RANGE}分钟",
        only="烫|烧伤|凉水",
    ),
    Measure(
        name="how wide a tourniquet is, and how far from the wound",
        old="止血带绑在伤口上方10厘米。",
        mended="止血带绑在伤口上方5到7厘米",
        procedures=("tourniquet",),
        pattern=rf"伤口[^。；\d]{{0,4}}{_RANGE}(?:厘米|公分)",
    ),
)
