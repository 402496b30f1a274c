"""Stylesheets and scripts: those that pages use, each under a name that its content gives.

A name changes with the content, so a reader's cache never mixes two versions, and a page of
yesterday finds yesterday's files as long as they are kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files as files_of
from pathlib import PurePosixPath

import yaml
from mkdocs.structure.files import Files

from generator.look import Look
from generator.model.artifact import Artifact, stamp_of
from generator.model.fault import BrokenTemplateError
from generator.palette import coloured_files

_MATERIAL_CSS = "css/material.css"
_LISTS = "styles.yml"
_NEEDED = ("base", "article")
_OF_OURS = re.compile(r"assets/[a-z0-9-]+\.(svg|png|ico)")
_OF_MATERIAL = re.compile(r"(main|palette)\.[0-9a-f]+\.min\.css")
_SOURCE_MAP = re.compile(rb"\n?/\*# sourceMappingURL=[^*]*\*/\s*")


@dataclass(frozen=True)
class Assets:
    """The stamped files, and where each file that a template names stands."""

    addresses: Mapping[str, str]
    artifacts: tuple[Artifact, ...]

    def address(self, name: str) -> str:
        """Give the stamped address of `css/kit.css`; raises `KeyError` for what is not there."""
        return self.addresses[name]

    def own_style(self, kind: str) -> str:
        """Give the stamped address of what only one kind of page needs; "" where it has none."""
        return self.addresses.get(f"css/{kind}.css", "")


def stamped(look: Look) -> Assets:
    """Name every stylesheet and script of a look by its content; its icon keeps its name.

    Stylesheets are put together as `styles.yml` lists them: one for all pages, one more for some
    kinds of page. Raises `BrokenTemplateError` where that list, the palette or a template fails.
    """
    web = look.web.path
    coloured = {name: text.encode() for name, text in coloured_files(look).items()}
    files = {name: text for name, text in coloured.items() if not name.endswith(".css")}
    files[_MATERIAL_CSS] = _of_material()
    plain = {path.relative_to(web).as_posix(): path for path in (web / "css").rglob("*.css")}
    styles = {**{name: path.read_bytes() for name, path in plain.items()}, **coloured}
    for bundle, parts in _lists(look, styles).items():
        files[f"css/{bundle}.css"] = b"\n".join(styles[part] for part in parts)
    for path in sorted((web / "js").rglob("*.js")):
        files[path.relative_to(web).as_posix()] = path.read_bytes()
    addresses = {name: _stamped_name(name, content) for name, content in files.items()}
    return Assets(
        addresses, tuple(Artifact(addresses[name], content) for name, content in files.items())
    )


def without_the_unused(files: Files, *, theme: Collection[str]) -> None:
    """Take out of a build what the `theme`'s folders hold and no page uses, all but our pictures.

    Stylesheets and scripts come into the site under their stamped names.
    """
    for file in [each for each in files if each.src_dir in theme]:
        if not _OF_OURS.fullmatch(file.src_uri):
            files.remove(file)


def _lists(look: Look, styles: Collection[str]) -> dict[str, list[str]]:
    """Read which of the `styles` are put together to which one of the site."""
    try:
        lists = yaml.safe_load((look.folder.path / _LISTS).read_text(encoding="utf-8"))
        named = {bundle: [f"css/{name}.css" for name in names] for bundle, names in lists.items()}
    except (OSError, ValueError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise _fault(look, " ".join(str(error).split())) from error
    missing = [part for parts in named.values() for part in parts if part not in styles]
    missing += [f"{name}（一组）" for name in _NEEDED if name not in named]
    if missing:
        raise _fault(look, f"没有 {'、'.join(missing)}")
    return named


def _fault(look: Look, words: str) -> BrokenTemplateError:
    return BrokenTemplateError(f"{look.folder.shown}/{_LISTS}", 1, "E404", words)


def _of_material() -> bytes:
    """Give Material's two stylesheets as one, without their source maps."""
    folder = files_of("material") / "templates/assets/stylesheets"
    found = sorted(
        (each for each in folder.iterdir() if _OF_MATERIAL.fullmatch(each.name)),
        key=lambda each: each.name,
    )
    return b"\n".join(_SOURCE_MAP.sub(b"\n", each.read_bytes()) for each in found)


def _stamped_name(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    if path.suffix not in {".css", ".js"}:
        return name
    return str(path.with_suffix(f".{stamp_of(content)}{path.suffix}"))
