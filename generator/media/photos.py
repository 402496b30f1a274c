"""Reading a picture that somebody put into the media folder: whole, upright, and no bomb."""

from __future__ import annotations

import io
import warnings
from contextlib import suppress
from pathlib import Path

from PIL import Image, ImageCms

MOST_BYTES = 20_000_000
MOST_PIXELS = 60_000_000
MOST_SIDE = 20_000
_NARROWEST = 20
"""How many times longer than wide a picture may be."""
_FORMATS = ("JPEG", "PNG", "WEBP")
_SMALLER = "一张不超过 6000 万像素，先把它缩小"
_ORIENTATION = 0x0112
_TURNS = {
    2: [Image.Transpose.FLIP_LEFT_RIGHT],
    3: [Image.Transpose.ROTATE_180],
    4: [Image.Transpose.FLIP_TOP_BOTTOM],
    5: [Image.Transpose.TRANSPOSE],
    6: [Image.Transpose.ROTATE_270],
    7: [Image.Transpose.TRANSVERSE],
    8: [Image.Transpose.ROTATE_90],
}
"""What makes a picture upright, by the orientation that the camera noted (Exif 2.32, 4.6.5)."""


class PhotoError(Exception):
    """Raised where a picture cannot be shown; says why in Chinese, and what to do."""

    def __init__(self, words: str, hint: str) -> None:
        """Take what is wrong, and what helps."""
        super().__init__(words)
        self.hint = hint


def opened(path: Path) -> Image.Image:
    """Give a picture upright, in sRGB, without what the camera wrote into it (time, place).

    Raises `PhotoError` where it is missing, too large, broken, or no picture of a known form.
    """
    try:
        if not path.is_file():
            raise PhotoError("没有这张图片", "把它放进县文件夹的 media/ 里，文件名要一样")
        if path.stat().st_size > MOST_BYTES:
            size = path.stat().st_size / 1e6
            raise PhotoError(f"图片太大（{size:.0f} MB）", "一张不超过 20 MB，先把它缩小")
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise PhotoError("图片读不出来", "检查文件有没有读取权限") from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what cameras write wrongly is no matter of ours
        return _decoded(content)


def _decoded(content: bytes) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(content), formats=_FORMATS)
        _measured(picture.width, picture.height)
        picture.load()
        return _plain(picture)
    except Image.DecompressionBombError as error:
        raise PhotoError("图片太大", _SMALLER) from error
    except (OSError, ValueError, SyntaxError, TypeError, EOFError) as error:
        raise PhotoError(
            "图片打不开：坏了，或者不是 JPG、PNG、WebP", "用看图软件打开，另存为 JPG 再试"
        ) from error


def _measured(width: int, height: int) -> None:
    size = f"{width}×{height} 像素"
    if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
        raise PhotoError(f"图片太大（{size}）", _SMALLER)
    if max(width, height) > _NARROWEST * min(width, height):
        raise PhotoError(f"图片太长（{size}）", "剪短一点：长不超过宽的 20 倍")


def _plain(picture: Image.Image) -> Image.Image:
    """Give the dots of a picture alone: upright, as screens understand them, RGB or RGBA.

    Nothing else comes along: comments, times and places are left behind.
    """
    turns = _TURNS.get(_orientation(picture), [])
    clear = picture.has_transparency_data
    colours = _in_srgb(picture)
    if clear:
        alpha = picture.convert("RGBA").getchannel("A")
        colours.putalpha(alpha)
    for turn in turns:
        colours = colours.transpose(turn)
    bare = Image.new(colours.mode, colours.size)
    bare.paste(colours)
    return bare


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Give the colours of a picture as RGB; a profile that is wrong is as good as none."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):  # 16 bits of grey
        return picture.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    if picture.mode not in {"RGB", "CMYK"}:
        picture = picture.convert("RGBA").convert("RGB")
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            made = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            if made is not None:
                return made
    return picture.convert("RGB")


def _orientation(picture: Image.Image) -> int:
    try:
        noted = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # whatever is wrong with it, the picture itself is good
        return 1
    return noted if isinstance(noted, int) else 1
