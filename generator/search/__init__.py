"""Search: a live library becomes index files that the browser loads piece by piece."""

from generator.search.artifact import search_index

__all__ = ["search_index"]
