"""The entries as the form takes them up again, to be changed or translated: ``contribute/form/entries/4-11.packed``.

They lie on the shelves of their cards, four shelves a file, because few are ever asked for. What is written in a language stands in its
tree alone, so that each text is there once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec
from msgspec import Struct

from generator import shelves
from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.exports.artifact import Artifact
from generator.exports.packed import ENDING, packed
from generator.fields import TRANSLATED
from generator.practice import Account, Practice
from generator.templates import Templates

FOLDER = "contribute/form/entries/"
TOGETHER = 2
"""How many bits fewer name a file here than a shelf of cards."""


class Entries(Struct, frozen=True, gc=False):
    """The entries of a file, by id: in which language each is written, those that are written in this one, and translations into it.

    Beside the texts of a translation stand its marks, ``of``. ``taken`` are ids that were withdrawn or given up, which no new entry can
    have.
    """

    languages: dict[str, str]
    originals: dict[str, Any]
    translations: dict[str, Any]
    taken: list[str]


class Read(Struct):
    """The entries of the file that was drawn last, because its other languages come next and reading is what takes time."""

    name: str = ""
    entries: tuple[tuple[Practice, Account], ...] = ()

    def of(self, name: str, catalogue: Catalogue) -> tuple[tuple[Practice, Account], ...]:
        """Those of a file, each with its account."""
        if name != self.name:
            self.entries = tuple((practice, catalogue.account(practice.id)) for practice in _on(name, catalogue))
            self.name = name
        for place in _shelves(name, catalogue):
            catalogue.asked.add(("shelf", place))
        catalogue.asked.update(("account", practice.id) for practice, _ in self.entries)
        return self.entries


def artifacts(catalogue: Catalogue) -> Iterator[Artifact]:
    """How many bits name a file, and the files."""
    yield Artifact(f"{FOLDER}shelves.json", draw_depth)
    read = Read()
    for name in shelves.every(_depth(catalogue)):
        yield Artifact(f"{FOLDER}{name}{ENDING}", partial(draw, name, read))


def draw_depth(edition: Edition, _: Templates) -> bytes:
    """How many bits of the place of an id name its file."""
    return msgspec.json.encode({"depth": max(0, shelves.depth(len(edition.catalogue.rows)) - TOGETHER)})


def draw(name: str, read: Read, edition: Edition, _: Templates) -> bytes:
    """The entries of one file."""
    catalogue = edition.catalogue
    taken = [id for shelf in _shelves(name, catalogue) for id in catalogue.taken.get(shelf, ())]
    entries = Entries({}, {}, {}, taken)
    for practice, account in read.of(name, catalogue):
        entries.languages[practice.id] = practice.language
        if practice.language == edition.language:
            folder = catalogue.registry.article[practice.article].folder
            entries.originals[practice.id] = {"folder": folder, "values": values(practice, account)}
        elif edition.language in practice.translations:
            entries.translations[practice.id] = _translation(practice, account, edition.language)
    return packed(entries)


def values(practice: Practice, account: Account) -> dict[str, Any]:
    """The fields of an entry by name, as plain values; what is not there is left out."""
    return _kept({
        "language": practice.language,
        **practice.texts,
        **account.texts,
        "countries": practice.countries,
        "anonymous": practice.anonymous,
        "provisions": practice.provisions,
        "themes": practice.themes,
        "measures": practice.measures,
        "status": practice.status,
        "since": practice.since,
        "until": practice.until,
        "evidence": _kept({"level": practice.evidence}),
        "legal_basis": _records(account.legal_basis),
        "assistance": _kept({
            "received": _records(practice.received),
            "needed": _records(practice.needed),
            "offered": _records(practice.offered),
        }),
        "adapted_from": practice.adapted_from,
        "links": _records(account.links),
        "sources": _records(practice.sources),
        "submission": _kept(practice.submission._asdict()),
        "review": _kept(practice.review._asdict()),
        "aliases": practice.aliases,
    })  # fmt: skip


def _translation(practice: Practice, account: Account, language: str) -> dict[str, Any]:
    texts = {**practice.translations[language].texts, **account.translations.get(language, {})}
    said = {field.name: texts.get(field.name, "") for field in TRANSLATED}
    return _kept({**said, "of": account.marks.get(language, {})})


def _records(records: Any) -> list[dict[str, Any]]:
    return [_kept(record._asdict()) for record in records]


def _kept(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _depth(catalogue: Catalogue) -> int:
    return max(0, shelves.depth(len(catalogue.practices)) - TOGETHER)


def _on(name: str, catalogue: Catalogue) -> Iterator[Practice]:
    for shelf in _shelves(name, catalogue):
        yield from catalogue.by_shelf.get(shelf, ())


def _shelves(name: str, catalogue: Catalogue) -> Iterator[str]:
    """The shelves of cards whose practices are in a file."""
    depth = shelves.depth(len(catalogue.practices))
    bits, number = map(int, name.split("-"))
    finer = depth - bits
    yield from (f"{depth}-{place}" for place in range(number << finer, (number + 1) << finer))
