"""Pictures of documents, small enough for phones."""

from __future__ import annotations

import base64
import io

from PIL import Image, ImageDraw

_COLOURS = 128
_BAN, _SMOOTH = 96, 4


def picture_svg(picture: bytes) -> str:
    """Give a PNG as the only thing in an SVG, which a template can be told as text."""
    width, height = Image.open(io.BytesIO(picture)).size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" '
        f'href="data:image/png;base64,{base64.b64encode(picture).decode()}"/></svg>'
    )


def small_png(picture: bytes) -> bytes:
    """Save a picture of flat colours with a palette, at a third of its size.

    Every third pixel of every third row is enough to know the colours by; zlib's last level would
    take twice the time for four bytes of a hundred.
    """
    whole = io.BytesIO()
    flat = Image.open(io.BytesIO(picture)).convert("RGB")
    thin = flat.resize((flat.width // 3 + 1, flat.height // 3 + 1), Image.Resampling.NEAREST)
    palette = thin.quantize(_COLOURS, dither=Image.Dither.NONE)
    flat.quantize(palette=palette, dither=Image.Dither.NONE).save(whole, "PNG", compress_level=8)
    return whole.getvalue()


def small_clear_png(picture: bytes) -> bytes:
    """Save a picture of flat colours as `small_png` does, clear where it is clear."""
    whole = io.BytesIO()
    flat = Image.open(io.BytesIO(picture)).convert("RGBA")
    flat.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        whole, "PNG", compress_level=8
    )
    return whole.getvalue()


def ban_png(colour: str) -> bytes:
    """Draw the sign of a prohibition, a ring with a bar across, to stand before a line."""
    fine = _BAN * _SMOOTH
    drawn = Image.new("RGBA", (fine, fine))
    pen = ImageDraw.Draw(drawn)
    width = round(fine * 0.14)
    pen.ellipse((0, 0, fine - 1, fine - 1), outline=colour, width=width)
    inner, outer = fine * 0.2, fine * 0.8
    pen.line((inner, inner, outer, outer), fill=colour, width=width)
    whole = io.BytesIO()
    drawn.resize((_BAN, _BAN), Image.Resampling.LANCZOS).save(whole, "PNG", optimize=True)
    return whole.getvalue()
