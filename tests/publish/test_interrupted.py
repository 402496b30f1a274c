"""Publishing that is killed, or that meets another one."""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from tests.publish.conftest import Sites
from tests.publish.test_publish import MARKER, STATE, online, publish, releases, verify


def test_what_a_killed_publishing_left_is_removed(sites: Sites, tmp_path: Path) -> None:
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    for name in (".new", ".old"):
        (www / "releases" / name / "half").mkdir(parents=True)
    (www / ".current.new").symlink_to("nowhere")
    (www / f"{STATE}.new").write_text("", encoding="utf-8")
    assert publish(sites.second, www) == 0
    assert online(www) == "second"
    assert len(releases(www)) == 2
    assert {path.name for path in www.iterdir()} == {STATE, ".pingan-lock", "current", "releases"}


def test_a_going_back_killed_before_it_was_noted_counts(sites: Sites, tmp_path: Path) -> None:
    """`current` has gone back already, and the history does not say so yet."""
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    assert publish(sites.second, www) == 0
    noted = (www / STATE).read_bytes()
    assert publish(sites.first, www, "--rollback") == 0
    (www / STATE).write_bytes(noted)
    assert publish(sites.second, www) == 0
    assert publish(sites.second, www, "--rollback") == 0
    assert online(www) == "first"


def test_two_publishings_at_once_do_not_meet(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    with FileLock(www / ".pingan-lock"):
        assert publish(sites.second, www) == 1
    assert "另一个发布正在进行" in capsys.readouterr().err
    assert publish(sites.second, www) == 0


def test_a_publishing_killed_at_any_moment_leaves_a_whole_site_online(
    sites: Sites, tmp_path: Path
) -> None:
    moments = random.Random(20261124)
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    began = time.monotonic()
    assert publish(sites.second, www) == 0
    whole = time.monotonic() - began
    for number in range(20):
        process = os.fork()
        if process == 0:
            try:
                sys.stdout = sys.stderr = io.StringIO()
                publish(sites[number % 2], www, "--keep", "2")
            finally:
                os._exit(0)
        time.sleep(moments.random() * whole * 1.2)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        assert verify(www / "current") == 0
    last = shutil.copytree(sites.first, tmp_path / "last")
    with (last / MARKER).open("a", encoding="utf-8") as file:
        file.write("\n")  # the same files, and yet another site
    assert publish(last, www, "--keep", "2") == 0
    assert online(www) == "first"
    assert len(releases(www)) == 2


def test_who_stops_a_publishing_is_told_what_to_do(
    sites: Sites,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Ctrl+C when the new version is online and an old one is being removed."""
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", _ctrl_c)
        assert publish(sites.second, www, "--keep", "1") == 130
    assert "同样的命令再运行一次就好" in capsys.readouterr().err
    assert verify(www / "current") == 0
    assert publish(sites.second, www, "--keep", "1") == 0
    assert online(www) == "second"


def test_an_old_release_that_cannot_be_removed_is_told_and_removed_later(
    sites: Sites,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        assert publish(sites.second, www, "--keep", "1") == 0
    assert f"已发布，但旧版本没删干净：{www / 'releases/.old'}" in capsys.readouterr().err
    assert publish(sites.first, www, "--keep", "1") == 0
    assert [name[:7] for name in releases(www)] == ["000003-"]


def _ctrl_c(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
