"""The observatory that a command is about: its folder, and its registry where that is sound."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import SPOKEN
from generator.telling import tell

if TYPE_CHECKING:
    from generator.registry import Registry
    from generator.settings import Settings
    from generator.words import Words

MARKS = ("mkdocs.yml", "practices")
"""What tells the folder of an observatory."""


def settings_of(context: click.Context) -> Settings:
    """The observatory named by ``--root``, or the one that this folder is in; none is wrong usage.

    That is said in English, since the words of other languages stand in an observatory.
    """
    from generator.settings import Settings

    if context.obj:
        return Settings(Path(context.obj).resolve())
    here = Path.cwd()
    for folder in (here, *here.parents):
        if any((folder / mark).exists() for mark in MARKS):
            return Settings(folder)
    raise click.UsageError(
        f"{here} is not in an observatory: no folder from there upwards has {' or '.join(MARKS)}; name one with --root"
    )


def voice_of(context: click.Context, language: str = "", locales: Path | None = None) -> Words | None:
    """The words in which the checks speak: of a language, else of that in the environment; none for English, which needs none.

    One that they do not speak is wrong usage, which is said in English: there is no other that whoever asked is known to read.
    ``locales`` is the folder of the catalogues, that of the observatory where none is given.
    """
    code = language or os.environ.get(SPOKEN, "")
    if not code or code == "en":
        return None
    from generator.interpreter import languages, voice

    locales = locales or settings_of(context).locales
    known = languages(locales)
    if code not in known:
        from generator.diagnostics import shortened

        raise click.UsageError(
            f"the checks do not speak {shortened(code, 20)}; choose one of these: {', '.join(known)}"
        )
    return voice(locales, code)


def saying_of(context: click.Context, language: str = "", locales: Path | None = None) -> Callable[[str], str]:
    """Says a phrase in the language of ``voice_of``."""
    words = voice_of(context, language, locales)
    return words.tell if words else str


def registry_of(context: click.Context, settings: Settings) -> Registry:
    """The registry; its errors are told and end the command."""
    from generator import check as checks

    registry, found = checks.registry(settings)
    if registry is None:
        tell(checks.Report(found, 0, entries=False), "full", quiet=True, words=voice_of(context))
        context.exit(1)
    return registry
