"""What a new observatory is to be: the answers of whoever founds it, understood."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError

from generator.diagnostics import shortened
from generator.phrase import phrase
from generator.registry import Language
from generator.sentences import TOO_LONG

NAME_LIMIT = 120
"""So many characters fit into the masthead and the titles of pages."""

MOST_ARTICLES = 999
ENGLISH = "en"
"""The language that every text of a registry has, whether the site is published in it or not."""

_OWN_NAMES = {"zh": "中文"}
"""Names of languages that the Unicode locale data give otherwise than readers look for them."""


@dataclass(frozen=True, slots=True)
class Charter:
    """The name of an observatory, the short name of its instrument, its languages, and its articles: how many, or the file of them."""

    name: str
    instrument: str
    languages: tuple[Language, ...]
    articles: int | Path

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages that its texts are in."""
        return tuple(language.code for language in self.languages)


def line(answer: str) -> str:
    """A name on one line; ValueError says what is wrong with it."""
    name = " ".join(answer.split())
    if not name or not name.isprintable():
        raise ValueError(phrase("a name needs words that can be seen"))
    if len(name) > NAME_LIMIT:
        raise ValueError(TOO_LONG.of(len(name), field=phrase("the name"), limit=NAME_LIMIT))
    if set(name) & set("<>`\\$"):
        raise ValueError(
            phrase(
                "`%(name)s` holds one of the characters < > ` \\ $, which mean something else in pages",
                name=shortened(name),
            )
        )
    return name


def languages(answer: str) -> tuple[Language, ...]:
    """The languages of the site, the first one first, from codes like ``en, fr``; English stands last where it is not among them.

    Raises ValueError for a code that the Unicode locale data do not know, or that stands twice.
    """
    codes = answer.replace(",", " ").split()
    if not codes:
        raise ValueError(phrase("name at least one language by its code, like en"))
    if len(set(codes)) < len(codes):
        raise ValueError(
            phrase("a language stands twice in `%(languages)s`; name each once", languages=shortened(answer))
        )
    named = tuple(_language(code, published=True) for code in codes)
    return named if ENGLISH in codes else (*named, _language(ENGLISH, published=False))


def articles(answer: str) -> int | Path:
    """How many articles there are, or the file that lists them; ValueError where the answer is neither."""
    written = answer.strip()
    if written.isascii() and written.isdigit():
        if not 0 < int(written) <= MOST_ARTICLES:
            raise ValueError(phrase("there can be 1 to %(most)s articles", most=MOST_ARTICLES))
        return int(written)
    if not Path(written).is_file():
        raise ValueError(
            phrase(
                "`%(answer)s` is neither a number nor a file; give the number of articles, or a file like registry/articles.yml",
                answer=shortened(written),
            )
        )
    return Path(written)


def _language(code: str, *, published: bool) -> Language:
    try:
        locale = Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        raise ValueError(
            phrase(
                "`%(code)s` is no language that the Unicode locale data know; take a code of two or three letters, like fr",
                code=shortened(code),
            )
        ) from None
    if code != locale.language:
        raise ValueError(
            phrase(
                "`%(code)s` names more than a language; take `%(language)s`",
                code=shortened(code),
                language=locale.language,
            )
        )
    name = _OWN_NAMES.get(code) or locale.get_language_name(code) or code
    return Language(code, name[:1].upper() + name[1:], locale.text_direction, published)
