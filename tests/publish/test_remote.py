"""Publishing to another machine: real rsync, over an ssh that stays on this machine.

Once it is a real ssh with a real server; elsewhere a stand-in that can be made to fail."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from tests.machine import free_port, running_server
from tests.publish.conftest import Sites

pytestmark = pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is missing")

SSH = """#!/bin/sh
# What ssh does with its arguments: options, then the machine, then a line for its shell.
while :; do
  case "$1" in
    --) shift; break ;;
    -l) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
echo "$1" >> "$ASKED"
shift
exec sh -c "$*"
"""


@pytest.fixture(autouse=True)
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machines that were asked."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "ssh").write_text(SSH, encoding="utf-8")
    (programs / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("ASKED", str(tmp_path / "asked"))
    return tmp_path / "asked"


def publish(site: Path, folder: Path, *extra: str) -> int:
    return main(["publish", "--site", str(site), "--to", f"web@host-1:{folder}", *extra])


def online(folder: Path) -> str:
    text = (folder / "current/alerts/winter.html").read_text(encoding="utf-8")
    return "second" if "天冷烤火" in text else "first"


@pytest.mark.parametrize("name", ["www", '网 站/it\'s $(touch oops); "x" *'])
def test_another_machine_gets_releases_and_goes_back(
    sites: Sites, tmp_path: Path, name: str, asked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / name
    for number in range(4):
        assert publish(sites[number % 2], www, "--keep", "3") == 0, capsys.readouterr().err
        assert online(www) == ("first", "second")[number % 2]
        assert main(["verify", str(www / "current")]) == 0
    names = sorted(path.name for path in (www / "releases").iterdir())
    assert [each[:7] for each in names] == ["000002-", "000003-", "000004-"]
    pack = "files/fire/fire-pack.zip"
    assert len({(www / "releases" / each / pack).stat().st_ino for each in names}) == 1
    assert publish(sites.first, www, "--rollback") == 0
    assert online(www) == "first"
    for css in (path.relative_to(site) for site in sites for path in site.glob("css/*.css")):
        assert (www / "current" / css).is_file()
    assert set(asked.read_text(encoding="utf-8").split()) <= {"web@host-1", "host-1"}
    assert not list(tmp_path.rglob("oops"))


def test_the_same_site_is_not_sent_twice(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert publish(sites.first, tmp_path / "www") == 0
    assert "网上已经是这个版本" in capsys.readouterr().out
    assert len(list((tmp_path / "www/releases").iterdir())) == 1


def test_a_folder_of_somebody_else_is_refused_there_too(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "www"
    www.mkdir()
    (www / "index.html").write_text("别的网站", encoding="utf-8")
    assert publish(sites.first, www) == 1
    assert "里有别的东西" in capsys.readouterr().err
    assert [path.name for path in www.iterdir()] == ["index.html"]


def test_a_current_of_somebody_else_is_refused_there_too(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    (www / "current").unlink()
    (www / "current").symlink_to(tmp_path)
    assert publish(sites.second, www) == 1
    assert "不是平安站建的链接" in capsys.readouterr().err
    assert (www / "current").readlink() == tmp_path


def test_nothing_changes_where_the_machine_cannot_be_reached(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    (tmp_path / "programs/rsync").write_text("#!/bin/sh\necho no route >&2; exit 12\n", "utf-8")
    (tmp_path / "programs/rsync").chmod(0o755)
    assert publish(sites.second, www) == 1
    assert "rsync 没有成功：no route" in capsys.readouterr().err
    assert online(www) == "first"


def test_what_did_not_arrive_whole_does_not_go_online(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An rsync that spoils a page after it has sent everything."""
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    real = shutil.which("rsync")
    spoil = f'for each in "{www}"/releases/.new-*; do echo x >> "$each/about.html"; done'
    (tmp_path / "programs/rsync").write_text(
        f'#!/bin/sh\n"{real}" "$@" || exit\ncase "$*" in *--stats*) {spoil} ;; esac\n', "utf-8"
    )
    (tmp_path / "programs/rsync").chmod(0o755)
    assert publish(sites.second, www) == 1
    assert "传过去的和清单对不上" in capsys.readouterr().err
    assert online(www) == "first"
    assert main(["verify", str(www / "current")]) == 0


def test_a_first_publishing_that_was_cut_off_can_be_done_again(
    sites: Sites, tmp_path: Path
) -> None:
    www = tmp_path / "www"
    (tmp_path / "programs/rsync").write_text("#!/bin/sh\nexit 12\n", "utf-8")
    (tmp_path / "programs/rsync").chmod(0o755)
    assert publish(sites.first, www) == 1
    (tmp_path / "programs/rsync").unlink()
    assert publish(sites.first, www) == 0
    assert online(www) == "first"


def test_all_is_on_the_disk_there_before_it_goes_online_and_before_the_old_goes(
    sites: Sites, tmp_path: Path
) -> None:
    """A `sync` that notes what is online and which releases there are when it is called."""
    www, noted = tmp_path / "www", tmp_path / "noted"
    assert publish(sites.first, www) == 0
    (tmp_path / "programs/sync").write_text(
        f'#!/bin/sh\ncd "{www}"\necho $(readlink current) $(ls releases) >> "{noted}"\n', "utf-8"
    )
    (tmp_path / "programs/sync").chmod(0o755)
    assert publish(sites.second, www, "--keep", "1") == 0
    before, after = (line.split() for line in noted.read_text(encoding="utf-8").splitlines())
    first, second = before[1:]
    assert (before[0], after[0]) == (f"releases/{first}", f"releases/{second}")
    assert after[1:] == [first, second]
    assert [path.name for path in (www / "releases").iterdir()] == [second]


def test_two_who_publish_at_once_do_not_undo_each_other(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An rsync during which somebody else publishes too."""
    www = tmp_path / "www"
    assert publish(sites.first, www) == 0
    real = shutil.which("rsync")
    state = www / ".pingan-releases.json"
    (tmp_path / "programs/rsync").write_text(
        f'#!/bin/sh\nsed -i "s/000001-/000007-/" "{state}"\nexec "{real}" "$@"\n', "utf-8"
    )
    (tmp_path / "programs/rsync").chmod(0o755)
    assert publish(sites.second, www) == 1
    assert "刚才有人在别处发布或退回了" in capsys.readouterr().err
    assert online(www) == "first"
    (tmp_path / "programs/rsync").unlink()
    assert publish(sites.second, www) == 0
    assert online(www) == "second"


@pytest.fixture
def ssh_server(tmp_path: Path) -> Iterator[str]:
    """A real server for one key; `ssh` in the PATH finds it. Gives who to be on which machine."""
    sshd = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")
    if sshd is None or os.geteuid() != 0:
        pytest.skip("sshd is missing, or may not be started")
    Path("/run/sshd").mkdir(exist_ok=True)
    for name in ("host", "user"):
        key = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)]
        subprocess.run(key, check=True)
    port = free_port()
    server = tmp_path / "sshd_config"
    server.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {tmp_path}/host\nPidFile none\n"
        f"AuthorizedKeysFile {tmp_path}/user.pub\nStrictModes no\nUsePAM no\n"
        "PermitRootLogin yes\n",
        encoding="utf-8",
    )
    client = tmp_path / "ssh_config"
    client.write_text(
        f"Port {port}\nHostName 127.0.0.1\nIdentityFile {tmp_path}/user\nBatchMode yes\n"
        f"UserKnownHostsFile {tmp_path}/known\nStrictHostKeyChecking accept-new\n",
        encoding="utf-8",
    )
    ssh = tmp_path / "programs/ssh"
    ssh.unlink()
    real = shutil.which("ssh", path="/usr/bin:/usr/local/bin")
    ssh.write_text(f'#!/bin/sh\nexec {real} -F "{client}" "$@"\n', encoding="utf-8")
    ssh.chmod(0o755)
    with running_server([sshd, "-D", "-e", "-f", str(server)], port, home=tmp_path):
        yield f"{getpass.getuser()}@web-1"


def test_a_real_ssh_server_gets_releases_and_goes_back(
    sites: Sites, tmp_path: Path, ssh_server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "it's the 网站 $(touch oops)"
    to = ["--to", f"{ssh_server}:{www}", "--keep", "2"]
    for number in range(3):
        site = sites[number % 2]
        assert main(["publish", "--site", str(site), *to]) == 0, capsys.readouterr().err
        assert online(www) == ("first", "second")[number % 2]
        assert main(["verify", str(www / "current")]) == 0
    assert len(list((www / "releases").iterdir())) == 2
    assert main(["publish", *to, "--rollback"]) == 0
    assert online(www) == "second"
    assert not list(tmp_path.rglob("oops"))
