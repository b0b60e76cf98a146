"""The gettext catalogues of interface words: where they stand, and each as it was read, for the rules to look at."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

from generator import load
from generator.diagnostics import Diagnostic, shortened
from generator.phrase import phrase
from generator.settings import Settings
from generator.source import Source, Span
from generator.words import DOMAIN, DOMAINS, MESSAGES, miscounted_at, parsed, path_of

_IN_PLAIN_WORDS = {"Unknown or misformatted keyword": phrase("the line begins with no word that such a file knows")}
_SAID = re.compile(r"msgstr(?:\[(\d+)\])? ")


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands in the sources and as it is said in a language, each in its plural forms, and its line.

    ``said`` holds empty texts where nothing is said; ``fuzzy`` is what a program has guessed. ``context`` is the code of the rule
    that a paragraph explains, and empty for anything else.
    """

    ids: tuple[str, ...]
    said: tuple[str, ...]
    line: int
    fuzzy: bool
    context: str = ""

    @property
    def key(self) -> str:
        """What tells it from others: its context and its first form, as gettext joins them."""
        return f"{self.context}\x04{self.ids[0]}" if self.context else self.ids[0]


@dataclass(frozen=True)
class Wording:
    """The catalogue of a language, beside the messages that it should hold, each by its key.

    ``messages`` is ``None`` where there is no such file, or where it cannot be taken apart; then ``broken`` says in which
    line and why. ``plurals`` is the expression that counts its plural forms, ``own`` what its head should say of them.
    """

    source: Source
    language: str
    wanted: Mapping[str, Message]
    messages: Mapping[str, Message] | None = None
    broken: tuple[int, str] | None = None
    plurals: str = ""
    own: str = ""

    def said(self) -> Iterator[Message]:
        """The messages for which something is said, in the order of their lines."""
        return (message for message in (self.messages or {}).values() if any(message.said))

    def place(self, message: Message, form: int = 0, text: str = "") -> Span:
        """Where a form of a message is said, or a text in it; its first line where that cannot be told."""
        lines = self.source.text.split("\n")
        found = 0
        for number in range(message.line, len(lines) + 1):
            line = lines[number - 1]
            said = _SAID.match(line)
            if found and not line.startswith('"'):
                break
            if said and int(said[1] or 0) == form:
                found = number
            if found and text and text in line:
                column = line.index(text) + 1
                return Span(self.source, number, column, number, column + len(text))
        return self.line(found or message.line)

    def head(self) -> Span:
        """The line of the head that tells the plural forms; the first one where there is none."""
        return self.line(_head(self.source))

    def line(self, number: int) -> Span:
        """A whole line."""
        return Span(self.source, number, 1, number, len(self.source.line(number)) + 1)


def read(
    settings: Settings, languages: Iterable[str], wanted: Mapping[str, Message], domain: str = DOMAIN
) -> Iterator[Wording | Diagnostic]:
    """The catalogues of some languages, beside the messages that are wanted."""
    for language in languages:
        if language != MESSAGES:
            yield _read(settings, language, wanted, domain)


def template(settings: Settings, domain: str = DOMAIN) -> Wording | Diagnostic:
    """The template of all catalogues, as the catalogue of a language that says nothing."""
    path = template_of(settings, domain)
    text = load.read_text(path, settings.shown(path))
    return text if isinstance(text, Diagnostic) else _taken_apart(text, MESSAGES, {})


def template_of(settings: Settings, domain: str = DOMAIN) -> Path:
    """Where the template of all catalogues stands."""
    return settings.locales / f"{domain}.pot"


def kept(settings: Settings) -> tuple[str, ...]:
    """The domains of which the observatory keeps catalogues of its own.

    What pages say is always among them; what the checks say may come from nowhere, and is said in English then.
    """
    return tuple(domain for domain in DOMAINS if domain == DOMAIN or os.path.lexists(template_of(settings, domain)))


def messages(catalogue: Catalog) -> dict[str, Message]:
    """The messages of a catalogue, by their keys."""
    every = (
        Message(_forms(one.id), _forms(one.string), one.lineno or 1, one.fuzzy, one.context or "")
        for one in catalogue
        if one.id
    )
    return {message.key: message for message in every}


def _head(source: Source) -> int:
    return source.text.count("\n", 0, max(source.text.find('"Plural-Forms'), 0)) + 1


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _read(settings: Settings, language: str, wanted: Mapping[str, Message], domain: str) -> Wording | Diagnostic:
    path = path_of(settings.locales, language, domain)
    shown = settings.shown(path)
    if not path.exists() and not path.is_symlink():
        return Wording(Source(shown, ""), language, wanted)
    text = load.read_text(path, shown)
    return text if isinstance(text, Diagnostic) else _taken_apart(text, language, wanted)


def _taken_apart(source: Source, language: str, wanted: Mapping[str, Message]) -> Wording:
    miscounted = miscounted_at(source.text)
    if miscounted is not None:
        line = source.find(miscounted).line
        return Wording(source, language, wanted, broken=(line, phrase("no language has so many plural forms, or none")))
    try:
        catalogue = parsed(source.text, language)
        c2py(catalogue.plural_expr)
    except PoFileError as error:
        said = str(error).rpartition(" on ")[0]  # what follows is the line, counted from 0
        return Wording(source, language, wanted, broken=(error.lineno + 1, _IN_PLAIN_WORDS.get(said, shortened(said))))
    except ValueError as error:
        return Wording(source, language, wanted, broken=(_head(source), shortened(str(error))))
    if catalogue.charset.lower().replace("-", "") != "utf8":
        return Wording(
            source,
            language,
            wanted,
            broken=(1, phrase("its charset is %(charset)s, and should be utf-8", charset=shortened(catalogue.charset))),
        )
    own = Catalog(locale=language)
    return Wording(
        source,
        language,
        wanted,
        messages(catalogue),
        None,
        catalogue.plural_expr,
        own.plural_forms if own.locale else "",
    )
