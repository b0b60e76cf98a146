"""What an engine is to a build: settings, and frames. Which engine it is, nothing here knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from generator.cache import Setup, Shell
from generator.observatory import Observatory


class Engine(Protocol):
    """What draws frames, and the files that they need."""

    def setup(self) -> Setup:
        """What its settings say to us."""

    def shell(self, observatory: Observatory, folder: Path) -> Shell:
        """The frames, and the hashes of the files that it wrote into the folder."""


class Engaged:
    """An engine that is loaded when it is first asked, and draws once; its files go into ``folder``."""

    def __init__(self, load: Callable[[], Engine], folder: Path) -> None:
        self._load = load
        self._folder = folder
        self._engine: Engine | None = None
        self._shell: Shell | None = None

    def setup(self) -> Setup:
        """What its settings say to us; raises SettingsError."""
        return self._loaded().setup()

    def shell(self, observatory: Observatory) -> Shell:
        """The frames; raises ThemeError."""
        if self._shell is None:
            self._shell = self._loaded().shell(observatory, self._folder)
        return self._shell

    def _loaded(self) -> Engine:
        if self._engine is None:
            self._engine = self._load()
        return self._engine
