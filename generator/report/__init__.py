"""Report: what a check found, written for people, for programs or for GitHub."""

from generator.report.files import why_not
from generator.report.formats import FORMATS
from generator.report.outcome import Outcome
from generator.report.text import grouped

__all__ = ["FORMATS", "Outcome", "grouped", "why_not"]
