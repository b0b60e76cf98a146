"""What is indexed of an entry in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from generator.edition import Edition
from generator.glossary import glossary, small
from generator.practice import Account, Practice
from generator.registry import slug

SECTIONS = ("description", "problem", "results", "challenges", "lessons", "conditions")
"""The texts that are indexed after the summary, as they stand on the page."""

FORMS = 4
"""How many forms of a term of art an entry is found by: the first ones of the glossary, which are the ones to write."""

_MARKUP = re.compile(
    r"\[([^\]\n]*)\]\([^)\n]*\)|^[ \t]*(?:[#>*+-]+|\d+[.)])(?=\s)|-{3,}|[`*|]+|\\(?=[^\w\s])", re.MULTILINE
)
_PERHAPS = re.compile(r"[\[`*|\\\u200b\x00-\x1f]|--|__|^[ \t]*[#>+\-\d]")
"""What every text has in which there is something to take out; most have nothing of it, and are told so in a fraction of the time."""
_SIGNS = re.compile(r"_{2,}|[\u200b\x00-\x1f]")
_WEIGHTED = "___PAGEFIND_WEIGHT___{} {} ___END_PAGEFIND_WEIGHT___"


class Record(Struct, frozen=True, gc=False):
    """A record of the index: the entry's id, its text, what else it is found by, and what a result shows of it.

    ``fields`` are searched beside the text, each with a weight of its own: title, names of States, labels, institutions, other
    words for its terms of art, and ``keys``, words that stand for a State, a provision, an article or a theme whatever the
    language; ``wider`` are those of provisions that hold one of the entry's.
    ``shown`` are the title, its language, the States, the provisions, and the language of the text; ``is_own`` is whether that is
    the language of the index.
    """

    id: str
    text: str
    fields: dict[str, str]
    shown: tuple[str, str, str, str, str]
    is_own: bool


def record(edition: Edition, practice: Practice, account: Account) -> Record:
    """The record of an entry in the language of an edition: its translation, else the original."""
    title, summary = edition.of(practice, "title"), edition.of(practice, "summary")
    sections = [plain(part) for part in _sections(account, edition.language)]
    text = " ".join([_WEIGHTED.format(2, plain(summary.value)), *filter(None, sections)])
    registry = edition.catalogue.registry
    states = [registry.countries[code] for code in practice.countries]
    provisions = [registry.provisions[ref] for ref in practice.provisions]
    articles = [registry.article[number] for number in practice.articles]
    themes = [registry.themes[id] for id in practice.themes]
    measures = [registry.measures[id] for id in practice.measures]
    names = dict.fromkeys(name for state in states for name in (state.code, *state.names.values(), *state.also))
    labels = [edition.text(one.titles) for one in articles]
    labels += [edition.text(one.headings) for one in provisions]
    labels += [edition.text(one.labels) for one in (*themes, *measures)]
    keys = [key("state", state.code) for state in states]
    keys += [key("article", article.number) for article in articles]
    keys += [key("provision", provision.ref) for provision in provisions]
    keys += [key("theme", theme.id) for theme in themes]
    wider = [ref.partition("(")[0] for ref in practice.provisions if "(" in ref]
    bodies = [edition.several(account, "partners"), (edition.of(account, "lead"),)]
    fields = {
        "bodies": plain(" ".join(body.value for some in bodies for body in some)),
        "keys": " ".join(keys),
        "labels": " ".join(map(_known, dict.fromkeys(label.value for label in labels))),
        "names": " ".join(map(_known, names)),
        "terms": " ".join(map(_known, _terms(edition, f"{title.value}\n{text}", summary.language))),
        "title": plain(title.value),
        "wider": " ".join(key("provision", ref) for ref in dict.fromkeys(wider) if ref in registry.provisions),
    }
    named = ", ".join(edition.state(code).value for code in practice.countries)
    return Record(
        practice.id,
        text,
        fields,
        (title.value, title.language, named, ", ".join(practice.provisions), summary.language),
        summary.language == edition.language,
    )


@cache
def key(kind: str, value: str) -> str:
    """The word that stands for a value of a facet in every language: ``provision``, ``8.4`` → ``qp8x4z``.

    It begins no other one, is no word of a language, and no stemmer shortens it.
    """
    return f"q{kind[0]}{slug(value).replace('-', 'x').lower()}z"


def plain(text: str) -> str:
    """A text without marks of Markdown, and without what the index would take for marks of its own."""
    if _PERHAPS.search(text):
        text = _SIGNS.sub(" ", _MARKUP.sub(r"\1 ", text))
    return " ".join(text.split())


_known = cache(plain)  # for words of the registry, which many entries share


def _terms(edition: Edition, text: str, spoken: str) -> Iterator[str]:
    """What else the terms of art of a text are called in the language of the index: other forms, what translates them, what people ask."""
    registry = edition.catalogue.registry
    there, here = glossary(registry, spoken), glossary(registry, edition.language)
    if there is None or here is None:
        return
    said = dict.fromkeys(one.form.concept.id for one in there.said(small(text)) if not one.form.is_avoided)
    for id in said:
        if concept := here.concepts.get(id):
            yield from (form.replace("*", "") for form in (*concept.use[:FORMS], *concept.asked))


def _sections(account: Account, language: str) -> Iterator[str]:
    for name in SECTIONS:
        value, _ = account.said(name, language)
        if isinstance(value, tuple):
            yield from value
        else:
            yield value
