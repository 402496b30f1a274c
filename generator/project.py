"""A project on disk: the content that all counties share, and that of the county in hand.

```
content/common/     what is true in any county; whoever takes the project up gets it from upstream
content/county/     the county that ships
counties/<name>/    a county of one's own, made by `pingan init county`; upstream has none
```
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model.kind import Kind, Layer

CONTENT = "content"
COMMON = "content/common"
SHIPPED = "content/county"
COUNTIES = "counties"
SCHEMAS = "schemas"
PAGES = "pages"
"""Where a county has its own words for pages that stand in `docs/`: `about.md`."""
SITE = "site.yml"
"""The file that makes a folder a county's."""


class CountyError(ValueError):
    """Raised when it is not clear which county is meant; says so in Chinese."""


@dataclass(frozen=True)
class Project:
    """The folders of one project: its root, the common content and the county's."""

    root: Path
    common: Path
    county: Path

    def folder(self, layer: Layer) -> Path:
        """Give the folder of a layer."""
        return self.common if layer is Layer.COMMON else self.county

    def shown(self, path: Path) -> str:
        """Give a path as messages name it: from the root, or whole where it lies elsewhere.

        `root / shown` is the file again.
        """
        return (
            path.relative_to(self.root).as_posix()
            if path.is_relative_to(self.root)
            else path.as_posix()
        )

    @property
    def folders(self) -> tuple[Path, ...]:
        """Give the folders that content lies in, each once."""
        whole = self.root / CONTENT
        outside = (each for each in (self.common, self.county) if not each.is_relative_to(whole))
        return (whole, *outside)

    def place(self, layer: Layer, path: str) -> str:
        """Give as messages name it the file that stands at a path below a layer's folder."""
        return self.shown(self.folder(layer) / path)

    def schemas_from(self, place: str) -> str:
        """Give the way from a file, as messages name it, to the folder of the schemas."""
        folder = (self.root / place).parent
        try:
            return Path(os.path.relpath(self.root / SCHEMAS, folder)).as_posix()
        except ValueError:  # another drive of Windows
            return (self.root / SCHEMAS).as_posix()

    def home_of(self, kind: Kind) -> str:
        """Give as messages name it the folder that a kind's files belong to."""
        return self.place(kind.home, kind.folder)


def project_at(root: Path, county: Path | None = None) -> Project:
    """Give the project at `root` for a county's folder.

    Without `county` it is the one in `counties/`, and the shipped one where there is none yet; a
    relative one is looked for in the project first.
    Raises `CountyError` where there are several to choose from, or the folder is no county's.
    """
    return Project(root, root / COMMON, _chosen(root, county))


def counties_in(folder: Path) -> Iterator[Path]:
    """Give the county folders in a folder, by name."""
    if folder.is_dir():
        own = (path for path in sorted(folder.iterdir()) if not path.name.startswith("."))
        yield from (path for path in own if (path / SITE).is_file())


def _chosen(root: Path, county: Path | None) -> Path:
    if county is not None:
        places = (root / county, county.absolute())
        known = (place for place in places if (place / SITE).exists() or place == root / SHIPPED)
        folder = next(known, None)
        if folder is None:
            raise CountyError(
                f"{county} 不是县文件夹，里面没有 {SITE}。先运行 pingan init county 县名。"
            )
        return folder
    own = list(counties_in(root / COUNTIES))
    if len(own) > 1:
        names = "、".join(f"{COUNTIES}/{path.name}" for path in own)
        raise CountyError(f"有几个县：{names}。用 --county 写明是哪一个。")
    return own[0] if own else root / SHIPPED
