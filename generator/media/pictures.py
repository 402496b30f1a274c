"""Reading a picture that somebody put into the media folder: whole, upright, and no bomb."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

MOST_BYTES = 20_000_000
MOST_PIXELS = 60_000_000
_FORMATS = ("JPEG", "PNG", "WEBP")
_ODD = (OSError, ValueError, SyntaxError, ImageCms.PyCMSError)
_SMALLER = "一张不超过 6000 万像素，先把它缩小"


class PictureError(Exception):
    """Raised where a picture cannot be shown; says why in Chinese, and what to do."""

    def __init__(self, words: str, hint: str) -> None:
        """Take what is wrong, and what helps."""
        super().__init__(words)
        self.hint = hint


def opened(path: Path) -> Image.Image:
    """Give a picture upright, in sRGB, without what the camera wrote into it (time, place).

    Raises `PictureError` where it is missing, too large, broken, or no picture of a known form.
    """
    try:
        if not path.is_file():
            raise PictureError("没有这张图片", "把它放进县文件夹的 media/ 里，文件名要一样")
        if path.stat().st_size > MOST_BYTES:
            size = path.stat().st_size / 1e6
            raise PictureError(f"图片太大（{size:.0f} MB）", "一张不超过 20 MB，先把它缩小")
        content = path.read_bytes()
    except OSError as error:
        raise PictureError("图片读不出来", "检查文件有没有读取权限") from error
    return _decoded(content)


def _decoded(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=_FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise PictureError(
                f"图片太大（{picture.width}×{picture.height} 像素）",
                "一张不超过 6000 万像素，先把它缩小",
            )
        picture.load()
        return _plain(ImageOps.exif_transpose(picture))
    except Image.DecompressionBombError as error:
        raise PictureError("图片太大", _SMALLER) from error
    except _ODD as error:
        raise PictureError(
            "图片打不开：坏了，或者不是 JPG、PNG、WebP", "用看图软件打开，另存为 JPG 再试"
        ) from error


def _plain(picture: Image.Image) -> Image.Image:
    """Give the colours of a picture as screens understand them: RGB, or RGBA where it is clear."""
    clear = picture.has_transparency_data
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK"}:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(
            picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
        picture = made or picture
    return picture.convert("RGBA" if clear else "RGB")
