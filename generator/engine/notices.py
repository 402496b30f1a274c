"""The licences of what the site delivers to readers and others have made: `licenses.txt`."""

from __future__ import annotations

from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

from generator.documents.archive import licence_section, notepad_text
from generator.model.artifact import Artifact

ADDRESS = "licenses.txt"
_HEAD = """本站用到的别人的东西，和它们的许可
本站自己的程序、样式和脚本按 MIT 许可，文字内容按“署名 4.0 国际”（CC BY 4.0）许可。
下面是随网页和下载的文件一起到读者手里的别人的东西，各写着用在哪里，后面是许可的原文。
"""


class _Part(NamedTuple):
    """Something delivered: what it is for, whose it is, and where its licence stands."""

    use: str
    package: str
    licence: str


_ICONS = "material/templates/.icons"
_PARTS = (
    _Part("网页的基本样式", "mkdocs-material", "licenses/LICENSE"),
    _Part("网页上的图标（material/）", "mkdocs-material", f"{_ICONS}/material/LICENSE"),
    _Part("网页上的图标（fontawesome/）", "mkdocs-material", f"{_ICONS}/fontawesome/LICENSE.txt"),
    _Part("网页上的图标（octicons/）", "mkdocs-material", f"{_ICONS}/octicons/LICENSE"),
    _Part("网页上的图标（simple/）", "mkdocs-material", f"{_ICONS}/simple/LICENSE.md"),
    _Part(
        "PDF 和海报里的字体（思源黑体，Noto Sans CJK）",
        "rinoh-typeface-notosanscjk",
        "rinoh_typeface_notosanscjk/SIL-OPEN-FONT-LICENSE.txt",
    ),
    _Part("搜索用的简繁对照", "opencc", "licenses/LICENSE"),
    _Part("搜索用的拼音", "pypinyin", "licenses/LICENSE.txt"),
    _Part("DOCX 文件的底子", "python-docx", "licenses/LICENSE"),
    _Part("PPTX 文件的底子", "python-pptx", "LICENSE"),
)


def notices() -> Artifact:
    """Give the text with every licence; raises `OSError` where an installed one is missing."""
    texts = [_HEAD]
    for part in _PARTS:
        version = distribution(part.package).version
        texts.append(licence_section(f"{part.use}：{part.package} {version}", _licence(part)))
    return Artifact(ADDRESS, notepad_text("\n".join(texts)))


@cache
def _licence(part: _Part) -> str:
    """Read a licence, which stands with the package's own papers or beside its code."""
    package = distribution(part.package)
    text = package.read_text(part.licence)
    if text is None:
        text = Path(str(package.locate_file(part.licence))).read_text(encoding="utf-8")
    return text.strip("\n")
