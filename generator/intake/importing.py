"""What was sent in, taken into entries: all of it, or nothing where anything is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from generator import ledger, load
from generator.blanks.choices import Choices
from generator.characters import looks
from generator.diagnostics import Diagnostic, errors, in_order, shortened
from generator.document import Document, Mapping, plain, values
from generator.exchange import Exchange, carry_out
from generator.folder import Entry
from generator.intake import opening
from generator.intake.entry import numbered, written
from generator.intake.examining import Candidate, examined
from generator.intake.faults import fault, practice_twice
from generator.intake.given import in_its_cell
from generator.ledger import Ledger
from generator.phrase import Phrase, as_asked, phrase
from generator.registry import Registry
from generator.rules import SEVERAL_ENTRIES
from generator.rules.finding import findings
from generator.rules.several import Facts, facts
from generator.settings import Settings
from generator.source import Source, Span

LEFT_OUT = ("review", "withdrawal", "aliases", "id")
"""Fields in which an entry may differ from what was sent in without being another one."""
_Key = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A practice that becomes an entry: where it comes from, the file it goes into, and what will stand there."""

    origin: str
    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in, what is there already (a sentence each), and what is wrong.

    ``read`` counts the files, ``left`` the practices that are not taken because of errors. Nothing was written where there
    are errors, unless part of it was asked for.
    """

    arrivals: tuple[Arrival, ...]
    notes: tuple[Phrase, ...]
    diagnostics: tuple[Diagnostic, ...]
    read: int
    left: int

    @property
    def is_wrong(self) -> bool:
        """Whether there are errors."""
        return bool(errors(self.diagnostics))


@dataclass(frozen=True)
class Standing:
    """An entry that is there: its file, and its original where that could be read."""

    path: Path
    shown: str
    document: Document | None


def take_in(
    settings: Settings,
    registry: Registry,
    every: Sequence[Entry],
    paths: Sequence[Path],
    today: date,
    *,
    issue: bool = False,
    partly: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Read files that were sent in, check what would come of them, and write it. Raises OSError where that fails.

    ``partly`` writes the practices that are sound, in files in which nothing is astray beside them; ``dry_run`` writes nothing.
    """
    choices = Choices(settings.locales, registry)
    found: list[Diagnostic] = []
    candidates: list[Candidate] = []
    for path in paths:
        read = opening.read(path, choices, issue)
        found += read.faults
        for submission in read.submissions:
            candidate = examined(submission, choices, today)
            found += candidate.diagnostics
            # What is wrong beside the practices of a file may be an answer of any of them.
            candidates.append(replace(candidate, diagnostics=(*candidate.diagnostics, *read.faults)))
    standing = {one.id: _standing(settings, one) for one in every if one.original}
    arrivals, notes, twice = _arrivals(settings, registry, candidates, standing, today)
    found += twice
    found += _together(standing, arrivals)
    wrong = errors(found)
    if (partly or not wrong) and not dry_run:
        carry_out([Exchange(one.path, one.path, one.text.encode()) for _, one in arrivals])
    taken = tuple(one for _, one in arrivals) if partly or not wrong else ()
    left = len(candidates) - len(arrivals) - len(notes) if partly else (len(candidates) if wrong else 0)
    told = in_order(_in_their_words(in_its_cell(one), choices) for one in found)
    return Imported(taken, tuple(notes), tuple(told), len(paths), left)


def _in_their_words(found: Diagnostic, choices: Choices) -> Diagnostic:
    """The same fault, said to somebody who answered questions: fields by their titles, choices by their labels."""
    message, advice = (as_asked(said, choices.label) for said in (found.problem.message, found.problem.advice))
    return replace(found, problem=replace(found.problem, message=message, advice=advice))


def _standing(settings: Settings, entry: Entry) -> Standing:
    path = entry.paths[0]
    read = load.read(path, settings.shown(path))
    return Standing(path, settings.shown(path), read if isinstance(read, Document) else None)


def _arrivals(
    settings: Settings, registry: Registry, candidates: Iterable[Candidate], standing: dict[str, Standing], today: date
) -> tuple[list[tuple[Candidate, Arrival]], list[Phrase], list[Diagnostic]]:
    """Which practices are new, and where each goes; which are there already; which come in twice and differ."""
    there = {_key(one.document.root): one for one in standing.values() if one.document}
    taken = {*standing, *_former(settings, standing.values())}
    arrivals: list[tuple[Candidate, Arrival]] = []
    coming: dict[_Key, Candidate] = {}
    notes: list[Phrase] = []
    twice: list[Diagnostic] = []
    for one in candidates:
        root, key = one.document.root, _key(one.document.root)
        before = coming.setdefault(key, one)
        known = there.get(key) or standing.get(one.wanted)
        if known and known.document:
            notes.append(_there(_origin(one.start), known.shown, _differing(root, known.document.root)))
        elif before is not one and _said(before.document.root) == _said(root):
            notes.append(
                phrase(
                    "%(origin)s comes in from %(other)s as well, and is taken once",
                    origin=_origin(one.start),
                    other=_origin(before.start),
                )
            )
        elif before is not one:
            title = root.get("title")
            twice.append(
                fault(practice_twice, title.span if title else one.start, root.text("title"), _origin(before.start))
            )
        elif one.is_sound:
            id = next(id for id in (numbered(one.id, count) for count in range(1, len(taken) + 2)) if id not in taken)
            taken.add(id)
            path = settings.practices / one.folder / f"{id}.yml"
            arrivals.append((one, Arrival(_origin(one.start), path, _text(root, today, path))))
    return arrivals, notes, twice


def _former(settings: Settings, standing: Iterable[Standing]) -> Iterator[str]:
    """The ids under which something was known: their addresses lead there, and are not given to another entry."""
    for one in standing:
        if one.document:
            yield from values(one.document.root.get("aliases"))
    published = ledger.read(settings)
    if isinstance(published, Ledger):
        yield from published.ids


def _text(root: Mapping, today: date, path: Path) -> str:
    """The file of an entry. That it says what was sent in is looked at once more before it is written."""
    if os.path.lexists(path):
        raise FileExistsError(None, "a file stands there already", str(path))
    text = written(root, today.isoformat())
    read = load.parse(Source(path.name, text))
    if not isinstance(read, Document) or _said(read.root) != _said(root):
        raise ValueError(f"the file of {path.name} would not say what was sent in")
    return text


def _key(root: Mapping) -> _Key:
    """By what a practice is known when it comes in again: the look of its title, and its States."""
    return looks(root.text("title")), frozenset(values(root.get("countries")))


def _said(root: Mapping) -> dict[str, object]:
    """What an entry says, apart from what commands and reviewers write."""
    return {key.value: _trimmed(plain(value)) for key, value in root.pairs if key.value not in LEFT_OUT}


def _trimmed(value: object) -> object:
    """A value without the line break at the end of a text in lines."""
    return value.strip() if isinstance(value, str) else value


def _there(origin: str, path: str, differing: tuple[str, ...]) -> Phrase:
    """That an entry is there already, and which of its fields say something else."""
    if not differing:
        return phrase("%(origin)s is there already: %(path)s", origin=origin, path=path)
    return phrase(
        "%(origin)s is there already: %(path)s, and says something else in %(fields)s; it is left as it is",
        origin=origin,
        path=path,
        fields=differing,
    )


def _differing(root: Mapping, other: Mapping) -> tuple[str, ...]:
    """The fields that differ."""
    here, there = _said(root), _said(other)
    return tuple(shortened(name, 40) for name in {**there, **here} if here.get(name) != there.get(name))


def _origin(start: Span) -> str:
    """Where a practice comes from, as people are told."""
    return shortened(start.path if start.line == 1 else f"{start.path}:{start.line}", 300)


def _together(standing: dict[str, Standing], arrivals: Iterable[tuple[Candidate, Arrival]]) -> Iterator[Diagnostic]:
    """What shows only when the new entries are looked at beside those that are there."""
    before = [facts(id, one.document) if one.document else Facts(id, one.shown) for id, one in standing.items()]
    new = [facts(arrival.path.stem, candidate.document) for candidate, arrival in arrivals]
    if new:
        known = {one.place() for one in findings(SEVERAL_ENTRIES, before)}
        yield from (one for one in findings(SEVERAL_ENTRIES, [*before, *new]) if one.place() not in known)
