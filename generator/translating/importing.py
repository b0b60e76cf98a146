"""Texts that were translated on a platform, taken out of the folder of an export into the files beside the originals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import check, files, load
from generator.diagnostics import Diagnostic, Severity, in_order, shortened
from generator.document import Document
from generator.exchange import Exchange, carry_out
from generator.folder import Entry
from generator.marks import fingerprint
from generator.registry import Registry
from generator.rules.nearest import meant, nearest
from generator.settings import Settings, today
from generator.source import Source
from generator.translating import parcel
from generator.translating.faults import fault, gone_entry, not_of_an_export
from generator.translating.taking import Offer, Taking, subject, take


@dataclass(frozen=True, slots=True)
class Imported:
    """What was done: the translations that were written with the fields taken, and what was left and why.

    ``files`` is how many were looked at. Nothing was written where there are ``faults``.
    """

    written: tuple[tuple[Path, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    faults: tuple[Diagnostic, ...]
    files: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A folder of the export, with the language of its originals, the id of the entry, and the names of its files."""

    path: Path
    language: str
    id: str
    names: tuple[str, ...]

    def start(self, name: str) -> Source:
        """A file of it, for a fault of the whole."""
        return Source((self.path / name).as_posix(), "")


def take_in(settings: Settings, registry: Registry, every: Sequence[Entry], folder: Path) -> Imported:
    """Write what has changed in a folder since it was exported into the translations: all of it, or nothing where there are faults.

    The records in the folder are renewed, so that the next import goes by what is the same on both sides now.
    Raises OSError where something cannot be written, ValueError where there is no folder.
    """
    if folder.is_symlink() or not folder.is_dir():
        raise ValueError(f"{folder} is no folder, or a symbolic link; name the folder that was exported into")
    places, faults = _places(folder)
    notes: list[str] = []
    written: dict[Path, Taking] = {}
    records: dict[Path, str] = {}
    for place in places:
        try:
            record, entry = _home(registry, every, place)
        except _Refused as refused:
            faults.append(refused.diagnostic)
            continue
        checked = check.entry(entry, settings, registry, today())
        before = parcel.recorded(record)
        faults += [one for one in checked.diagnostics if one.severity is Severity.ERROR]
        for name in place.names:
            path = Path(entry.place, f"{entry.id}.{name}")
            taking = _taking(settings, registry, place, name, record, entry, checked, path)
            faults += taking.faults
            notes += taking.notes
            if taking.text is not None:
                written[path] = taking
            if taking.prints:
                record.translations.setdefault(name.removesuffix(".yml"), {}).update(taking.prints)
        if parcel.recorded(record) != before:
            records[place.path / parcel.RECORD] = parcel.recorded(record)
    if not faults:
        texts = {**{path: taking.text or "" for path, taking in written.items()}, **records}
        carry_out([Exchange(path, path, text.encode()) for path, text in texts.items()])
    done = tuple((path, taking.fields) for path, taking in written.items())
    return Imported(done, tuple(notes), tuple(in_order(faults)), sum(len(place.names) for place in places))


class _Refused(Exception):  # noqa: N818 - a refusal is no error of ours
    """Ends the reading of one folder; never leaves this module."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


def _places(folder: Path) -> tuple[list[_Place], list[Diagnostic]]:
    """The folders of entries, and what else is there."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    faults = []
    for path in files.below(folder):
        shown = path.as_posix()
        parts = path.relative_to(folder).parts
        irregular = files.irregular(path, shown)
        if irregular:
            faults.append(irregular)
        elif len(parts) == 3 and (path.name == parcel.RECORD or path.suffix == ".yml"):
            found[parts[0], parts[1]].append(path.name)
        else:
            faults.append(fault(not_of_an_export, Source(shown, "").start(), "no export has put this file here"))
    places = []
    for (language, id), names in found.items():
        of_languages = tuple(name for name in names if name != parcel.RECORD)
        places.append(_Place(folder / language / id, language, id, of_languages))
    return places, faults


def _home(registry: Registry, every: Sequence[Entry], place: _Place) -> tuple[parcel.Record, Entry]:
    """What was recorded of the export, and the entry that was exported."""
    start = place.start(parcel.RECORD).start()
    text = load.read_text(place.path / parcel.RECORD, start.path)
    if isinstance(text, Diagnostic):
        raise _Refused(text)
    try:
        record = parcel.record(text.text)
    except ValueError as error:
        raise _Refused(fault(not_of_an_export, start, str(error))) from None
    name = parcel.observatory(registry)
    if record.observatory != name:
        why = f"this was exported from “{shortened(record.observatory)}”, and this observatory is “{shortened(name)}”"
        raise _Refused(fault(not_of_an_export, start, why))
    if (record.language, record.id) != (place.language, place.id):
        why = f"this is what was exported of {shortened(record.id)} in {shortened(record.language, 20)}, and stands in another folder"
        raise _Refused(fault(not_of_an_export, start, why))
    entry = next((one for one in every if one.id == place.id and one.original), None)
    if entry is None:
        near = nearest(place.id, (one.id for one in every))
        advice = "delete the folder; what was translated there can be put in by hand"
        meaning = f"if it is {near} now, export that, and move the texts; else {advice}" if near else advice
        raise _Refused(fault(gone_entry, start, f"there is no entry {shortened(place.id)} any more", meaning))
    return record, entry


def _taking(
    settings: Settings, registry: Registry, place: _Place, name: str, record: parcel.Record, entry: Entry,
    checked: check.Checked, path: Path,
) -> Taking:  # fmt: skip
    """What is taken from the file of one language."""
    language, start = name.removesuffix(".yml"), place.start(name).start()
    read = load.read(place.path / name, start.path)
    if isinstance(read, Diagnostic):
        return Taking(faults=[read])
    if checked.original and checked.original.text("language") != place.language:
        why = f"{entry.id} is written in {checked.original.text('language')} now"
        return Taking(faults=[fault(gone_entry, start, why, "export it anew")])
    if language == place.language:
        return Taking(notes=list(_changed(read, record, entry, settings)))
    if language not in registry.languages:
        why = f"`{shortened(language, 20)}` is no language of this observatory: {meant(language, registry.languages, 'codes')}"
        return Taking(faults=[fault(not_of_an_export, start, why)])
    about = subject(
        read,
        registry=registry,
        today=today(),
        id=entry.id,
        folder=entry.folder,
        language=language,
        original=checked.original,
    )
    return take(Offer(about, checked.translations.get(language), settings.shown(path), record))


def _changed(read: Document, record: parcel.Record, entry: Entry, settings: Settings) -> Iterator[str]:
    """What was changed in the original on the platform, where nobody looks for it."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for key, text in parcel.texts(parcel.understood(read)).items():
        said[key.field].append(text)
    home = settings.shown(entry.original) if entry.original else ""
    for name, texts in said.items():
        if fingerprint("\n".join(texts)) != record.original.get(name):
            yield f"{read.source.path}: `{name}` of the original is not taken from here; change it in {home}"
