"""What an engine is to a build: settings, and frames. Which engine it is, nothing here knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Protocol

from generator.cache import Setup, Shell
from generator.observatory import Observatory
from generator.workers import Aside


class Engine(Protocol):
    """What draws frames, and the files that they need."""

    def setup(self) -> Setup:
        """What its settings say to us."""

    def shell(self, observatory: Observatory, folder: Path) -> Shell:
        """The frames, and the hashes of the files that it wrote into the folder."""


class Engaged:
    """An engine that is loaded when it is first needed, and draws once; its files go into ``folder``."""

    def __init__(self, load: Callable[[], Engine], folder: Path) -> None:
        self._load = load
        self._folder = folder
        self._aside: Aside | None = None
        self._setup: Setup | None = None

    def begin(self, published: Callable[[Setup], Observatory]) -> None:
        """Have it draw the frames of an observatory in a process of its own, while this one goes on."""
        self._aside = Aside(partial(self._drawn, published))

    def setup(self) -> Setup:
        """What its settings say to us; raises SettingsError."""
        if self._setup is None:
            self._setup = self._aside.answer() if self._aside else self._load().setup()
        return self._setup

    def shell(self, observatory: Observatory) -> Shell:
        """The frames; raises ThemeError."""
        if self._aside is None:
            return self._load().shell(observatory, self._folder)
        self.setup()
        shell: Shell = self._aside.answer()
        return shell

    def close(self) -> None:
        """Leave nothing of it running."""
        if self._aside:
            self._aside.close()

    def _drawn(self, published: Callable[[Setup], Observatory]) -> Iterator[Setup | Shell]:
        engine = self._load()
        setup = engine.setup()
        yield setup
        yield engine.shell(published(setup), self._folder)
