"""Packs: courses and sectors become documents that people download, edit and print."""

from generator.packs.downloads import course_cells, make_downloads, sector_cells

__all__ = ["course_cells", "make_downloads", "sector_cells"]
