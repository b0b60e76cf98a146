"""The kinds of values that a field may hold, and what a field is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Line:
    """One line of plain text, at most ``limit`` characters."""

    limit: int = 200


@dataclass(frozen=True, slots=True)
class Prose:
    """Plain text that may run over several lines of the file, at most ``limit`` characters."""

    limit: int = 500


@dataclass(frozen=True, slots=True)
class Markdown:
    """CommonMark text with tables, at most ``limit`` characters."""

    limit: int = 8000


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few fixed words."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of something: ``countries``, ``themes``, ``measures``, ``documents``, ``languages``, ``practices``, ``former`` ones."""

    to: str


@dataclass(frozen=True, slots=True)
class Provision:
    """The reference of a provision, like ``6.1(a)``."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month of a year or a day: ``2013``, ``2013-05`` or ``2013-05-21`` (ISO 8601)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from 1."""


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address: ``https://…`` or ``http://…``."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An e-mail address: ``practices@observatory.example``."""


@dataclass(frozen=True, slots=True)
class Hash:
    """The first eight hexadecimal digits of the SHA-256 of an original's text."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A text in several languages: a mapping from language code to text; the default language must be there."""

    limit: int = 300


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one kind, at most ``limit`` of them."""

    kind: Kind
    limit: int = 40


@dataclass(frozen=True, eq=False)
class Record:
    """A mapping with described fields. Equal to itself only, which makes it quick to look up."""

    fields: tuple[Field, ...]

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields by name."""
        return {field.name: field for field in self.fields}

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """The fields that must be there."""
        return tuple(field for field in self.fields if field.required)

    def field(self, name: str) -> Field | None:
        """The field of that name."""
        return self.by_name.get(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all its fields, in the order in which they are written."""
        return tuple(self.by_name)


Kind = (
    Line | Prose | Markdown | Choice | Reference | Provision | Moment | Number | Flag
    | Address | Mailbox | Hash | Texts | ListOf | Record
)  # fmt: skip


def item_of(kind: Kind) -> Kind:
    """What a single value is: of a list, what one of its items is."""
    return kind.kind if isinstance(kind, ListOf) else kind


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, the kind of its value, one sentence of help and an example as it stands in a file."""

    name: str
    kind: Kind
    help: str
    example: str = ""
    required: bool = False
    translated: bool = False
