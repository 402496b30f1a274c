"""The article of 公众号: one text and one stylesheet, with classes or with style attributes.

Our pages allow no style attributes, and the editor of 公众号 knows nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.kits.channels import Channels
from generator.kits.message import Message
from generator.look import Look
from generator.model.address import ICON, relative
from generator.palette import coloured_files

Styled = Callable[[str], Markup]
"""Gives the attribute that makes an element look as its name says."""

_CLASS = "pa-article__"
_RULE = re.compile(rf"\.{_CLASS}([a-z]+) \{{([^}}]*)\}}")
STYLESHEET = "css/article.css"
_SCRIPT = "js/article.js"
ASSETS = (STYLESHEET, _SCRIPT)
"""The files of the theme that an article's own page uses."""


@dataclass(frozen=True)
class ArticleStyles:
    """What each named element of the article looks like, written as in a style attribute.

    `stylesheet` is how a person calls the file that says it.
    """

    declarations: Mapping[str, str]
    stylesheet: str

    def as_class(self, name: str) -> Markup:
        """Give the class of an element, for pages that have the stylesheet."""
        self._of(name)
        return Markup(' class="{}{}"').format(_CLASS, name)

    def as_style(self, name: str) -> Markup:
        """Give the style of an element, for what has to carry it along."""
        return Markup(' style="{}"').format(self._of(name))

    def table(self) -> str:
        """Give the style of each class as JSON, for the script that copies the article."""
        styles = {_CLASS + name: style for name, style in self.declarations.items()}
        return json.dumps(styles, separators=(",", ":"))

    def _of(self, name: str) -> str:
        if name not in self.declarations:
            raise LookupError(f"{self.stylesheet} 里没有 .{_CLASS}{name}")
        return self.declarations[name]


def article_styles(look: Look) -> ArticleStyles:
    """Give the styles of the article of a look; raises `BrokenTemplateError` where they fail."""
    text = coloured_files(look)[STYLESHEET]
    declarations = {rule[1]: _compact(rule[2]) for rule in _RULE.finditer(text)}
    return ArticleStyles(declarations, f"{look.coloured.shown}/{STYLESHEET}.j2")


@dataclass(frozen=True)
class Article:
    """An article for a page of ours, as a page of its own, and as a file of a kit.

    `styles` is what its classes look like, as JSON.
    """

    shown: str
    page: str
    file: str
    styles: str


@dataclass(frozen=True)
class Articles:
    """Sets articles; `asset` gives the address of a stylesheet or script of the theme."""

    channels: Channels
    styles: ArticleStyles
    asset: Callable[[str], str]

    def article(self, message: Message, *, address: str) -> Article:
        """Set the article of a message; the page of its own stands at `address`.

        Raises `BrokenTemplateError` where a template is broken.
        """
        links = {
            "icon": relative(ICON, start=address),
            "stylesheet": relative(self.asset(STYLESHEET), start=address),
            "script": relative(self.asset(_SCRIPT), start=address),
        }
        table = self.styles.table()
        shown = self._text(message, self.styles.as_class)
        carried = self._text(message, self.styles.as_style)
        about = {
            "title": message.title,
            "links": links,
            "styles": table,
            "styled": self.styles.as_class,
        }
        alone = {"title": message.title, "links": None, "styled": self.styles.as_style}
        return Article(
            shown=shown,
            page=self.channels.html("article-page", {**about, "article": Markup(shown)}),
            file=self.channels.html("article-page", {**alone, "article": Markup(carried)}),
            styles=table,
        )

    def _text(self, message: Message, styled: Styled) -> str:
        return self.channels.html("article", {**vars(message), "styled": styled})


def _compact(rule: str) -> str:
    """Write the declarations of a rule as short as they can be: `margin:0;color:#fff;`."""
    pairs = (each.partition(":") for each in rule.split(";") if each.strip())
    return "".join(f"{name.strip()}:{value.strip()};" for name, _, value in pairs)
