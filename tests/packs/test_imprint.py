"""Who signs documents: the county, or who signs those of the content that counties share."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import copy_fixture_county, in_content

DAY = "2023-11-05"  # the county has an edition of its own of this month's theme
PROVINCE = "省安全生产委员会办公室"
SIGNED = f"imprint:\n  name: 全省安全宣传\n  publisher: {PROVINCE}\n"


def signed(folder: Path, name: str) -> Path:
    """Build the small county under another name, its common documents signed by the province."""
    root = copy_fixture_county(folder)
    path = in_content(root, "county/site.yml")
    text = path.read_text("utf-8")
    county = re.search(r"county: (\S+)", text)[1]  # type: ignore[index]
    text = text.replace(f"county: {county}", f"county: {name}")
    path.write_text(text.replace("region:", f"{SIGNED}region:"), "utf-8")
    assert main(["build", "--root", str(root), "--as-of", DAY]) == 0
    return root / "site"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("signed")
    return signed(folder / "a", "临江县"), signed(folder / "b", "望山县")


def words(path: Path) -> str:
    with zipfile.ZipFile(path) as packed:
        names = [name for name in packed.namelist() if name.endswith(".xml")]
        return "".join(packed.read(name).decode() for name in names)


def test_documents_of_common_content_bear_that_name_and_no_countys(
    sites: tuple[Path, Path],
) -> None:
    found = words(next((sites[0] / "files/fire").glob("*-handout.docx")))
    assert PROVINCE in found
    assert "全省安全宣传" in found
    assert "临江县" not in found
    assert "临江县" not in words(sites[0] / "kit/alerts/winter/slides.pptx")
    with zipfile.ZipFile(sites[0] / "files/fire/fire-pack.zip") as pack:
        (readme,) = (name for name in pack.namelist() if name.endswith("说明.txt"))
        text = pack.read(readme).decode("utf-8-sig")
    assert f"来源：全省安全宣传（{PROVINCE}）" in text
    assert "网页：" not in text, "without an address there is none to open"


def test_they_are_the_same_in_all_counties(sites: tuple[Path, Path]) -> None:
    one, other = sites
    files = [path.relative_to(one) for path in (one / "files").rglob("*") if path.is_file()]
    files += [Path("kit/alerts/winter/poster.png"), Path("kit/alerts/winter/slides.pptx")]
    assert len(files) > 20
    assert [
        path for path in files if (one / path).read_bytes() != (other / path).read_bytes()
    ] == []


def test_what_a_county_wrote_and_says_itself_bears_its_own_name(
    sites: tuple[Path, Path],
) -> None:
    edition = words(sites[0] / "kit/themes/2023/11/slides.pptx")
    assert "临江县" in edition
    assert PROVINCE not in edition
    message = (sites[0] / "kit/alerts/winter/group.txt").read_text("utf-8-sig")
    assert "临江县" in message
    assert PROVINCE not in message
    assert PROVINCE not in (sites[0] / "index.html").read_text("utf-8")
