"""What the checks say: a sentence in English that remembers what it was made from, so that it can be said in any language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

Value = str | int | tuple[str, ...] | Mapping[str, str]
"""What can be put into a sentence: a text, a number, a list of texts, or a text of the registry in several languages.

A phrase among them is said in the language as well, a number is written as the language writes it, and any other text stays.
"""


class Known(str):
    """An id that stands in a file, and that who answers questions knows by a label.

    It is the path of a field, such as ``sources.url``; or, where a ``field`` is named, something that can be chosen for it.
    """

    __slots__ = ("field",)

    field: str

    def __new__(cls, id: str, field: str = "") -> Known:
        """The id, which is the text as well."""
        self = super().__new__(cls, id)
        self.field = field
        return self


class Phrase(str):
    """A sentence in English, with the ``template`` and ``values`` it was made from.

    ``plural`` is the template for any number but 1, empty where nothing is counted, and ``number`` what is counted. As a text it is
    the English sentence. ``asked`` is what is said in its place to who answers questions and sees no file, ``None`` where it is the
    same; it is not packed, since workers read files only.
    """

    __slots__ = ("asked", "number", "plural", "template", "values")

    template: str
    values: Mapping[str, Value]
    plural: str
    number: int
    asked: Phrase | None

    def __new__(
        cls,
        template: str = "",
        values: Mapping[str, Value] | None = None,
        plural: str = "",
        number: int = 1,
        asked: Phrase | None = None,
    ) -> Phrase:
        """The sentence: the template, with the values put in where there are any."""
        values = values or {}
        self = super().__new__(cls, filled(plural if plural and number != 1 else template, values, _english))
        self.template, self.values, self.plural, self.number, self.asked = template, values, plural, number, asked
        return self

    def or_asked(self, asked: Phrase) -> Phrase:
        """The same sentence, with another one for who answers questions."""
        return Phrase(self.template, self.values, self.plural, self.number, asked)

    def __reduce__(self) -> tuple[type[Phrase], tuple[object, ...]]:
        return Phrase, (self.template, self.values, self.plural, self.number)


class Sentence(Struct, frozen=True, dict=True):
    """What can be said of many values: a phrase before anything is put in.

    ``template`` and ``plural`` are those of a phrase, ``asked`` the template for who answers questions, empty where it is the same.
    ``known`` is put in wherever it is said.
    """

    template: str
    plural: str = ""
    asked: str = ""
    known: Mapping[str, Phrase] = field(default_factory=dict)

    def to_asked(self, template: str) -> Sentence:
        """The same sentence, said in other words to who answers questions; marked for translation."""
        return replace(self, asked=template)

    def about(self, **values: Value) -> Phrase:
        """The phrase with values put in."""
        return self._phrase({**self.known, **values})

    def of(self, n: int, /, **values: Value) -> Phrase:
        """The phrase with a number, which is put in as ``%(n)s``, and other values."""
        return self._phrase({"n": n, **self.known, **values}, n)

    def _phrase(self, values: Mapping[str, Value], number: int = 1) -> Phrase:
        asked = Phrase(self.asked, values) if self.asked else None
        return Phrase(self.template, values, self.plural, number, asked)


def sentence(template: str, /, **known: Phrase) -> Sentence:
    """A sentence that is said of many values, marked for translation."""
    return Sentence(template, known=known)


def counting(singular: str, plural: str, /) -> Sentence:
    """A sentence about a number, marked for translation."""
    return Sentence(singular, plural)


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
    return OR.about(first=first, second=either(*others)) if others else first


def enumerated(*words: str) -> Phrase:
    """A list of words as a phrase of its own."""
    return Phrase("%(words)s", {"words": words})


def at(place: str, said: str) -> Phrase:
    """Something that is said of a place, as of a file or a line in it."""
    return Phrase("%(place)s: %(said)s", {"place": place, "said": said})


def reason(error: Exception) -> Phrase:
    """What an error says: the phrase that it carries, or the words that it was raised with."""
    return next((one for one in error.args if isinstance(one, Phrase)), enumerated(str(error)))


def figure(number: int) -> Phrase:
    """A number as a phrase of its own."""
    return Phrase("%(n)s", {"n": number})


def listed(words: tuple[str, ...], shown: int) -> tuple[str, ...] | Phrase:
    """A list of words; of a long one so many, and how many more there are."""
    more = len(words) - shown
    if more <= 0:
        return words
    return counted("%(words)s and %(n)s more", "%(words)s and %(n)s more", more, words=words[:shown])


def named(id: str, field: str = "") -> Phrase:
    """A field by its path, or something that can be chosen for a field: in backticks as a file has it, or by its label in quotes."""
    return NAMED.about(name=Known(id, field))


def as_asked(said: Phrase, label: Callable[[Known], Value]) -> Phrase:
    """What is said to who answers questions, instead of what is said to who writes a file; ``label`` gives the labels of ids."""
    one = said.asked or said
    values = {name: _as_asked(value, label) for name, value in one.values.items()}
    return Phrase(one.template, values, one.plural, one.number)


def _as_asked(value: Value, label: Callable[[Known], Value]) -> Value:
    if isinstance(value, Known):
        return label(value)
    if isinstance(value, tuple):
        each = (NAMED.about(name=one) if isinstance(one, Known) else one for one in value)
        return tuple(as_asked(one, label) if isinstance(one, Phrase) else one for one in each)
    return as_asked(value, label) if isinstance(value, Phrase) else value


def filled(template: str, values: Mapping[str, Value], written: Callable[[Value], str]) -> str:
    """A template with its values put in, each as it is written; without values a per cent sign stands for itself."""
    return template % {name: written(value) for name, value in values.items()} if values else template


def as_data(value: object) -> Any:
    """A phrase as plain data, for msgspec, which asks for what it does not know."""
    if isinstance(value, Known):
        return str(value)
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

OR = sentence("%(first)s or %(second)s")
"""One word or another."""

NAMED = Sentence("`%(name)s`").to_asked("“%(name)s”")
"""How something is called; in backticks it is the same in every language."""
