"""The table of content kinds: which files hold what."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.alert import Alert
from generator.model.base import Model
from generator.model.campaign import Campaign
from generator.model.course import Course
from generator.model.reference import References
from generator.model.sector import Sector
from generator.model.site import Site
from generator.model.synonyms import Synonyms
from generator.model.theme import Theme
from generator.model.unit import Units
from generator.model.work import WorkItem, WorkPlan


@dataclass(frozen=True)
class Kind:
    """One kind of content: its English and Chinese names, its model and its files.

    `pattern` is a glob below `content/`; a kind whose pattern has no wildcard
    is one required file.
    """

    name: str
    label: str
    model: type[Model]
    pattern: str

    @property
    def single(self) -> bool:
        """Tell whether this kind is exactly one file."""
        return "*" not in self.pattern


KINDS = (
    Kind("site", "网站设置", Site, "site.yml"),
    Kind("units", "单位", Units, "units.yml"),
    Kind("references", "依据", References, "references.yml"),
    Kind("synonyms", "搜索用词", Synonyms, "synonyms.yml"),
    Kind("work-plan", "工作要点", WorkPlan, "work/*/plan.yml"),
    Kind("work-item", "工作要点条目", WorkItem, "work/*/[0-9]*.yml"),
    Kind("sector", "行业领域", Sector, "sectors/*.yml"),
    Kind("theme", "月度主题", Theme, "themes/*/*.yml"),
    Kind("campaign", "宣传活动", Campaign, "campaigns/*/*.yml"),
    Kind("alert", "风险提示", Alert, "alerts/*.yml"),
    Kind("course", "培训课件", Course, "training/*.yml"),
)
