"""The gettext catalogues of interface words: where they stand, and each as it was read, for the rules to look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError

from generator import load
from generator.diagnostics import Diagnostic
from generator.settings import Settings
from generator.source import Source, Span
from generator.words import DOMAIN, MESSAGES, parsed, path_of

FORMS = 6
"""The most plural forms that a language has."""

_SAID = re.compile(r"msgstr(?:\[(\d+)\])? ")
_COUNTED = re.compile(r"nplurals *= *(\d+)")


@dataclass(frozen=True)
class Wording:
    """The catalogue of a language beside the messages that it should hold.

    ``catalogue`` is ``None`` where there is no such file, or where it cannot be taken apart; then ``broken`` says in which
    line and why. ``wanted`` is ``None`` where there is no template to compare it with.
    """

    source: Source
    language: str
    catalogue: Catalog | None
    wanted: Catalog | None
    broken: tuple[int, str] | None = None

    def translated(self) -> Iterator[Message]:
        """The messages of the catalogue, in the order of its lines, as far as something is said for them."""
        for message in self.catalogue or ():
            if message.id and any(forms(message.string)):
                yield message

    def place(self, message: Message, form: int = 0, text: str = "") -> Span:
        """Where a form of a message is said, or a text in it; its first line where that cannot be told."""
        lines = self.source.text.split("\n")
        found = None
        for number in range(message.lineno or 1, len(lines) + 1):
            line = lines[number - 1]
            said = _SAID.match(line)
            if found and (said or not line.startswith('"')):
                return found
            if said and int(said[1] or 0) == form:
                found = self.line(number)
            if (found or said) and text and text in line and found:
                return Span(self.source, number, line.index(text) + 1, number, line.index(text) + len(text) + 1)
        return found or self.line(message.lineno or 1)

    def head(self, name: str) -> Span:
        """The line of the head that begins with a name; the first one where there is none."""
        return self.line(self.source.text.count("\n", 0, max(self.source.text.find(f'"{name}'), 0)) + 1)

    def line(self, number: int) -> Span:
        """A whole line."""
        return Span(self.source, number, 1, number, len(self.source.line(number)) + 1)


def read(settings: Settings, languages: Iterable[str], wanted: Catalog | None = None) -> Iterator[Wording | Diagnostic]:
    """The catalogues of some languages, beside the messages that are wanted."""
    if settings.locales.is_dir():  # else the observatory keeps no words of its own, as one without a theme
        for language in languages:
            if language != MESSAGES:
                yield _read(settings, language, wanted)


def template(settings: Settings) -> Wording | Diagnostic:
    """The template of all catalogues, as the catalogue of a language that says nothing."""
    path = template_of(settings)
    text = load.read_text(path, settings.shown(path))
    return text if isinstance(text, Diagnostic) else _taken_apart(text, None, None)


def files(settings: Settings, languages: Iterable[str]) -> list[Path]:
    """The files that would be read, as far as they are there."""
    own = (path_of(settings.locales, language) for language in languages if language != MESSAGES)
    return [path for path in (template_of(settings), *own) if path.is_file()]


def template_of(settings: Settings) -> Path:
    """Where the template of all catalogues stands."""
    return settings.locales / f"{DOMAIN}.pot"


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """A message or its translation as its plural forms; one where it has none."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _read(settings: Settings, language: str, wanted: Catalog | None) -> Wording | Diagnostic:
    path = path_of(settings.locales, language)
    shown = settings.shown(path)
    if not path.exists() and not path.is_symlink():
        return Wording(Source(shown, ""), language, None, wanted)
    text = load.read_text(path, shown)
    return text if isinstance(text, Diagnostic) else _taken_apart(text, language, wanted)


def _taken_apart(source: Source, language: str | None, wanted: Catalog | None) -> Wording:
    name = language or MESSAGES
    counted = _COUNTED.search(source.text)
    if counted and not 1 <= int(counted[1][:9]) <= FORMS:  # else the parser would lay out as many
        line = source.find(counted.start()).line
        return Wording(source, name, None, wanted, (line, f"no language has {counted[1][:9]} plural forms"))
    try:
        catalogue = parsed(source.text, language)
        c2py(catalogue.plural_expr)
    except PoFileError as error:
        said = str(error).rpartition(" on ")[0]  # what follows is the line, counted from 0
        return Wording(source, name, None, wanted, (error.lineno + 1, said))
    except ValueError as error:
        return Wording(source, name, None, wanted, (1, f"{error}"))
    if catalogue.charset.lower().replace("-", "") != "utf8":
        return Wording(source, name, None, wanted, (1, f"it says that its charset is {catalogue.charset}, not utf-8"))
    return Wording(source, name, catalogue, wanted)
