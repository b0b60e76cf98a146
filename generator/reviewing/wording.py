"""Which words of a text are gone, and which are new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

KEPT, GONE, NEW = "kept", "gone", "new"

_WORD = re.compile(r"[぀-ヿ㐀-鿿豈-﫿]|\w+|\s+|[^\w\s]")  # scripts without spaces a character at a time
_MOST = 6_000  # words; longer than any text that passes the check, and still compared in no time
_AROUND = 6  # words that stay are shown beside those that do not


class Piece(NamedTuple):
    """Words that follow one another, and whether they are ``kept``, ``gone`` or ``new``."""

    kind: str
    text: str


def pieces(before: str, now: str) -> list[Piece]:
    """Two texts as one: what both have, what is gone and what is new, in reading order."""
    from rapidfuzz.distance import Indel

    old, new = _WORD.findall(before), _WORD.findall(now)
    if len(old) + len(new) > _MOST:
        return [Piece(GONE, before), Piece(NEW, now)]
    found: list[Piece] = []
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            found.append(Piece(KEPT, "".join(old[step.src_start : step.src_end])))
        else:
            found.append(Piece(GONE, "".join(old[step.src_start : step.src_end])))
            found.append(Piece(NEW, "".join(new[step.dest_start : step.dest_end])))
    return list(_joined(piece for piece in found if piece.text))


def cut(found: list[Piece]) -> list[Piece]:
    """The same with an ellipsis in the middle of what stays over a long stretch."""
    last = len(found) - 1
    return [
        piece if piece.kind != KEPT else Piece(KEPT, _cut(piece.text, number > 0, number < last))
        for number, piece in enumerate(found)
    ]


def _cut(text: str, is_after: bool, is_before: bool) -> str:
    words = _WORD.findall(text)
    most = 2 * _AROUND * (is_after + is_before)
    if len(words) <= most + 2:
        return text
    head = "".join(words[: 2 * _AROUND]) if is_after else ""
    tail = "".join(words[-2 * _AROUND :]) if is_before else ""
    return f"{head}…{tail}"


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """With single spaces and the like between two changes made part of them, and pieces of one kind put together."""
    every = list(found)
    gone: list[str] = []
    new: list[str] = []
    for number, piece in enumerate(every):
        is_between = 0 < number < len(every) - 1 and not piece.text.strip()
        if piece.kind == GONE or (piece.kind == KEPT and is_between):
            gone.append(piece.text)
        if piece.kind == NEW or (piece.kind == KEPT and is_between):
            new.append(piece.text)
        if piece.kind == KEPT and not is_between:
            yield from _flushed(gone, new)
            yield piece
    yield from _flushed(gone, new)


def _flushed(gone: list[str], new: list[str]) -> Iterator[Piece]:
    for kind, texts in ((GONE, gone), (NEW, new)):
        if text := "".join(texts):
            yield Piece(kind, text)
        texts.clear()
