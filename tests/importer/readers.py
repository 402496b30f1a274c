"""Readers that fail, for a process of their own: it loads this file and little else."""

from __future__ import annotations

import os

from generator.importer.errors import SourceError
from generator.importer.extract import Extract


def stops(_: bytes) -> Extract:
    os._exit(1)


def refuses(content: bytes) -> Extract:
    raise SourceError(content.decode())
