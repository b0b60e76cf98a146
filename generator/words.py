"""Interface words of one language: gettext catalogues, and dates, numbers and lists by the language's own rules."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

DOMAIN = "observatory"
_CODE = re.compile(r"[a-z]{2,3}")
_VALUE = re.compile(r"%\(\w*\)?\w?")
LOCALES = {"en": "en_GB"}
"""Whose rules for dates and numbers a language follows, where that is not the language's own default: United Nations English is British."""


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
        return _western(format_date(date(*parts), format="long", locale=self.locale))

    @lru_cache(maxsize=8192)  # noqa: B019 - lives as long as the program
    def sequence(self, *items: str) -> str:
        """A list in a sentence: "a, b and c"."""
        return format_list(items, locale=self.locale)

    def collated(self, name: str) -> tuple[bytes, str]:
        """A sort key by the language's alphabet, near enough for names of States and themes.

        Chinese: the GB 2312 part of GB 18030 stands in the order of pinyin. Others: letters without their marks.
        """
        if self.language == "zh":
            return name.encode("gb18030"), name
        bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
        return bare.casefold().encode(), name


class LanguageError(Exception):
    """A language that cannot be published, or a catalogue that would break its pages; the message says what to do."""


def load(folder: Path, language: str, direction: str) -> Words:
    """The words of a language from ``<language>/LC_MESSAGES/observatory.po`` below the folder; English where there is none.

    Raises LanguageError for a language without rules for dates and numbers, and for a message that lost a value.
    """
    path = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    catalogue: NullTranslations = NullTranslations()
    if path.is_file():
        compiled = BytesIO()
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
        _refuse_other_values(path, catalog)
        write_mo(compiled, catalog)
        compiled.seek(0)
        catalogue = GNUTranslations(compiled)
    return Words(language, direction, catalogue, _locale(language))


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


def _refuse_other_values(path: Path, catalog: Catalog) -> None:
    """A message whose values differ from the original's would break every page it stands on."""
    for message in catalog:
        for said in [message.string] if isinstance(message.string, str) else message.string or ():
            other = set(_VALUE.findall(said)) - set(_VALUE.findall(f"{message.id}"))
            if message.id and said and other:
                raise LanguageError(
                    f"{path}:{message.lineno}: the translation has {', '.join(sorted(other))}, which its original has not; "
                    "`make words-check` tells all such faults"
                )


def _western(text: str) -> str:
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
