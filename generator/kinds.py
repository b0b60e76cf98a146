"""The kinds of values that a field may hold, and what a field is."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct


class Line(Struct, frozen=True):
    """One line of plain text, at most ``limit`` characters."""

    limit: int = 200


class Prose(Struct, frozen=True):
    """Plain text that may run over several lines of the file, at most ``limit`` characters."""

    limit: int = 500


class Markdown(Struct, frozen=True):
    """CommonMark text with tables, at most ``limit`` characters."""

    limit: int = 8000


class Choice(Struct, frozen=True):
    """One of a few fixed words."""

    values: tuple[str, ...]


class Reference(Struct, frozen=True):
    """The id of something: ``countries``, ``themes``, ``measures``, ``documents``, ``languages``, ``practices``, ``former`` ones."""

    to: str


class Provision(Struct, frozen=True):
    """The reference of a provision, like ``6.1(a)``."""


class Moment(Struct, frozen=True):
    """A year, a month of a year or a day: ``2013``, ``2013-05`` or ``2013-05-21`` (ISO 8601)."""


class Number(Struct, frozen=True):
    """A whole number from 1."""


class Flag(Struct, frozen=True):
    """``true`` or ``false``."""


class Address(Struct, frozen=True):
    """A web address: ``https://…`` or ``http://…``."""


class Mailbox(Struct, frozen=True):
    """An e-mail address: ``practices@observatory.example``."""


class Hash(Struct, frozen=True):
    """The first eight hexadecimal digits of the SHA-256 of an original's text."""


class Texts(Struct, frozen=True):
    """A text in several languages: a mapping from language code to text; the default language must be there."""

    limit: int = 300


class ListOf(Struct, frozen=True):
    """A list of values of one kind, at most ``limit`` of them."""

    kind: Kind
    limit: int = 40


class Record(Struct, frozen=True, eq=False, dict=True):
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


class Field(Struct, frozen=True):
    """A field: its name, the kind of its value, one sentence of help and an example as it stands in a file."""

    name: str
    kind: Kind
    help: str
    example: str = ""
    required: bool = False
    translated: bool = False
