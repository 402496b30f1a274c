"""`pingan fleet build DIR`: the sites of all counties whose folders stand in one."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from generator.check import harmed_by
from generator.fleet.crew import ClusterError, Hire, cluster, outcomes, processes
from generator.fleet.job import Job, Outcome, State, done_before
from generator.fleet.plan import jobs_of, strangers
from generator.fleet.summary import LABELS, PAGE, is_ours, summary, write_summary
from generator.model.fault import BrokenTemplateError
from generator.model.manifest import read_manifest
from generator.report import why_not

Say = Callable[[str], None]
_SHOWN = 3
"""How much is said in the terminal of what is wrong with a county; the summary has it all."""


def run_fleet(options: argparse.Namespace, say: Say, complain: Say) -> int:
    """Build all counties; gives the exit code (1 where one of them could not be built)."""
    root = options.root.resolve()
    folder = _found(options.folder, root)
    output = (options.output or root / "sites").absolute()
    if folder is None:
        complain(f"没有 {options.folder} 这个文件夹。")
        return 2
    taken = _taken(output, root, folder)
    if taken:
        complain(f"各县网站不能放在 {output}：{taken}。用 --output 写一个别的文件夹。")
        return 2
    started = time.perf_counter()
    try:
        jobs = jobs_of(root, folder, output=output, as_of=options.as_of)
        if not jobs:
            complain(f"{options.folder} 里没有县文件夹。县文件夹里有 site.yml。")
            return 2
        hire = cluster(options.scheduler) if options.scheduler else processes(options.jobs)
        done = _all(jobs, hire, again=options.again, say=say)
        path = write_summary(summary(done, root=root, as_of=options.as_of), output)
    except ClusterError as error:
        complain(f"{error}。做好的县留着，再运行一次接着做。")
        return 1
    except BrokenTemplateError as error:
        complain(str(error))
        return 1
    except OSError as error:
        complain(f"没有做完：{why_not(error)}。做好的县留着，再运行一次接着做。")
        return 1
    except KeyboardInterrupt:
        complain("已中断。做好的县留着，再运行一次接着做。")
        return 130
    gone = strangers(output, jobs)
    if gone:
        complain(f"这些网站的县不在名单里了，没有动：{'、'.join(gone)}")
    wrong = [each for each in done if not each.stands]
    say(
        f"共 {len(done)} 个县：生成 {_count(done, State.BUILT)} 个，没有变 "
        f"{_count(done, State.CURRENT)} 个，没有做成 {len(wrong)} 个；"
        f"用时 {time.perf_counter() - started:.1f} 秒。一览：{path}"
    )
    return 1 if wrong else 0


def _taken(output: Path, root: Path, folder: Path) -> str:
    """Say in Chinese what would be lost at a place; "" where nothing would."""
    harmed = harmed_by(output, root)
    if harmed is not None:
        return f"会换掉 {harmed}"
    here, counties = output.resolve(), folder.resolve()
    if here.is_relative_to(counties) or counties.is_relative_to(here):
        return "县文件夹在那里"
    sites = (place for place in (here, *here.parents) if read_manifest(place) is not None)
    site = next(sites, None)
    if site is not None:
        return f"{site} 是一个生成好的网站"
    try:
        return "" if is_ours(output) else f"里面有别的 {PAGE}"
    except OSError as error:
        return why_not(error)


def _found(folder: Path, root: Path) -> Path | None:
    """Give the folder of the counties: as it is written, or in the project."""
    places = (folder.absolute(), root / folder)
    return next((place for place in places if place.is_dir()), None)


def _all(jobs: Iterable[Job], hire: Hire, *, again: bool, say: Say) -> list[Outcome]:
    """Do all jobs that are not done yet; each is told as soon as it ends."""
    known = {} if again else {job.name: found for job in jobs if (found := done_before(job))}
    done = [*known.values()]
    waiting = [job for job in jobs if job.name not in known]
    if done:
        say(f"{len(done)} 个县没有变，不用重做。")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("生成各县", total=len(done) + len(waiting), completed=len(done))
        for outcome in outcomes(waiting, hire, warm=bool(done)):
            done.append(outcome)
            bar.advance(task)
            for line in _told(outcome, len(done), len(known) + len(waiting)):
                say(line)
    return done


def _told(outcome: Outcome, number: int, total: int) -> Iterator[str]:
    head = f"[{number}/{total}] {outcome.name}：{LABELS[outcome.state]}"
    if outcome.stands:
        yield f"{head}，{outcome.pages} 页，提醒 {outcome.warnings} 条，{outcome.seconds:.1f} 秒"
        return
    yield head
    yield from (f"    {line}" for line in outcome.said[:_SHOWN])
    if len(outcome.said) > _SHOWN:
        yield f"    ……共 {len(outcome.said)} 行，全部写在一览里"


def _count(done: Iterable[Outcome], state: State) -> int:
    return sum(each.state is state for each in done)
