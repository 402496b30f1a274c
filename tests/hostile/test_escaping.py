"""Every template environment escapes, and what is marked as HTML was made by us."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from inspect import signature

from generator.templates import Templates
from tests.conftest import ROOT

SHARED = "generator/templates.py"
"""The templates of every channel; they escape unless they are told not to."""
PLAIN = {"generator/kits/channels.py", "generator/palette.py"}
"""Where texts without any markup are set: SMS, loudspeaker scripts (their pages escape), and
stylesheets, which get no words of the content."""
TRUSTED = {
    "generator/kits/article.py": "class and style attributes of our stylesheet; our own template",
    "generator/cards/inlined.py": "pictures of our own, as SVG",
    "generator/pages/kits.py": "the article, set by our own template",
    "generator/pages/templates.py": "our Markdown subset, which escapes first; icons of Material",
}
SAFE = {
    "theme/channels/card.html.j2": {"palette.fonts.web"},
    "theme/reports/fleet.html.j2": {"palette.fonts.web"},
    "theme/reports/import.html.j2": {"palette.fonts.web"},
    "theme/web/main.html": {"page.content", "page.meta.data"},
    "theme/web/partials/toc.html": {"heading.title"},
}


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Give all calls of a function in the program, each with the file that it stands in."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name in (
                getattr(node.func, "id", ""),
                getattr(node.func, "attr", ""),
            ):
                yield path.relative_to(ROOT).as_posix(), node


def word(call: ast.Call, name: str) -> str:
    """Give what a call says for a keyword, as it is written; "" where it says nothing."""
    return next((ast.unparse(each.value) for each in call.keywords if each.arg == name), "")


def test_every_environment_escapes() -> None:
    made = {path: word(call, "autoescape") for path, call in calls("Environment")}
    assert made == {"generator/templates.py": "escape", "generator/engine/preview.py": "True"}
    assert signature(Templates).parameters["escape"].default is True
    sets = [*calls("Templates"), *calls("_templates")]
    assert len(sets) >= 3
    told = {(path, word(call, "escape")) for path, call in sets}
    assert {path for path, escape in told if escape not in {"", "True"}} == PLAIN


def test_only_html_that_we_made_is_marked_as_such() -> None:
    assert {path for path, _ in calls("Markup")} == set(TRUSTED)


def test_only_html_that_we_made_is_called_safe_in_a_template() -> None:
    found: dict[str, set[str]] = {}
    for path in (ROOT / "theme").rglob("*"):
        if path.suffix in (".html", ".j2"):
            words = re.findall(r"(\S+) \| safe\b", path.read_text(encoding="utf-8"))
            if words:
                found[path.relative_to(ROOT).as_posix()] = set(words)
    assert found == SAFE
