"""What the policy of the site allows is all that is in its pages."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import COUNTIES

DATA = {"application/ld+json", "application/json"}


class Refused(HTMLParser):
    """Collects what a browser would refuse: what runs or looks without being a file."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in {"style", "base", "object", "embed", "iframe"}:
            self.found.append(f"<{tag}>")
        if tag == "script" and "src" not in values and values.get("type") not in DATA:
            self.found.append("<script>")
        if values.get("http-equiv"):
            self.found.append(f"http-equiv={values['http-equiv']}")
        for name, value in attrs:
            scheme = "".join((value or "").split()).lower().partition(":")[0]
            if name == "style" or name.startswith("on") or scheme in {"javascript", "vbscript"}:
                self.found.append(f"<{tag} {name}={value}>")


@pytest.mark.parametrize("county", COUNTIES)
def test_no_page_holds_a_script_or_a_style(county: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(county)
    saved = site / "files/situations"  # opened from the disk of whoever saved it
    pages = sorted(path for path in site.rglob("*.html") if path.parent != saved)
    assert len(pages) > 40
    found = [
        f"{path.relative_to(site).as_posix()}: {each}"
        for path in pages
        for each in Refused(path.read_text(encoding="utf-8")).found
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>1</script>",
        '<script type="module">1</script>',
        "<style>p{}</style>",
        '<p style="color:red">',
        "<p ONCLICK='go()'>",
        '<a href=" java\nscript:go()">',
        '<a href="&#106;avascript:go()">',
        '<base href="/">',
        '<iframe src="x.html"></iframe>',
        '<meta http-equiv="refresh" content="0">',
    ],
)
def test_each_thing_that_is_refused_is_found(text: str) -> None:
    assert len(Refused(text).found) == 1


def test_files_and_data_are_no_fault() -> None:
    text = (
        '<script src="a.js"></script><script type="application/ld+json">{}</script><p title="on">'
    )
    assert Refused(text).found == []
