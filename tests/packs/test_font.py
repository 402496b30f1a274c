"""The font of printed documents: our own by default, a county's own where it names one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import typst

from generator.cli import main
from generator.documents.font import Font, FontError, find_font, packaged_folder
from tests.conftest import DAY


def set_in(font: Font, folder: Path, *, language: str, region: str) -> bytes:
    """A picture of characters that are written otherwise in Japan."""
    source = folder / "characters.typ"
    source.write_text(
        f'#set text(font: "{font.family}", lang: "{language}", region: "{region}")\n直骨门返复角',
        encoding="utf-8",
    )
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=font.folders
    )
    made = typst.Compiler(root=str(folder), font_paths=fonts).compile(str(source), format="png")
    assert isinstance(made, bytes)
    return made


def test_the_packaged_font_is_the_default_and_has_a_bold_face() -> None:
    font = find_font()
    assert [path.parent for path, _ in font.files] == [packaged_folder()] * 2
    assert font.missing("安全生产，直骨门返复角：①②③㎡℃“”") == ""


def test_chinese_is_set_in_the_forms_of_the_mainland(tmp_path: Path) -> None:
    font = find_font()
    mainland = set_in(font, tmp_path, language="zh", region="cn")
    assert mainland != set_in(font, tmp_path, language="ja", region="jp")
    assert mainland == set_in(font, tmp_path, language="zh", region="cn")


def test_a_countys_own_folder_of_fonts_comes_before_the_packaged_one(tmp_path: Path) -> None:
    shutil.copy(packaged_folder() / "notosanscjkjp-bold.otf", tmp_path)
    font = find_font(folder=tmp_path)
    assert [path.parent for path, _ in font.files] == [tmp_path]
    assert find_font(folder=tmp_path, families=["Noto Sans CJK JP"]).files == font.files


def test_a_family_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    shutil.copy(packaged_folder() / "notosanscjkjp-bold.otf", tmp_path)
    with pytest.raises(FontError, match=r"没有这种字体.*Noto Sans CJK JP"):
        find_font(folder=tmp_path, families=["没有这种字体"])


def test_a_folder_of_fonts_that_is_not_there_is_explained(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = fixture_county / "content/county/site.yml"
    site.write_text(site.read_text(encoding="utf-8") + "font_folder: 字体\n", encoding="utf-8")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 1
    printed = capsys.readouterr().err
    assert "E401" in printed
    assert "font_folder" in printed
    assert "Traceback" not in printed
