"""Kits: a theme, campaign or alert becomes what each channel publishes (一稿多发)."""

from generator.kits.kits import Kits, kit_cells, kits

__all__ = ["Kits", "kit_cells", "kits"]
