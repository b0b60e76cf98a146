"""The regular part of YAML, in which nearly every entry is written, read by itself: much faster than by the parser.

Fields below one another, lists with hyphens, `|` and `>-` with their indented lines; and on one line plain and
quoted texts, lists in brackets and fields in braces. Whatever else stands in a file, and be it only doubtful,
is the parser's to read and to complain of: this reader says nothing then. Where it reads a file, it finds the
same values at the same places.
"""

from __future__ import annotations

import re

from generator.document import Mapping, Node, Scalar, Sequence
from generator.source import Source

COLUMN_LIMIT = 8
BRACKET_LIMIT = 4
"""Far from the parser's limit of depth, also together: at each column begin one mapping and one list at most."""

_KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,60}+"
_PLAIN = r"""([^-?:,\[\]{}\#&*!|>'"%@`\ \n] (?: [^:\#\n]++ | :(?![\ \n]) | (?<!\ )\# )*+ (?<!\ ))"""
_PLAIN_IN_BRACKETS = (
    r"""([^-?:,\[\]{}\#&*!|>'"%@`\ \n] (?: [^:\#,\[\]{}?\n]++ | :(?=[A-Za-z0-9/]) | (?<!\ )\# )*+ (?<!\ ))"""
)
_QUOTED = r"""("[^"\\\n]*+" | '[^'\n]*+')"""
_WORD = r"[A-Za-z0-9][A-Za-z0-9_.()-]*+"
_WORDS = rf"""\[ ( (?: {_WORD} | "{_WORD}" ) (?: ,\ (?: {_WORD} | "{_WORD}" ) )*+ ) \]"""  # faster than in brackets
_GROUP = rf"\{{ ( {_KEY}:\ {_WORD} (?: ,\ {_KEY}:\ {_WORD} )*+ ) \}}"  # as well
_ONE_LINE = rf"(?: {_PLAIN} | {_QUOTED} | {_WORDS} | {_GROUP} | ([\[{{][^\n]*+) ) \n"
_LINES = r"([|>]-?) \n ( (?P<margin>\ ++) [^\n]++ (?<!\ )\n (?: (?P=margin) [^\n]*+ (?<!\ )\n | \n )*+ ) (?! (?P=margin) | \ +\n )"
_UP_TO_NEXT = r"(?: \ *+ (?:\#[^\n]*+)? \n )*+ (\ *+)"  # over comments and empty lines to where something begins

_BEGIN = re.compile(_UP_TO_NEXT, re.VERBOSE)
_FIELD = re.compile(rf"({_KEY}): (?: \ (?: {_ONE_LINE} | {_LINES} ) | \n ) {_UP_TO_NEXT}", re.VERBOSE)
_ITEM = re.compile(rf"-\ (?: {_ONE_LINE} {_UP_TO_NEXT} | (?={_KEY}:) )", re.VERBOSE)
_IN_BRACKETS = re.compile(
    rf"(?:({_KEY}):\ )?+ (?: (?: {_PLAIN_IN_BRACKETS} | {_QUOTED} ) (,\ |\]|\}}) | (?=[\[{{]) )", re.VERBOSE
)
_AFTER_BRACKET = re.compile(r", |\]|\}")


class _Irregular(Exception):  # noqa: N818 - nothing is wrong with such a file
    """Ends the reading of one file; never leaves this module."""


def root(source: Source) -> Mapping | None:
    """The mapping at the root of a text of visible characters; nothing where the parser should read it."""
    text = source.text
    if "\t" in text or "\r" in text or "\ufffe" in text or "\uffff" in text or text[-1:] != "\n":
        return None
    begin = _BEGIN.match(text)
    if begin is None or begin[1]:
        return None
    try:
        return _mapping(source, begin.end(), 0)[0]
    except _Irregular:
        return None


def _mapping(source: Source, at: int, column: int) -> tuple[Mapping, int, int]:
    """The mapping that begins here, the offset of what comes after it, and the column of that (-1 for the end)."""
    text, first, after = source.text, at, column
    length = len(text)
    pairs: list[tuple[Scalar, Node]] = []
    names: set[str] = set()
    if column > COLUMN_LIMIT:
        raise _Irregular
    while after == column:
        found = _FIELD.match(text, at)
        if found is None:
            raise _Irregular
        name, plain, quoted, words, group, bracket, style, lines, margin, margin_of_next = found.groups()
        begin = at + len(name) + 2
        names.add(name)
        key = Scalar(source, at, begin - 2, name)
        at = found.end()
        after = len(margin_of_next) if at < length else -1
        value: Node
        if plain is not None:
            value = Scalar(source, begin, begin + len(plain), plain)
        elif quoted is not None:
            value = Scalar(source, begin, begin + len(quoted), quoted[1:-1], False)
        elif words is not None:
            value = _words(source, begin, words)
        elif group is not None:
            value = _group(source, begin, group)
        elif bracket is not None:
            value = _in_brackets(source, begin, begin + len(bracket))
        elif lines is not None:
            if len(margin) <= column:
                raise _Irregular
            end = begin + len(style) + 1 + len(lines)
            value = Scalar(source, begin, end, _text(lines, margin, style), False)
        elif after >= column and text[at] == "-":
            value, at, after = _sequence(source, at, after)
        elif after > column:
            value, at, after = _mapping(source, at, after)
        else:
            raise _Irregular
        pairs.append((key, value))
    if after > column or len(names) < len(pairs):
        raise _Irregular
    return Mapping(source, first, at, tuple(pairs)), at, after


def _sequence(source: Source, at: int, column: int) -> tuple[Sequence, int, int]:
    """The list that begins here, the offset of what comes after it, and the column of that (-1 for the end)."""
    text, first, after = source.text, at, column
    items: list[Node] = []
    while after == column and text[at] == "-":
        found = _ITEM.match(text, at)
        if found is None:
            raise _Irregular
        plain, quoted, words, group, bracket, margin_of_next = found.groups()
        begin, at = at + 2, found.end()
        if margin_of_next is None:
            item, at, after = _mapping(source, begin, column + 2)
            items.append(item)
            continue
        after = len(margin_of_next) if at < len(text) else -1
        if plain is not None:
            items.append(Scalar(source, begin, begin + len(plain), plain))
        elif quoted is not None:
            items.append(Scalar(source, begin, begin + len(quoted), quoted[1:-1], False))
        elif words is not None:
            items.append(_words(source, begin, words))
        elif group is not None:
            items.append(_group(source, begin, group))
        else:
            items.append(_in_brackets(source, begin, begin + len(bracket)))
    if after > column:
        raise _Irregular
    return Sequence(source, first, at, tuple(items)), at, after


def _words(source: Source, at: int, words: str) -> Sequence:
    """The list of words, quoted or not, parted by commas and spaces, whose bracket begins here."""
    items = []
    begin = at + 1
    for word in words.split(", "):
        end = begin + len(word)
        items.append(
            Scalar(source, begin, end, word[1:-1], False) if word[0] == '"' else Scalar(source, begin, end, word)
        )
        begin = end + 2
    return Sequence(source, at, begin - 1, tuple(items))


def _group(source: Source, at: int, group: str) -> Mapping:
    """The mapping of names to words, parted by commas and spaces, whose brace begins here."""
    pairs: list[tuple[Scalar, Node]] = []
    begin = at + 1
    for written in group.split(", "):
        name, _, word = written.partition(": ")
        colon, end = begin + len(name), begin + len(written)
        pairs.append((Scalar(source, begin, colon, name), Scalar(source, colon + 2, end, word)))
        begin = end + 2
    if len({key.value for key, _ in pairs}) < len(pairs):
        raise _Irregular
    return Mapping(source, at, begin - 1, tuple(pairs))


def _in_brackets(source: Source, at: int, end: int) -> Node:
    """The list in brackets or mapping in braces that stands alone between two offsets."""
    node, after = _flow(source, at, 1)
    if after != end:
        raise _Irregular
    return node


def _flow(source: Source, at: int, depth: int) -> tuple[Node, int]:
    """The list in brackets or mapping in braces that begins here, and the offset of what comes after it."""
    text, first = source.text, at
    items: list[Node] = []
    pairs: list[tuple[Scalar, Node]] = []
    names: set[str] = set()
    is_list = text[at] == "["
    comma = ", "
    at += 1
    if depth > BRACKET_LIMIT:
        raise _Irregular
    while comma == ", ":
        found = _IN_BRACKETS.match(text, at)
        if found is None:
            raise _Irregular
        name, plain, quoted, comma = found.groups()
        begin, end = at if name is None else at + len(name) + 2, found.end()
        value: Node
        if plain is not None:
            value = Scalar(source, begin, begin + len(plain), plain)
        elif quoted is not None:
            value = Scalar(source, begin, begin + len(quoted), quoted[1:-1], False)
        else:
            value, end = _flow(source, begin, depth + 1)
            further = _AFTER_BRACKET.match(text, end)
            if further is None:
                raise _Irregular
            comma, end = further[0], further.end()
        if is_list and name is None:
            items.append(value)
        elif not is_list and name is not None:
            names.add(name)
            pairs.append((Scalar(source, at, begin - 2, name), value))
        else:
            raise _Irregular
        at = end
    if comma != ("]" if is_list else "}") or len(names) < len(pairs):
        raise _Irregular
    if is_list:
        return Sequence(source, first, at, tuple(items)), at
    return Mapping(source, first, at, tuple(pairs)), at


def _text(lines: str, margin: str, style: str) -> str:
    """The text of indented lines after ``|``, which keeps them, or ``>``, which joins them; ``-`` drops the last break."""
    inside = lines.rstrip("\n")
    if style[0] == "|":
        inside = inside.replace(f"\n{margin}", "\n")
    elif "\n\n" in inside or f"\n{margin} " in inside:
        raise _Irregular
    else:
        inside = inside.replace(f"\n{margin}", " ")
    inside = inside[len(margin) :]
    return inside if style[-1] == "-" else f"{inside}\n"
