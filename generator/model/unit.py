"""Units (单位): who leads and who joins."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Day, Line, Model, Phone, Slug
from generator.model.vocabulary import UnitKind


class Unit(Model):
    """A department, committee, office, or a group of them that the document names as one."""

    id: Slug
    """编号"""
    name: Line
    """名称，与文件写法一致；可用 {县名}、{县简称}"""
    full_name: Line | None = None
    """全称，文件用简称时填"""
    kind: UnitKind
    """类型"""
    about: Line
    """一句话说它在安全生产上管什么"""
    aliases: tuple[Line, ...] = ()
    """别的写法"""
    phone: Phone | None = None
    """对外的电话，可不填"""
    address: Line | None = None
    """地址，可不填"""
    hours: Line | None = None
    """什么时候有人，例如：工作日 8:30—17:30；可不填"""
    members_of: tuple[Slug, ...] = ()
    """属于哪些单位合称，写合称的编号，例如 all-departments"""


class Units(Model):
    """The file units.yml."""

    reviewed_on: Day
    """最近一次核对日期"""
    units: tuple[Unit, ...] = Field(min_length=1)
    """全部单位"""
