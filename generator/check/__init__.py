"""Check: problems that only show when entities are seen together."""

from generator.check.checks import CHECKS, check

__all__ = ["CHECKS", "check"]
