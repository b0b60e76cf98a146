"""What a new observatory is to be: the answers of whoever founds it, understood."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError

from generator.diagnostics import shortened
from generator.registry import Language

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
        raise ValueError("a name needs words that can be seen")
    if len(name) > NAME_LIMIT:
        raise ValueError(f"the name has {len(name)} characters; at most {NAME_LIMIT} are allowed")
    if set(name) & set("<>`\\$"):
        raise ValueError(
            f"`{shortened(name)}` holds one of the characters < > ` \\ $, which mean something else in pages"
        )
    return name


def languages(answer: str) -> tuple[Language, ...]:
    """The languages of the site, the first one first, from codes like ``en, fr``; English stands last where it is not among them.

    Raises ValueError for a code that the Unicode locale data do not know, or that stands twice.
    """
    codes = answer.replace(",", " ").split()
    if not codes:
        raise ValueError("name at least one language by its code, like en")
    if len(set(codes)) < len(codes):
        raise ValueError(f"a language stands twice in `{shortened(answer)}`; name each once")
    named = tuple(_language(code, published=True) for code in codes)
    return named if ENGLISH in codes else (*named, _language(ENGLISH, published=False))


def articles(answer: str) -> int | Path:
    """How many articles there are, or the file that lists them; ValueError where the answer is neither."""
    written = answer.strip()
    if written.isascii() and written.isdigit():
        if not 0 < int(written) <= MOST_ARTICLES:
            raise ValueError(f"there can be 1 to {MOST_ARTICLES} articles")
        return int(written)
    if not Path(written).is_file():
        raise ValueError(
            f"`{shortened(written)}` is neither a number nor a file; "
            "give the number of articles, or a file like registry/articles.yml"
        )
    return Path(written)


def _language(code: str, *, published: bool) -> Language:
    try:
        locale = Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        raise ValueError(
            f"`{shortened(code)}` is no language that the Unicode locale data know; take a code of two or three letters, like fr"
        ) from None
    if code != locale.language:
        raise ValueError(f"`{shortened(code)}` names more than a language; take `{locale.language}`")
    name = _OWN_NAMES.get(code) or locale.get_language_name(code) or code
    return Language(code, name[:1].upper() + name[1:], locale.text_direction, published)
