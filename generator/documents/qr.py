"""QR codes of addresses; error correction M as on most printed matter."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

_MODULE = 8  # pixels


@lru_cache(maxsize=1_024)
def qr_svg(address: str) -> str:
    """Give the QR code of an address as SVG."""
    whole = io.BytesIO()
    _code(address).save(whole, kind="svg", border=1, xmldecl=False, omitsize=True)
    return whole.getvalue().decode()


def qr_png(address: str) -> bytes:
    """Give the QR code of an address as PNG."""
    whole = io.BytesIO()
    _code(address).save(whole, kind="png", border=1, scale=_MODULE)
    return whole.getvalue()


def _code(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False)
