"""Other processes that make the same documents, from the other end of the list.

They only fill the folder of made documents, where this process finds them when it comes to them:
what is made, and in which order it stands, does not depend on them, nor on how many there are.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing.context import SpawnProcess
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any

from generator.cards import card_cells
from generator.documents.maker import DOCUMENTS, Maker
from generator.engine.assets import stamped
from generator.kits import kit_cells
from generator.later import Cell
from generator.load import load
from generator.look import Look, look_of
from generator.media import make_media
from generator.model.library import Library
from generator.packs import course_cells, sector_cells
from generator.palette import palette_of
from generator.pictures import drawings_of
from generator.project import project_at
from generator.reads import Sources
from generator.store import store_of

_WORTH = 16
"""So many things must wait for each process: one takes a second or two to begin."""


@dataclass(frozen=True)
class Order:
    """What is to be made: of which project, for which day, with drafts or without."""

    root: Path
    county: Path
    day: date
    drafts: bool


def cells(
    library: Library, maker: Maker, look: Look, asset: Callable[[str], str]
) -> list[Cell[Any]]:
    """Give all that makes documents, those that take longest first."""
    return [
        *(cell for _, cell in course_cells(library, maker)),
        *(cell for _, cell in kit_cells(library, maker, look, asset)),
        *(cell for _, cell in sector_cells(library, maker)),
        *(cell for _, cell in card_cells(library, maker, look)),
    ]


@contextmanager
def others(order: Order, waiting: int, *, processes: int) -> Iterator[None]:
    """Let other processes of this machine help as long as the block lasts.

    `waiting` is how many things are not made yet; `processes` is how many there may be, this one
    included. A process that fails helps no longer, and nobody waits for it.
    """
    spawn = multiprocessing.get_context("spawn")
    count = min(processes - 1, waiting // _WORTH)
    if multiprocessing.current_process().daemon:
        count = 0  # such a process may start no other
    taken = spawn.Value("i", 0)
    started: list[SpawnProcess] = []
    try:
        for _ in range(count):
            helper = spawn.Process(target=_help, args=(order, taken), daemon=True)
            with suppress(OSError):
                helper.start()
                started.append(helper)
        yield
    finally:
        for helper in started:
            helper.terminate()
            helper.join()


def _help(order: Order, taken: Synchronized[int]) -> None:
    """Make what nobody has taken yet, the last things first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(Exception):  # whoever started us meets the same, and says so
        _make_all(order, taken)


def _make_all(order: Order, taken: Synchronized[int]) -> None:
    project = project_at(order.root, order.county)
    loaded = load(project).library
    assert loaded is not None
    library = loaded.live(order.day, with_drafts=order.drafts)
    look = look_of(order.root, colour=library.site.colour)
    media = make_media(library, project.county, order.root / DOCUMENTS)
    with store_of(order.root) as store:
        drawings = drawings_of(library.pictures.values(), palette_of(look), store)
        maker = Maker(library.site, order.root, logo=media.mark, drawings=drawings)
        sources = Sources(store, library, drawings=drawings)
        for cell in _untaken(cells(library, maker, look, stamped(look).address), taken):
            if not cell.is_known(sources):
                sources.asked_again(cell.make)


def _untaken(all_cells: Sequence[Cell[Any]], taken: Synchronized[int]) -> Iterator[Cell[Any]]:
    """Give cell by cell from the end, each to one process only."""
    while True:
        with taken.get_lock():
            taken.value += 1
            number = taken.value
        if number > len(all_cells):
            return
        yield all_cells[-number]
