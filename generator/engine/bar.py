"""The progress bar that a terminal shows of a build."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn


class Bar:
    """A progress bar over the stages of a build, on the error stream."""

    def __init__(self) -> None:
        """Make the bar; it shows from when it is entered."""
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = TaskID(0)

    def __enter__(self) -> Bar:
        """Show it."""
        self._bar.start()
        return self

    def __exit__(self, *exception: object) -> None:
        """Take it away."""
        self._bar.stop()

    def stage(self, label: str, total: int) -> None:
        """Show the bar of a new stage."""
        self._task = self._bar.add_task(label, total=total)

    def step(self) -> None:
        """Move the bar by one."""
        self._bar.advance(self._task)
