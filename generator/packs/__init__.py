"""Packs: courses and sectors become documents that people download, edit and print."""

from generator.documents.font import FontError
from generator.packs.shelf import stock
from generator.packs.studio import PackError

__all__ = ["FontError", "PackError", "stock"]
