"""Tips that a county adds to sectors, its own and the common ones (tips.yml)."""

from __future__ import annotations

from pydantic import Field

from generator.model.advice import Tip
from generator.model.base import Model, Slug


class OwnTip(Tip):
    """A tip, and the sector that it is added to."""

    sector: Slug
    """加到哪个行业领域"""

    @property
    def plain(self) -> Tip:
        """Give it as the sector has it, among the others."""
        return Tip.model_validate(self.model_dump(exclude={"sector"}))


class OwnTips(Model):
    """The file tips.yml: the common sectors are new with each update, and this stays."""

    tips: tuple[OwnTip, ...] = Field(min_length=1)
    """本县加的安全提示，排在各领域原有的后面"""
