"""The table of forms in which `pingan check` can report; each is a file of its own."""

from __future__ import annotations

from collections.abc import Mapping

from generator.report.check_report import Form
from generator.report.github import github_form
from generator.report.json import json_form
from generator.report.text import text_form

FORMATS: Mapping[str, Form] = {
    "text": text_form,
    "json": json_form,
    "github": github_form,
}
