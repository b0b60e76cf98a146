"""Where the latest news hang, for the server to read and for open pages to wait at."""

from __future__ import annotations

from threading import Condition

from generator.serving.news import News


class Board:
    """The latest news; none before the first build is over. Made for several threads."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._news: News | None = None
        self._is_closed = False

    @property
    def news(self) -> News | None:
        """What hangs there."""
        return self._news

    @property
    def is_closed(self) -> bool:
        """Whether nothing more will come."""
        return self._is_closed

    def pin(self, news: News) -> None:
        """Put news in place of older ones."""
        with self._changed:
            self._news = news
            self._changed.notify_all()

    def close(self) -> None:
        """Send everyone home who waits."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def wait(self, seen: News | None, patience: float) -> News | None:
        """Wait for other news than those seen, at most that many seconds; what hangs there then."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._news is not seen, patience)
            return self._news
