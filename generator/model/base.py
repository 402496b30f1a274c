"""What all content shares: frozen models, text types, identity and life cycle."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
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
Phone = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9](-?[0-9]){2,15}$"),
    Field(description="电话号码：数字，区号后可以有短横，例如 0100-1234567"),
]


class Model(BaseModel):
    """A frozen value that accepts no field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


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
