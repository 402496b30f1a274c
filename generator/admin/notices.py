"""The licences of what /admin/ delivers: the CMS, what is inside it, and its fonts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from generator.documents.archive import licence_section, notepad_text

_LICENCE = re.compile(r"(licen[cs]e|copying|notice)(\.(md|txt))?", re.IGNORECASE)
_NAME = r"(?:@[^/]+/)?[^/.][^/]*"
_PACKAGE = re.compile(rf"(?:{_NAME}/node_modules/)*{_NAME}/package\.json")
_INSIDE = re.compile(r"node_modules/\.pnpm/[^/]+/node_modules/((?:@[^/]+/)?[^/]+)/")
_PINNED = re.compile(r"node_modules/\.pnpm/([^/]+)/")
_HEAD = """网页编辑（/admin/）用到的别人的东西，和它们的许可
"""
_BUNDLED = """编辑器的脚本里已经合进了下面这些模块。它们的许可原文不在安装的包里，
脚本中带 @license 的说明都保留着；各模块的许可见 https://www.npmjs.com/package/ 加模块名。
"""


def notices(modules: Path) -> bytes:
    """Give the licences of the packages in a folder `node_modules`, as a text for Notepad."""
    texts = [_HEAD, *_packages(modules), *_fonts(modules / "@sveltia/cms/npm")]
    texts.append(licence_section("合进编辑器的模块", _BUNDLED + "\n".join(bundled(modules))))
    return notepad_text("\n".join(texts) + "\n")


def bundled(modules: Path) -> list[str]:
    """Name the modules, with their versions, that the CMS's source maps say are inside it."""
    found = set()
    for path in (modules / "@sveltia/cms/npm").rglob("*.js.map"):
        for source in json.loads(path.read_text(encoding="utf-8"))["sources"]:
            name, pinned = _INSIDE.search(source), _PINNED.search(source)
            if name and pinned:
                stored = name[1].replace("/", "+")
                version = pinned[1].removeprefix(f"{stored}@").partition("_")[0].partition("(")[0]
                found.add(f"{name[1]} {version}")
    return sorted(found)


def _packages(modules: Path) -> Iterator[str]:
    for path in sorted(modules.rglob("package.json")):
        if not _PACKAGE.fullmatch(path.relative_to(modules).as_posix()):
            continue
        about = json.loads(path.read_text(encoding="utf-8"))
        texts = [
            each.read_text(encoding="utf-8")
            for each in sorted(path.parent.iterdir())
            if _LICENCE.fullmatch(each.name)
        ]
        yield licence_section(
            f"{about['name']} {about['version']}：{about.get('license', '没有写明')}",
            "\n".join(texts).strip("\n"),
        )


def _fonts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.LICENSE.txt")):
        name = path.name.removesuffix(".LICENSE.txt")
        yield licence_section(f"字体 {name}", path.read_text(encoding="utf-8").strip("\n"))
