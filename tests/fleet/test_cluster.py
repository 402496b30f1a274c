"""The same, done by a Dask cluster: a real one of this machine, of which a worker is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.fleet.conftest import Fleet, run, started
from tests.machine import free_port

COUNTIES = 6


@contextmanager
def dask(*arguments: str, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a part of a cluster until the block is left."""
    with subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments, "--no-dashboard"],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    port = free_port()
    with dask("scheduler", "--host", "127.0.0.1", "--port", str(port), home=tmp_path):
        yield f"tcp://127.0.0.1:{port}"


@pytest.mark.thorough
def test_many_counties_are_built_though_a_worker_is_killed(
    fleet: Fleet, scheduler: str, tmp_path: Path
) -> None:
    root = fleet(*(f"第{number:02}县" for number in range(COUNTIES)))
    with ExitStack() as stack:
        workers = [
            stack.enter_context(
                dask("worker", scheduler, "--nthreads", "1", "--no-nanny", home=tmp_path)
            )
            for _ in range(3)
        ]
        wait_for(scheduler, 3)
        with started(root, "--scheduler", scheduler) as process:
            assert process.stdout is not None
            lines = iter(process.stdout)
            said = [next(line for line in lines if f"[2/{COUNTIES}]" in line)]
            workers[1].kill()
            said += lines
    assert process.returncode == 0, "".join(said)
    assert f"共 {COUNTIES} 个县：生成 {COUNTIES} 个" in said[-1]
    for number in range(COUNTIES):
        assert (root / f"sites/第{number:02}县/index.html").is_file()


@pytest.mark.thorough
def test_a_cluster_without_workers_and_one_that_is_not_there_are_told(
    fleet: Fleet, scheduler: str
) -> None:
    root = fleet("丙县")
    wait_for(scheduler, 0)
    code, said = run(root, "--scheduler", scheduler)
    assert code == 1
    assert "还没有工人" in said
    code, said = run(root, "--scheduler", f"tcp://127.0.0.1:{free_port()}")
    assert code == 1
    assert "连不上" in said
    assert "Traceback" not in said


def test_what_is_no_address_is_told(fleet: Fleet) -> None:
    code, said = run(fleet("丙县"), "--scheduler", "nonsense")
    assert code == 1
    assert "“nonsense”不是集群的地址，写成 tcp://10.0.0.1:8786" in said


def wait_for(scheduler: str, workers: int) -> None:
    """Wait until that many workers have come to a scheduler."""
    from distributed import Client  # noqa: PLC0415 - slow import

    deadline = time.monotonic() + 60
    with Client(scheduler, timeout=60, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        while len(client.scheduler_info()["workers"]) < workers:
            assert time.monotonic() < deadline, "the workers have not come"
            time.sleep(0.2)
