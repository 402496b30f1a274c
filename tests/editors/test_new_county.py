"""A county of one's own: made by one command, it builds at once and no update touches it."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from PIL import Image

from generator.cli import main
from generator.model.base import plain_number
from tests.conftest import DAY, ROOT
from tests.editors.conftest import Run
from tests.editors.test_guides import GUIDES, Walk
from tests.importer import documents, word

LINJIANG = ["init", "county", "临江县", "--province", "湖北省"]
SITE = "counties/临江县/site.yml"


@pytest.fixture
def project(fixture_county: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The small project, with its folder as the one in which commands are run."""
    monkeypatch.chdir(fixture_county)
    yield fixture_county


def pages(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")
    }


def test_the_guide_is_walked(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = Walk("new-county.md", "2026-12-01", capsys)
    said = walk.step("init", "county", "临江县")
    assert "已建好 counties/临江县/，检查没有错误" in said
    assert [path.name for path in (project / "counties/临江县").iterdir()] == ["site.yml"]
    text = (project / SITE).read_text("utf-8")
    assert "2023" not in text
    assert "样例" not in text
    assert yaml.safe_load(text)["region"] == {
        "county": "临江县",
        "short": "临江",
        "province": "湖北省",
    }
    assert "错误 0 处" in walk.step("check")
    walk.step("build")
    made = pages(project / "site")
    assert "<title>临江县平安站" in made["index.html"]
    for name, page in made.items():
        assert "样例县" not in page, name
        assert "2023年" not in page, name
    assert "还没有发布工作要点" in made["work/index.html"]
    assert "还没有登记单位" in made["units/index.html"]
    assert "tel:07128812350" in made["emergency.html"]
    assert "县森林防火值班" in made["emergency.html"]
    walk.step("check", "--county", "counties/临江县")
    (project / "工作要点.docx").write_bytes(word.typed(documents.PLAIN))
    said = walk.step("import", "work-points")
    assert "写了 4 份草稿，在 counties/临江县/work/2027/" in said
    assert "units.yml 里没有“县应急局”" in said
    assert "official_text" in (project / "counties/临江县/work/2027/01.yml").read_text("utf-8")
    monkeypatch.setattr(webbrowser, "open", lambda address: True)
    said = walk.step("import", "work-points")
    assert "核对表写在" in said
    assert "草稿没有写" in said
    assert "和已经有的一样" in walk.step("import", "work-points")
    walk.step("new", "year", "2027")
    assert main(["check", "--as-of", DAY]) == 0
    assert "site-portal.zip" in walk.step("build", "--portal")
    assert "政府网站自查-临江县-2026-12-01.docx" in walk.step("check", "--government")
    walk.end()


def test_what_is_new_belongs_to_the_county(project: Path, county: Run) -> None:
    assert main([*LINJIANG, "--as-of", DAY]) == 0
    code, said = county("new", "sector", "tea", "--title", "制茶作坊")
    assert code == 0, said
    assert (project / "counties/临江县/sectors/tea.yml").is_file()
    path = project / "counties/临江县/sectors/lift.yml"
    gas = (project / "content/common/sectors/gas.yml").read_text("utf-8")
    path.write_text(gas.replace("id: gas", "id: lift").replace("title: 燃气", "title: 电梯"))
    assert county("build")[0] == 0
    made = pages(project / "site")
    assert "sectors/lift.html" in made
    assert "sectors/gas.html" in made
    path.rename(path.with_name("gas.yml"))
    text = path.with_name("gas.yml").read_text("utf-8")
    path.with_name("gas.yml").write_text(text.replace("id: lift", "id: gas"), "utf-8")
    assert "E301 编号“gas”重复" in county("check")[1]


def test_of_several_counties_one_must_be_named(project: Path, county: Run) -> None:
    assert county(*LINJIANG)[0] == 0
    code, said = county("init", "county", "望江县", "--province", "安徽省")
    assert code == 0
    assert "pingan build --county counties/望江县" in said
    code, said = county("check")
    assert code == 2
    assert "有几个县：counties/临江县、counties/望江县。用 --county 写明是哪一个。" in said
    code, said = county("build", "--county", "counties/望江县")
    assert code == 0
    assert "望江县平安站" in (project / "site/index.html").read_text("utf-8")
    (project / "counties/没有").mkdir()
    for strange in ("counties/没有", "counties", "counties/无此县"):
        code, said = county("check", "--county", strange)
        assert code == 2
        assert f"{strange} 不是县文件夹，里面没有 site.yml" in said


def test_a_county_may_lie_anywhere(project: Path, county: Run, tmp_path: Path) -> None:
    assert county(*LINJIANG)[0] == 0
    elsewhere = tmp_path / "别处/临江"
    elsewhere.parent.mkdir()
    (project / "counties/临江县").rename(elsewhere)
    code, said = county("build", "--county", str(elsewhere))
    assert code == 0, said
    assert "临江县平安站" in (project / "site/index.html").read_text("utf-8")
    (elsewhere / "units.yml").write_text("units: []\n", "utf-8")
    assert (
        f"{elsewhere.as_posix()}/units.yml:1:1: E202"
        in county("check", "--county", str(elsewhere))[1]
    )
    (elsewhere / "units.yml").unlink()
    code, said = county("new", "alert", "fog", "--kind", "weather", "--county", str(elsewhere))
    assert code == 0, said
    assert (elsewhere / "alerts/fog.yml").is_file()
    alike = elsewhere.rename(tmp_path / "common")  # as the folder of what all counties share
    code, said = county("new", "alert", "hail", "--kind", "weather", "--county", str(alike))
    assert code == 0, said
    assert (alike / "alerts/hail.yml").is_file()
    assert not (project / "content/common/alerts/hail.yml").exists()


def test_a_relative_folder_is_also_looked_for_where_the_command_is_run(
    project: Path, county: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert county(*LINJIANG)[0] == 0
    (project / "counties/临江县").rename(tmp_path / "临江县")
    monkeypatch.chdir(tmp_path)
    assert county("check", "--root", str(project), "--county", "临江县")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["init", "county", "临江县"], 2, "还缺 --province"),
        (["init", "county", "../临江"], 2, "不能做文件夹的名字"),
        (["init", "county", "a:b", "--province", "某省"], 2, "不能做文件夹的名字"),
        ([*LINJIANG, "--publisher", "a\udcff"], 2, "不是 UTF-8"),
        (["init", "county", "NUL", "--province", "某省"], 2, "Windows 留用的名字"),
        ([*LINJIANG, "--hotline", "8812350"], 2, "写成 号码=名称"),
        ([*LINJIANG, "--report-line", "没有"], 1, "E204"),
        ([*LINJIANG, "--url", "pingan.gov.cn"], 1, "E204"),
        ([*LINJIANG, "--colour", "红色"], 1, "counties/临江县/site.yml:"),
        ([*LINJIANG, "--colour", "红色"], 1, "E204"),
        ([*LINJIANG, "--colour", "#e0a030"], 1, "E329"),
    ],
)
def test_what_would_not_pass_is_not_written(
    arguments: list[str], code: int, words: str, project: Path, county: Run
) -> None:
    given, said = county(*arguments)
    assert (given, words in said) == (code, True), said
    assert list((project / "counties").glob("*")) == []
    assert list((project / "counties").glob(".*")) == []


def test_a_county_has_its_own_colour(project: Path, county: Run) -> None:
    assert county(*LINJIANG, "--colour", "#8A1F1F")[0] == 0
    assert county("build")[0] == 0
    assert "#8a1f1f" in (project / "site/assets/favicon.svg").read_text("utf-8")


def test_a_county_has_its_own_mark(project: Path, county: Run, tmp_path: Path) -> None:
    mark = tmp_path / "logo.PNG"
    Image.new("RGBA", (300, 100), "red").save(mark)
    assert county(*LINJIANG, "--logo", str(mark))[0] == 0
    made = yaml.safe_load((project / SITE).read_text("utf-8"))
    assert made["logo"] == {"file": "标志.png", "text": "临江县标志"}
    assert county("build")[0] == 0
    assert 'alt="临江县标志"' in (project / "site/index.html").read_text("utf-8")


def test_a_mark_that_is_no_picture_is_refused(project: Path, county: Run, tmp_path: Path) -> None:
    mark = tmp_path / "logo.png"
    mark.write_text("no picture", "utf-8")
    code, said = county(*LINJIANG, "--logo", str(mark))
    assert code == 2
    assert "图片打不开" in said
    assert list((project / "counties").glob("*")) == []


def test_what_is_not_given_is_asked_at_a_terminal(project: Path) -> None:
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "init", "county", "临江县", "--as-of", DAY],
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        encoding="utf-8",
    ) as process:
        os.close(follower)
        answers = ["", "湖北省", "", "", "#8a1f1f", "", "0712", "8812350"]
        os.write(leader, "".join(f"{answer}\n" for answer in answers).encode())
        said, _ = process.communicate(timeout=60)
    os.close(leader)
    assert process.returncode == 0, said
    made = yaml.safe_load((project / SITE).read_text("utf-8"))
    assert made["region"] == {"county": "临江县", "short": "临江", "province": "湖北省"}
    assert made["colour"] == "#8a1f1f"
    assert made["hotlines"][0]["number"] == "0712-8812350"
    assert "url" not in made


def test_nothing_is_overwritten(project: Path, county: Run) -> None:
    assert county(*LINJIANG)[0] == 0
    (project / SITE).write_text("我的", "utf-8")
    code, said = county(*LINJIANG)
    assert code == 1
    assert "不覆盖" in said
    assert (project / SITE).read_text("utf-8") == "我的"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("0712-8812350", "0712-8812350"),
        ("（0712）8812350", "0712-8812350"),
        ("(0712) 881 2350", "0712-881-2350"),
        ("0712 881 2350", "0712-881-2350"),
        ("０７１２－８８１２３５０", "0712-8812350"),
        ("0712—8812350", "0712-8812350"),
        ("8812350转803", "8812350转803"),
        ("12350", "12350"),
    ],
)
def test_a_number_is_written_as_people_write_it(
    written: str, kept: str, project: Path, county: Run
) -> None:
    assert plain_number(written) == kept
    assert county(*LINJIANG, "--report-line", written)[0] == 0
    assert county("build")[0] == 0
    page = (project / "site/emergency.html").read_text("utf-8")
    assert f"tel:{kept.replace('-', '').replace('转', ',')}" in page
    if "转" in kept:
        assert "8812350转803" in (GUIDES / "new-county.md").read_text("utf-8")


def test_a_number_of_the_county_takes_the_place_of_the_common_one(
    project: Path, county: Run
) -> None:
    assert county(*LINJIANG, "--hotline", "12350=县应急局值班")[0] == 0
    assert county("build")[0] == 0
    page = (project / "site/emergency.html").read_text("utf-8")
    assert len(re.findall(r'id="h12350"', page)) == 1
    assert "县应急局值班" in page


def test_an_update_from_upstream_never_touches_the_county(
    project: Path, county: Run, tmp_path: Path
) -> None:
    def git(*arguments: str, folder: Path) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@b.cn"]
        subprocess.run(
            ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, timeout=60
        )

    upstream, mine = tmp_path / "upstream", project
    (mine / ".gitignore").write_text(".pingan\ndocs\ntheme\nmkdocs.yml\n", "utf-8")
    git("init", "-b", "main", folder=mine)
    git("add", "-A", folder=mine)
    git("commit", "-m", "一", folder=mine)
    git("clone", str(mine), str(upstream), folder=tmp_path)
    assert county(*LINJIANG)[0] == 0
    git("add", "-A", folder=mine)
    git("commit", "-m", "我的县", folder=mine)
    before = (mine / SITE).read_bytes()
    for name in ("common/sectors/gas.yml", "county/site.yml", "county/work/2023/01.yml"):
        path = upstream / "content" / name
        path.write_text(path.read_text("utf-8") + "# 新版\n", "utf-8")
    (upstream / "content/county/work/2023/02.yml").unlink()
    git("commit", "-am", "新版", folder=upstream)
    git("pull", "--no-rebase", "--no-edit", str(upstream), "main", folder=mine)
    assert (mine / SITE).read_bytes() == before
    assert "# 新版" in (mine / "content/common/sectors/gas.yml").read_text("utf-8")
    assert county("check")[0] == 0
