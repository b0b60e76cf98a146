"""`observatory serve`: the site on this machine, built again when a file is saved, and open pages that follow.

```
watch    a file was saved                          → the loop below
builder  a process of its own builds               → Outcome
news     the outcome, for browsers                 → pinned to the board
server   hands out pages, and the news to each page that is open
```
"""

from __future__ import annotations

from collections.abc import Callable

from generator.serving.board import Board
from generator.serving.builder import Builder
from generator.serving.news import of
from generator.serving.outcome import Outcome
from generator.serving.server import serving
from generator.serving.watch import Watch
from generator.settings import Settings


def serve(settings: Settings, address: tuple[str, int], tell: Callable[[Outcome | None], None]) -> None:
    """Serve until interrupted. ``tell`` hears ``None`` once the server listens, then the outcome of every build.

    Raises OSError where the address cannot be listened at, or the files not be watched.
    """
    board = Board()
    with serving(address, board, settings.locales), Watch(settings) as watch, Builder(settings.root) as builder:
        tell(None)
        while True:
            outcome = builder.build()
            board.pin(of(outcome, settings.locales))
            tell(outcome)
            watch.wait()
