"""A maker with two pictures, and what stands on every page of what it makes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from generator.documents.imprint import Imprint
from generator.documents.maker import Maker
from generator.load import load
from generator.model.artifact import Drawing
from generator.model.library import Library
from tests.conftest import FIXTURE, ROOT

IMPRINT = Imprint(
    logo="",
    site="样例县平安站",
    publisher="样例县安委办",
    title="用电安全",
    day=date(2026, 11, 1),
    url="https://sample.example/power.html",
    checked="样例县安委办　2026年11月1日核对",
)


def drawing(id_: str, text: str, *, width: int = 160) -> Drawing:
    """A picture 120 high, with a disc in the middle."""
    return Drawing(
        id=id_,
        text=text,
        svg=f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 120">'
        f'<circle cx="{width / 2}" cy="60" r="50" fill="#14594a"/></svg>',
        width=width,
        height=120,
        is_sign=False,
    )


DRAWINGS: Mapping[str, Drawing] = {
    each.id: each
    for each in (
        drawing("cut-power", "一个人拉下电闸"),
        drawing("two-frames", "先拉闸，再喊人", width=328),
    )
}


@pytest.fixture(scope="session")
def fixture_library() -> Library:
    library = load(FIXTURE).library
    assert library is not None
    return library


@pytest.fixture(scope="module")
def maker(fixture_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """A maker with the real look, which keeps what it makes for itself."""
    root = tmp_path_factory.mktemp("project")
    (root / "theme").symlink_to(ROOT / "theme")
    return Maker(fixture_library.site, root, drawings=DRAWINGS)
