"""Interface words of one language: gettext catalogues, and dates, numbers and lists by the language's own rules."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from msgspec import Struct

from generator import alphabet
from generator.phrase import BETWEEN, Phrase, Value, filled, in_one, phrase

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

DOMAIN = "observatory"
"""The catalogues of what pages say."""
CHECKS = "checks"
"""The catalogues of what the checks say: what is wrong, what to do, and the explanations of rules. Pages do without it, but for one."""
DOMAINS = (DOMAIN, CHECKS)
MESSAGES = "en"
"""The language in which messages stand in the sources; it needs no catalogue."""
_CODE = re.compile(r"[a-z]{2,3}")
LOCALES = {"en": "en_GB"}
"""Whose rules for dates and numbers a language follows, where that is not the language's own default: United Nations English is British."""

FIRST_DAYS = {"fr": "1er"}
"""How the first day of a month is written, where the locale data do not say that it has a form of its own."""
_NEVER = re.compile(r"(?!)")
_COUNTED = re.compile(r"nplurals *= *(\d+)")
FORMS = 6
"""The most plural forms that a language has."""
CONJUNCTIONS = {"es": (" y ", " e ", re.compile(r"h?[ií](?![aeo])", re.IGNORECASE))}
"""The "and" of a list, and the one that takes its place before a sound, where the locale data know only the first: Irán e Italia."""


class Words(Struct, frozen=True, eq=False, dict=True):
    """The words of one language, from a folder of catalogues. Where the catalogue lacks a word, English stands."""

    language: str
    direction: str
    catalogue: NullTranslations
    locale: Locale
    folder: Path

    @cached_property
    def checks(self) -> Words:
        """What the checks say in this language; read when somebody asks, since one page alone does."""
        return load(self.folder, self.language, self.direction, CHECKS)

    @lru_cache(maxsize=8192)  # noqa: B019 - lives as long as the program
    def say(self, message: str) -> str:
        """A message in this language."""
        return self.catalogue.gettext(message) if message else ""

    def count(self, singular: str, plural: str, number: int) -> str:
        """A message in the plural form that the number takes."""
        return self.catalogue.ngettext(singular, plural, number)

    def tell(self, said: str) -> str:
        """What the checks say, in this language; a text that is no phrase stays as it is.

        English stands where the catalogue lacks a sentence, or could not be filled in.
        """
        if not isinstance(said, Phrase) or self.language == MESSAGES or not said:
            return str(said)
        find = self.catalogue
        found = find.ngettext(said.template, said.plural, said.number) if said.plural else find.gettext(said.template)
        try:
            return filled(found, said.values, self._value)
        except (KeyError, TypeError, ValueError):  # which the check of catalogues tells
            return str(said)

    def explain(self, code: str, text: str) -> str:
        """A paragraph of the explanation of a rule, by its code."""
        return self.catalogue.pgettext(code, text)

    def _value(self, value: Value) -> str:
        """What is put into a sentence, as the language writes it."""
        if isinstance(value, int):
            return self.number(value)
        if isinstance(value, tuple):
            return self.tell(BETWEEN).join(map(self.tell, value))
        return self.tell(value) if isinstance(value, str) else in_one(value, self.language)

    def forms(self, singular: str, plural: str) -> dict[str, str]:
        """A message in every plural form of the language, by the name that Unicode gives it: for scripts, which count later."""
        rule = self.locale.plural_form
        examples = {rule(number): number for number in (*reversed(range(200)), 1_000_000)}
        return {form: self.count(singular, plural, number) for form, number in sorted(examples.items())}

    @lru_cache(maxsize=8192)  # noqa: B019 - lives as long as the program
    def number(self, value: int) -> str:
        """A number with the language's separators, in Western Arabic digits as in United Nations documents."""
        return format_decimal(value, locale=self.locale, numbering_system="latn")

    @lru_cache(maxsize=8192)  # noqa: B019 - lives as long as the program
    def moment(self, iso: str) -> str:
        """A year, month or day (ISO 8601) as the language writes it."""
        parts = [int(part) for part in iso.split("-")]
        if len(parts) == 1:
            return iso
        if len(parts) == 2:
            return _western(format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=self.locale))
        said = _western(format_date(date(*parts), format="long", locale=self.locale))
        return said.replace("1", FIRST_DAYS.get(self.language, "1"), 1) if parts[2] == 1 else said

    def tongue(self, code: str) -> str:
        """What a language is called in this one, by its code and in the case of running text; empty where the locale data do not say."""
        return str(self.locale.languages.get(code, ""))

    @lru_cache(maxsize=8192)  # noqa: B019 - lives as long as the program
    def sequence(self, *items: str) -> str:
        """A list in a sentence: "a, b and c"."""
        said = format_list(items, locale=self.locale)
        before, after, sound = CONJUNCTIONS.get(self.language, ("", "", _NEVER))
        if len(items) > 1 and sound.match(items[-1]):
            return said.removesuffix(before + items[-1]) + after + items[-1]
        return said

    def collated(self, name: str) -> tuple[str, str]:
        """A sort key by the language's alphabet."""
        return alphabet.key(self.language, name)

    def quickly_collated(self, title: str) -> tuple[str, str]:
        """A sort key for one of thousands of titles."""
        return alphabet.quick_key(self.language, title)


class LanguageError(Exception):
    """A language that cannot be published; the message says what to do."""


def load(folder: Path, language: str, direction: str, domain: str = DOMAIN) -> Words:
    """The words of a language from ``<language>/LC_MESSAGES/<domain>.po`` below the folder; English where there is none.

    The catalogue is sound: the rules for catalogues have passed it. Raises LanguageError for a language without rules for
    dates and numbers.
    """
    locale = _locale(language)
    path = path_of(folder, language, domain)
    catalogue: NullTranslations = NullTranslations()
    if path.is_file():
        from babel.messages.mofile import write_mo  # loaded here, because English has no catalogue

        compiled = BytesIO()
        write_mo(compiled, parsed(path.read_text(encoding="utf-8"), language))
        compiled.seek(0)
        catalogue = GNUTranslations(compiled)
    return Words(language, direction, catalogue, locale, folder)


def path_of(folder: Path, language: str, domain: str = DOMAIN) -> Path:
    """Where the catalogue of a language stands below the folder of catalogues."""
    return folder / language / "LC_MESSAGES" / f"{domain}.po"


def miscounted_at(text: str) -> int | None:
    """Where the text of a catalogue says that there are more plural forms than any language has, or none; the parser would lay them out."""
    counted = _COUNTED.search(text)
    return counted.start() if counted and not 1 <= int(counted[1][:9]) <= FORMS else None


@lru_cache(maxsize=32)
def parsed(text: str, language: str | None) -> Catalog:
    """A catalogue from its text, for reading only: it is kept. Raises PoFileError and ValueError."""
    if miscounted_at(text) is not None:
        raise ValueError("no language has so many plural forms, or none")
    from babel.messages.pofile import read_po

    return read_po(StringIO(text), locale=language, abort_invalid=True)


def _locale(language: str) -> Locale:
    try:
        if not _CODE.fullmatch(language):
            raise ValueError
        return Locale.parse(LOCALES.get(language, language))
    except (ValueError, UnknownLocaleError):
        raise LanguageError(
            phrase(
                "there are no rules for dates and numbers in the language %(language)s, which registry/observatory.yml publishes; use a "
                "code of two or three letters that the Unicode locale data know",
                language=language,
            )
        ) from None


def _western(text: str) -> str:
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
