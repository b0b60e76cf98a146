"""The files in which a shard is published.

Of what Pagefind makes, the list of its pages and the index of words are published, packed with gzip. It names both by hashes, which
no packing makes smaller; they get **numbers** of the same length instead, pages with a letter behind. Its fragments, a file a page, would
double the number of files of the site; their texts go into **leaflets** of a few each, JSON packed with gzip:

    [{"id": "ita-cascade-model", "title": …, "language": "en", "states": "Italy", "provisions": "5.1, 6.1(a)",
      "text": …, "spoken": "en"}, …]

``language`` is that of the title, ``spoken`` that of the text. ``ids.json`` lists the ids of all, in the order of the pages. The
folder of a shard is named after what is in it, so its files never change.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator import tree
from generator.search.records import Record

OWN, OTHER = "o", "x"
"""Behind the number of a page: whether its text is in the language of the index, or stands in for one that is missing."""

LEAFLET = 5
"""How many records a leaflet holds: the more, the more a reader fetches for a result, and the less files there are."""

WORDS = ".words"
"""How the name of a file of the index of words ends."""

_MARK = b"pagefind_dcd"
_TEXT, _LONG = 0x60, 0x78
"""Before a text stands its length: in the head itself or, from the second on, in one byte behind it, then two."""
_NUMBERS = re.compile(
    rb"(?:[\x00-\x17\x20-\x37\x80-\x97]++|[\x18\x38\x98].|[\x19\x39\x99]..|[\x1a\x3a\x9a].{4})*+", re.DOTALL
)
"""Heads of lists and whole numbers (CBOR): all that stands between the texts of an index of words."""
_WORD = 0x83
"""The list of three that a word begins; its other forms begin lists of two."""


def bundle(records: Sequence[Record], made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a shard by their path in its folder, from what Pagefind made of its records."""
    fragments = _fragments(made)
    records = [one for one in records if one.id in fragments]  # a text without a word is none to Pagefind
    files = {"ids.json": _json([one.id for one in records])}
    pages = _hashed((fragments[one.id][0], OWN if one.is_own else OTHER) for one in records)
    listing = gzip.decompress(next(data for path, data in made.items() if path.endswith(".pf_meta")))
    indexes = {_stem(path): data for path, data in made.items() if path.startswith("index/")}
    words = _hashed((hash, "") for hash in sorted(indexes, key=lambda hash: listing.index(_said(hash))))
    files["pages"] = gzip.compress(_named(listing, pages | words), mtime=0)
    files |= {f"{words[hash]}{WORDS}": data for hash, data in indexes.items()}
    for start in range(0, len(records), LEAFLET):
        some = [_entry(one, fragments[one.id][1]) for one in records[start : start + LEAFLET]]
        files[f"{start // LEAFLET}.texts"] = gzip.compress(_json(some), mtime=0)
    return files


def words(files: Mapping[str, bytes]) -> set[str]:
    """The words of a shard, which are stems, from its files: nothing of the index is stemmed anew."""
    return {word for name, data in files.items() if name.endswith(WORDS) for word in _words(gzip.decompress(data))}


def _words(index: bytes) -> Iterator[str]:
    at = len(_MARK)
    while (between := _NUMBERS.match(index, at)) and between.end() < len(index):
        at = between.end()
        is_word, head = index[at - 1] == _WORD, index[at]
        if not _TEXT <= head <= _LONG + 1:
            raise ValueError("Pagefind writes its index in another way than it did")
        behind = max(0, head - _LONG + 1)
        size = int.from_bytes(index[at + 1 : at + 1 + behind]) if behind else head - _TEXT
        at += 1 + behind + size
        if is_word:
            yield index[at - size : at].decode()


def named(files: Mapping[str, bytes]) -> str:
    """What the folder of a shard is called: a hash of its files."""
    parts = (name.encode() + tree.digest(data) for name, data in sorted(files.items()))
    return tree.digest(b"".join(parts)).hex()[:12]


def _entry(record: Record, text: str) -> dict[str, str]:
    title, language, states, provisions, spoken = record.shown
    return {
        "id": record.id, "title": title, "language": language, "states": states, "provisions": provisions,
        "text": text, "spoken": spoken,
    }  # fmt: skip


def _fragments(made: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """The hashes of the pages, and their texts as Pagefind counts words in them, by id."""
    found = {}
    for path, data in made.items():
        if path.startswith("fragment/"):
            fragment = json.loads(gzip.decompress(data).removeprefix(_MARK))
            found[fragment["url"]] = _stem(path), fragment["content"]
    return found


def _hashed(hashes: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each hash its number, with what goes behind it, in as many characters as the hash has."""
    return {hash: f"{number:0{len(hash) - len(mark)}d}{mark}" for number, (hash, mark) in enumerate(hashes)}


def _named(listing: bytes, names: Mapping[str, str]) -> bytes:
    """The list of pages with other names."""
    for hash, name in names.items():
        listing = listing.replace(_said(hash), _said(name))
    return listing


def _said(text: str) -> bytes:
    """A short text as it stands in the list, which is CBOR: behind its length."""
    head = [_TEXT + len(text)] if len(text) < 24 else [_LONG, len(text)]
    return bytes(head) + text.encode()


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
