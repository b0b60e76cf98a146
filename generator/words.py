"""Interface words of one language: gettext catalogues, and dates, numbers and lists by the language's own rules."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO, StringIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from generator import alphabet

DOMAIN = "observatory"
MESSAGES = "en"
"""The language in which messages stand in the sources; it needs no catalogue."""
_CODE = re.compile(r"[a-z]{2,3}")
LOCALES = {"en": "en_GB"}
"""Whose rules for dates and numbers a language follows, where that is not the language's own default: United Nations English is British."""

FIRST_DAYS = {"fr": "1er"}
"""How the first day of a month is written, where the locale data do not say that it has a form of its own."""
_NEVER = re.compile(r"(?!)")
CONJUNCTIONS = {"es": (" y ", " e ", re.compile(r"h?[ií](?![aeo])", re.IGNORECASE))}
"""The "and" of a list, and the one that takes its place before a sound, where the locale data know only the first: Irán e Italia."""


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language. Where the catalogue lacks a word, English stands."""

    language: str
    direction: str
    catalogue: NullTranslations
    locale: Locale

    @lru_cache(maxsize=8192)  # noqa: B019 - lives as long as the program
    def say(self, message: str) -> str:
        """A message in this language."""
        return self.catalogue.gettext(message) if message else ""

    def count(self, singular: str, plural: str, number: int) -> str:
        """A message in the plural form that the number takes."""
        return self.catalogue.ngettext(singular, plural, number)

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


def load(folder: Path, language: str, direction: str) -> Words:
    """The words of a language from ``<language>/LC_MESSAGES/observatory.po`` below the folder; English where there is none.

    The catalogue is sound: the rules for catalogues have passed it. Raises LanguageError for a language without rules for
    dates and numbers.
    """
    locale = _locale(language)
    path = path_of(folder, language)
    catalogue: NullTranslations = NullTranslations()
    if path.is_file():
        compiled = BytesIO()
        write_mo(compiled, parsed(path.read_text(encoding="utf-8"), language))
        compiled.seek(0)
        catalogue = GNUTranslations(compiled)
    return Words(language, direction, catalogue, locale)


def path_of(folder: Path, language: str) -> Path:
    """Where the catalogue of a language stands below the folder of catalogues."""
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@lru_cache(maxsize=16)
def parsed(text: str, language: str | None) -> Catalog:
    """A catalogue from its text, for reading only: it is kept. Raises PoFileError and ValueError."""
    return read_po(StringIO(text), locale=language, abort_invalid=True)


def _locale(language: str) -> Locale:
    try:
        if not _CODE.fullmatch(language):
            raise ValueError
        return Locale.parse(LOCALES.get(language, language))
    except (ValueError, UnknownLocaleError):
        raise LanguageError(
            f"there are no rules for dates and numbers in the language {language}, which registry/observatory.yml "
            "publishes; use a code of two or three letters that the Unicode locale data know"
        ) from None


def _western(text: str) -> str:
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
