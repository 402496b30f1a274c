"""Folders: where a build writes is a folder, and may be written to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.model.problem import Problem


def check_folders(root: Path, target: Path) -> Iterator[Problem]:
    """Report why the site could not be put at `target`, or documents kept in `root/.pingan`."""
    for folder in dict.fromkeys((target, root / ".pingan")):
        shown = _shown(folder, root)
        place = folder
        while not place.exists() and place != place.parent:
            place = place.parent
        if not place.is_dir():
            yield Problem(
                path=_shown(place, root),
                line=1,
                column=1,
                code="E405",
                message="这里应当是文件夹，却是一个文件",
                hint="把它改名或移走，再生成",
            )
        elif not os.access(place, os.W_OK | os.X_OK):
            yield Problem(
                path=shown,
                line=1,
                column=1,
                code="E406",
                message=f"文件夹 {_shown(place, root)} 不能写入",
                hint="换一个文件夹（--output），或请管理员给写入的权限",
            )


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
