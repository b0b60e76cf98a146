"""The files in which a shard is published.

Of what Pagefind makes, the list of its pages and the index of words are published as they are, packed with gzip. Its
fragments, a file a page, would double the number of files of the site; their texts go into **leaflets** of a few each, JSON
packed with gzip:

    [{"id": "ita-cascade-model", "title": …, "language": "en", "states": "Italy", "provisions": "5.1, 6.1(a)",
      "text": …, "spoken": "en"}, …]

``language`` is that of the title, ``spoken`` that of the text. ``ids.json`` lists the ids of all, in the order of the pages. The
folder of a shard is named after what is in it, so its files never change.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator import tree
from generator.search.records import Record

LEAFLET = 5
"""How many records a leaflet holds: the more, the more a reader fetches for a result, and the less files there are."""


def bundle(records: Sequence[Record], made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a shard by their path in its folder, from what Pagefind made of its records."""
    texts = _texts(made)
    records = [one for one in records if one.id in texts]  # a text without a word is none to Pagefind
    files = {"ids.json": _json([one.id for one in records])}
    for path, data in sorted(made.items()):
        if path.endswith(".pf_meta"):
            files["pages"] = data
        elif path.startswith("index/"):
            files[f"{path.removeprefix('index/').removesuffix('.pf_index')}.words"] = data
    for start in range(0, len(records), LEAFLET):
        some = [_entry(one, texts[one.id]) for one in records[start : start + LEAFLET]]
        files[f"{start // LEAFLET}.texts"] = gzip.compress(_json(some), mtime=0)
    return files


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


def _texts(made: Mapping[str, bytes]) -> dict[str, str]:
    """The texts as Pagefind counts their words, by id."""
    found = {}
    for path, data in made.items():
        if path.startswith("fragment/"):
            fragment = json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
            found[fragment["url"]] = fragment["content"]
    return found


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
