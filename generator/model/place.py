"""Places (地点): where to shelter, to charge, to find an AED; what to keep away from."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from generator.model.base import Day, Line, Model, Phone, refused
from generator.model.photo import Photo
from generator.model.vocabulary import PlaceKind


class Place(Model):
    """One place of the county; what is not known is left out, never guessed."""

    kind: PlaceKind
    """种类"""
    name: Line
    """叫什么，例如：镇中心小学操场；值班电话写哪里的值班电话"""
    town: Line
    """在哪个乡镇、街道"""
    address: Line | None = None
    """怎么找到：路名、门牌、旁边有什么；只有值班电话可以不填"""
    phone: Phone | None = None
    """电话，可不填；值班电话要填"""
    hours: Line | None = None
    """什么时候开，例如：全天、8:00—18:00；可不填"""
    note: Line | None = None
    """还要知道的一句话，例如：能容纳200人；可不填"""
    photo: Photo | None = None
    """照片，认得出是哪里；可不填"""
    lat: float | None = Field(default=None, ge=3, le=54)
    """纬度（北纬），用小数，例如 33.2147；填了就画在示意图上"""
    lon: float | None = Field(default=None, ge=73, le=136)
    """经度（东经），用小数，例如 106.1532"""

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if self.kind is PlaceKind.DUTY and self.phone is None:
            raise refused("是值班电话，却没有写 phone", "补上 phone")
        if (self.lat is None) != (self.lon is None):
            raise refused("的 lat 和 lon 只写了一个", "两个都写，或者都不写")
        if self.kind is not PlaceKind.DUTY and not self.address:
            raise refused("没有写怎么找到", "补上 address")
        return self

    @property
    def point(self) -> tuple[float, float] | None:
        """Give latitude and longitude in degrees, where both are known."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None


class Places(Model):
    """The file places.yml."""

    reviewed_on: Day
    """最近一次核对日期"""
    places: tuple[Place, ...] = Field(min_length=1)
    """全部地点"""
