"""The texts of entries in a folder, as translation platforms take them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import files, load
from generator.diagnostics import Diagnostic, in_order, shortened
from generator.document import Document, Mapping
from generator.exchange import Exchange, carry_out
from generator.folder import Entry
from generator.marks import fingerprint, mark
from generator.phrase import phrase
from generator.registry import Registry
from generator.settings import Settings
from generator.source import Source
from generator.translating import parcel
from generator.translating.accept import read
from generator.translating.faults import fault, not_imported
from generator.translating.sibling import ORDER


@dataclass(frozen=True, slots=True)
class Exported:
    """What was done: how many entries there are in the folder, the files written, and the folders of what is no entry any more.

    Nothing was written where there are ``faults``.
    """

    entries: int
    written: tuple[Path, ...]
    left: tuple[Path, ...]
    faults: tuple[Diagnostic, ...]


def export(
    settings: Settings, registry: Registry, every: Sequence[Entry], languages: Sequence[str], folder: Path
) -> Exported:
    """Write the parcels of all entries that are sound and stand; nothing where a text in the folder would be lost.

    Raises OSError where something cannot be written, ValueError where the folder cannot be one of an export.
    """
    whole = folder.resolve()
    for own in (settings.practices, settings.registry, settings.docs):
        if whole.is_relative_to(own.resolve()):
            raise ValueError(
                phrase(
                    "%(folder)s is in %(own)s, where the export would be taken for something else; name another folder",
                    folder=str(folder),
                    own=str(own),
                )
            )
    faults: list[Diagnostic] = []
    exchanges: list[Exchange] = []
    places: set[Path] = set()
    for entry in every:
        original = read(entry.original, settings)
        review = original.root.get("review")
        if isinstance(review, Mapping) and review.text("state") == "withdrawn":
            continue
        place = folder / original.text("language") / entry.id
        places.add(place)
        _refuse_links(folder, place)
        texts, told = _parcel(settings, registry, entry, original, languages, place)
        faults += told
        paths = {place / name: text.encode() for name, text in texts.items()}
        exchanges += [Exchange(path, path, data) for path, data in paths.items() if data != _there(path)]
    if not faults:
        carry_out(exchanges)
    left = {path.parent for path in files.below(folder) if path.name == parcel.RECORD} - places
    return Exported(len(places), tuple(one.path for one in exchanges), tuple(sorted(left)), tuple(in_order(faults)))


def _parcel(
    settings: Settings, registry: Registry, entry: Entry, original: Document, languages: Sequence[str], place: Path
) -> tuple[dict[str, str], list[Diagnostic]]:
    """The files of a parcel by name, and what would be lost by writing them."""
    own, texts, last = original.text("language"), parcel.texts(original), _record(place)
    there = [code for code in registry.languages if code != own and os.path.lexists(place / f"{code}.yml")]
    said = {
        language: parcel.texts(read(entry.translations[language], settings)) if language in entry.translations else {}
        for language in {*languages, *there} - {own}
    }
    prints = {language: parcel.prints(some) for language, some in sorted(said.items())}
    # Of all languages, because the original in the folder changes for all of them.
    told = [one for language in there for one in _lost(place / f"{language}.yml", prints[language], last, language)]
    record = parcel.Record(
        parcel.observatory(registry), entry.id, own,
        {name: mark(original, name) for name in ORDER if original.root.get(name)},
        prints,
    )  # fmt: skip
    translated = {f"{language}.yml": parcel.written(texts, some, False) for language, some in said.items()}
    return {
        f"{own}.yml": parcel.written(texts, texts, True),
        **translated,
        parcel.RECORD: parcel.recorded(record),
    }, told


def _lost(path: Path, prints: dict[str, str], last: parcel.Record | None, language: str) -> Iterator[Diagnostic]:
    """What of a file in the folder is neither in the observatory nor as it was exported."""
    there = load.read(path, path.as_posix())
    if isinstance(there, Diagnostic):
        yield there
        return
    known = last.translations.get(language, {}) if last else {}
    texts = parcel.texts(parcel.understood(there))
    lost = [key for key, text in texts.items() if fingerprint(text) not in (prints.get(str(key)), known.get(str(key)))]
    if lost:
        key = there.root.key(lost[0].field)
        span = key.span if key else there.source.start()
        yield fault(not_imported, span, tuple(f"`{shortened(str(one))}`" for one in lost))


def _record(place: Path) -> parcel.Record | None:
    """What the last export has recorded; nothing where there was none, or nobody can tell."""
    text = load.read_text(place / parcel.RECORD, "")
    try:
        return parcel.record(text.text) if isinstance(text, Source) else None
    except parcel.NoRecordError:
        return None


def _there(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _refuse_links(folder: Path, place: Path) -> None:
    for path in (folder, place.parent, place):
        if path.is_symlink() or (os.path.lexists(path) and not path.is_dir()):
            raise ValueError(
                phrase(
                    "%(path)s is not a folder, or is a symbolic link; name another folder, or take that away",
                    path=str(path),
                )
            )
