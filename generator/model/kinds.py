"""The table of content kinds: one noun, one row, which all that names the kinds reads."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.alert import Alert
from generator.model.answers import Answers
from generator.model.base import Entity, Model
from generator.model.campaign import Campaign, CampaignEdition
from generator.model.course import Course
from generator.model.kind import Kind, Layer
from generator.model.own_tips import OwnTips
from generator.model.picture import Picture, Pictures
from generator.model.place import Places
from generator.model.reference import Reference, References
from generator.model.sector import Sector
from generator.model.site import CommonSite, Site
from generator.model.situation import Procedure, Situation
from generator.model.synonyms import Synonyms
from generator.model.theme import Theme, ThemeEdition
from generator.model.unit import Unit, Units
from generator.model.work import WorkItem, WorkPlan

_SHOWN = {"picture": "picture"}
_OF_A_SITE = {"entries.sectors": "sector", "urgent.picture": "picture"}
_OF_A_THEME = {
    **_SHOWN,
    "tips.picture": "picture",
    "sectors": "sector",
    "campaigns": "campaign",
    "situations": "situation",
}
_OF_A_CAMPAIGN = {
    **_SHOWN,
    "sectors": "sector",
    "situations": "situation",
    "programme.organisers": "unit",
}

KINDS: tuple[Kind, ...] = (
    Kind(
        name="common-site",
        label="各县共用的网站设置",
        model=CommonSite,
        path="site.yml",
        relations=_OF_A_SITE,
    ),
    Kind(
        name="site",
        label="网站设置",
        model=Site,
        home=Layer.COUNTY,
        path="site.yml",
        relations=_OF_A_SITE,
    ),
    Kind(
        name="units",
        label="单位",
        model=Units,
        listed=Unit,
        home=Layer.COUNTY,
        path="units.yml",
        optional=True,
        singular="unit",
        plural="units",
        address="units/{id}.html",
        relations={"units.members_of": "unit"},
    ),
    Kind(
        name="places",
        label="地点",
        model=Places,
        home=Layer.COUNTY,
        path="places.yml",
        optional=True,
    ),
    Kind(
        name="tips",
        label="本县的安全提示",
        model=OwnTips,
        home=Layer.COUNTY,
        path="tips.yml",
        optional=True,
        relations={"tips.sector": "sector", "tips.picture": "picture"},
    ),
    Kind(
        name="references",
        label="依据",
        model=References,
        listed=Reference,
        path="references.yml",
        extended=True,
        singular="reference",
        plural="references",
        address="references/{id}.html",
        relations={"references.superseded_by": "reference"},
    ),
    Kind(
        name="pictures",
        label="图",
        model=Pictures,
        listed=Picture,
        path="pictures.yml",
        extended=True,
        singular="picture",
        plural="pictures",
        address="pictures.html#{id}",
    ),
    Kind(name="synonyms", label="搜索用词", model=Synonyms, path="synonyms.yml", extended=True),
    Kind(name="answers", label="搜索里的急事", model=Answers, path="answers.yml"),
    Kind(
        name="work-plan",
        label="工作要点",
        model=WorkPlan,
        home=Layer.COUNTY,
        path="work/{year}/plan.yml",
        singular="plan",
        plural="plans",
        id="{year}",
        address="work/{year}/index.html",
        order=("year",),
    ),
    Kind(
        name="work-item",
        label="工作要点条目",
        model=WorkItem,
        home=Layer.COUNTY,
        path="work/{year}/{number}.yml",
        glob="work/*/[0-9]*.yml",
        singular="item",
        plural="items",
        id="{year}-{number}",
        address="work/{year}/{number}.html",
        order=("year", "number"),
        relations={
            "responsibility.lead": "unit",
            "responsibility.joint": "unit",
            "responsibility.sharing": "unit",
            "responsibility.supporting": "unit",
            "figures.units": "unit",
            "sectors": "sector",
            "campaigns": "campaign",
        },
    ),
    Kind(
        name="procedure",
        label="技能",
        model=Procedure,
        path="procedures/{id}.yml",
        singular="procedure",
        plural="procedures",
        address="procedures/{id}.html",
        order=("order",),
        relations={**_SHOWN, "steps.picture": "picture", "steps.use": "procedure"},
        example="cpr-adult",
    ),
    Kind(
        name="situation",
        label="情形",
        model=Situation,
        path="situations/{id}.yml",
        singular="situation",
        plural="situations",
        address="situations/{id}.html",
        order=("group", "order"),
        relations={
            **_SHOWN,
            "steps.picture": "picture",
            "variants.steps.picture": "picture",
            "steps.use": "procedure",
            "variants.steps.use": "procedure",
            "unlike.situation": "situation",
            "related": "situation",
        },
        example="oil-pan-fire",
    ),
    Kind(
        name="sector",
        label="行业领域",
        model=Sector,
        path="sectors/{id}.yml",
        singular="sector",
        plural="sectors",
        address="sectors/{id}.html",
        order=("group", "order"),
        relations={
            **_SHOWN,
            "tips.picture": "picture",
            "dos.picture": "picture",
            "donts.picture": "picture",
            "parent": "sector",
            "related": "sector",
            "situations": "situation",
        },
        example="e-bike",
    ),
    Kind(
        name="theme",
        label="月度主题",
        model=Theme,
        path="themes/{id}.yml",
        singular="theme",
        plural="themes",
        address="themes/{id}.html",
        order=("month",),
        relations=_OF_A_THEME,
        news=True,
    ),
    Kind(
        name="theme-edition",
        label="月度主题年度版",
        model=ThemeEdition,
        of="theme",
        home=Layer.COUNTY,
        path="themes/{year}/{of}.yml",
        singular="theme-edition",
        plural="theme-editions",
        id="{year}-{of}",
        address="themes/{year}/{of}.html",
        order=("year", "month"),
        relations={
            **_OF_A_THEME,
            "more_tips.picture": "picture",
            "of": "theme",
            "items": "item",
        },
        news=True,
        example="2024-01",
    ),
    Kind(
        name="campaign",
        label="宣传活动",
        model=Campaign,
        path="campaigns/{id}.yml",
        singular="campaign",
        plural="campaigns",
        address="campaigns/{id}.html",
        order=("order",),
        relations=_OF_A_CAMPAIGN,
        example="flood-day",
    ),
    Kind(
        name="campaign-edition",
        label="宣传活动年度版",
        model=CampaignEdition,
        of="campaign",
        home=Layer.COUNTY,
        path="campaigns/{year}/{of}.yml",
        singular="campaign-edition",
        plural="campaign-editions",
        id="{of}-{year}",
        address="campaigns/{year}/{id}.html",
        order=("year", "order"),
        relations={
            **_OF_A_CAMPAIGN,
            "of": "campaign",
            "organisers": "unit",
        },
        news=True,
        example="safety-month-2024",
    ),
    Kind(
        name="alert",
        label="风险提示",
        model=Alert,
        path="alerts/{id}.yml",
        singular="alert",
        plural="alerts",
        address="alerts/{id}.html",
        relations={
            **_SHOWN,
            "tips.picture": "picture",
            "sectors": "sector",
            "situations": "situation",
        },
        news=True,
        example="heat-wave",
    ),
    Kind(
        name="course",
        label="培训课件",
        model=Course,
        path="training/{id}.yml",
        singular="course",
        plural="courses",
        address="training/{id}.html",
        order=("order",),
        relations={
            "sectors": "sector",
            "situations": "situation",
            "slides.pictures": "picture",
        },
        news=True,
        example="e-bike",
    ),
)

ENTITIES: tuple[Kind, ...] = tuple(kind for kind in KINDS if issubclass(kind.model, Entity))
"""The kinds whose things have a life cycle; each thing stands in a file of its own."""

COLLECTIONS: Mapping[str, Kind] = {
    kind.singular: kind for kind in (*ENTITIES, *(kind for kind in KINDS if kind.listed))
}
"""The kinds whose things have ids and pages, by the singular."""

YEARLY_FIELDS: frozenset[str] = frozenset(
    path.rpartition(".")[2]
    for kind in KINDS
    for path, target in kind.relations.items()
    if COLLECTIONS[target].yearly
)
"""The names of the fields that hold ids of things that belong to a year."""

KIND_OF_THAT_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}

EDITIONS: Mapping[str, Kind] = {kind.of: kind for kind in KINDS if kind.of}
"""The kinds of yearly editions, by the name of the kind of which they are editions."""

_BY_MODEL = {kind.thing: kind for kind in KINDS}


def kind_of(model: type[Model]) -> Kind:
    """Give the row of the kind whose things are of this model."""
    return _BY_MODEL[model]


def family_of(model: type[Model]) -> Kind:
    """Give the row under which people know the things of this model: editions are of a kind."""
    kind = kind_of(model)
    return KIND_OF_THAT_NAME[kind.of] if kind.of else kind
