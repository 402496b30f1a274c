"""The page of a reference leads to its official text, never to a copy of someone else's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model.reference import Reference
from generator.model.vocabulary import ReferenceKind, ReferenceStatus
from tests.conftest import DAY


def test_an_official_address_is_linked(fixture_site: Path) -> None:
    page = (fixture_site / "references/work-safety-law.html").read_text(encoding="utf-8")
    assert '<a href="https://flk.npc.gov.cn/detail?id=1">flk.npc.gov.cn</a>' in page
    assert "官方文本" not in page


def test_without_one_the_collection_of_such_texts_is(fixture_site: Path) -> None:
    page = (fixture_site / "references/fire-protection-law.html").read_text(encoding="utf-8")
    assert '到<a href="https://flk.npc.gov.cn/">国家法律法规数据库</a>查' in page


def test_a_copy_is_named_and_not_linked(fixture_site: Path) -> None:
    page = (fixture_site / "references/fire-protection-law.html").read_text(encoding="utf-8")
    assert "copies.example 的转载，不是发布单位的网站" in re.sub(r"\s+", " ", page)
    assert "//copies.example" not in page


@pytest.mark.parametrize(
    ("kind", "number", "site"),
    [
        (ReferenceKind.REGULATION, "国务院令第393号", "flk.npc.gov.cn"),
        (ReferenceKind.ORDER, "应急管理部令第13号", "www.gov.cn"),
        (ReferenceKind.STANDARD, "GB 17761-2024", "openstd.samr.gov.cn"),
        (ReferenceKind.STANDARD, "GB 55037-2022", "www.mohurd.gov.cn"),
        (ReferenceKind.STANDARD, "JGJ 80-2016", "www.mohurd.gov.cn"),
        (ReferenceKind.STANDARD, "GBZ 53-2017", "www.nhc.gov.cn"),
        (ReferenceKind.STANDARD, "TSG 23-2021", "www.samr.gov.cn"),
        (ReferenceKind.STANDARD, "AQ 3010-2022", "hbba.sacinfo.org.cn"),
        (ReferenceKind.NOTICE, "应急〔2021〕83号", None),
        (ReferenceKind.PROFESSIONAL, None, None),
    ],
)
def test_each_kind_of_text_has_its_collection(
    kind: ReferenceKind, number: str | None, site: str | None
) -> None:
    reference = Reference.model_validate(
        {
            "id": "text",
            "title": "一份文件",
            "kind": kind,
            "number": number,
            "status": ReferenceStatus.IN_FORCE,
            "checked_on": DAY,
        }
    )
    registry = reference.registry
    assert (registry.url.split("/")[2] if registry else None) == site
