"""The look of a site: the folder that mkdocs.yml names, with all templates and styles.

Another look is another folder of the same form: `custom_dir` in mkdocs.yml names its `web/`, and
everything else stands beside that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.model.yaml_loader import LOADER

_USUAL = "theme/web"
_ROOMS = ("pages", "documents", "channels", "feeds", "reports", "coloured")


class Folder(NamedTuple):
    """A folder, and how a person in the project calls it, for instance `theme/pages`."""

    path: Path
    shown: str

    def inside(self, name: str) -> Folder:
        """Give a folder in this one."""
        return Folder(self.path / name, f"{self.shown}/{name}")

    def digest(self) -> bytes:
        """Fingerprint all files of the folder."""
        whole = hashlib.blake2b(digest_size=20)
        for path in sorted(path for path in self.path.rglob("*") if path.is_file()):
            for part in (path.relative_to(self.path).as_posix().encode(), path.read_bytes()):
                whole.update(len(part).to_bytes(8, "big"))
                whole.update(part)
        return whole.digest()


@dataclass(frozen=True)
class Look:
    """Where the parts of a look stand; `web` is published, all the others only used.

    `colour` is the main colour (#rrggbb) of a county that has its own.
    """

    folder: Folder
    web: Folder
    colour: str = ""

    @property
    def pages(self) -> Folder:
        """Give the folder of the page templates."""
        return self.folder.inside("pages")

    @property
    def documents(self) -> Folder:
        """Give the folder of the templates of printed documents."""
        return self.folder.inside("documents")

    @property
    def channels(self) -> Folder:
        """Give the folder of the templates of articles, messages and broadcasts."""
        return self.folder.inside("channels")

    @property
    def feeds(self) -> Folder:
        """Give the folder of the templates of feeds."""
        return self.folder.inside("feeds")

    @property
    def reports(self) -> Folder:
        """Give the folder of the templates of what tells of several sites."""
        return self.folder.inside("reports")

    @property
    def coloured(self) -> Folder:
        """Give the folder of the published files that get their colours from the palette."""
        return self.folder.inside("coloured")

    def missing(self) -> Iterator[str]:
        """Give what a whole look has and this one has not, as a person calls it."""
        for room in _ROOMS:
            if not (self.folder.path / room).is_dir():
                yield f"{self.folder.shown}/{room}"


def look_of(root: Path, *, colour: str | None = None) -> Look:
    """Give the look of the project at `root`, in the main colour of a county that has its own.

    Where mkdocs.yml cannot be read or names no folder it is the usual one: what is wrong with
    that file, and whether the folder is there, the engine says.
    """
    named = Path(_custom_dir(root / "mkdocs.yml") or _USUAL)
    folder = Folder(root / named.parent, named.parent.as_posix())
    return Look(folder, folder.inside(named.name), colour or "")


def _custom_dir(config: Path) -> str:
    """Read `theme.custom_dir`; other values may have tags that only the engine understands."""
    try:
        node = yaml.compose(config.read_text(encoding="utf-8"), Loader=LOADER)
    except (OSError, ValueError, yaml.YAMLError):
        return ""
    for key in ("theme", "custom_dir"):
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), None)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
