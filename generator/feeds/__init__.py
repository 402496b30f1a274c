"""Feeds: a live library becomes what other programs read: Atom, RSS, iCalendar, JSON."""

from generator.feeds.feeds import FEEDS, feeds

__all__ = ["FEEDS", "feeds"]
