"""Report: what a check found, written for people, for programs or for GitHub."""

from generator.report.check_report import CheckReport
from generator.report.files import why_not
from generator.report.formats import FORMATS
from generator.report.text import grouped

__all__ = ["FORMATS", "CheckReport", "grouped", "why_not"]
