"""The files of an observatory in the form of the house: which have it, which would change, which cannot be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import unified_diff
from itertools import zip_longest
from pathlib import Path

from generator import load
from generator.check import is_chosen
from generator.diagnostics import Diagnostic, in_order, visible_lines
from generator.exchange import Exchange, carry_out
from generator.fields import PRACTICE, TRANSLATION
from generator.folder import entries
from generator.formatting.faithful import formed
from generator.formatting.faults import OTHER_FORM, fault
from generator.formatting.notes import MODELINE
from generator.settings import Settings
from generator.source import Source, Span


@dataclass(frozen=True, slots=True)
class Change:
    """A file with its text as it was read, and in the form of the house."""

    path: Path
    before: Source
    after: str

    def fault(self) -> Diagnostic:
        """That the file is in another form, at the first line that would be another."""
        pairs = zip_longest(self.before.text.split("\n"), self.after.split("\n"), fillvalue="")
        line, (_, instead) = next((line, pair) for line, pair in enumerate(pairs, 1) if pair[0] != pair[1])
        span = Span(self.before, line, 1, line, len(self.before.line(line)) + 1)
        return fault(OTHER_FORM, span, instead)

    def diff(self) -> str:
        """The lines that would change, as `diff -u` shows them, safe to print."""
        old, new = self.before.text.splitlines(keepends=True), self.after.splitlines(keepends=True)
        names = (self.before.path, f"{self.before.path} (formatted)")
        lines = (line if line.endswith("\n") else f"{line}\n" for line in unified_diff(old, new, *names))
        return visible_lines("".join(lines))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files that would change, what kept others from being looked at, and how many there were."""

    changes: tuple[Change, ...]
    faults: tuple[Diagnostic, ...]
    files: int


def compared(settings: Settings, chosen: Collection[str]) -> Outcome:
    """Entries and translations against the form of the house: the chosen files and folders, or all where none is chosen."""
    every, strays = entries(settings)
    faults = [stray for stray in strays if is_chosen(stray.span.path, chosen)]
    changes, files = [], 0
    for path in (path for entry in every for path in entry.paths):
        shown = settings.shown(path)
        if is_chosen(shown, chosen):
            files += 1
            compared = _compared(settings, path, shown)
            if isinstance(compared, Diagnostic):
                faults.append(compared)
            elif compared:
                changes.append(compared)
    return Outcome(tuple(changes), tuple(in_order(faults)), files)


def write(changes: Iterable[Change]) -> None:
    """Write all files in the form of the house, with the line endings that they had; raises OSError, and none is changed then."""
    carry_out([Exchange(change.path, change.path, _bytes(change)) for change in changes])


def _compared(settings: Settings, path: Path, shown: str) -> Change | Diagnostic | None:
    read = load.read(path, shown)
    if isinstance(read, Diagnostic):
        return read
    is_translation = "." in path.stem
    text = formed(read, TRANSLATION if is_translation else PRACTICE, _modeline(settings, path, is_translation))
    if isinstance(text, Diagnostic):
        return text
    return Change(path, read.source, text) if text != read.source.text else None


def _modeline(settings: Settings, path: Path, is_translation: bool) -> str:
    """The comment by which editors find the schema of a file; none in an observatory that has no schemas."""
    name = "translation.schema.json" if is_translation else "practice.schema.json"
    if not (settings.root / "schema" / name).is_file():
        return ""
    way = "../" * len(path.parent.relative_to(settings.root).parts)
    return f"{MODELINE} $schema={way}schema/{name}"


def _bytes(change: Change) -> bytes:
    is_windows = b"\r\n" in change.path.read_bytes()
    return (change.after.replace("\n", "\r\n") if is_windows else change.after).encode()
