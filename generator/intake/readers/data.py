"""Practices as JSON, in the shape of an entry: one, or a list of them. Every value keeps its place."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from generator.document import Mapping, Node, Scalar, Sequence
from generator.fields import PRACTICE
from generator.intake.faults import SMALLER, FaultError, broken_data, no_practice, too_large_form
from generator.intake.given import Read, Submission
from generator.phrase import phrase
from generator.source import Source

DEPTH = 12
"""How far values may stand in each other; those of an entry need five."""
VALUES = 50_000
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|[^\s,:\[\]{}"]+', re.DOTALL)
_LIKE_AN_ENTRY = phrase('write a practice as `{"language": "en", "title": "…", …}`, and several as a list of such')


def read(text: str, path: str) -> Read:
    """The practices in JSON. Raises FaultError."""
    source = Source(path, text)
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        place = source.find(min(error.pos, max(len(text) - 1, 0)))
        why = phrase("this is no JSON: %(reason)s", reason=f"{error.msg[:1].lower()}{error.msg[1:]}")
        raise FaultError(broken_data, place, why, phrase("look at what stands there, and before it")) from None
    except RecursionError:
        raise FaultError(broken_data, source.start(), phrase("too much stands in each other"), _LIKE_AN_ENTRY) from None
    root = _node(source)
    items = root.items if isinstance(root, Sequence) else (root,)
    if not items or items == (Mapping(source, root.start, root.end, ()),):
        raise FaultError(no_practice, source.start(), _LIKE_AN_ENTRY)
    submissions = []
    for item in items:
        if not isinstance(item, Mapping) or not any(name.value in PRACTICE.by_name for name, _ in item.pairs):
            raise FaultError(broken_data, item.span, phrase("this is no practice"), _LIKE_AN_ENTRY)
        submissions.append(Submission(item.span, item, {}))
    return Read(tuple(submissions))


@dataclass
class _Open:
    """A list or an object whose end has not been met."""

    start: int
    is_list: bool
    values: list[Node] = field(default_factory=list)
    pairs: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | None = None

    def add(self, value: Node | None) -> None:
        """A value in it; a name where one is expected. What is null is not there."""
        if self.is_list:
            self.values += [value] if value is not None else []
        elif self.key is None:
            if not isinstance(value, Scalar):
                raise TypeError(value)
            if value.value in self.pairs:
                raise FaultError(
                    broken_data, value.span, phrase("this name stands twice"), phrase("keep one of the two")
                )
            self.key = value
        else:
            if value is not None:
                self.pairs[self.key.value] = (self.key, value)
            self.key = None

    def node(self, source: Source, end: int) -> Node:
        """What it is, once its end is there."""
        if self.is_list:
            return Sequence(source, self.start, end, tuple(self.values))
        return Mapping(source, self.start, end, tuple(self.pairs.values()))


def _node(source: Source) -> Node:
    """The values of a text that is JSON, with their places."""
    whole = _Open(0, True)
    standing = [whole]
    for count, found in enumerate(_TOKEN.finditer(source.text)):
        sign = found.group()
        if count > VALUES:
            why = phrase("there are more than %(limit)s values in the file", limit=VALUES)
            raise FaultError(too_large_form, source.start(), why, SMALLER)
        if sign in "[{":
            if len(standing) > DEPTH:
                raise FaultError(
                    broken_data, source.find(found.start()), phrase("too much stands in each other"), _LIKE_AN_ENTRY
                )
            standing.append(_Open(found.start(), sign == "["))
        elif sign in "]}":
            done = standing.pop()
            standing[-1].add(done.node(source, found.end()))
        else:
            standing[-1].add(_scalar(source, sign, found.start(), found.end()))
    return whole.values[0] if whole.values else Mapping(source, 0, 0, ())


def _scalar(source: Source, sign: str, start: int, end: int) -> Scalar | None:
    if sign == "null":
        return None
    value = json.loads(sign, strict=False) if sign.startswith('"') else sign
    return Scalar(source, start, end, value, plain=False)
