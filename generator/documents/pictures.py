"""Pictures of documents, small enough for phones."""

from __future__ import annotations

import base64
import io

from PIL import Image

_COLOURS = 128


def picture_svg(picture: bytes) -> str:
    """Give a PNG as the only thing in an SVG, which a template can be told as text."""
    width, height = Image.open(io.BytesIO(picture)).size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" '
        f'href="data:image/png;base64,{base64.b64encode(picture).decode()}"/></svg>'
    )


def small_png(picture: bytes) -> bytes:
    """Save a picture of flat colours with a palette, at a third of its size."""
    whole = io.BytesIO()
    flat = Image.open(io.BytesIO(picture)).convert("RGB")
    flat.quantize(_COLOURS, dither=Image.Dither.NONE).save(whole, "PNG", optimize=True)
    return whole.getvalue()


def small_clear_png(picture: bytes) -> bytes:
    """Save a picture of flat colours as `small_png` does, clear where it is clear."""
    whole = io.BytesIO()
    flat = Image.open(io.BytesIO(picture)).convert("RGBA")
    flat.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        whole, "PNG", optimize=True
    )
    return whole.getvalue()
