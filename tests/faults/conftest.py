"""The two sites of the tests of publishing."""

from __future__ import annotations

from tests.publish.conftest import sites

__all__ = ["sites"]
