"""A sector (行业领域): the page that the public and enterprises look for."""

from __future__ import annotations

from pydantic import Field

from generator.model.advice import Duty, Hazard, Tip
from generator.model.base import Cite, Entity, Line, Slug, Text
from generator.model.picture import Point
from generator.model.vocabulary import PlaceKind, SectorGroup


class Sector(Entity):
    """Hazards, signs, tips, emergency steps and duties of one field."""

    group: SectorGroup
    """在目录页的分组：everyday 生活安全，industry 行业领域"""
    order: int = Field(ge=1, le=999)
    """在分组中的先后"""
    icon: Line
    """图标，取自 Material 图标集，例如 material/bike"""
    picture: Slug | None = None
    """一眼认出这一行的图，写图库里的编号，可不填"""
    parent: Slug | None = None
    """上级行业领域，可不填"""
    summary: Line
    """一句话介绍，40 字以内"""
    keywords: tuple[Line, ...] = Field(min_length=3)
    """群众会搜的说法、俗名"""
    intro: Text
    """这一领域包括什么、为什么要重视"""
    hazards: tuple[Hazard, ...] = Field(min_length=3)
    """主要危险"""
    warning_signs: tuple[Line, ...] = Field(min_length=3)
    """出事前的苗头"""
    tips: tuple[Tip, ...] = Field(min_length=12)
    """安全提示，群众、从业人员、企业负责人都要有"""
    dos: tuple[Point, ...] = Field(min_length=3)
    """要这样做"""
    donts: tuple[Point, ...] = Field(min_length=3)
    """不要这样做"""
    situations: tuple[Slug, ...] = Field(min_length=1)
    """出事了怎么办：情形的编号，最要紧的在前"""
    duties: tuple[Duty, ...] = Field(min_length=2)
    """企业的责任：必须做什么、多久一次"""
    related: tuple[Slug, ...] = ()
    """相关的其他行业领域"""
    places: tuple[PlaceKind, ...] = ()
    """本县的哪些地点用得上，可不填"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """这一领域的主要法规标准"""

    @property
    def regular_duties(self) -> tuple[Duty, ...]:
        """Give the duties that come round with the calendar."""
        return tuple(duty for duty in self.duties if duty.period.comes_round)
