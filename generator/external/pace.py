"""How often a host is asked: once a second, less often where it says so."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

PATIENCE = 60.0
"""The longest wait, in seconds, that a host can ask for."""


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Time is up, or somebody pressed Ctrl-C."""


class Pace:
    """Lets a request to a host pass when its time has come; shared by all threads."""

    def __init__(self, seconds: float = 1.0) -> None:
        self.stopped = threading.Event()
        self._seconds = seconds
        self._lock = threading.Lock()
        self._next: defaultdict[str, float] = defaultdict(float)

    def wait(self, host: str) -> None:
        """Wait for the turn of a request; raises Stopped."""
        with self._lock:
            turn = max(time.monotonic(), self._next[host])
            self._next[host] = turn + self._seconds
        if self.stopped.wait(max(0.0, turn - time.monotonic())):
            raise Stopped

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for some time."""
        with self._lock:
            self._next[host] = max(self._next[host], time.monotonic() + seconds)


def asked_for(retry_after: str) -> float | None:
    """The seconds that a ``Retry-After`` asks for, as a number or a date; ``None`` where it says nothing."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
