"""A corrected document read again: what it says anew is taken over, what people wrote stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.editors import proof
from generator.model.wording import chinese_number
from tests.importer import documents

FOLDER = "content/county/work/2027"
DIGEST = "digest: 领导要自己去看。"


@pytest.fixture
def imported(fixture_county: Path) -> Path:
    """Give a county into which the plain document was read."""
    assert again(fixture_county, documents.PLAIN) == 0
    return fixture_county


def again(county: Path, text: str, *more: str) -> int:
    path = county / "要点.txt"
    path.write_text(text, "utf-8")
    words = ["import", "work-points", str(path), "--year", "2027", "--root", str(county)]
    return main([*words, "--as-of", "2027-02-01", *more])


def texts(county: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (county / FOLDER).iterdir()}


def values(county: Path, name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((county / FOLDER / name).read_text("utf-8"))
    return read


def wrote(county: Path, name: str, old: str, new: str) -> None:
    path = county / FOLDER / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def line_of(county: Path, name: str, begin: str) -> str:
    lines = (county / FOLDER / name).read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith(begin))


def test_the_same_document_changes_nothing(
    imported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(imported)
    assert again(imported, documents.PLAIN) == 0
    assert "和已经有的一样，没有要写的" in capsys.readouterr().out
    assert texts(imported) == before


def test_what_the_document_says_anew_is_shown_and_taken_over_when_asked(
    imported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrote(imported, "01.yml", line_of(imported, "01.yml", "digest: "), f"{DIGEST}  # 张三写的")
    before = texts(imported)
    corrected = documents.PLAIN.replace("每季度带队检查一次", "每月带队检查两次")
    assert again(imported, corrected) == 1
    said = capsys.readouterr()
    assert f"{FOLDER}/01.yml：\n" in said.out
    assert "  -    period: quarterly" in said.out
    assert "  +    period: monthly" in said.out
    assert "不覆盖。看过上面的不同，加上 --force 再运行" in said.err
    assert texts(imported) == before

    assert again(imported, corrected, "--dry-run") == 0
    assert texts(imported) == before

    assert again(imported, corrected, "--force") == 0
    assert "改了 1 个文件" in capsys.readouterr().out
    (figure,) = values(imported, "01.yml")["figures"]
    assert (figure["period"], figure["amount"]) == ("monthly", 2)
    assert "每月带队检查两次" in values(imported, "01.yml")["official_text"]
    assert f"{DIGEST}  # 张三写的" in texts(imported)["01.yml"]
    assert {name: text for name, text in texts(imported).items() if name != "01.yml"} == {
        name: text for name, text in before.items() if name != "01.yml"
    }
    assert main(["check", "--root", str(imported), "--as-of", "2027-02-01"]) == 0


def test_what_a_person_and_the_document_changed_stays_and_is_told(
    imported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrote(imported, "01.yml", "actor: 领导", "actor: 县领导")
    assert again(imported, documents.PLAIN) == 0, "the document did not change"
    corrected = documents.PLAIN.replace("每季度带队检查一次", "每月带队检查两次")
    assert again(imported, corrected, "--force") == 0
    said = capsys.readouterr().out
    assert f"{FOLDER}/01.yml：数字有人改过，文件里的也变了，没有动，请核对" in said
    (figure,) = values(imported, "01.yml")["figures"]
    assert (figure["actor"], figure["period"]) == ("县领导", "quarterly")


def test_an_item_put_in_between_moves_the_others_with_what_people_wrote(
    imported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrote(imported, "02.yml", line_of(imported, "02.yml", "digest: "), DIGEST)
    more = "2.看校园。开学前看一遍。（县应急局负责）\n"
    corrected = documents.PLAIN.replace("3.排查", "4.排查").replace("2.落实", f"{more}3.落实")
    assert again(imported, corrected, "--force") == 0
    assert "原来的第 2 条现在是第 3 条" in capsys.readouterr().out
    titles = {name: values(imported, name)["title"] for name in texts(imported)}
    assert titles["02.yml"] == "看校园"
    assert titles["03.yml"] == "落实企业责任"
    assert titles["04.yml"] == "排查老旧小区"
    moved = values(imported, "03.yml")
    assert (moved["id"], moved["number"]) == ("2027-03", 3)
    assert moved["digest"] == DIGEST.removeprefix("digest: ")
    assert main(["check", "--root", str(imported), "--as-of", "2027-02-01"]) == 0


def test_an_item_taken_out_closes_the_gap_and_a_last_one_stays(
    imported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without = documents.PLAIN.partition("二、排查隐患")[0]
    assert again(imported, without, "--force") == 0
    assert f"{FOLDER}/03.yml：这一条新文件里没有了，文件没有动" in capsys.readouterr().out
    assert "03.yml" in texts(imported)

    (imported / FOLDER / "01.yml").unlink()
    begin, _, rest = documents.PLAIN.partition("1.落实领导责任")
    rest = rest[rest.index("2.落实") :].replace("2.落实", "1.落实").replace("3.排查", "2.排查")
    assert again(imported, f"{begin}{rest}", "--force") == 0
    assert {"01.yml", "02.yml", "plan.yml"} == {*texts(imported)}
    assert values(imported, "02.yml")["title"] == "排查老旧小区"


def test_the_names_of_chapters_in_the_plan_stay(imported: Path) -> None:
    wrote(imported, "plan.yml", "part-1", "duty")
    for name in ("01.yml", "02.yml"):
        wrote(imported, name, "section: part-1", "section: duty")
    corrected = documents.PLAIN.replace("一、压实责任", "一、压实各方责任")
    assert again(imported, corrected, "--force") == 0
    assert values(imported, "plan.yml")["sections"][0] == {
        "id": "duty",
        "number": 1,
        "title": "压实各方责任",
    }
    assert values(imported, "01.yml")["section"] == "duty"


def test_a_full_disk_leaves_everything_as_it_was(
    imported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(imported)
    real = proof.os.replace
    done: list[str] = []

    def full(one: Path, two: Path) -> None:
        if done and two.name == "02.yml" and "02.yml" not in done:
            done.append("02.yml")
            raise OSError(28, "No space left on device", str(two))
        done.append(two.name)
        real(one, two)

    monkeypatch.setattr("generator.editors.proof.os.replace", full)
    corrected = documents.PLAIN.replace("每季度", "每月").replace("每月自查", "每周自查")
    more = "4.看校园。开学前看一遍。（县应急局负责）\n"
    assert again(imported, f"{corrected}{more}", "--force") == 1
    assert texts(imported) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 落实领导责任", "title: [落实"),
        ("year: 2027", "year: 2026"),
        ("status: draft", "status: x"),
    ],
)
def test_a_file_that_does_not_load_is_not_written_over(
    imported: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    wrote(imported, "01.yml", old, new)
    before = texts(imported)
    for more in ([], ["--force"]):
        assert again(imported, documents.PLAIN, *more) == 1
        assert "读不出来" in capsys.readouterr().err
        assert texts(imported) == before


def test_a_number_that_somebody_changed_loses_no_file(imported: Path) -> None:
    wrote(imported, "01.yml", "number: 1\n", "number: 9\n")
    wrote(imported, "01.yml", line_of(imported, "01.yml", "digest: "), DIGEST)
    assert again(imported, documents.PLAIN) == 1
    assert again(imported, documents.PLAIN, "--force") == 0
    assert {*texts(imported)} == {"plan.yml", "01.yml", "02.yml", "03.yml"}
    assert values(imported, "01.yml")["number"] == 1
    assert DIGEST in texts(imported)["01.yml"]


def test_an_item_that_had_no_title_is_known_by_its_text(fixture_county: Path) -> None:
    long = "看" * 70
    text = documents.PLAIN.replace("1.落实领导责任。领导", f"1.{long}，领导")
    assert again(fixture_county, text) == 0
    wrote(fixture_county, "01.yml", line_of(fixture_county, "01.yml", "title: "), "title: 看")
    assert again(fixture_county, text, "--force") == 0
    assert "01.yml" in texts(fixture_county)


def test_a_chapter_put_first_takes_no_id_of_another(imported: Path) -> None:
    more = "一、新加的部分\n1.看校园。开学前看一遍。（县应急局负责）\n"
    corrected = (
        documents.PLAIN.replace("二、排查", "三、排查")
        .replace("一、压实", f"{more}二、压实")
        .replace("3.排查", "4.排查")
        .replace("2.落实", "3.落实")
        .replace("1.落实", "2.落实")
    )
    assert again(imported, corrected, "--force") == 0
    sections = {each["id"]: each["title"] for each in values(imported, "plan.yml")["sections"]}
    assert len(sections) == 3
    assert sections[values(imported, "02.yml")["section"]] == "压实责任"
    assert sections[values(imported, "04.yml")["section"]] == "排查隐患"
    assert sections[values(imported, "01.yml")["section"]] == "新加的部分"


def test_items_of_one_title_that_changed_places_take_what_was_written_along(
    fixture_county: Path,
) -> None:
    first = "1.开展检查。看楼道。（县安委办负责）\n"
    second = "2.开展检查。看阀门。（县安委办负责）\n"
    head = "2027年样例县安全生产工作要点\n一、看\n"
    assert again(fixture_county, head + first + second) == 0
    wrote(fixture_county, "01.yml", line_of(fixture_county, "01.yml", "digest: "), DIGEST)
    turned = head + second.replace("2.", "1.") + first.replace("1.", "2.")
    assert again(fixture_county, turned, "--force") == 0
    assert DIGEST in texts(fixture_county)["02.yml"]
    assert "看楼道" in values(fixture_county, "02.yml")["official_text"]


def test_units_that_were_added_later_are_filled_in(imported: Path) -> None:
    assert values(imported, "02.yml")["responsibility"]["sharing"] == ["zai-zhe-li-xie"]
    units = imported / "content/county/units.yml"
    row = "  - {id: xian-ying-ji-ju, name: 县应急局, kind: department, about: 管一样事。}\n"
    units.write_text(f"{units.read_text('utf-8').rstrip()}\n{row}", "utf-8")
    assert again(imported, documents.PLAIN, "--force") == 0
    assert "xian-ying-ji-ju" in values(imported, "02.yml")["responsibility"]["sharing"]


def test_a_short_title_follows_the_title_that_it_was(
    imported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrote(imported, "02.yml", "short_title: 落实企业责任", "short_title: 企业责任")
    wrote(imported, "01.yml", "title: 落实领导责任\n", "title: 落实领导责任 # 张三核对过\n")
    corrected = documents.PLAIN.replace("落实领导", "压实领导").replace("落实企业", "压实企业")
    assert again(imported, corrected, "--force") == 0
    assert values(imported, "01.yml")["short_title"] == "压实领导责任"
    assert values(imported, "02.yml")["short_title"] == "企业责任"
    assert "# 张三核对过" in capsys.readouterr().out


def test_more_chapters_than_a_plan_may_have_are_refused(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = [chinese_number(each) for each in range(1, 32)]
    lines = [f"{each}、第{each}样\n（一）看{each}。看。（县安委办负责）" for each in numbers]
    assert again(fixture_county, "\n".join(["2027年样例县安全生产工作要点", *lines])) == 1
    assert "读到 31 部分，最多 30 部分" in capsys.readouterr().err
