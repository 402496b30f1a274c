"""A corrected document read again: what it says anew is taken over, what people wrote stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.editors import proof
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
