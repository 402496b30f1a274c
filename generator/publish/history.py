"""The history of what was online, in the order in which it came: its last is what is online."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

STATE = ".pingan-releases.json"
RELEASES = "releases"
CURRENT = "current"
_ABOUT = "这个文件夹由平安站发布：releases 里是各个版本，current 指向网上的那一个。"
_MAKER = "由平安站发布"
NAME = re.compile(r"[0-9]{6,}-[0-9a-f]{10}")


class PublishError(Exception):
    """Raised where nothing could be published or proved; says why in Chinese."""


@dataclass(frozen=True)
class History:
    """Names of releases, `000012-1a2b3c4d5e`: a number that grows, and the site's digest."""

    names: tuple[str, ...] = ()

    def at(self, current: str | None) -> History:
        """Give the history that ends with what really is online."""
        if current is None:
            return self
        if current in self.names:
            return History(self.names[: self.names.index(current) + 1])
        return History((*self.names, current))

    def followed_by(self, digest: str, there: Iterable[str]) -> History:
        """Give the history after one more release; its number is above all that are `there`."""
        numbers = [int(name.partition("-")[0]) for name in (*there, *self.names)]
        return History((*self.names, f"{max(numbers, default=0) + 1:06d}-{digest[:10]}"))

    def back(self, there: Iterable[str]) -> History:
        """Give the history without its last, and without what is no longer `there`.

        Raises `PublishError` where there is nothing to go back to.
        """
        before = tuple(name for name in self.names[:-1] if name in set(there))
        if not before:
            raise PublishError("没有更早的版本可以退回。")
        return History(before)

    def superfluous(self, there: Iterable[str], *, keep: int) -> list[str]:
        """Give which releases are not among the last `keep`."""
        return sorted(set(there) - set(self.names[-keep:]))

    def text(self) -> str:
        """Write the history as it stands in the folder of releases."""
        known = {"about": _ABOUT, "history": list(self.names)}
        return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def read_history(text: str) -> History | None:
    """Read what `History.text` wrote; `None` for anything else."""
    try:
        known = json.loads(text)
        if _MAKER not in known["about"]:
            return None
        return History(tuple(name for name in known["history"] if NAME.fullmatch(name)))
    except (ValueError, KeyError, TypeError):
        return None


def release_in(link: str) -> str | None:
    """Give the release to which the link `current` leads; `None` where it leads elsewhere."""
    folder, _, name = link.replace("\\", "/").rpartition("/")
    return name if folder == RELEASES and NAME.fullmatch(name) else None
