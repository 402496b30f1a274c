"""Search: a live library becomes records that a reader's browser can look through."""

from generator.search.records import Record, records

__all__ = ["Record", "records"]
