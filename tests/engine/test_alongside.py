"""Several processes make the documents that one would make."""

from __future__ import annotations

import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from generator.engine.alongside import Order, others
from generator.engine.build import build_site
from generator.model.manifest import read_manifest
from generator.project import project_at
from tests.conftest import DAY, copy_fixture_county


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """The small county, for which nothing was made yet; it has no course, which takes longest."""
    root = copy_fixture_county(tmp_path / "county")
    (root / ".pingan").unlink()
    shutil.rmtree(root / "content/common/training")
    return root


def made(root: Path) -> int:
    documents = root / ".pingan/documents"
    return len(list(documents.iterdir())) if documents.is_dir() else 0


def test_another_process_makes_what_is_waiting(county: Path) -> None:
    order = Order(county, county / "content/county", date.fromisoformat(DAY), drafts=False)
    with others(order, 100, processes=2):
        for _ in range(600):
            if made(county) > 5:
                break
            time.sleep(0.1)
    assert made(county) > 5


def test_where_little_waits_or_one_may_work_nobody_else_does(county: Path) -> None:
    order = Order(county, county / "content/county", date.fromisoformat(DAY), drafts=False)
    for waiting, processes in ((3, 8), (100, 1)):
        with others(order, waiting, processes=processes):
            time.sleep(3)
        assert made(county) == 0


def test_a_project_that_cannot_be_read_stops_nobody(tmp_path: Path) -> None:
    order = Order(tmp_path, tmp_path / "nowhere", date.fromisoformat(DAY), drafts=False)
    with others(order, 100, processes=3):
        time.sleep(3)


def test_the_site_is_the_same_with_any_number_of_processes(county: Path) -> None:
    sites = []
    for processes in (1, 3):
        build_site(project_at(county), as_of=DAY, target=county / "site", processes=processes)
        sites.append(read_manifest(county / "site"))
        shutil.rmtree(county / "site")
        shutil.rmtree(county / ".pingan")
    assert sites[0] == sites[1]
