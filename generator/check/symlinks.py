"""Links in the file system: what a project publishes lies in the project.

The rule: `content`, a county's folder, `docs` and the folder of the look may themselves be
links, for who set the project up chose them. A link inside one of them must lead to something
that is there, that lies in the project or in one of these folders, and that no hidden folder
holds (`.git` has passwords); a linked folder is looked through like any other, and may not hold
the link itself. What passes is read and published as if it stood where the link stands.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.look import look_of
from generator.model.problem import Problem
from generator.project import Project


def check_symlinks(project: Project) -> Iterator[Problem]:
    """Report every link in the published folders of a project that leads astray."""
    root = project.root
    published = (*project.folders, root / "docs", look_of(root).folder.path)
    tops = [folder for folder in published if folder.is_dir()]
    allowed = [root.resolve(), *(top.resolve() for top in tops)]
    for top in tops:
        yield from _look_through(top, allowed, root, (top.resolve(),))


def _look_through(
    folder: Path, allowed: list[Path], root: Path, inside: tuple[Path, ...]
) -> Iterator[Problem]:
    """Walk `folder`; `inside` are the real folders that it is in, so that no circle is walked."""
    for place, folders, names in os.walk(folder):
        for path in sorted(Path(place, name) for name in (*folders, *names)):
            if not path.is_symlink():
                continue
            why = _astray(path, allowed, (*inside, Path(place).resolve()))
            if why:
                yield Problem(
                    path=_shown(path, root),
                    code="E413",
                    message=f"这个链接{why}",
                    hint="删掉链接，把要用的文件复制到这里",
                )
            elif path.is_dir():
                yield from _look_through(path, allowed, root, (*inside, path.resolve()))


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _astray(link: Path, allowed: list[Path], inside: tuple[Path, ...]) -> str:
    """Say what is wrong with where a link leads; nothing where it is good."""
    try:
        real = link.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself
        return "指向的东西不存在"
    homes = [each for each in allowed if real.is_relative_to(each)]
    if any(each.is_relative_to(real) for each in inside):
        return "指向它自己所在的文件夹，会绕圈"
    if not homes:
        return "指向项目外面"
    hidden = [
        each for each in homes if any(p.startswith(".") for p in real.relative_to(each).parts)
    ]
    return "指向隐藏的文件夹" if hidden else ""
