"""What common content offers for an item: by its words, and marked as an offer."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.importer.proposals import Proposals
from generator.load import load

PLAN = """2027年样例县安全生产工作要点
一、排查隐患
1.整治燃气隐患。用气时先看一看，企业组织一次应急演练，开展安全生产月活动。（县安委办负责）
2.开好会议。每季度开一次。（县安委办负责）
"""


@pytest.fixture
def proposals(fixture_county: Path) -> Proposals:
    """Give what offers the small county's content."""
    library = load(fixture_county).library
    assert library is not None
    return Proposals(library)


def test_sectors_and_campaigns_are_found_by_their_words(proposals: Proposals) -> None:
    found = proposals.of("整治燃气隐患", "用气时先看一看，组织一次应急演练，开展安全生产月活动。")
    assert found.sectors == ("gas",)
    assert found.campaigns == ("safety-month",)
    (whose, summary), *_ = found.summary
    library = proposals.library
    assert (whose, summary) == (library.sectors["gas"].title, library.sectors["gas"].summary)
    tips = {tip.text for tip in library.sectors["gas"].tips}
    assert found.for_public
    assert {line for _, line in found.for_public} <= tips
    duties = {duty.action for duty in library.sectors["gas"].duties}
    assert {line for _, line in found.for_enterprises} <= duties


def test_where_no_word_is_common_nothing_is_offered(proposals: Proposals) -> None:
    found = proposals.of("开好会议", "每季度开一次。")
    assert (found.sectors, found.campaigns, found.summary, found.for_public) == ((), (), (), ())


def test_a_draft_says_what_is_only_proposed(fixture_county: Path) -> None:
    path = fixture_county / "要点.txt"
    path.write_text(PLAN, "utf-8")
    words = ["import", "work-points", str(path), "--year", "2027", "--root", str(fixture_county)]
    assert main(words) == 0
    folder = fixture_county / "content/county/work/2027"
    text = (folder / "01.yml").read_text("utf-8")
    item = yaml.safe_load(text)
    assert "# 提议：按文件里的词找到的，核对以后留下合适的\nsectors: [gas]" in text
    assert item["campaigns"] == ["safety-month"]
    for line in (item["digest"], *item["for_public"]):
        assert line.startswith("在这里写（提议，取自“")
    other = yaml.safe_load((folder / "02.yml").read_text("utf-8"))
    assert "sectors" not in other
    assert "提议" not in other["digest"]
    assert main(["check", "--root", str(fixture_county)]) == 0
