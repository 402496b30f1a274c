"""Releases on another machine, over ssh and rsync; that machine needs nothing but a POSIX shell.

What is sent there are two short scripts; every path is their argument, quoted, never a part of
them. The history is read and written by this side.
"""

from __future__ import annotations

import re
import secrets
import shlex
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.model.manifest import MARKER, SIGNATURE, read_manifest
from generator.publish.compressed import add_twins
from generator.publish.history import (
    CURRENT,
    NAME,
    RELEASES,
    STATE,
    History,
    PublishError,
    read_history,
    release_in,
)
from generator.publish.releases import Published
from generator.publish.verify import whole_site

_PLACE = re.compile(r"(?P<host>(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][\w.-]+):(?P<folder>/[^\0\n]*)")
_RSYNC = ("-s", "-rlt", "--checksum", "--chmod=D755,F644")
_MARK = "pingan:"

_LOOK = f"""set -eu
LC_ALL=C; export LC_ALL
if [ -e "$1" ] && [ ! -e "$1/{STATE}" ] && [ -n "$(ls -A "$1")" ]; then
  echo "{_MARK}foreign"; exit 0
fi
umask 022
mkdir -p "$1"
cd "$1"
if [ ! -s {STATE} ]; then printf '%s' "$2" > {STATE}; fi
mkdir -p {RELEASES}
find {RELEASES} -maxdepth 1 -name '.new-*' -mmin +1440 -exec rm -rf {{}} +
if [ -L {CURRENT} ]; then echo "{_MARK}current $(readlink {CURRENT})"
elif [ -e {CURRENT} ]; then echo "{_MARK}foreign-current"; fi
for each in {RELEASES}/*; do
  if [ -f "$each/{MARKER}" ]; then echo "{_MARK}release ${{each#{RELEASES}/}}"; fi
done
echo "{_MARK}state"
cat {STATE}
"""

_HEX = "[0-9a-f]" * 10
_STAMPED = " -o ".join(
    f"-name '{name}{ending}'"
    for name in (f"*.{_HEX}.css", f"*.{_HEX}.js", "*.min.css")
    for ending in ("", ".gz", ".br")
)

_FINISH = f"""set -eu
LC_ALL=C; export LC_ALL
umask 022
flush() {{ sync -f . 2>/dev/null || sync; }}
cd "$1"; new=$2; name=$3; before=$4; state=$5; shift 5
if [ "$(cat {STATE})" != "$before" ]; then echo "{_MARK}changed"; exit 0; fi
for other in {RELEASES}/*; do
  [ -f "$other/{MARKER}" ] || continue
  (cd "$other" && find css js assets/stylesheets -type f \\( {_STAMPED} \\) 2>/dev/null || true) |
  while IFS= read -r file; do
    if [ ! -e "$new/$file" ]; then
      mkdir -p "$(dirname "$new/$file")"
      ln "$other/$file" "$new/$file" 2>/dev/null || cp -p "$other/$file" "$new/$file"
    fi
  done
done
if [ "$new" != "{RELEASES}/$name" ]; then mv "$new" "{RELEASES}/$name"; fi
rm -f .{CURRENT}.new
printf '%s' "$state" > {STATE}.new
flush
ln -s "{RELEASES}/$name" .{CURRENT}.new
mv -fT .{CURRENT}.new {CURRENT} 2>/dev/null || mv -fh .{CURRENT}.new {CURRENT}
mv -f {STATE}.new {STATE}
flush
for old in "$@"; do
  mv "{RELEASES}/$old" "{RELEASES}/.new-$old" && rm -rf "{RELEASES}/.new-$old" || true
done
"""


@dataclass(frozen=True)
class Remote:
    """A folder on another machine, as `user@host:/folder` names it."""

    host: str
    folder: str


@dataclass(frozen=True)
class _Seen:
    """What is on the other machine: the text of the history, what it says, and the releases."""

    state: str
    history: History
    current: str | None
    releases: list[str]


def remote_place(written: str) -> Remote | None:
    """Read where to publish; `None` for a folder of this machine (`C:/x` is one too)."""
    found = _PLACE.fullmatch(written)
    return Remote(found["host"], found["folder"].rstrip("/") or "/") if found else None


def publish_remotely(site: Path, place: Remote, store: Path, *, keep: int) -> Published:
    """Put a site out as a new release on another machine, and make it the current one.

    The twins of its texts are made here, with the help of `store`. What has arrived is compared by
    checksums before it goes online. Raises `PublishError`: then what is online has not changed.
    """
    digest = whole_site(site)
    seen = _look(place)
    current, there = seen.current, seen.releases
    if current in there and str(current).endswith(digest[:10]) and not (site / SIGNATURE).exists():
        return Published(None)
    history = seen.history.followed_by(digest, there)
    new = f"{RELEASES}/.new-{secrets.token_hex(4)}"
    target = f"{place.host}:{place.folder}/{new}/"
    links = [f"--link-dest=../{current}"] if current in there else []
    with tempfile.TemporaryDirectory(prefix="pingan-") as twins:
        add_twins(site, Path(twins), store)
        places = (f"{site}/", f"{twins}/", target)
        sent = _rsync([*links, "--stats", "-8", "--out-format=%i %n"], *places)
        differing = _rsync(["--dry-run", "--out-format=%n"], *places)
    if [line for line in differing.splitlines() if line and not line.endswith("/")]:
        raise PublishError("传过去的和清单对不上，没有发布；再试一次。")
    _finish(place, new, seen, history, history.superfluous(there, keep=keep))
    names = [line.split(" ", 1)[1] for line in sent.splitlines() if line.startswith("<f")]
    manifest = read_manifest(site)
    assert manifest is not None
    return Published(history.names[-1], len(manifest.digests.keys() & set(names)))


def roll_back_remotely(place: Remote) -> str:
    """Make the release before the current one the current one; gives its name.

    Raises `PublishError` where there is none or the machine cannot be reached.
    """
    seen = _look(place)
    history = seen.history.back(seen.releases)
    _finish(place, f"{RELEASES}/{history.names[-1]}", seen, history, [])
    return history.names[-1]


def _look(place: Remote) -> _Seen:
    said, _, state = _ssh(place, _LOOK, place.folder, History().text()).partition(f"{_MARK}state\n")
    lines = [line.removeprefix(_MARK) for line in said.splitlines() if line.startswith(_MARK)]
    if "foreign" in lines:
        raise PublishError(f"{place.folder} 里有别的东西。换一个空的或还没有的文件夹。")
    links = [line.partition(" ")[2] for line in lines if line.startswith("current ")]
    current = release_in(links[0]) if links else None
    if "foreign-current" in lines or (links and current is None):
        raise PublishError(f"{place.folder}/{CURRENT} 不是平安站建的链接，不动它。先把它改名。")
    history = read_history(state)
    if history is None:
        raise PublishError(f"{place.folder}/{STATE} 不是平安站写的。换一个文件夹。")
    found = [line.partition(" ")[2] for line in lines if line.startswith("release ")]
    releases = [name for name in found if NAME.fullmatch(name)]
    return _Seen(state, history.at(current), current, releases)


def _finish(place: Remote, new: str, seen: _Seen, history: History, old: list[str]) -> None:
    """Make a release the current one and remove `old` ones, unless somebody was faster."""
    texts = (seen.state.rstrip("\n"), history.text())
    said = _ssh(place, _FINISH, place.folder, new, history.names[-1], *texts, *old)
    if f"{_MARK}changed" in said:
        raise PublishError("刚才有人在别处发布或退回了，这次没有换上去；再运行一次。")


def _ssh(place: Remote, script: str, *arguments: str) -> str:
    command = "sh -s -- " + " ".join(map(shlex.quote, arguments))
    return _run("ssh", "--", place.host, command, given=script)


def _rsync(options: list[str], *places: str) -> str:
    return _run("rsync", *_RSYNC, *options, "--", *places, given="")


def _run(name: str, *arguments: str, given: str) -> str:
    program = shutil.which(name)
    if program is None:
        raise PublishError(f"发布到别的机器要用 {name}，这台电脑上没有。")
    done = subprocess.run(
        [program, *arguments], input=given.encode(), capture_output=True, check=False
    )
    if done.returncode:
        words = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise PublishError(f"{name} 没有成功：{words or done.returncode}")
    return done.stdout.decode("utf-8", "replace")
