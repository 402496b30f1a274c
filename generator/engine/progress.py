"""Progress: what the engine tells whoever watches a build."""

from __future__ import annotations

from typing import Protocol


class Watcher(Protocol):
    """Is told of each stage (its Chinese label and number of steps) and of each step done."""

    def stage(self, label: str, total: int) -> None:
        """Note that a stage begins."""

    def step(self) -> None:
        """Note that one step of the stage is done."""


class Unwatched:
    """The watcher of builds that nobody watches."""

    def stage(self, label: str, total: int) -> None:
        """Take no note."""

    def step(self) -> None:
        """Take no note."""
