"""What is kept of Material's stylesheets: all that a page can show, and nothing else of its own."""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from pathlib import Path

from generator.cli import main
from tests.browser.addresses import every_page
from tests.conftest import DAY, ROOT

MATERIAL = re.compile(r"\.(md-[a-z_-]+)")


def kept(site: Path) -> str:
    (found,) = (site / "css").glob("material.*.css")
    return found.read_text("utf-8")


def test_every_class_that_a_page_has_is_styled_as_before(fixture_site: Path) -> None:
    folder = files("material") / "templates/assets/stylesheets"
    whole = "".join(
        each.read_text("utf-8") for each in folder.iterdir() if each.name[-4:] == ".css"
    )
    on_pages = {
        name
        for path in every_page(fixture_site)
        for names in re.findall(r'class="([^"]*)"', (fixture_site / path).read_text("utf-8"))
        for name in names.split()
        if name.startswith("md-")
    }
    assert "md-typeset" in on_pages
    styled = on_pages & {*MATERIAL.findall(whole)}
    assert styled - {*MATERIAL.findall(kept(fixture_site))} == set()


def test_a_readers_line_does_not_carry_parts_that_no_page_has(fixture_site: Path) -> None:
    css = kept(fixture_site)
    assert not re.search(r"\.md-(search|tabs|nav|banner|dialog)\b", css)
    assert ".admonition" in css
    assert "sourceMappingURL" not in css
    assert css.count("{") == css.count("}")


def test_a_part_that_a_look_names_is_styled(fixture_county: Path) -> None:
    theme = fixture_county / "theme"
    theme.unlink()  # which leads to the real one
    shutil.copytree(ROOT / "theme", theme)
    page = theme / "pages/map.html.j2"
    page.write_text(page.read_text("utf-8") + '<a class="md-button" href="/">回</a>\n', "utf-8")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 0
    css = kept(fixture_county / "site")
    assert ".md-typeset .md-button{" in css
    assert ".md-search" not in css
