"""MkDocs as the engine that a build engages: it draws the frames, and somebody else makes the site."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from generator.cache import Setup, Shell
from generator.observatory import Observatory
from generator.outcome import SettingsError, ThemeError
from generator.phrase import phrase
from generator.plugin.config import config_of, setup_of
from generator.plugin.hooks import ObservatoryPlugin
from generator.plugin.stopped import Stopped


class MkDocs:
    """The engine of an observatory; raises SettingsError where mkdocs.yml is missing or wrong."""

    def __init__(self, root: Path) -> None:
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
        self._config = config_of(root)
        plugin = next((one for one in self._config.plugins.values() if isinstance(one, ObservatoryPlugin)), None)
        if plugin is None:
            raise SettingsError(phrase("the list `plugins` does not name `observatory`"))
        self._plugin = plugin
        self._setup = setup_of(self._config, root)

    def setup(self) -> Setup:
        """What its settings say to us."""
        return self._setup

    def shell(self, observatory: Observatory, folder: Path) -> Shell:
        """The frames, and the hashes of the files that it wrote into the folder; raises ThemeError."""
        self._plugin.visit(observatory)
        self._config.site_dir = str(folder)
        self._config.plugins.on_startup(command="build", dirty=False)
        try:
            build(self._config)
        except Stopped as stopped:
            raise stopped.reason from None
        except Abort as error:
            raise ThemeError(str(error)) from None
        finally:
            self._config.plugins.on_shutdown()
        return self._plugin.shell
