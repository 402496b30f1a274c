"""Stylesheets and scripts: those that pages use, each under a name that its content gives.

A name changes with the content, so a reader's cache never mixes two versions, and a page of
yesterday finds yesterday's files as long as they are kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml
from mkdocs.structure.files import Files

from generator.engine.material import material_css, parts_named_in
from generator.look import Look
from generator.model.artifact import Artifact, stamp_of
from generator.model.fault import BrokenTemplateError
from generator.model.yaml_loader import LOADER
from generator.palette import coloured_files

_MATERIAL_CSS = "css/material.css"
_STYLES = "styles.yml"
_SCRIPTS = "scripts.yml"
_NEEDED = {
    _STYLES: ("base", "article"),
    _SCRIPTS: (
        *("look", "base", "article", "aloud"),
        *("training", "course", "kit", "search", "search-later"),
    ),
}
_OF_OURS = re.compile(r"assets/[a-z0-9-]+\.(svg|png|ico)")
_COMMENT = re.compile(rb"^[ \t]*/\*(?:(?!\*/)(?s:.))*\*/[ \t]*\r?\n", re.MULTILINE)
"""A comment on lines of its own: a fifth of what a reader would wait for on a slow line."""


@dataclass(frozen=True)
class Assets:
    """The stamped files, and where each file that a template names stands."""

    addresses: Mapping[str, str]
    artifacts: tuple[Artifact, ...]

    def address(self, name: str) -> str:
        """Give the stamped address of `css/kit.css`; raises `KeyError` for what is not there."""
        return self.addresses[name]

    def own(self, kind: str, suffix: str) -> str:
        """Give the stamped address of the `css` or `js` of one kind of page; "" if it has none."""
        return self.addresses.get(f"{suffix}/{kind}.{suffix}", "")


def stamped(look: Look) -> Assets:
    """Name every stylesheet and script of a look by its content; its icon keeps its name.

    Both are put together as `styles.yml` and `scripts.yml` list them: one for all pages, one more
    for some kinds of page; scripts without their comments. Raises `BrokenTemplateError` where a
    list, the palette or a template fails.
    """
    web = look.web.path
    coloured = {name: text.encode() for name, text in coloured_files(look).items()}
    files = {name: text for name, text in coloured.items() if not name.endswith(".css")}
    styles = {**_under(web, "css"), **coloured}
    for bundle, parts in _lists(look, _STYLES, "css", styles).items():
        files[f"css/{bundle}.css"] = b"\n".join(styles[part] for part in parts)
    scripts = _under(web, "js")
    pages = [each.read_bytes() for each in (*look.pages.path.rglob("*.j2"), *web.rglob("*.html"))]
    texts = [text.decode() for text in (*pages, *styles.values(), *scripts.values())]
    files[_MATERIAL_CSS] = material_css(parts_named_in(texts))
    for bundle, parts in _lists(look, _SCRIPTS, "js", scripts).items():
        files[f"js/{bundle}.js"] = b"\n".join(_COMMENT.sub(b"", scripts[part]) for part in parts)
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


def _under(web: Path, suffix: str) -> dict[str, bytes]:
    """Read what stands under the folder of that name, by its path in the look."""
    found = (web / suffix).rglob(f"*.{suffix}")
    return {path.relative_to(web).as_posix(): path.read_bytes() for path in found}


def _lists(look: Look, name: str, suffix: str, known: Collection[str]) -> dict[str, list[str]]:
    """Read which of the `known` files are put together to which one of the site."""
    try:
        lists = yaml.load((look.folder.path / name).read_text(encoding="utf-8"), Loader=LOADER)
        named = {
            bundle: [f"{suffix}/{part}.{suffix}" for part in parts]
            for bundle, parts in lists.items()
        }
    except (OSError, ValueError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise _fault(look, name, " ".join(str(error).split())) from error
    missing = [part for parts in named.values() for part in parts if part not in known]
    missing += [f"{bundle}（一组）" for bundle in _NEEDED[name] if bundle not in named]
    if missing:
        raise _fault(look, name, f"没有 {'、'.join(missing)}")
    return named


def _fault(look: Look, name: str, words: str) -> BrokenTemplateError:
    return BrokenTemplateError(f"{look.folder.shown}/{name}", 1, "E404", words)


def _stamped_name(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    if path.suffix not in {".css", ".js"}:
        return name
    return str(path.with_suffix(f".{stamp_of(content)}{path.suffix}"))
