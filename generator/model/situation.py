"""What to do when it happens: situations (情形) and the procedures (技能) that they use."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Cite, Entity, Line, Model, Slug
from generator.model.vocabulary import Person, PlaceKind, SituationGroup

LONGEST_STEP = 30

Act = Annotated[
    str,
    StringConstraints(
        min_length=2, max_length=LONGEST_STEP, strip_whitespace=True, pattern=r"^[^\n]+$"
    ),
    Field(description=f"一个动作，一句话，{LONGEST_STEP} 字以内，末尾不加句号"),
]
Saying = Annotated[
    str,
    StringConstraints(min_length=2, max_length=40, strip_whitespace=True, pattern=r"^[^\n]+$"),
    Field(description="一种说法，像群众会打、会说的那样，40 字以内"),
]


class Step(Model):
    """One act, which may be a procedure of several."""

    text: Act
    """做什么：一个动作，30 字以内，末尾不加句号"""
    use: Slug | None = None
    """这一步要用的技能，填它的编号；它的做法会写在这一步下面"""
    picture: Slug | None = None
    """配的图，写图库里的编号，可不填"""


class Variant(Model):
    """What is done besides at one sort of place, or for one sort of person."""

    place: Line
    """在哪里、对什么人，例如：菜窖、地窖"""
    steps: tuple[Step, ...] = Field(min_length=1, max_length=6)
    """那里另外要做的"""


class LookAlike(Model):
    """What sounds like this situation and is not."""

    says: Saying
    """容易听成这一种的说法"""
    situation: Slug | None = None
    """其实是哪一种情形；本站没有的不填"""


class Procedure(Entity):
    """Something to be able to do, written once: CPR, stopping a bleeding, calling 120."""

    order: int = Field(ge=1, le=999)
    """在目录页的先后"""
    icon: Line
    """图标，取自 Material 图标集，例如 material/heart-pulse"""
    picture: Slug | None = None
    """做的样子，写图库里的编号，可不填"""
    summary: Line
    """什么时候用，40 字以内"""
    says: tuple[Saying, ...] = Field(min_length=3)
    """群众会搜的说法，例如：心肺复苏怎么做"""
    steps: tuple[Step, ...] = Field(min_length=2, max_length=10)
    """一步一步怎么做"""
    never: tuple[Line, ...] = Field(min_length=1, max_length=8)
    """千万不要做的事"""
    places: tuple[PlaceKind, ...] = ()
    """本县的哪些地点用得上，可不填"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据，它的要点要写到这些步骤"""

    @property
    def all_steps(self) -> tuple[Step, ...]:
        """Give its steps."""
        return self.steps


class Situation(Entity):
    """One thing that happens (情形), and what to do then."""

    group: SituationGroup
    """在目录页的分组"""
    order: int = Field(ge=1, le=999)
    """在分组中的先后，最要紧的在前"""
    icon: Line
    """图标，取自 Material 图标集，例如 material/pot-steam"""
    picture: Slug | None = None
    """最要紧的一步的图，写图库里的编号，可不填"""
    summary: Line
    """怎么认出来是这一种，40 字以内"""
    who: tuple[Person, ...] = Field(min_length=1)
    """谁出事"""
    event: Line
    """发生了什么，几个字，例如：起火"""
    where: tuple[Line, ...] = ()
    """在哪里、是什么东西，例如：厨房、油锅"""
    says: tuple[Saying, ...] = Field(min_length=8)
    """群众会怎么说，至少八种，各不一样"""
    unlike: tuple[LookAlike, ...] = ()
    """容易听错的说法，和它其实是哪一种"""
    call: tuple[Line, ...] = Field(min_length=1)
    """要打的电话，按先后排列，号码须在 site.yml 的 hotlines 中"""
    steps: tuple[Step, ...] = Field(min_length=3, max_length=9)
    """一步一步怎么做，最要紧的在前"""
    never: tuple[Line, ...] = Field(min_length=1, max_length=6)
    """千万不要做的事，最要命的在前"""
    variants: tuple[Variant, ...] = Field(default=(), max_length=6)
    """不同地方、不同的人另外要做的"""
    related: tuple[Slug, ...] = ()
    """接着可能用到的情形"""
    places: tuple[PlaceKind, ...] = ()
    """本县的哪些地点用得上，可不填"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据，它的要点要写到这些步骤"""

    @property
    def all_steps(self) -> tuple[Step, ...]:
        """Give its steps, and those of its variants."""
        return (*self.steps, *(step for variant in self.variants for step in variant.steps))
