"""Pages and files that stand in the old site as they would be made now: they are taken from there.

Of a page it is remembered what came of it, by what it says and by all that the frame around it is
made from.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from generator.digests import Digests
from generator.documents.maker import DocumentError
from generator.engine.before import Before
from generator.engine.finished import FinishedPage
from generator.model.artifact import Artifact
from generator.store import Store

_TAKEN = "taken.html"
_STAGE = "frame"


class OurFile(File):
    """A file that we made: written, or taken from the old site where it is the same."""

    _artifact: Artifact
    _before: Before | None

    @classmethod
    def holding(cls, artifact: Artifact, config: MkDocsConfig, before: Before | None) -> OurFile:
        """Give the file of an artifact; `before` is the old site, if there is one."""
        inclusion = InclusionLevel.INCLUDED
        file = cls.generated(config, artifact.address, content=b"", inclusion=inclusion)
        assert isinstance(file, cls)
        file._artifact, file._before = artifact, before
        return file

    def copy_file(self, dirty: bool = False) -> None:
        """Put the file into the new site; raises `PluginError` where it cannot be made."""
        before = self._before
        if before is not None and before.has(self.dest_uri, self._artifact.digest):
            with suppress(OSError):  # the old site of a preview may be made anew meanwhile
                before.take(self.dest_uri, Path(self.dest_dir))
                return
        try:
            self.content_bytes = self._artifact.content
        except DocumentError as error:
            raise PluginError(str(error)) from error
        super().copy_file(dirty)


class Frames:
    """Decides which pages MkDocs lays out, and takes the others from the old site.

    `frame` is all that the frame around every page is made from.
    """

    def __init__(self, store: Store, before: Before | None, frame: object) -> None:
        """Take what is known of earlier pages, and the old site."""
        self._store = store
        self._before = before
        self._digests = Digests()
        self._frame = self._digests.of(frame)
        self._pages: dict[str, bytes] = {}
        self._taken: set[str] = set()

    def prepare(self, env: Environment) -> None:
        """Give the theme's templates the one that says nothing, for pages that are taken."""
        assert env.loader is not None
        env.loader = ChoiceLoader([DictLoader({_TAKEN: ""}), env.loader])

    def look_at(self, page: FinishedPage) -> None:
        """Decide whether a page is laid out or taken."""
        name = page.file.dest_uri
        self._pages[name] = self._digests.of((self._frame, page.page))
        digest = self._store.known(_STAGE, self._pages[name])
        if self._before is not None and digest and self._before.has(name, digest):
            self._taken.add(name)
            page.meta["template"] = _TAKEN

    def laid_out(self, page: FinishedPage, output: str, site: Path) -> str:
        """Remember what came of a page, or take it: give what is to be written."""
        name = page.file.dest_uri
        if name in self._taken:
            assert self._before is not None
            self._before.take(name, site)
            return ""
        written = output.encode("utf-8", errors="xmlcharrefreplace")
        self._store.keep(_STAGE, self._pages[name], hashlib.sha256(written).hexdigest())
        return output

    def write(self) -> None:
        """Write down what is remembered, at the end of a build."""
        self._store.write()
