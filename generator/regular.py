"""The regular part of YAML, in which nearly every entry is written, read by itself: a third of the parser's time.

Fields below one another, lists with hyphens, `|` and `>-` with their indented lines; and on one line plain and
quoted texts, lists in brackets and fields in braces. Whatever else stands in a file, and be it only doubtful,
is the parser's to read and to complain of: this reader says nothing then. Where it reads a file, it finds the
same values at the same places.
"""

from __future__ import annotations

import re

from generator.document import Mapping, Node, Pair, Scalar, Sequence
from generator.source import Source

COLUMN_LIMIT = 8
FLOW_LIMIT = 4
"""Far from the parser's limit of depth, also together: at each column begin one mapping and one list at most."""

_KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,60}+"
_QUOTED = r""" "([^"\\\n]*+)" | '([^'\n]*+)' """
_PLAIN = r"""([^-?:,\[\]{}\#&*!|>'"%@`\ \n] (?: [^:\#\n]++ | :(?![\ \n]) | (?<!\ )\# )*+ (?<!\ ))"""
_PLAIN_IN_BRACKETS = r"""([^-?:,\[\]{}\#&*!|>'"%@`\ \n] (?: [^:\#,\[\]{}?\n]++ | :(?=[A-Za-z0-9/]) )*+ (?<!\ ))"""
_ONE_LINE = rf"(?: {_PLAIN} | {_QUOTED} | ([\[{{][^\n]*+) ) \n"
_LINES = r"([|>]-?) \n ( (?P<margin>\ ++) [^\n]++ \n (?: \n | (?P=margin) [^\n]*+ \n )*+ ) (?!\ +\n)"
_UP_TO_NEXT = r"(?: \ *+ (?:\#[^\n]*+)? \n )*+ (\ *+)"  # over comments and empty lines to where something begins

_START = re.compile(_UP_TO_NEXT, re.VERBOSE)
_FIELD = re.compile(rf"({_KEY}): (?: \ (?: {_ONE_LINE} | {_LINES} ) | \n ) {_UP_TO_NEXT}", re.VERBOSE)
_ITEM = re.compile(rf"-\ (?: {_ONE_LINE} {_UP_TO_NEXT} | (?={_KEY}:) )", re.VERBOSE)
_IN_BRACKETS = re.compile(
    rf"(?:({_KEY}):\ )?+ (?: (?: {_PLAIN_IN_BRACKETS} | {_QUOTED} ) (,\ |\]|\}}) | (?=[\[{{]) )", re.VERBOSE
)
_AFTER_BRACKET = re.compile(r"(,\ |\]|\})")


class _Irregular(Exception):  # noqa: N818 - nothing is wrong with such a file
    """Ends the reading of one file; never leaves this module."""


def root(source: Source) -> Mapping | None:
    """The mapping at the root of a text of visible characters; nothing where the parser should read it."""
    text = source.text
    if "\t" in text or "\r" in text or "\ufffe" in text or "\uffff" in text or text[-1:] != "\n":
        return None
    begin = _START.match(text)
    if begin is None or begin[1]:
        return None
    try:
        return _mapping(source, begin.end(), 0)[0]
    except _Irregular:
        return None


def _mapping(source: Source, at: int, column: int) -> tuple[Mapping, int, int]:
    """The mapping that begins here, the offset of what comes after it, and the column of that (-1 for the end)."""
    text, first, pairs, names = source.text, at, [], set()
    if column > COLUMN_LIMIT:
        raise _Irregular
    while True:
        found = _FIELD.match(text, at)
        if found is None:
            raise _Irregular
        name, plain, double, single, flow, style, lines, margin, before = found.groups()
        names.add(name)
        key = Scalar(source, at, at + len(name), name)
        at += len(name) + 2
        value: Node
        if plain is not None:
            value = Scalar(source, at, at + len(plain), plain)
        elif double is not None:
            value = Scalar(source, at, at + len(double) + 2, double, False)
        elif lines is not None:
            if len(margin) <= column:
                raise _Irregular
            end = at + len(style) + 1 + len(lines)
            value = Scalar(source, at, end, _text(lines, margin, style), False)
        elif flow is not None:
            value, end = _flow(source, at, 1)
            if end != at + len(flow):
                raise _Irregular
        elif single is not None:
            value = Scalar(source, at, at + len(single) + 2, single, False)
        else:
            value, at, after = _below(source, found.end(), len(before), column)
            pairs.append(Pair(key, value))
            if after == column:
                continue
            break
        pairs.append(Pair(key, value))
        at = found.end()
        after = len(before) if at < len(text) else -1
        if after != column:
            break
    if after > column or len(names) < len(pairs):
        raise _Irregular
    return Mapping(source, first, at, tuple(pairs)), at, after


def _below(source: Source, at: int, column: int, above: int) -> tuple[Node, int, int]:
    """The list or mapping below a key that stands at the column ``above``; a list may stand at the same one."""
    begins = source.text[at : at + 1]
    if begins == "-" and column >= above:
        return _sequence(source, at, column)
    if begins and column > above:
        return _mapping(source, at, column)
    raise _Irregular


def _sequence(source: Source, at: int, column: int) -> tuple[Sequence, int, int]:
    """The list that begins here, the offset of what comes after it, and the column of that (-1 for the end)."""
    text, first, after = source.text, at, column
    items: list[Node] = []
    while after == column and text[at] == "-":
        found = _ITEM.match(text, at)
        if found is None:
            raise _Irregular
        plain, double, single, flow, before = found.groups()
        at += 2
        if before is None:
            item, at, after = _mapping(source, at, column + 2)
            items.append(item)
            continue
        if plain is not None:
            items.append(Scalar(source, at, at + len(plain), plain))
        elif flow is not None:
            value, end = _flow(source, at, 1)
            if end != at + len(flow):
                raise _Irregular
            items.append(value)
        else:
            quoted = single if double is None else double
            items.append(Scalar(source, at, at + len(quoted) + 2, quoted, False))
        at = found.end()
        after = len(before) if at < len(text) else -1
    if after > column:
        raise _Irregular
    return Sequence(source, first, at, tuple(items)), at, after


def _flow(source: Source, at: int, depth: int) -> tuple[Node, int]:
    """The list in brackets or mapping in braces that begins here, and the offset of what comes after it."""
    text, first, close = source.text, at, _CLOSE[source.text[at]]
    items: list[Node] = []
    pairs: list[Pair] = []
    names = set()
    comma = ", "
    at += 1
    if depth > FLOW_LIMIT:
        raise _Irregular
    while comma == ", ":
        found = _IN_BRACKETS.match(text, at)
        if found is None:
            raise _Irregular
        name, plain, double, single, comma = found.groups()
        if (name is None) is (close == "}"):
            raise _Irregular
        begin = at if name is None else at + len(name) + 2
        value: Node
        if plain is not None:
            value = Scalar(source, begin, begin + len(plain), plain)
            end = found.end()
        elif comma is not None:
            quoted = single if double is None else double
            value = Scalar(source, begin, begin + len(quoted) + 2, quoted, False)
            end = found.end()
        else:
            value, end = _flow(source, begin, depth + 1)
            further = _AFTER_BRACKET.match(text, end)
            if further is None:
                raise _Irregular
            comma, end = further[1], further.end()
        if name is None:
            items.append(value)
        else:
            names.add(name)
            pairs.append(Pair(Scalar(source, at, at + len(name), name), value))
        at = end
    if comma != close or len(names) < len(pairs):
        raise _Irregular
    if close == "]":
        return Sequence(source, first, at, tuple(items)), at
    return Mapping(source, first, at, tuple(pairs)), at


def _text(lines: str, margin: str, style: str) -> str:
    """The text of indented lines after `|` or `>`, which keeps or joins them; `-` takes the last line break away."""
    inside = lines.rstrip("\n")
    if " \n" in lines:
        raise _Irregular
    if style[0] == ">":
        if "\n\n" in inside or f"\n{margin} " in inside:
            raise _Irregular
        inside = inside.replace(f"\n{margin}", " ")
    else:
        inside = inside.replace(f"\n{margin}", "\n")
    inside = inside[len(margin) :]
    return inside if style[-1] == "-" else f"{inside}\n"


_CLOSE = {"[": "]", "{": "}"}
