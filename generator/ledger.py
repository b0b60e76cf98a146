"""The ledger of published ids, ``registry/published.txt``: an id a line, in order; notes are lines that begin with ``#``.

Plain lines, because two branches that each add some can be merged by keeping the lines of both.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from generator import load
from generator.diagnostics import Diagnostic
from generator.settings import Settings
from generator.source import Source, Span

HEAD = """\
# Every id that was ever published. `observatory ledger` adds lines, and nobody takes one out: an address that was
# published keeps leading somewhere.

"""


class Row(NamedTuple):
    """A line that is no note: what stands on it, where, and the notes right above it."""

    id: str
    span: Span
    notes: tuple[str, ...]


class Ledger(Struct, frozen=True, dict=True):
    """The ledger as it was read: the notes at its head, its rows, and the notes at its end."""

    source: Source
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    tail: tuple[str, ...]

    @cached_property
    def ids(self) -> frozenset[str]:
        """All that stands in it."""
        return frozenset(row.id for row in self.rows)


def read(settings: Settings) -> Ledger | Diagnostic:
    """The ledger of an observatory; an empty one where nothing was published yet."""
    return read_at(settings.ledger, settings.shown(settings.ledger))


def read_at(path: Path, shown: str) -> Ledger | Diagnostic:
    """The ledger in a file; ``shown`` is its path as people are told it."""
    if not os.path.lexists(path):
        return parse(Source(shown, HEAD))
    text = load.read_text(path, shown)
    return text if isinstance(text, Diagnostic) else parse(text)


def parse(source: Source) -> Ledger:
    """A ledger from its text; what is wrong with a line is for the rules to say."""
    head: tuple[str, ...] = ()
    rows: list[Row] = []
    notes: list[str] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        said = line.strip()
        if said.startswith("#"):
            notes.append(said)
        elif said:
            column = line.index(said) + 1
            rows.append(Row(said, Span(source, number, column, number, column + len(said)), tuple(notes)))
            notes = []
        elif not rows and notes:  # an empty line ends the head
            head, notes = (*head, *notes), []
    return Ledger(source, head, tuple(rows), tuple(notes))


def written(ledger: Ledger, ids: Iterable[str]) -> str:
    """The text of the ledger with some ids added: each once, in order, with the notes that stood above it."""
    notes: dict[str, list[str]] = {id: [] for id in sorted({*ledger.ids, *ids})}
    for row in ledger.rows:
        notes[row.id] += row.notes
    lines = [line for id, above in notes.items() for line in (*above, id)]
    head = [*ledger.head, ""] if ledger.head else []
    return "".join(f"{line}\n" for line in (*head, *lines, *ledger.tail))
