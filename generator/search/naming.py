"""What a query may name outright, and the words that ask for nothing: a small file of our own a language.

A State, a provision, an article or a theme that a query names is shown first, with where it leads, and stands in the query as a
word of its own (`records.key`), so that it is found whatever the language. States are known by their names in every language,
because people search in several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.practice import article_of
from generator.search.records import key, plain
from generator.search.small_words import STOP, WORDS_FOR_ARTICLE

HAN = "一二三四五六七八九"


Counts = Mapping[str, Counter[str]]
"""How many practices there are of each State, article, provision and theme."""


def counts(catalogue: Catalogue) -> Counts:
    """How many practices each name stands for, which is the same in every language."""
    practices = catalogue.practices
    return {
        "state": _counted(one.countries for one in practices),
        "article": _counted(map(article_of, one.provisions) for one in practices),
        "provision": _counted(one.provisions for one in practices),
        "theme": _counted(one.themes for one in practices),
    }


def named(edition: Edition, counts: Counts) -> dict[str, Any]:
    """What a language's list says of names, with the counts of all practices.

    ``named`` are, each with its forms of all languages, key and value of a facet, the word that stands for it, label, address below
    the language and how many practices there are; ``division`` the words that come before the number of an article or
    provision, ``stop`` the words to leave out, ``directions`` in which direction each language runs.
    """
    return {
        "named": [list(one) for one in _named(edition, counts)],
        "division": WORDS_FOR_ARTICLE.split(),
        "stop": STOP.get(edition.language, "").split(),
        "directions": edition.directions,
    }


def _named(edition: Edition, counts: Counts) -> Iterator[tuple[str, str, str, str, str, int, list[str]]]:
    registry = edition.catalogue.registry
    for code, country in sorted(registry.countries.items()):
        count = counts["state"][code]
        path = f"countries/{code.lower()}/" if count else ""
        forms = [code, *country.names.values(), *country.also]
        yield "state", code, key("state", code), edition.state(code).value, path, count, _forms(forms)
    for article in registry.articles:
        count = counts["article"][article.number]
        label = f"{article.number} {edition.text(article.titles).value}"
        forms = [*article.titles.values(), *_spelt(article.number)]
        path = f"articles/{article.number}/"
        yield "article", article.number, key("article", article.number), label, path, count, _forms(forms)
        for provision in article.provisions:
            chip = edition.chip(provision.ref)
            label = f"{provision.ref} {edition.text(provision.headings).value}"
            count = counts["provision"][provision.ref]
            yield "provision", provision.ref, key("provision", provision.ref), label, chip.path, count, []
    for theme in registry.themes:
        count = counts["theme"][theme]
        labels = registry.themes[theme].labels
        place = edition.theme(theme)
        yield "theme", theme, key("theme", theme), place.label.value, place.path, count, _forms(list(labels.values()))


def _counted(every: Iterable[Iterable[str]]) -> Counter[str]:
    """How many practices have each value, from the values of every practice."""
    return Counter(chain.from_iterable(map(dict.fromkeys, every)))


def _forms(forms: list[str]) -> list[str]:
    return list(dict.fromkeys(plain(form) for form in forms if form))


def _spelt(number: str) -> Iterator[str]:
    """The number of an article as Chinese spells it: 13 → 第十三条."""
    if number.isdigit() and 0 < int(number) < 100:
        tens, ones = divmod(int(number), 10)
        spelt = ("" if tens < 2 else HAN[tens - 1]) + ("十" if tens else "") + (HAN[ones - 1] if ones else "")
        yield f"第{spelt}条"
