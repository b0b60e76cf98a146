"""How a build ends: with a site, or with the reason why there is none."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from generator.diagnostics import Diagnostic, errors


class Built(Struct, frozen=True):
    """What a build made: pages, how many of them were drawn, languages, warnings, and where the site is."""

    pages: int
    drawn: int
    languages: int
    warnings: list[Diagnostic]
    site: Path


class NotBuiltError(Exception):
    """The site was not built, and what was published before is untouched; the message says why."""


class FaultsInEntries(NotBuiltError):  # noqa: N818 - the faults are others'
    """The entries, the registry, the hand-written pages or the interface words have errors."""

    def __init__(self, diagnostics: list[Diagnostic], files: int) -> None:
        count = errors(diagnostics)
        super().__init__(
            f"{count} error{'s' * (count != 1)} in entries, registry, pages or interface words; the site was not built"
        )
        self.diagnostics = diagnostics
        self.files = files


class BrokenLinks(NotBuiltError):  # noqa: N818 - it is no error of the program
    """Links within the new site lead nowhere."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        count = len(diagnostics)
        super().__init__(f"{count} broken link{'s' * (count != 1)} within the site; it was not built")
        self.diagnostics = diagnostics


class SettingsError(NotBuiltError):
    """mkdocs.yml is missing or wrong; the message says where."""


class ThemeError(NotBuiltError):
    """The theme does not fit: a shell, a template or a catalogue of words; the message says where."""
