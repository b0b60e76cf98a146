"""What the checks say: a sentence in English that remembers what it was made from, so that it can be said in any language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Value = str | int | tuple[str, ...] | Mapping[str, str]
"""What can be put into a sentence: a text, a number, a list of texts, or a text of the registry in several languages.

A phrase among them is said in the language as well, a number is written as the language writes it, and any other text stays.
"""


class Phrase(str):
    """A sentence in English, with the ``template`` and ``values`` it was made from.

    ``plural`` is the template for any number but 1, empty where nothing is counted, and ``number`` what is counted. As a text it is
    the English sentence.
    """

    __slots__ = ("number", "plural", "template", "values")

    template: str
    values: Mapping[str, Value]
    plural: str
    number: int

    def __new__(
        cls, template: str = "", values: Mapping[str, Value] | None = None, plural: str = "", number: int = 1
    ) -> Phrase:
        """The sentence: the template, with the values put in where there are any."""
        values = values or {}
        self = super().__new__(cls, filled(plural if plural and number != 1 else template, values, _english))
        self.template, self.values, self.plural, self.number = template, values, plural, number
        return self

    def __reduce__(self) -> tuple[type[Phrase], tuple[object, ...]]:
        return Phrase, (self.template, self.values, self.plural, self.number)


def phrase(template: str, /, **values: Value) -> Phrase:
    """A sentence, marked for translation: ``phrase("there is no %(date)s in the calendar", date=scalar.value)``."""
    return Phrase(template, values)


def counted(singular: str, plural: str, n: int, /, **values: Value) -> Phrase:
    """A sentence with a number in it, marked for translation; the number is put in as ``%(n)s``."""
    return Phrase(singular, {"n": n, **values}, plural, n)


def also(first: Phrase, second: Phrase) -> Phrase:
    """Two sentences in one; one of them where the other says nothing."""
    return phrase("%(first)s; %(second)s", first=first, second=second) if first and second else first or second


def either(*words: str) -> str:
    """One word or another: ``a or b``."""
    first, *others = words
    return phrase("%(first)s or %(second)s", first=first, second=either(*others)) if others else first


def enumerated(*words: str) -> Phrase:
    """A list of words as a phrase of its own."""
    return Phrase("%(words)s", {"words": words})


def listed(words: tuple[str, ...], shown: int) -> tuple[str, ...] | Phrase:
    """A list of words; of a long one so many, and how many more there are."""
    more = len(words) - shown
    if more <= 0:
        return words
    return counted("%(words)s and %(n)s more", "%(words)s and %(n)s more", more, words=words[:shown])


def filled(template: str, values: Mapping[str, Value], written: Callable[[Value], str]) -> str:
    """A template with its values put in, each as it is written; without values a per cent sign stands for itself."""
    return template % {name: written(value) for name, value in values.items()} if values else template


def as_data(value: object) -> Any:
    """A phrase as plain data, for msgspec, which asks for what it does not know."""
    if isinstance(value, Phrase):
        return {"template": value.template, "values": value.values, "plural": value.plural, "number": value.number}
    raise NotImplementedError(f"{type(value)} cannot be as_data")


def from_data(kind: type, data: Any) -> Any:
    """A phrase from plain data, for msgspec; raises ValueError for anything else."""
    if kind is not Phrase:
        raise NotImplementedError(f"{kind} cannot be from_data")
    try:
        values = {name: _value(value) for name, value in data["values"].items()}
        return Phrase(data["template"], values, data["plural"], data["number"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no phrase: {error}") from None


def _value(data: Any) -> Any:
    if isinstance(data, dict) and "template" in data:  # which is the code of no language
        return from_data(Phrase, data)
    return tuple(map(_value, data)) if isinstance(data, list) else data


def in_one(texts: Mapping[str, str], language: str) -> str:
    """A text of the registry in a language, else in English, else in the first there is."""
    return next(filter(None, (texts.get(language), texts.get("en"), *texts.values())), "")


def _english(value: Value) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    return value if isinstance(value, str) else in_one(value, "en")


NOTHING = Phrase()
"""Nothing to say."""

BETWEEN = phrase(", ")
"""What stands between the words of a list."""
