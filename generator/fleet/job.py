"""One county of many: what is to be built, the building of it, and what came of it.

A job runs in a process of its own, which may be on another machine that sees the same folders.
"""

from __future__ import annotations

import hashlib
import json
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from importlib.metadata import distributions
from pathlib import Path

from generator import kept
from generator.engine.build import EngineError, build_site
from generator.engine.patch import PartlyError
from generator.engine.swap import BusyError
from generator.model.manifest import MARKER, digest_of, read_manifest
from generator.model.problem import ContentError, Problem, has_errors
from generator.project import CountyError, project_at
from generator.report import grouped, why_not

_OVERDUE = "W302"
_ONE_AT_A_TIME = threading.Lock()
"""MkDocs keeps settings in its process, so threads of one process take turns."""
_GENERATOR = Path(__file__).parent.parent


class State(StrEnum):
    """What became of a county."""

    BUILT = "built"
    CURRENT = "current"
    """Built by an earlier run from the same content and program: left as it is."""
    REFUSED = "refused"
    """Its content has errors."""
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True)
class Job:
    """A county that is to be built.

    `name` is its folder's path below that of the fleet; `program` is the fingerprint of the
    program that wants it built, and `record` where it is noted that `made_from` was built; that is
    "" where it is not known what a site would be made from.
    """

    name: str
    root: Path
    county: Path
    target: Path
    as_of: str
    program: str
    record: Path
    made_from: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of a county: pages, warnings (`overdue` are those of late reviews), bytes.

    `seconds` is the time that it took; `said` are the lines that say why it was not built.
    """

    name: str
    state: State
    pages: int = 0
    size: int = 0
    warnings: int = 0
    overdue: int = 0
    seconds: float = 0.0
    said: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Tell whether the county's site is that of its content."""
        return self.state in {State.BUILT, State.CURRENT}


def done_before(job: Job) -> Outcome | None:
    """Give what an earlier run noted of a job, where its site is still the one that was made."""
    noted = kept.read(job.record, answers=job.made_from) if job.made_from else None
    manifest = read_manifest(job.target)
    if noted is None or manifest is None or manifest.changing:
        return None
    found = json.loads(noted)
    if found["manifest"] != digest_of(job.target / MARKER):
        return None
    if not all((job.target / name).is_file() for name in manifest.files or ()):
        return None
    return replace(Outcome(**{**found["outcome"], "said": ()}), state=State.CURRENT)


def build_county(job: Job) -> Outcome:
    """Build a county; whatever is wrong with it is told in the outcome and never raised."""
    if job.program != PROGRAM:
        return failed(job, "这台机器上的程序和发出任务的不是同一版，更新了再做一次")
    with _ONE_AT_A_TIME:
        started = time.perf_counter()
        outcome = replace(_built(job), seconds=time.perf_counter() - started)
    if outcome.state is State.BUILT and job.made_from:
        noted = {"outcome": asdict(outcome), "manifest": digest_of(job.target / MARKER)}
        kept.write(job.record, json.dumps(noted).encode(), answers=job.made_from)
    return outcome


def failed(job: Job, *said: str) -> Outcome:
    """Give the outcome of a job that could not be done."""
    return Outcome(name=job.name, state=State.FAILED, said=said)


def _program() -> str:
    """Fingerprint the program of this machine, and the libraries that it uses."""
    whole = hashlib.sha256(sys.version.encode())
    used = sorted({f"{each.name}={each.version}" for each in distributions()})
    whole.update("\n".join(used).encode())
    for path in sorted(_GENERATOR.rglob("*.py")):
        whole.update(path.relative_to(_GENERATOR).as_posix().encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


PROGRAM = _program()
"""The program as it was when it was started: what is changed later does not run."""


def _built(job: Job) -> Outcome:
    try:
        project = project_at(job.root, job.county)
        built = build_site(project, as_of=job.as_of, target=job.target, processes=1)
    except ContentError as error:
        return Outcome(
            name=job.name,
            state=State.REFUSED,
            warnings=sum(not has_errors([each]) for each in error.problems),
            overdue=_overdue(error.problems),
            said=tuple(grouped([each for each in error.problems if has_errors([each])])),
        )
    except (CountyError, EngineError) as error:
        return failed(job, str(error))
    except BusyError:
        return failed(job, "另一个程序正在生成这个县")
    except PartlyError as error:
        return failed(job, f"网站只换了一部分：{why_not(error)}。再生成一次就好")
    except OSError as error:
        return failed(job, why_not(error))
    except Exception as error:  # a fault of the program stops no other county
        return failed(job, f"程序出错（{type(error).__name__}：{error}），请报给做程序的人")
    return Outcome(
        name=job.name,
        state=State.BUILT,
        pages=built.pages.total(),
        size=built.size,
        warnings=len(built.warnings),
        overdue=_overdue(built.warnings),
    )


def _overdue(problems: Sequence[Problem]) -> int:
    return sum(problem.code == _OVERDUE for problem in problems)
