"""Work on files of strangers that may never end: done in a process of its own, and ended."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection

from generator.importer.errors import SourceError
from generator.importer.extract import Extract

if sys.platform == "linux":
    import resource

MOST_SECONDS = 60.0
_MOST_MEMORY = 3_000_000_000
_TOO_MUCH = "另存为 .docx，或者把文字复制到 .txt 再试"


def bounded(read: Callable[[bytes], Extract], content: bytes) -> Extract:
    """Give what `read`, a function of a module, gives for a file.

    Raises `SourceError` where it does, and where it takes too much time or memory.
    """
    spawn = multiprocessing.get_context("spawn")
    near, far = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_answer, args=(far, read, content), daemon=True)
    process.start()
    far.close()
    try:
        if not near.poll(MOST_SECONDS):
            raise SourceError(f"读了 {MOST_SECONDS:.0f} 秒还没有读完：{_TOO_MUCH}")
        answer = near.recv()
    except EOFError as error:
        raise SourceError(f"读到一半停了，文件太复杂：{_TOO_MUCH}") from error
    finally:
        process.kill()
        process.join()
        near.close()
    if isinstance(answer, SourceError):
        raise answer
    assert isinstance(answer, Extract)
    return answer


def _answer(
    far: Connection[object, object], read: Callable[[bytes], Extract], content: bytes
) -> None:
    _keep_within_memory()
    try:
        far.send(read(content))
    except SourceError as error:
        far.send(error)


def _keep_within_memory() -> None:
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
