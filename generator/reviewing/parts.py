"""What a report is made of: sections of items, whose parts tell our words from those of strangers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text from a file, or a name that somebody gave."""

    text: str


@dataclass(frozen=True, slots=True)
class Gone:
    """Words that were in a text."""

    text: str


@dataclass(frozen=True, slots=True)
class New:
    """Words that are new in a text."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """A word of ours that says at once what an item is."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A text from a file that leads somewhere; nowhere where the address is empty."""

    text: str
    url: str


Part = str | Quoted | Gone | New | Strong | Link
"""A plain string is ours, and may quote values between backticks."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list, and what stands below it."""

    parts: tuple[Part, ...]
    below: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence below it (perhaps empty), and a list, which has numbers where their order matters."""

    heading: str
    sentence: str
    items: tuple[Item, ...] = field(default=())
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A heading, a line of what there is, and the sections."""

    heading: str
    line: tuple[Part, ...]
    sections: tuple[Section, ...]


def filled(sentence: str, **values: Part | tuple[Part, ...]) -> tuple[Part, ...]:
    """A sentence with parts put in for its placeholders, ``%(name)s``."""
    found: list[Part] = []
    for number, piece in enumerate(re.split(r"%\((\w+)\)s", sentence)):
        if number % 2:
            value = values.get(piece, f"%({piece})s")  # which the check of catalogues tells
            found += value if isinstance(value, tuple) else (value,)
        elif piece:
            found.append(piece)
    return tuple(found)


def joined(some: Iterable[tuple[Part, ...]], by: str) -> tuple[Part, ...]:
    """Parts one after another with something between them."""
    return tuple(one for parts in some for one in (by, *parts))[1:]
