"""A new year: the files that only that year can fill, and nothing of an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.editors.drafts import Wish, draft
from generator.editors.skeleton import draft_text
from generator.load.loader import Loaded
from generator.model import placeholder
from generator.model.campaign import CampaignEdition
from generator.model.kinds import kind_of
from generator.model.work import WorkPlan


def files_of_year(loaded: Loaded, year: int, *, day: date) -> Mapping[str, str]:
    """Give drafts, by path, of what a year needs: its plan, and an edition of each campaign.

    A month's theme needs no edition: what is true in any year is shown until there is one.
    """
    library, project = loaded.library, loaded.project
    assert library is not None
    plan = kind_of(WorkPlan)
    path = project.place(plan.home, plan.path_at(str(year)) or "")
    given = {
        "id": str(year),
        "status": "draft",
        "publish_on": date(year, 1, 1),
        "reviewed_on": day,
        "year": year,
        "sections.id": placeholder.ID,
    }
    files = {path: draft_text(plan, given, schemas=project.schemas_from(path))}
    edition = kind_of(CampaignEdition)
    for campaign in library.campaigns.values():
        id_ = edition.id.format(of=campaign.id, year=year)
        made = draft(Wish(kind="campaign", id=id_), loaded, day=day)
        files[made.path] = made.text
    return files
