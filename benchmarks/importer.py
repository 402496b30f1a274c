"""How long a document takes to be read, and how much memory: 120 items, and one of 5 MB.

    python -m benchmarks.importer

The document is generated: ten chapters, each item with a note of who answers for it, a figure
and a day. Seconds of one run each in a process of its own, memory at its highest.
"""

from __future__ import annotations

import multiprocessing
import resource
import time

from generator.importer.reading import read
from generator.importer.source import Source
from generator.importer.units import KnownUnits
from generator.model.unit import Unit
from generator.model.vocabulary import UnitKind

_HAN = "一二三四五六七八九十"
_NAMES = ("县安委办", "县应急局", "县住建局", "各镇（街道）")
_SENTENCE = "县应急局每季度至少召开1次会议，看楼道、看电线、看阀门，6月底前完成16座改造。"
_NOTE = "（县安委办牵头，县应急局、县住建局按职责分工负责，各镇（街道）配合）"


def document(items: int, sentences: int) -> str:
    """Give a plan of so many items, each of so many sentences."""
    lines = ["2027年样例县安全生产工作要点"]
    for place, number in enumerate(_HAN):
        lines.append(f"{number}、第{number}部分的事")
        first, last = items * place // 10, items * (place + 1) // 10
        lines += [
            f"{each + 1}.落实第{each + 1}样。{_SENTENCE * sentences}{_NOTE}"
            for each in range(first, last)
        ]
    return "\n".join(lines)


def measure(items: int, sentences: int) -> None:
    """Read a document and print what that took."""
    known = KnownUnits(
        Unit(id=f"unit-{place}", name=name, kind=UnitKind.DEPARTMENT, about="管一样事。")
        for place, name in enumerate(_NAMES)
    )
    text = document(items, sentences)
    begin = time.perf_counter()
    found = read(Source("plan.txt", text), known, year=2027)
    seconds = time.perf_counter() - begin
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert len(found.points) == items
    size = len(text.encode()) / 1_000_000
    print(f"{items} items, {size:.1f} MB: {seconds:.2f} s, {most:.0f} MB of memory")


if __name__ == "__main__":
    for wanted in ((120, 6), (990, 45)):
        run = multiprocessing.get_context("spawn").Process(target=measure, args=wanted)
        run.start()
        run.join()
