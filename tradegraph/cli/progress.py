"""A progress bar on a terminal for work of more than two seconds, and the time of each stage."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from tradegraph.cli.invocation import Invocation

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 2.0  # seconds a user waits without wondering


@dataclass
class ProgressLine:
    """Shows how far the current stage is. Call it with the stage, what is done and the total."""

    invocation: Invocation
    started: float = field(default_factory=monotonic)
    stage: str = ""
    stage_started: float = field(default_factory=monotonic)
    bar: Progress | None = None
    task: TaskID | None = None

    def __call__(self, stage: str, done: int, total: int | None = None) -> None:
        """Note that `done` of `total` steps of `stage` are done."""
        if stage != self.stage:
            self.end_stage()
            self.stage, self.stage_started = stage, monotonic()
            if self.bar is not None and self.task is not None:
                self.bar.reset(self.task, total=total)
        if self.bar is None and monotonic() - self.started > PATIENCE and self._visible():
            self._show()
        if self.bar is not None and self.task is not None:
            self.bar.update(self.task, description=stage, completed=done, total=total)

    def end_stage(self) -> None:
        """Say how long the stage took, when verbose."""
        if self.stage:
            self.invocation.detail(f"{self.stage}: {monotonic() - self.stage_started:.2f} s")
        self.stage = ""

    def _visible(self) -> bool:
        return self.invocation.verbosity >= 0 and sys.stderr.isatty()

    def _show(self) -> None:
        from rich import progress  # noqa: PLC0415 - takes a tenth of a second
        from rich.console import Console  # noqa: PLC0415 - likewise

        self.bar = progress.Progress(
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self.task = self.bar.add_task(self.stage, total=None)
        self.bar.start()

    def close(self) -> None:
        """Take the bar away."""
        self.end_stage()
        if self.bar is not None:
            self.bar.stop()


@contextmanager
def show_progress(invocation: Invocation) -> Iterator[ProgressLine]:
    """Give a callable for a long task to report to; nothing is left on the screen afterwards."""
    line = ProgressLine(invocation)
    try:
        yield line
    finally:
        line.close()
