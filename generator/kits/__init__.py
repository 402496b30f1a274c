"""Kits: a theme, campaign or alert becomes what each channel publishes (一稿多发)."""

from generator.kits.kits import Kits, kits

__all__ = ["Kits", "kits"]
