"""Jinja templates of a folder: strict, escaping, and with their place where one is broken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from generator.look import Folder
from generator.model.fault import BrokenTemplateError, fault_in


class Compiled(BytecodeCache):
    """Compiled templates by their source, kept for the later builds of a program that goes on.

    What is compiled fits environments of the same options only.
    """

    def __init__(self) -> None:
        """Start with nothing compiled."""
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what was compiled of the same source."""
        known = self._kept.get((bucket.key, bucket.checksum))
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = {escape: Compiled() for escape in (True, False)}


class Templates:
    """The templates of one folder; `environment` may be given filters and globals."""

    def __init__(self, folder: Folder, *, code: str, escape: bool = True) -> None:
        """Take the folder and the code of its faults.

        `escape` says that what values say is text, not HTML.
        """
        self._folder = Folder(folder.path.resolve(), folder.shown)
        self._code = code
        self.environment = Environment(
            loader=FileSystemLoader(self._folder.path),
            autoescape=escape,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED[escape],
        )

    def render(self, name: str, values: Mapping[str, Any], *, for_: str = "") -> str:
        """Render the template `name`; raises `BrokenTemplateError` where it is broken.

        `for_` names what is rendered, for the words of a fault that has no place.
        """
        try:
            return self.environment.get_template(name).render(values)
        except Exception as error:  # whatever a template does wrong, its writer is told where
            fault = fault_in(error, self._folder.path, shown=self._folder.shown, code=self._code)
            words = f"{error}（{for_}）" if for_ else str(error)
            raise fault or BrokenTemplateError(
                f"{self._folder.shown}/{name}", 1, self._code, words
            ) from error
