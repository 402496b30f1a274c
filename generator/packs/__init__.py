"""Packs: courses and sectors become documents that people download, edit and print."""

from generator.packs.downloads import make_downloads

__all__ = ["make_downloads"]
