"""What all content shares: frozen models, text types, identity and life cycle."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from generator.model.vocabulary import Status

_OF_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(-[0-9]{4})?")


def refused(why: str, hint: str) -> PydanticCustomError:
    """Give what a validator raises: why a value will not do, after its name, and what to do."""
    return PydanticCustomError("refused", "{why}", {"why": why, "hint": hint})


def is_reserved(id_: str) -> bool:
    """Tell whether Windows could not have the file of an id: `con`, or `con-2024` of a year."""
    return _OF_WINDOWS.fullmatch(id_) is not None


def _portable(id_: str) -> str:
    if is_reserved(id_):
        raise refused("是 Windows 留用的名字", "换一个编号")
    return id_


Day = Annotated[date, Field(ge=date(1900, 1, 1))]
LONGEST_ID = 60
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID),
    AfterValidator(_portable),
    Field(description="编号：小写字母、数字和连字符，也是网址的一部分，定下后不要再改"),
]
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, strip_whitespace=True, pattern=r"^[^\n]+$"),
    Field(description="一句话，不换行"),
]
Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4000, strip_whitespace=True),
    Field(description="一段或几段文字，可用加粗、列表和链接"),
]
Cite = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(#[0-9A-Za-z.\-]+)?$"),
    Field(description="依据：references.yml 中的编号，# 后写条号，例如 work-safety-law#41"),
]
_DASHES = re.compile(r"[\s\-‐‑–—－]+")
_AREA = re.compile(r"^[(（]\s*([0-9]+)\s*[)）]")


def plain_number(written: str) -> str:
    """Write a telephone number as it is kept: （0712）881 2350 is 0712-881-2350.

    Full-width digits, brackets around the area code, blanks and all sorts of dashes are how people
    write them; anything else is left for the pattern to refuse.
    """
    digits = unicodedata.normalize("NFKC", written).strip()
    plain = _DASHES.sub("-", _AREA.sub(r"\1-", digits)).strip("-")
    return re.sub("-*转-*", "转", plain)


Phone = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9](-?[0-9]){2,15}(转[0-9]{1,6})?$"),
    BeforeValidator(lambda value: plain_number(value) if isinstance(value, str) else value),
    Field(description="电话号码，例如 0100-1234567；区号可以用短横、空格或括号隔开，分机写“转803”"),
]


class Model(BaseModel):
    """A frozen value that accepts no field it does not know."""

    model_config = ConfigDict(
        defer_build=True, frozen=True, extra="forbid", use_attribute_docstrings=True
    )


class Entity(Model):
    """Anything with an address of its own and a life cycle (dates are days in Asia/Shanghai)."""

    id: Slug
    """编号，同一类内容中不能重复"""
    title: Line
    """标题"""
    status: Status = Status.PUBLISHED
    """状态：draft 草稿（任何地方都不显示）或 published 已发布"""
    publish_on: Day
    """上线日期（北京时间当天零点起可见）"""
    expires_on: Day | None = None
    """下线日期（当天起不再显示），可不填"""
    reviewed_on: Day
    """最近一次核对内容的日期"""
    review_by: Day | None = None
    """最迟应再次核对的日期"""

    @property
    def full_title(self) -> str:
        """Give the title as it is listed among others."""
        return self.title

    @property
    def changed_on(self) -> date:
        """Give the day from which readers have it as it is: its last review, or going live."""
        return max(self.publish_on, self.reviewed_on)

    def is_live(self, as_of: date) -> bool:
        """Tell whether readers may see this on the day `as_of`."""
        if self.status is not Status.PUBLISHED or as_of < self.publish_on:
            return False
        return self.expires_on is None or as_of < self.expires_on


class Yearly(Entity):
    """An entity that belongs to a year and has its like in the next."""

    year: int = Field(ge=2000, le=2100)
    """年份"""

    @property
    def full_title(self) -> str:
        """Give the title with its year, for wherever things of several years may stand."""
        year = f"{self.year}年"
        return self.title if year in self.title else f"{self.title}（{year}）"


OF_THE_FILE = frozenset(Entity.model_fields) - {"title"}
"""What an edition never inherits: its identity and its life cycle."""


def _ask_for_its_own(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Let a schema ask of an edition only what nothing else can give."""
    evergreen = next(
        base for base in model.__mro__ if issubclass(base, Entity) and not issubclass(base, Yearly)
    )
    inherited = set(evergreen.model_fields) - OF_THE_FILE
    schema["required"] = [name for name in schema.get("required", ()) if name not in inherited]


class Edition(Yearly):
    """What a year adds to a thing that comes each year; what it does not say is inherited.

    On loading, it is laid over the evergreen thing that it names, so that it has all its fields.
    """

    model_config = ConfigDict(defer_build=True, json_schema_extra=_ask_for_its_own)

    of: Slug
    """哪一份常年版的年度版，写它的编号，加引号"""
    this_year: Text | None = None
    """这一年才有的要求、主题和安排，写明年份；可不填"""
