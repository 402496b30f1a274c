"""`pingan fleet build`: many counties, of which none stops another."""

from __future__ import annotations

import os
import re
import shutil
import signal
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import psutil
import pytest

from generator.cli import main
from generator.fleet import job as job_module
from generator.fleet.crew import outcomes
from generator.fleet.job import Job, State, build_county
from generator.fleet.plan import jobs_of
from generator.model.manifest import Manifest, write_manifest
from tests.conftest import DAY
from tests.fleet.conftest import Fleet, add_county, run, started


def pages_of(root: Path, name: str) -> dict[str, bytes]:
    folder = root / "sites" / name
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_each_county_gets_the_site_that_a_build_of_it_alone_gives(fleet: Fleet) -> None:
    root = fleet("临江县", "甲市/城东区")
    code, said = run(root, "--jobs", "2")
    assert code == 0, said
    assert "[2/2]" in said
    for name in ("临江县", "甲市/城东区"):
        alone = root / "alone"
        county = f"province/{name}"
        done = main(
            [
                *("build", "--root", str(root), "--as-of", DAY),
                *("--county", county, "--output", str(alone)),
            ]
        )
        assert done == 0
        made = {
            path.relative_to(alone).as_posix(): path.read_bytes()
            for path in alone.rglob("*")
            if path.is_file()
        }
        assert made == pages_of(root, name)
        assert name.split("/")[-1] in (alone / "index.html").read_text("utf-8")


def test_one_that_fails_stops_no_other_and_is_told_first(fleet: Fleet) -> None:
    root = fleet("丙县", "乙县")
    add_county(root, "丁县", words="colour: red\n")
    code, said = run(root, "--jobs", "2")
    assert code == 1
    assert "丁县：内容有错" in said
    assert re.search(r"province/丁县/site\.yml:\d+:\d+: E", said)
    assert "生成 2 个，没有变 0 个，没有做成 1 个" in said
    assert "Traceback" not in said
    assert not (root / "sites/丁县").exists()
    page = (root / "sites/index.html").read_text("utf-8")
    assert page.index("丁县") < page.index("丙县")
    assert "province/丁县/site.yml" in page
    for name, link in (("丙县", "%E4%B8%99%E5%8E%BF"), ("乙县", "%E4%B9%99%E5%8E%BF")):
        assert f'<a href="{link}/index.html">{name}</a>' in page
        assert (root / "sites" / name / "index.html").is_file()


@pytest.mark.thorough
def test_odd_files_and_links_harm_their_county_alone(fleet: Fleet) -> None:
    root = fleet("丙县", "甲市/乙县")
    (root / "province/丙县" / os.fsdecode(b"\xb2\xe2.bak")).write_bytes(b"")
    (root / "province/loop").symlink_to(root / "province")
    (root / "province/甲市/again").symlink_to(root / "province/丙县")
    (root / "province/丁县").mkdir()
    (root / "province/丁县/site.yml").write_bytes(b"\xff\xfe")
    code, said = run(root)
    assert code == 1
    assert "Traceback" not in said
    assert "共 3 个县：生成 2 个，没有变 0 个，没有做成 1 个" in said
    assert "丁县：内容有错" in said


@pytest.mark.thorough
def test_a_site_that_was_harmed_is_built_again_and_one_without_a_county_is_told(
    fleet: Fleet,
) -> None:
    root = fleet("丙县", "乙县")
    assert run(root)[0] == 0
    (root / "sites/丙县/emergency.html").unlink()
    shutil.rmtree(root / "province/乙县")
    code, said = run(root)
    assert code == 0
    assert "生成 1 个，没有变 0 个" in said
    assert (root / "sites/丙县/emergency.html").is_file()
    assert "这些网站的县不在名单里了，没有动：乙县" in said
    assert (root / "sites/乙县/index.html").is_file()


@pytest.mark.thorough
def test_only_what_changed_is_built_again(fleet: Fleet) -> None:
    root = fleet("丙县", "乙县")
    assert run(root)[0] == 0
    code, said = run(root)
    assert code == 0
    assert "2 个县没有变，不用重做" in said
    site = root / "province/乙县/site.yml"
    site.write_text(site.read_text("utf-8") + "tagline: 换了一句\n", "utf-8")
    code, said = run(root)
    assert "生成 1 个，没有变 1 个" in said
    assert "换了一句" in (root / "sites/乙县/index.html").read_text("utf-8")
    assert "生成 2 个，没有变 0 个" in run(root, "--again")[1]
    (root / "content/common/synonyms.yml").open("a", encoding="utf-8").write("\n")
    assert "生成 2 个，没有变 0 个" in run(root)[1]


@pytest.mark.thorough
def test_after_it_was_killed_it_goes_on_where_it_was(fleet: Fleet) -> None:
    root = fleet("丙县", "乙县", "甲县")
    with started(root, "--jobs", "1") as process:
        assert process.stdout is not None
        said = next(line for line in process.stdout if "[1/3]" in line)
        os.killpg(process.pid, signal.SIGKILL)
    code, rest = run(root)
    assert code == 0
    assert re.search(r"[12] 个县没有变，不用重做", rest), said + rest
    assert {path.name for path in (root / "sites").iterdir()} >= {"丙县", "乙县", "甲县"}


@pytest.mark.thorough
def test_a_worker_that_is_killed_loses_nothing(fleet: Fleet) -> None:
    root = fleet("丙县", "乙县", "甲县", "丁县")
    with started(root, "--jobs", "2") as process:
        assert process.stdout is not None
        lines = iter(process.stdout)
        said = [next(line for line in lines if "[1/4]" in line)]
        workers = [
            each
            for each in psutil.Process(process.pid).children(recursive=True)
            if "spawn_main" in " ".join(each.cmdline())
        ]
        workers[0].kill()
        said += lines
    assert process.returncode == 0, "".join(said)
    assert "生成 4 个" in said[-1]


def deadly(name: str) -> None:
    """Let the process end at once that is to build a county of that name."""
    real = job_module.project_at

    def project_at(root: Path, county: Path) -> Any:
        if county.name == name:
            os._exit(9)
        return real(root, county)

    job_module.project_at = project_at  # type: ignore[assignment]


def jobs(root: Path) -> tuple[Job, ...]:
    return jobs_of(root, root / "province", output=root / "sites", as_of=DAY)


@pytest.mark.thorough
def test_a_county_that_ends_each_process_is_found_and_stops_no_other(fleet: Fleet) -> None:
    root = fleet("丙县", "乙县", "甲县", "丁县")
    hire = partial(
        ProcessPoolExecutor,
        2,
        mp_context=get_context("spawn"),
        initializer=deadly,
        initargs=("乙县",),
    )
    found = {each.name: each for each in outcomes(jobs(root), hire, warm=True)}
    assert {name for name, each in found.items() if not each.stands} == {"乙县"}
    assert found["乙县"].state is State.FAILED
    assert "系统中断" in found["乙县"].said[0]


def test_another_version_of_the_program_does_nothing(fleet: Fleet) -> None:
    root = fleet("丙县")
    (wanted,) = jobs(root)
    outcome = build_county(Job(**{**vars(wanted), "program": "another"}))
    assert outcome.state is State.FAILED
    assert "不是同一版" in outcome.said[0]
    assert not (root / "sites").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["nowhere"], "没有 nowhere 这个文件夹"),
        (["docs"], "docs 里没有县文件夹"),
        (["province", "--output", "content"], "各县网站不能放在"),
        (["province", "--output", "province/sites"], "县文件夹在那里"),
        (["province", "--output", "foreign"], "里面有别的 index.html"),
        (["province", "--output", "made/x"], "是一个生成好的网站"),
        (["province", "--jobs", "0"], "不是个数"),
    ],
)
def test_what_cannot_be_done_is_said(
    fleet: Fleet,
    options: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = fleet("丙县")
    monkeypatch.chdir(root)
    (root / "foreign").mkdir()
    (root / "foreign/index.html").write_text("<h1>mine</h1>", "utf-8")
    (root / "made").mkdir()
    write_manifest(root / "made", Manifest({}))
    try:
        code = main(["fleet", "build", *options, "--as-of", DAY])
    except SystemExit as end:
        code = int(str(end.code))
    assert code == 2
    assert words in capsys.readouterr().err
