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
from generator.phrase import Phrase, phrase
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
    notes: tuple[Phrase, ...]
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
        raise ValueError(
            phrase(
                "%(folder)s is no folder, or a symbolic link; name the folder that was exported into",
                folder=str(folder),
            )
        )
    places, faults = _places(folder)
    notes: list[Phrase] = []
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
            faults.append(
                fault(not_of_an_export, Source(shown, "").start(), phrase("no export has put this file here"))
            )
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
    except parcel.NoRecordError as error:
        raise _Refused(fault(not_of_an_export, start, error.why)) from None
    name = parcel.observatory(registry)
    if record.observatory != name:
        why = phrase(
            "this was exported from “%(other)s”, and this observatory is “%(observatory)s”",
            other=shortened(record.observatory),
            observatory=shortened(name),
        )
        raise _Refused(fault(not_of_an_export, start, why))
    if (record.language, record.id) != (place.language, place.id):
        why = phrase(
            "this is what was exported of %(id)s in %(language)s, and stands in another folder",
            id=shortened(record.id),
            language=shortened(record.language, 20),
        )
        raise _Refused(fault(not_of_an_export, start, why))
    entry = next((one for one in every if one.id == place.id and one.original), None)
    if entry is None:
        why = phrase("there is no entry %(id)s any more", id=shortened(place.id))
        raise _Refused(fault(gone_entry, start, why, _instead(nearest(place.id, (one.id for one in every)))))
    return record, entry


def _instead(near: str | None) -> Phrase:
    """What to do with texts whose entry is gone, or has another id now."""
    if near is None:
        return phrase("delete the folder; what was translated there can be put in by hand")
    return phrase(
        "if it is %(near)s now, export that, and move the texts; else delete the folder; what was translated there can be "
        "put in by hand",
        near=near,
    )


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
        now = shortened(checked.original.text("language"), 20)
        why = phrase("%(id)s is written in %(language)s now", id=entry.id, language=now)
        return Taking(faults=[fault(gone_entry, start, why, phrase("export it anew"))])
    if language == place.language:
        return Taking(notes=list(_changed(read, record, entry, settings)))
    if language not in registry.languages:
        why = phrase(
            "`%(language)s` is no language of this observatory: %(advice)s",
            language=shortened(language, 20),
            advice=meant(language, registry.languages),
        )
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


def _changed(read: Document, record: parcel.Record, entry: Entry, settings: Settings) -> Iterator[Phrase]:
    """What was changed in the original on the platform, where nobody looks for it."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for key, text in parcel.texts(parcel.understood(read)).items():
        said[key.field].append(text)
    home = settings.shown(entry.original) if entry.original else ""
    for name, texts in said.items():
        if fingerprint("\n".join(texts)) != record.original.get(name):
            yield phrase(
                "%(file)s: `%(field)s` of the original is not taken from here; change it in %(home)s",
                file=read.source.path,
                field=name,
                home=home,
            )
