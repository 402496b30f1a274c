"""The fonts of the browser tests: the Chinese font that comes with the program, and no other.

Chromium asks fontconfig; with this file it gets the same glyphs on every machine, and no font has
to be installed.
"""

from __future__ import annotations

from pathlib import Path

from generator.documents.font import find_font, packaged_folder


def fontconfig(folder: Path) -> Path:
    """Write a fontconfig file into `folder`, which also holds its cache; give its path."""
    family = find_font().family
    aliases = "".join(
        f"<alias><family>{name}</family><prefer><family>{family}</family></prefer></alias>"
        for name in ("sans-serif", "serif", "monospace", "system-ui")
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{packaged_folder()}</dir><cachedir>{folder / 'cache'}</cachedir>"
        f"{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return path
