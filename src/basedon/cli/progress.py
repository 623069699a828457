"""A progress bar on standard error, with rate and time left; silent where that is no terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bar:
    """Shows how far a long command is: within its block, called with a step, what is done of it, and the total."""

    def __init__(self) -> None:
        self.progress: Progress | None = None
        self.steps: dict[str, TaskID] = {}

    def __enter__(self) -> Bar:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import (
                BarColumn,
                DownloadColumn,
                Progress,
                TaskProgressColumn,
                TextColumn,
                TimeRemainingColumn,
                TransferSpeedColumn,
            )

            columns: list[Any] = [TextColumn("{task.description:<10}"), BarColumn(), TaskProgressColumn()]
            columns += [DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn()]
            self.progress = Progress(*columns, console=Console(stderr=True), transient=True)
            self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.progress is not None:
            self.progress.stop()

    def __call__(self, step: str, done: int, total: int | None) -> None:
        """Show a step's state."""
        if self.progress is not None:
            if step not in self.steps:
                self.steps[step] = self.progress.add_task(step, total=total)
            self.progress.update(self.steps[step], completed=done, total=total)
