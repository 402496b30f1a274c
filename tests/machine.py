"""What tests do with the machine: a free port, a running server, mounts that nobody else sees."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_server(command: Sequence[str], port: int, *, home: Path) -> Iterator[str]:
    """Run a server until the block is left; gives its address for browsers once it answers."""
    environment = {"HOME": str(home), "PATH": "/usr/sbin:/usr/bin:/bin"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment) as process:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                assert process.poll() is None, process.stderr and process.stderr.read()
                time.sleep(0.1)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:  # else a test that fails waits for the server for ever
            process.terminate()


def with_own_mounts(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command whose mounts end with it and are seen by it alone; skips where not root."""
    done = subprocess.run(
        ["unshare", "--mount", "--propagation", "private", *command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if "Operation not permitted" in done.stderr or "unshare failed" in done.stderr:
        pytest.skip("mounting needs root")
    return done
