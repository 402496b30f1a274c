"""Stylesheets and scripts: those that pages use, each under a name that its content gives.

A name changes with the content, so a reader's cache never mixes two versions, and a page of
yesterday finds yesterday's files as long as they are kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from mkdocs.structure.files import Files

from generator.look import Look
from generator.model.artifact import Artifact, stamp_of
from generator.palette import coloured_files

BASE_CSS = "css/base.css"
_OF_MATERIAL = re.compile(r"assets/stylesheets/(main|palette)\.[0-9a-f]+\.min\.css")
_OF_OURS = re.compile(r"assets/[a-z0-9-]+\.(svg|png|ico)")
_SOURCE_MAP = re.compile(rb"\n?/\*# sourceMappingURL=[^*]*\*/\s*")


@dataclass(frozen=True)
class Assets:
    """The stamped files, and where each file that a template names stands."""

    addresses: Mapping[str, str]
    artifacts: tuple[Artifact, ...]

    def address(self, name: str) -> str:
        """Give the stamped address of `css/kit.css`; raises `KeyError` for what is not there."""
        return self.addresses[name]


def stamped(look: Look, *, base: Iterable[str]) -> Assets:
    """Name every stylesheet and script of a look by its content; its icon keeps its name.

    The `base` stylesheets, which every page needs, become one: `css/base.css`.
    Raises `BrokenTemplateError` where colours cannot be put in, `OSError` where a file is missing.
    """
    web = look.web.path
    made = {name: text.encode() for name, text in coloured_files(look).items()}
    for folder, ending in (("css", ".css"), ("js", ".js")):
        for path in sorted((web / folder).rglob(f"*{ending}")):
            made[path.relative_to(web).as_posix()] = path.read_bytes()
    first = tuple(base)
    files = {BASE_CSS: b"\n".join(made.pop(name) for name in first), **made}
    addresses = {name: _stamped_name(name, content) for name, content in files.items()}
    return Assets(
        addresses, tuple(Artifact(addresses[name], content) for name, content in files.items())
    )


def without_the_unused(files: Files, *, theme: Collection[str]) -> None:
    """Take out of a build what the `theme`'s folders hold and no page uses.

    What stays are our pictures and two stylesheets of Material, without their source maps.
    """
    for file in [each for each in files if each.src_dir in theme]:
        if _OF_MATERIAL.fullmatch(file.src_uri):
            file.content_bytes = _SOURCE_MAP.sub(b"\n", file.content_bytes)
        elif not _OF_OURS.fullmatch(file.src_uri):
            files.remove(file)


def _stamped_name(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    if path.suffix not in {".css", ".js"}:
        return name
    return str(path.with_suffix(f".{stamp_of(content)}{path.suffix}"))
