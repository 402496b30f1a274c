"""The colours of pictures, for tests."""

from __future__ import annotations

from generator.look import look_of
from generator.palette import palette_of
from tests.conftest import ROOT

COLOURS = palette_of(look_of(ROOT)).pictures
