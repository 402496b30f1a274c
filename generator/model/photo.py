"""Photos (照片): a file of the county's media folder, and what it shows in words."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from generator.model.base import Line, Model, is_reserved, refused

MEDIA = "media"
"""The folder of a county in which its pictures stand."""
ENDINGS = (".jpg", ".jpeg", ".png", ".webp")


def _for_any_system(name: str) -> str:
    """Refuse a name that Windows keeps for a device."""
    if is_reserved(name.partition(".")[0].lower()):
        raise refused("是 Windows 留用的名字", "换一个文件名")
    return name


PhotoFile = Annotated[
    str,
    StringConstraints(
        pattern=r"^[^./\\:*?\"<>|\s\x00-\x1f][^/\\:*?\"<>|\x00-\x1f]*"
        r"\.([jJ][pP][eE]?[gG]|[pP][nN][gG]|[wW][eE][bB][pP])$",
        max_length=100,
    ),
    AfterValidator(_for_any_system),
    Field(description="图片的文件名，例如 操场.jpg；文件放在县文件夹的 media/ 里"),
]


class Photo(Model):
    """A picture that the county has the right to show."""

    file: PhotoFile
    """文件名，放在县文件夹的 media/ 里"""
    text: Line
    """画面上是什么，念给看不见的人听，例如：群众在中心小学操场上集合"""
    caption: Line | None = None
    """图下面的一行字，例如 6月16日，县城广场；可不填"""
