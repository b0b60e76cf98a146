"""Progress on a terminal, for work that takes longer than a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

PATIENCE = 1.0  # seconds of work before anything is shown


@contextmanager
def shown(wanted: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A function to tell how far the work is: the stage, how much is done, and how much there is."""
    started = time.monotonic()
    bars: dict[str, Any] = {}
    display: Any = None

    def tell(stage: str, done: int, whole: int) -> None:
        nonlocal display
        if not wanted or (display is None and time.monotonic() - started < PATIENCE):
            return
        if display is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            display = Progress(*columns, console=Console(stderr=True), transient=True)
            display.start()
        if stage not in bars:
            bars[stage] = display.add_task(stage, total=whole)
        display.update(bars[stage], completed=done, total=whole)

    try:
        yield tell
    finally:
        if display is not None:
            display.stop()
