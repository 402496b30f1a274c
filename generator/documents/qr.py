"""QR codes."""

from __future__ import annotations

import io

import segno


def qr_code(address: str) -> str:
    """Give the QR code of an address as SVG; error correction M as on most printed matter."""
    whole = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        whole, kind="svg", border=1, xmldecl=False, omitsize=True
    )
    return whole.getvalue().decode()
