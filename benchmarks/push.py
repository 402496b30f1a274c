"""Whether a web server stands a push in WeChat: 50,000 visits in ten minutes, on this machine.

    python -m benchmarks.push [SITE] [--minutes 1]

The site is published into a folder of its own and served by nginx and Caddy, as docs/server.md
says. A visit is a new connection that asks for the page of a situation, its styles and scripts,
and three pictures, one after the other. Visits begin when they are due, whether or not the server
is behind; a wait counts from then. Afterwards visits follow each other as quickly as they can.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import multiprocessing
import os
import posixpath
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import psutil  # type: ignore[import-untyped]
from rich.console import Console
from rich.table import Table

from generator.cli import main as pingan
from tests.conftest import ROOT
from tests.machine import free_port, running_server
from tests.web_servers import SERVERS, is_installed

VISITS = 50_000
MINUTES = 10
PICTURES = 3
AT_ONCE = 32
"""Visits at once, of each process, where they follow each other as quickly as they can."""
SEED = 20261124
PARTS = re.compile(r'<(?:link rel="stylesheet" href|script src|script defer src)="([^":]+)"')
IMAGES = re.compile(r'<img [^>]*src="([^":]+)"')
HEAD = (
    "GET /{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept-Encoding: gzip, deflate, br\r\n"
    "Accept: */*\r\nAccept-Language: zh-CN\r\n"
    "User-Agent: Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0\r\n\r\n"
)

Visit = tuple[str, ...]
"""What is asked for, in turn."""


@dataclass
class Heard:
    """What came back: seconds of each request and of each visit, bytes, and what went wrong."""

    requests: list[float] = field(default_factory=list)
    visits: list[float] = field(default_factory=list)
    sent: int = 0
    packed: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Heard) -> None:
        self.requests += other.requests
        self.visits += other.visits
        self.sent += other.sent
        self.packed += other.packed
        self.faults += other.faults


def visits_of(site: Path) -> list[Visit]:
    """Give a visit to the page of each situation."""
    chance = random.Random(SEED)
    pictures = sorted(path.relative_to(site).as_posix() for path in site.glob("pictures/*.svg"))
    visits = []
    for page in sorted(site.glob("situations/*.html")):
        name, text = page.relative_to(site).as_posix(), page.read_text(encoding="utf-8")
        parts, images = (
            [posixpath.normpath(posixpath.join(posixpath.dirname(name), each)) for each in found]
            for found in (PARTS.findall(text), IMAGES.findall(text))
        )
        images += chance.sample(pictures, PICTURES)
        visits.append((name, *parts, *images[:PICTURES]))
    return visits


async def ask(port: int, visit: Visit, due: float, heard: Heard) -> None:
    """Make one visit that should begin at `due`; a fault ends it."""
    writer = None
    began = due
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for name in visit:
            writer.write(HEAD.format(name, port).encode())
            head = await reader.readuntil(b"\r\n\r\n")
            size = await body_of(reader, head)
            if not head.startswith(b"HTTP/1.1 200 ") or size == 0:
                heard.faults.append(f"{name}: {head[:40]!r}, {size}")
                return
            now = time.perf_counter()
            heard.requests.append(now - began)
            heard.sent += len(head) + size
            heard.packed += b"\r\nContent-Encoding:" in head
            began = now
        heard.visits.append(began - due)
    except (OSError, EOFError) as error:
        heard.faults.append(f"{visit[0]}: {error}")
    finally:
        if writer is not None:
            writer.close()


async def body_of(reader: asyncio.StreamReader, head: bytes) -> int:
    """Read the body of an answer; gives how many bytes were sent for it."""
    length = re.search(rb"\r\nContent-Length: (\d+)", head)
    if length:
        return len(await reader.readexactly(int(length[1])))
    size = 0
    while True:
        line = await reader.readuntil(b"\r\n")
        chunk = await reader.readexactly(int(line, 16) + 2)
        size += len(line) + len(chunk)
        if len(chunk) == 2:
            return size


async def push(port: int, visits: Sequence[Visit], count: int, seconds: float) -> Heard:
    """Make visits at moments drawn by chance, none waiting for another."""
    chance, heard = random.Random(SEED), Heard()
    moments = sorted(chance.uniform(0, seconds) for _ in range(count))
    began = time.perf_counter()
    async with asyncio.TaskGroup() as tasks:
        for moment in moments:
            due = began + moment
            await asyncio.sleep(max(0, due - time.perf_counter()))
            tasks.create_task(ask(port, chance.choice(visits), due, heard))
    return heard


def hammer(port: int, visits: Sequence[Visit], seconds: float, seed: int) -> Heard:
    """Make visits one after the other, some at once, as quickly as the server answers."""
    chance, heard = random.Random(seed), Heard()
    until = time.perf_counter() + seconds

    async def visitor() -> None:
        while (now := time.perf_counter()) < until:
            await ask(port, chance.choice(visits), now, heard)

    async def all_of_them() -> None:
        await asyncio.gather(*(visitor() for _ in range(AT_ONCE)))

    asyncio.run(all_of_them())
    return heard


@dataclass
class Work:
    """How busy the machine was meanwhile, each in per cent of all its cores."""

    seconds: float = 0
    server: float = 0
    free: float = 0


@contextlib.contextmanager
def watched(server: psutil.Process) -> Iterator[Work]:
    """Watch the machine until the block is left."""
    work = Work()
    processes = [server, *server.children(recursive=True)]

    def used() -> tuple[float, float, float]:
        machine = psutil.cpu_times()
        busy = sum(sum(process.cpu_times()[:2]) for process in processes)
        return time.perf_counter(), busy, machine.idle + machine.iowait

    before = used()
    yield work
    work.seconds, *spent = (after - then for after, then in zip(used(), before, strict=True))
    shares = (100 * each / work.seconds / (os.cpu_count() or 1) for each in spent)
    work.server, work.free = shares


def row(name: str, heard: Heard, work: Work) -> list[str]:
    """Give what is said of one server, in the order of the columns."""
    hundredths = statistics.quantiles(heard.requests, n=100)
    return [
        name,
        f"{len(heard.visits):,}",
        f"{len(heard.requests) / work.seconds:,.0f}",
        *(f"{1000 * each:.1f}" for each in (hundredths[49], hundredths[98], max(heard.requests))),
        f"{1000 * statistics.quantiles(heard.visits, n=100)[98]:.1f}",
        str(len(heard.faults)),
        f"{heard.sent / 1e6:,.0f}",
        f"{100 * heard.packed / len(heard.requests):.0f}",
        f"{work.server:.1f}",
        f"{work.free:.0f}",
    ]


def measured(
    name: str, site: Path, minutes: float, seconds: float
) -> Iterator[tuple[str, Heard, Work]]:
    """Run a server; gives how it stood the push, then what it stands at most."""
    visits, count = visits_of(site), round(VISITS * minutes / MINUTES)
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        command = SERVERS[name](Path(folder), site, port)
        with running_server(command, port, home=Path(folder)):
            here = psutil.Process().children()
            server = next(each for each in here if each.name() == Path(command[0]).name)
            with watched(server) as work:
                heard = asyncio.run(push(port, visits, count, minutes * 60))
            yield f"{name} 推送", heard, work
            cores, heard = os.cpu_count() or 1, Heard()
            context = multiprocessing.get_context("spawn")
            with ProcessPoolExecutor(cores, mp_context=context) as processes:
                list(processes.map(abs, range(cores)))  # they are there before it begins
                with watched(server) as work:
                    each = [
                        processes.submit(hammer, port, visits, seconds, SEED + number)
                        for number in range(cores)
                    ]
                    for one in each:
                        heard.add(one.result())
            yield f"{name} 最多", heard, work


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table of all servers that are installed; 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site")
    parser.add_argument("--minutes", type=float, default=MINUTES, help="at the same rate")
    parser.add_argument("--seconds", type=float, default=10, help="how long as quickly as it can")
    parser.add_argument("--server", choices=SERVERS, help="only this one")
    options = parser.parse_args(arguments)
    table = Table(
        title=f"{VISITS:,} 次访问 {MINUTES} 分钟的速度，{os.cpu_count()} 核", title_justify="left"
    )
    for column in (
        *("", "访问", "每秒请求", "p50 毫秒", "p99 毫秒", "最慢 毫秒", "一次访问 p99 毫秒", "失败"),
        *("发出 MB", "压缩的 %", "服务器占 CPU %", "空闲 %"),
    ):
        table.add_column(column, justify="right")
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        www = Path(folder, "www")
        publishing = ["publish", "--site", str(options.site), "--to", str(www)]
        if pingan([*publishing, "--root", str(ROOT)]):
            return 1
        for name in [options.server] if options.server else filter(is_installed, SERVERS):
            for what, heard, work in measured(
                name, www / "current", options.minutes, options.seconds
            ):
                faults += heard.faults
                if len(heard.visits) > 1:
                    table.add_row(*row(what, heard, work))
    Console(width=160).print(table)
    for fault in faults[:20]:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
