"""Advice: tips and duties, each with its source."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Cite, Line, Model, Slug
from generator.model.vocabulary import Audience, Period, Setting


class Tip(Model):
    """One action in one sentence (安全提示)."""

    text: Line
    """一个动作，一句话说清"""
    why: Line
    """为什么要这样做"""
    audience: tuple[Audience, ...] = Field(min_length=1)
    """说给谁听"""
    picture: Slug | None = None
    """配的图，写图库里的编号，可不填"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据"""

    @property
    def anchor(self) -> str:
        """Give the part of a page where this tip stands, by whom it speaks to."""
        if set(self.audience) == {Audience.WORKER}:
            return "tips-worker"
        return "tips-manager" if Audience.MANAGER in self.audience else "tips-public"


class Hazard(Model):
    """A main danger of a sector."""

    title: Line
    """危险的名称"""
    detail: Line
    """怎么发生、会造成什么后果"""


class Duty(Model):
    """What an enterprise must do, and how often."""

    action: Line
    """要做的事"""
    period: Period
    """多久一次"""
    actor: Line
    """由谁来做"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据"""


class Outreach(Model):
    """What to do in one of the five settings (五进)."""

    setting: Setting
    """进哪里"""
    actions: tuple[Line, ...] = Field(min_length=1)
    """做什么，每条一句话"""
