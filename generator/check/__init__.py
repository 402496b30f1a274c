"""Check: problems that only show when entities are seen together."""

from generator.check.checks import check
from generator.check.folders import check_folders, harmed_by
from generator.check.symlinks import check_symlinks

__all__ = ["check", "check_folders", "check_symlinks", "harmed_by"]
