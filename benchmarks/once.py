"""Runs a command, and writes its exit code, its seconds and the most memory of it as JSON.

    python once.py FILE COMMAND…

It is small itself: Linux counts as a process's memory what the one had that began it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path


def main(file: str, *command: str) -> None:
    """Run the command; memory is in MB, of the largest of its processes."""
    started = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    found = [process.returncode, seconds, usage.ru_maxrss / 1024]
    Path(file).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
