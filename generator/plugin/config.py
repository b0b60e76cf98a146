"""The engine's settings, mkdocs.yml, and what they say to us."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from generator.cache import Setup
from generator.outcome import SettingsError
from generator.phrase import phrase
from generator.settings import NO_ADDRESS


def config_of(root: Path) -> MkDocsConfig:
    """The settings of the observatory below a root; raises SettingsError where mkdocs.yml is missing or wrong."""
    try:
        return load_config(str(root / "mkdocs.yml"))
    except ConfigurationError as error:
        raise SettingsError(str(error)) from None
    except Abort:
        raise SettingsError(phrase("the engine refuses it; what it said stands above")) from None


def setup_of(config: MkDocsConfig, root: Path) -> Setup:
    """What they say to us."""
    return Setup(config.site_url or NO_ADDRESS, os.path.relpath(config.site_dir, root))
