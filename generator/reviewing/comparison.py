"""The entries that differ between two folders, and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import load
from generator.diagnostics import Diagnostic
from generator.document import Document, plain, values
from generator.folder import Entry
from generator.reviewing.changes import ADDED, CHANGED, REMOVED, EntryChange, TranslationChange, fields, translation
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Read:
    """The files of an entry as they were read, by language, that of the original by an empty one; nothing of a file that could not be."""

    entry: Entry
    folder: str
    documents: Mapping[str, Document | None]

    @property
    def original(self) -> Document | None:
        """The original."""
        return self.documents.get("")

    def shown(self, language: str) -> str:
        """The path of a file as people are told it; where the original is not there, the one where it should be."""
        return f"{self.folder}/{self.entry.folder}/{self.entry.names.get(language, f'{self.entry.id}.yml')}"


def read(settings: Settings, entry: Entry) -> Read:
    """Read an entry's files; what is wrong with them is for the checks to say."""
    paths = {"": entry.original, **entry.translations}
    documents = {language: _document(path, settings) for language, path in paths.items() if path}
    return Read(entry, settings.shown(settings.practices), documents)


def compared(before: Mapping[str, Read], now: Mapping[str, Read]) -> list[EntryChange]:
    """What is different between entries, by their ids: those that came first, then those that changed, then those that went."""
    former = dict(_renamed(before, now))
    came = [id for id in now if id not in before and id not in former]
    stayed = [(former.get(id, id), id) for id in now if id in before or id in former]
    went = [id for id in before if id not in now and id not in former.values()]
    changes = [
        *(_change(None, now[id]) for id in came),
        *(_change(before[old], now[id]) for old, id in stayed),
        *(_change(before[id], None) for id in went),
    ]
    return [one for one in changes if _says_something(one)]


def _renamed(before: Mapping[str, Read], now: Mapping[str, Read]) -> Iterable[tuple[str, str]]:
    """New ids with the ones that their entries had: those that they name among their former ones, or all else is the same."""
    gone = {id: one.original for id, one in before.items() if id not in now and one.original}
    alike = {_content(document): id for id, document in gone.items()}
    for id, one in now.items():
        if id in before or not one.original:
            continue
        named = [alias for alias in values(one.original.root.get("aliases")) if alias in gone]
        old = named[0] if named else alike.get(_content(one.original), "")
        if gone.pop(old, None):
            yield id, old


def _content(document: Document) -> str:
    """All that an entry says, but for its former ids."""
    return repr([(key.value, plain(node)) for key, node in document.root.pairs if key.value != "aliases"])


def _change(before: Read | None, now: Read | None) -> EntryChange:
    shown = now or before
    if shown is None:
        raise TypeError("an entry that neither was nor is there cannot have changed")
    old, new = before.original if before else None, now.original if now else None
    said = new or old
    is_another = bool(before and now and before.entry.id != now.entry.id)
    is_moved = bool(before and now and before.entry.folder != now.entry.folder)
    differ = fields(old, new)
    came, went = not _is_there(before) and _is_there(now), _is_there(before) and not _is_there(now)
    is_legible = all(one for side in (before, now) if side for one in side.documents.values())
    is_changed = differ or is_another or is_moved or not is_legible
    return EntryChange(
        id=shown.entry.id,
        path=(now if now and _is_there(now) else before or shown).shown(""),
        title=said.text("title") if said else "",
        language=said.text("language") if said else "",
        countries=values(said.root.get("countries")) if said else (),
        change=ADDED if came else REMOVED if went else CHANGED if is_changed else "",
        former=before.entry.id if before and is_another else "",
        folder=before.entry.folder if before and is_moved else "",
        fields=differ,
        translations=tuple(_translations(before, now)) if before and now else _came(now),
        is_legible=is_legible,
    )


def _is_there(side: Read | None) -> bool:
    return side is not None and "" in side.entry.names


def _translations(before: Read, now: Read) -> Iterable[TranslationChange]:
    for language in sorted({*before.documents, *now.documents} - {""}):
        old, new = before.documents.get(language), now.documents.get(language)
        change = ADDED if language not in before.documents else REMOVED if language not in now.documents else ""
        path = (now if language in now.documents else before).shown(language)
        found = translation(language, path, change, (old, before.original), (new, now.original))
        if found.change or found.outdated or found.unmarked:
            yield found


def _came(now: Read | None) -> tuple[TranslationChange, ...]:
    """The translations of an entry that came in with it."""
    if now is None:
        return ()
    return tuple(
        translation(language, now.shown(language), ADDED, (None, None), (one, now.original))
        for language, one in sorted(now.documents.items())
        if language
    )


def _says_something(change: EntryChange) -> bool:
    return bool(change.change or change.translations)


def _document(path: Path, settings: Settings) -> Document | None:
    found = load.read(path, settings.shown(path))
    return None if isinstance(found, Diagnostic) else found
