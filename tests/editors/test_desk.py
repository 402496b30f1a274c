"""`pingan desk`: what an editor must know on a day, as far as the content can be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.editors.conftest import Run

Edit = Callable[[str, str, str], None]


def section(said: str, title: str) -> str:
    """Give the table or the sentence that begins with a title."""
    titles = ("今天上线", "未来 60 天", "缺什么", "过期未核对", "30 天内应核对", "草稿", "已下线")
    kept: list[str] = []
    for line in said.splitlines():
        if line.startswith(titles):
            inside = line.startswith(title)
            kept += [line] if inside else []
        elif kept and inside:
            kept.append(line)
    assert kept, title
    return "\n".join(kept)


def row(said: str, title: str, path: str) -> str:
    """Give the row of a file in a section's table."""
    found = [line for line in section(said, title).splitlines() if f" {path} " in line]
    assert found, (title, path, said)
    return "\n".join(found)


def another_month(fixture_county: Path, month: int) -> None:
    """Add a theme like that of June, and an edition of 2023."""
    content = fixture_county / "content"
    june = content / "common/themes/06.yml"
    text = june.read_text("utf-8").replace('id: "06"', f'id: "{month:02d}"')
    june.with_name(f"{month:02d}.yml").write_text(text, "utf-8")
    june = content / "county/themes/2023/06.yml"
    text = june.read_text("utf-8").replace("2023-06", f"2023-{month:02d}")
    text = text.replace('of: "06"', f'of: "{month:02d}"')
    june.with_name(f"{month:02d}.yml").write_text(text, "utf-8")


def test_what_goes_live_and_begins(fixture_county: Path, county: Run, edit) -> None:
    edit("alerts/winter.yml", "first: .*", "first: 06-10")
    another_month(fixture_county, 7)
    another_month(fixture_county, 8)
    code, said = county("desk", day="2023-06-01")
    assert code == 0
    today = section(said, "今天上线")
    assert "2023-06-01" in row(said, "今天上线", "content/county/themes/2023/06.yml")
    assert "活动开始：2023年安全生产月" in today
    assert "content/common/alerts/winter.yml" not in today
    assert "2023-06-10" in row(said, "未来 60 天", "content/common/alerts/winter.yml")
    assert "2023-07-01" in row(said, "未来 60 天", "content/county/themes/2023/07.yml")
    assert "content/county/themes/2023/08.yml" not in said
    assert "没有主题" not in said


def test_sixty_days_are_sixty_days(county: Run, edit: Edit) -> None:
    edit("alerts/winter.yml", "publish_on: .*", "publish_on: 2023-07-31")
    _, said = county("desk", day="2023-06-01")
    assert "2023-07-31" in row(said, "未来 60 天", "content/common/alerts/winter.yml")
    _, said = county("desk", day="2023-05-31")
    assert "content/common/alerts/winter.yml" not in section(said, "未来 60 天")


def test_a_month_without_a_theme_is_pointed_out(
    fixture_county: Path, county: Run, edit: Edit
) -> None:
    another_month(fixture_county, 12)
    _, said = county("desk", day="2024-12-15")
    assert "1 月没有主题" in row(said, "缺什么", "content/common/themes/01.yml")
    assert "themes/12.yml" not in section(said, "缺什么")
    edit("themes/12.yml", "^status: published", "status: draft")
    _, said = county("desk", day="2024-12-15")
    assert "12 月没有主题" in row(said, "缺什么", "content/common/themes/12.yml")


def test_a_campaign_that_comes_soon_and_has_no_edition_is_pointed_out(county: Run) -> None:
    june = "content/common/campaigns/safety-month.yml"
    _, said = county("desk", day="2027-04-02")
    missing = row(said, "缺什么", june)
    assert "2027-06-01" in missing
    assert "安全生产月没有 2027 年的安排，网站用常年版（新建：pingan new campaign" in missing
    assert county("new", "campaign", "safety-month-2027", day="2027-04-02")[0] == 0
    assert "草稿还没有发布" in row(county("desk", day="2027-04-02")[1], "缺什么", june)
    assert june not in section(county("desk", day="2027-04-01")[1], "缺什么")
    assert june not in section(county("desk", day="2023-05-01")[1], "缺什么")


def test_missing_posters_and_courses(fixture_county: Path, county: Run, edit) -> None:
    poster = r"^poster:\n(  .*\n)+"
    edit("alerts/winter.yml", poster, "")
    edit("campaigns/safety-month.yml", poster, "")
    (fixture_county / "content/common/training/fire.yml").unlink()
    gas = fixture_county / "content/common/sectors/gas.yml"
    for name in ("lifts", "mines"):
        text = gas.read_text("utf-8").replace("id: gas", f"id: {name}")
        gas.with_name(f"{name}.yml").write_text(text, "utf-8")
    edit("themes/11.yml", poster, "")
    edit("themes/06.yml", "^slogan: .*", "slogan: 在这里写口号")
    _, said = county("desk")
    for name in ("alerts/winter", "campaigns/safety-month", "themes/11"):
        assert "没有海报" in row(said, "缺什么", f"content/common/{name}.yml")
    assert "还有 1 处没有写" in row(said, "缺什么", "content/common/themes/06.yml")
    untaught = row(said, "缺什么", "content/common/training/")
    assert re.search(r"没有培训课件（不急）：[^、]+、[^、]+、[^、]+等 \d+ 个领域", untaught)
    assert section(said, "缺什么").count("没有培训课件") == 1


def test_overdue_and_soon_due_reviews(county: Run, edit) -> None:
    edit("sectors/fire.yml", "^review_by: .*", "review_by: 2027-01-09")
    edit("sectors/gas.yml", "^review_by: .*", "review_by: 2027-02-09")
    edit("alerts/winter.yml", "^review_by: .*", "review_by: 2027-02-10")
    edit("work/2023/01.yml", "^review_by: .*", "review_by: 2027-01-10")
    _, said = county("desk", day="2027-01-10")
    assert "2027-01-09" in row(said, "过期未核对", "content/common/sectors/fire.yml")
    assert "content/county/work/2023/01.yml" not in section(said, "过期未核对")
    assert row(said, "30 天内应核对", "content/county/work/2023/01.yml")
    assert row(said, "30 天内应核对", "content/common/sectors/gas.yml")
    assert "content/common/alerts/winter.yml" not in section(said, "30 天内应核对")


def test_drafts_and_what_is_over(county: Run, edit) -> None:
    edit("alerts/winter.yml", "^publish_on: .*", "publish_on: 2023-01-01\nexpires_on: 2026-11-24")
    assert county("new", "alert", "dense-fog", "--kind", "weather")[0] == 0
    _, said = county("desk", day="2026-11-24")
    assert "在这里写标题" in row(said, "草稿", "content/county/alerts/dense-fog.yml")
    assert "content/county/alerts/dense-fog.yml" not in section(said, "今天上线")
    assert "处没有写）" in row(said, "草稿", "content/county/alerts/dense-fog.yml")
    assert row(said, "已下线", "content/common/alerts/winter.yml")
    assert row(said, "今天上线", "content/common/alerts/winter.yml")


def test_the_example_address_is_pointed_out(county: Run, edit) -> None:
    edit("county/site.yml", "^url: .*", "url: https://anquan.example/")
    assert "示例地址 https://anquan.example/" in county("desk")[1]
    edit("county/site.yml", "^url: .*", "url: https://pingan.gov.cn/")
    assert "示例地址" not in county("desk")[1]


def test_problems_are_counted_and_the_rest_is_shown(
    fixture_county: Path, county: Run, edit
) -> None:
    another_month(fixture_county, 7)
    edit("themes/06.yml", "^slogan: .*", "slogan: []")
    edit("county/site.yml", "^region:", "place:")
    code, said = county("desk", day="2023-06-01")
    assert code == 0
    assert "处错误" in said
    assert "先运行 pingan check" in row(said, "缺什么", "content/common/themes/06.yml")
    assert row(said, "未来 60 天", "content/county/themes/2023/07.yml")
    for path in (fixture_county / "content").rglob("*.yml"):
        path.unlink()
    assert county("desk")[0] == 0
