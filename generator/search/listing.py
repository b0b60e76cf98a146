"""What a browser fetches of the index of a language before a shard of it: the list of what there is, and parts of the vocabulary.

The list, ``search/<language>.json``, is asked for anew each time; parts are named after what is in them, so they never change.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from generator import tree
from generator.cache import Index, Shard
from generator.search import vocabulary
from generator.search.bundle import LEAFLET
from generator.search.installed import version
from generator.search.standing import are

FOLDER = "search"
Changes = tuple[Collection[str], Collection[str]]
"""The words that a shard has lost, and those that it has gained."""


def script() -> str:
    """The name of Pagefind's script."""
    return f"pagefind-{version()}.js"


def wasm(language: str) -> str:
    """The name of its WebAssembly for a language."""
    return f"pagefind-{version()}.{language}.wasm"


def listed(
    language: str, shards: Mapping[str, Shard], parts: Sequence[str], names: Mapping[str, Any]
) -> tuple[str, bytes]:
    """The list of a language, with its path: its shards by key, its parts of the vocabulary, and what `naming` says."""
    listing = {
        "script": script(),
        "wasm": wasm(language),
        "leaflet": LEAFLET,
        "shards": [[shards[key].folder.removeprefix(f"{FOLDER}/"), shards[key].count] for key in own(language, shards)],
        "vocabulary": parts,
        **names,
    }
    return f"{FOLDER}/{language}.json", json.dumps(listing, ensure_ascii=False, separators=(",", ":")).encode()


def own(language: str, keys: Collection[str]) -> list[str]:
    """The keys of a language's shards, in the order by which the list and the vocabulary number them."""
    return sorted(key for key in keys if key.startswith(f"{language}/"))


def standing(last: Index, keys: Collection[str], there: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The vocabularies, as names of parts by language, that are there whole and know the shards with these keys, no more and no less."""
    found = {}
    for language, parts in last.vocabularies.items():
        now, before = own(language, keys), own(language, last.shards)
        files = {path: last.others.get(path, b"") for path in paths(language, parts)}
        is_whole = now == before and len(parts) == vocabulary.count(len(now)) and are(files, there)
        if is_whole and all(are(last.shards[key].files, there) for key in now):
            found[language] = parts
    return found


def paths(language: str, parts: Sequence[str]) -> list[str]:
    """Where the parts of a vocabulary stand; one without words has neither name nor file."""
    return [_path(language, name) for name in parts if name]


def parts(
    language: str, changes: Sequence[Changes], known: Sequence[str] | None, folder: str
) -> tuple[list[str], dict[str, bytes]]:
    """The names of a vocabulary's parts, and the files of new ones by path, from what has changed in each shard.

    Where the parts as they were are not ``known``, all words of all shards must have come; else the ``folder`` has them.
    """
    if known is None:
        names = [""] * vocabulary.count(len(changes))
        made = dict(enumerate(vocabulary.made([come for _, come in changes])))
    else:
        names = list(known)
        made = vocabulary.amended(len(names), dict(enumerate(changes)), partial(_read, language, known, folder))
    for at, data in made.items():
        names[at] = tree.digest(data).hex()[:12] if data else ""
    return names, {_path(language, names[at]): data for at, data in made.items() if data}


def _read(language: str, names: Sequence[str], folder: str, at: int) -> bytes:
    return (Path(folder) / _path(language, names[at])).read_bytes() if names[at] else b""


def _path(language: str, name: str) -> str:
    return f"{FOLDER}/{language}/{name}.vocabulary"
