"""Many hands: jobs done by processes of this machine, or by a cluster, one way for both.

Either is an executor of `concurrent.futures`. One county that ends its process (out of memory,
killed) stops no other: what was lost with it is done again, and what is lost again and again is
done alone, so that it is known which county it was.
"""

from __future__ import annotations

import multiprocessing
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    as_completed,
)
from contextlib import AbstractContextManager, contextmanager, suppress

from generator.fleet.job import Job, Outcome, build_county, failed

Hire = Callable[[], AbstractContextManager[Executor]]
"""Gives an executor, which is closed when its block is left."""

_LOSSES = 2
"""How often all that was under way may be lost before jobs are done one by one."""
_PATIENCE = 20
"""Seconds until a scheduler must have answered."""
_ADDRESS = re.compile(r"(tcp|tls)://[^\s:/]+:\d+")
_MOST, _MOST_OF_WINDOWS = 512, 61
"""How many processes an executor takes at most."""
_KILLED = "生成这个县的程序被系统中断了，多半是内存不够"


class ClusterError(Exception):
    """Raised where a cluster cannot be reached, or is lost; says so in Chinese."""


def processes(number: int) -> Hire:
    """Give workers of this machine."""

    def hire() -> AbstractContextManager[Executor]:
        most = min(number, _MOST_OF_WINDOWS if sys.platform == "win32" else _MOST)
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(most, mp_context=spawn, initializer=_leave_it_to_the_first)

    return hire


def _leave_it_to_the_first() -> None:
    """Let the process that was started by somebody decide what Ctrl+C means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def cluster(address: str) -> Hire:
    """Give the workers of a Dask scheduler at an address (tcp://10.0.0.1:8786)."""

    @contextmanager
    def hire() -> Iterator[Executor]:
        if not _ADDRESS.fullmatch(address):
            raise ClusterError(f"“{address}”不是集群的地址，写成 tcp://10.0.0.1:8786")
        from distributed import Client  # noqa: PLC0415 - slow import, and most need none

        try:
            client = Client(  # type: ignore[no-untyped-call]
                address, timeout=_PATIENCE, set_as_default=False
            )
        except Exception as error:  # it names them as it likes
            raise ClusterError(f"连不上 {address}：{error}") from error
        with client:
            if not client.scheduler_info()["workers"]:
                raise ClusterError(
                    f"{address} 还没有工人，先在各台机器上运行 dask worker {address} --nthreads 1"
                )
            yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]

    return hire


def outcomes(jobs: Sequence[Job], hire: Hire, *, warm: bool) -> Iterator[Outcome]:
    """Give what came of each job, in the order in which they end.

    Unless what counties share is there already (`warm`), jobs are done one by one until one has
    made it. Raises `ClusterError`.
    """
    waiting = list(jobs)
    losses = 0
    while waiting:
        with hire() as executor:
            while waiting:
                alone = not warm or losses >= _LOSSES
                lost = False
                for job, outcome in _done(waiting[:1] if alone else waiting, executor):
                    lost = lost or outcome is None
                    if outcome is None and not alone:
                        continue
                    waiting.remove(job)
                    warm = warm or (outcome is not None and outcome.stands)
                    yield outcome or failed(job, _KILLED)
                if lost:
                    losses += 1
                    break


def _done(jobs: Sequence[Job], executor: Executor) -> Iterator[tuple[Job, Outcome | None]]:
    """Give each job with its outcome; None for one that was lost with its process."""
    futures: dict[Future[Outcome], Job] = {}
    left = list(jobs)
    with suppress(BrokenExecutor):
        for job in jobs:
            futures[executor.submit(build_county, job)] = job
            left.remove(job)
    try:
        for future in as_completed(futures):
            yield futures[future], _outcome(future, futures[future])
    except BaseException:  # also where somebody presses Ctrl+C
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    yield from ((job, None) for job in left)


def _outcome(future: Future[Outcome], job: Job) -> Outcome | None:
    try:
        return future.result()
    except BrokenExecutor:
        return None
    except CancelledError as error:
        raise ClusterError("和集群的连接断了") from error
    except Exception as error:  # what a cluster says of a job that ends each worker that takes it
        return failed(job, f"{_KILLED}（{type(error).__name__}）")
