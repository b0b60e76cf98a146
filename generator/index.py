"""Something by a key that remembers what it was asked, so that a build knows what a page rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")
Question = tuple[str, str]
"""What a page asked of the catalogue: the name of an index and a key of it, empty for the index as a whole."""


class Index(Mapping[str, Value]):
    """Something of the practices by a key. Every question is added to ``asked``."""

    def __init__(self, name: str, found: Mapping[str, Value], asked: set[Question]) -> None:
        self._name = name
        self._found = found
        self._asked = asked

    def __getitem__(self, key: str) -> Value:
        self._asked.add((self._name, key))
        return self._found[key]

    def __contains__(self, key: object) -> bool:
        self._asked.add((self._name, str(key)))
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        self._asked.add((self._name, ""))
        return iter(self._found)

    def __len__(self) -> int:
        self._asked.add((self._name, ""))
        return len(self._found)
