"""Which words the index of a language holds, and in which of its shards: so a browser asks no shard that lacks a word of a question.

Words are stems, as Pagefind wrote them into the shards. They lie in **parts** by their beginnings, so that a reader fetches the few KB
that say of a word, and of all that begin with it. Published, a part is a text packed with gzip:

    0declar         how many letters a word shares with the one before (a letter, from ``0`` on), and the others
    4in
    …               and an empty line
    0               for each word its shards: from one to the next (a letter, from ``0`` on), as they stand in the list of the language
    02

A word of a part stands for the shards that hold it as the bits of a number: ``0b101`` is the first shard and the third.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise

Part = dict[str, int]
"""Words, each with the bits of its shards."""

_FROM = ord("0")
_HAN = 0x2E80  # from here on a letter is as much as a word's beginning
_MOST = 200  # letters that a word may share with the one before
_PLAIN = 0xFFFF  # up to here a browser, too, counts one letter


def count(shards: int) -> int:
    """In how many parts the words of so many shards lie: one of two or three shards, 32 of 64. One shard alone needs none."""
    return 1 << (shards.bit_length() - 2) if shards > 1 else 0


def place(word: str, parts: int) -> int:
    """In which part a word lies. It follows from its first two letters, or one of Chinese; `vocabulary.js` works it out as well."""
    first = ord(word[0])
    return (first * 41 + (ord(word[1]) if len(word) > 1 and first < _HAN else 0)) % parts


def made(shards: Sequence[Iterable[str]]) -> list[bytes]:
    """All parts, from the words of every shard; nothing where a part has no words."""
    parts: list[Part] = [{} for _ in range(count(len(shards)))]
    whole: Part = {}
    for number, words in enumerate(shards if parts else ()):
        bit = 1 << number
        for word in words:
            whole[word] = whole.get(word, 0) | bit
    for word, bits in whole.items():
        parts[place(word, len(parts))][word] = bits
    return list(map(packed, parts))


def amended(
    parts: int, changes: Mapping[int, tuple[Collection[str], Collection[str]]], read: Callable[[int], bytes]
) -> dict[int, bytes]:
    """Those of so many parts that are others, once the shards with these numbers have lost some words and gained others.

    ``read`` gives a part as it was.
    """
    touched: dict[int, Part] = {}
    for number, (gone, come) in changes.items() if parts else ():
        bit = 1 << number
        for words, is_there in ((gone, False), (come, True)):
            for word in words:
                at = place(word, parts)
                part = touched[at] if at in touched else touched.setdefault(at, unpacked(read(at)))
                bits = part.pop(word, 0) & ~bit | (bit if is_there else 0)
                if bits:
                    part[word] = bits
    return {at: packed(part) for at, part in touched.items()}


def packed(part: Part) -> bytes:
    """A part as it is published."""
    if not part:
        return b""
    words = sorted(part)
    ends = [chr(_FROM) + words[0]]
    ends += [chr(_FROM + shared) + word[shared:] for last, word in pairwise(words) for shared in (_shared(last, word),)]
    said: dict[int, str] = {}
    steps = [said.get(bits) or said.setdefault(bits, _steps(bits)) for bits in map(part.__getitem__, words)]
    return gzip.compress("\n".join((*ends, "", *steps)).encode(), mtime=0)


def unpacked(data: bytes) -> Part:
    """A part that was published."""
    part: Part = {}
    if not data:
        return part
    ends, _, steps = gzip.decompress(data).decode().partition("\n\n")
    word = ""
    for end, step in zip(ends.split("\n"), steps.split("\n"), strict=True):
        word = word[: ord(end[0]) - _FROM] + end[1:]
        at, part[word] = -1, 0
        for letter in step:
            at += ord(letter) - _FROM + 1
            part[word] |= 1 << at
    return part


def _shared(one: str, other: str) -> int:
    shared = 0
    for first, second in zip(one[:_MOST], other, strict=False):
        if first != second or ord(first) > _PLAIN:
            break
        shared += 1
    return shared


def _steps(bits: int) -> str:
    said, last = [], -1
    while bits:
        at = (bits & -bits).bit_length() - 1
        bits &= bits - 1
        said.append(chr(_FROM + at - last - 1))
        last = at
    return "".join(said)
