"""No page has a heading with nothing under it, however little a county has written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import DAY, copy_fixture_county

HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
SPARE = r"^(items|campaigns|related|materials|figures): *(\[.*\]\n|\n(  .*\n)+)"


def empty_sections(html: str) -> list[str]:
    """Give the headings after which the next of their rank, or the page's end, comes at once."""
    body = html.partition("<article")[2].partition("</article>")[0]
    found = list(HEADING.finditer(body))
    empty = []
    for place, heading in enumerate(found):
        following = next((each for each in found[place + 1 :] if each[1] <= heading[1]), None)
        section = body[heading.end() : following.start() if following else len(body)]
        if heading[1] > "1" and not re.search(r"<img\b", section):
            text = re.sub(r"<(svg|thead)\b.*?</\1>|<[^>]+>", "", section, flags=re.DOTALL)
            if not text.strip():
                empty.append(re.sub(r"<[^>]+>", "", heading[2]).strip())
    return empty


@pytest.fixture(scope="module", params=["as it is", "sparse"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small county's site; once more with all that need not be written left out."""
    root = copy_fixture_county(tmp_path_factory.mktemp("sections") / "county")
    content = root / "content"
    if request.param == "sparse":
        for path in content.rglob("*.yml"):
            text = re.sub(SPARE, "", path.read_text("utf-8"), flags=re.MULTILINE)
            path.write_text(text, "utf-8")
        for path in content.glob("*/training/*.yml"):
            path.unlink()
        for name in (
            "county/work/2023/02.yml",
            "county/themes/2023/11.yml",
            "common/themes/11.yml",
        ):
            (content / name).unlink()
        for path in content.glob("*/sectors/*.yml"):
            text = path.read_text("utf-8").replace("group: everyday", "group: industry")
            path.write_text(text, "utf-8")
    target = root / "site"
    assert main(["build", "--root", str(root), "--as-of", DAY, "--output", str(target)]) == 0
    return target


def test_no_section_is_empty(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    found = {
        path.relative_to(site).as_posix(): empty
        for path in pages
        if (empty := empty_sections(path.read_text("utf-8")))
    }
    assert found == {}


def test_an_empty_section_is_seen() -> None:
    page = "<article><h1>页</h1><h2>相关内容</h2><div></div><h2>依据</h2>法</article>"
    assert empty_sections(page) == ["相关内容"]
    assert empty_sections("<article><h2>甲</h2><h3>乙</h3>丙</article>") == []
    assert empty_sections("<article><h2>甲</h2>乙<h2>丙</h2></article>") == ["丙"]
