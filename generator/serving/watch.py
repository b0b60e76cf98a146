"""Watches the files that pages are made from."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from generator.settings import Settings

QUIET = 0.03  # seconds without a change, after which saving is taken to be over
LONGEST = 1.0  # seconds of changes without a pause, after which they are looked at all the same

FOLDERS = ("practices", "registry", "theme", "docs")
FILES = ("mkdocs.yml",)
_EVENTS = [
    FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent, DirCreatedEvent, DirMovedEvent, DirDeletedEvent,
]  # fmt: skip


class Watch(FileSystemEventHandler):
    """Notices changes of an observatory's files from when it is entered; raises OSError where that cannot be done.

    The root is watched for its own files and for folders that come and go, each folder with all that is below it.
    """

    def __init__(self, settings: Settings) -> None:
        self._root = settings.root
        self._observer = Observer()
        self._changed = threading.Event()
        self._watches: dict[str, ObservedWatch] = {}
        self._renewed = set(FOLDERS)

    def __enter__(self) -> Watch:
        self._observer.start()
        try:
            self._observer.schedule(self, str(self._root), event_filter=_EVENTS)
            self._follow()
        except OSError:
            self._observer.stop()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._observer.stop()
        self._observer.join()

    def wait(self) -> None:
        """Wait until something has changed since the last wait, and then until that is over."""
        self._changed.wait()
        end = time.monotonic() + LONGEST
        while True:
            self._changed.clear()
            if not self._changed.wait(QUIET) or time.monotonic() > end:
                break
        self._changed.clear()
        self._follow()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a change, unless it is of a file that an editor keeps for itself."""
        for path in filter(None, (event.src_path, event.dest_path)):
            whole = Path(str(path))
            inner = whole.relative_to(self._root).parts if whole.is_relative_to(self._root) else ()
            if not inner or any(_is_private(part) for part in inner):
                continue
            if len(inner) == 1 and inner[0] in FOLDERS:
                self._renewed.add(inner[0])
            if len(inner) > 1 or inner[0] in (*FOLDERS, *FILES):
                self._changed.set()

    def _follow(self) -> None:
        """Watch the folders that are new, or stand in the place of one that has gone."""
        while self._renewed:
            name = self._renewed.pop()
            with suppress(KeyError):
                self._observer.unschedule(self._watches.pop(name))
            with suppress(FileNotFoundError, NotADirectoryError):
                folder = str(self._root / name)
                self._watches[name] = self._observer.schedule(self, folder, recursive=True, event_filter=_EVENTS)


def _is_private(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith("~") or name == "__pycache__"
