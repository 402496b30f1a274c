"""Check: problems that only show when entities are seen together."""

from generator.check.checks import CHECKS, check
from generator.check.folders import check_folders

__all__ = ["CHECKS", "check", "check_folders"]
