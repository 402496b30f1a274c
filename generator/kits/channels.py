"""Channel texts: one message, set into the template of each channel."""

from __future__ import annotations

from collections.abc import Mapping

from generator.kits.message import Message
from generator.kits.spoken import read_number, spoken
from generator.look import Folder
from generator.model.library import Library
from generator.templates import Templates

_READ_ALOUD = {"broadcast"}


class Channels:
    """Sets the texts of all channels for one library."""

    def __init__(self, library: Library, templates: Folder) -> None:
        """Take a live library and the folder of their templates."""
        self._hotlines = frozenset(line.number for line in library.site.hotlines)
        self._plain = _templates(templates, escape=False)
        self._html = _templates(templates, escape=True)

    def text(self, channel: str, message: Message) -> str:
        """Set a channel's plain text; for loudspeakers, with numbers written as they are read.

        Raises `BrokenTemplateError` where its template is broken.
        """
        text = self._plain.render(f"{channel}.txt.j2", vars(message)).strip() + "\n"
        return spoken(text, hotlines=self._hotlines) if channel in _READ_ALOUD else text

    def html(self, name: str, values: Mapping[str, object]) -> str:
        """Set a text that is HTML; raises `BrokenTemplateError` where its template is broken."""
        return self._html.render(f"{name}.html.j2", values).strip() + "\n"


def _templates(folder: Folder, *, escape: bool) -> Templates:
    templates = Templates(folder, code="E403", escape=escape)
    templates.environment.globals["read_number"] = read_number
    return templates
