"""Pages: a live library becomes Markdown pages, ready for any site engine."""

from generator.pages.page import Crumb, Page
from generator.pages.render import PAGE_KINDS, render

__all__ = ["PAGE_KINDS", "Crumb", "Page", "render"]
