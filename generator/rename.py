"""Another id for an entry: its files move, its former id is kept where it was published, and others name the new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator import ledger, load
from generator.amend import Change, amended, with_item
from generator.diagnostics import Diagnostic, shortened
from generator.document import Document, Scalar, plain, scalars, values
from generator.document import Mapping as Group
from generator.exchange import Exchange, carry_out
from generator.fields import PRACTICE
from generator.folder import Entry, entries
from generator.phrase import Phrase, also, at, phrase, reason
from generator.practice import article_of
from generator.registry import Registry
from generator.rules import identity
from generator.rules.subject import Subject
from generator.settings import Settings
from generator.source import Source
from generator.voices import as_reason

OF_THE_ID = (identity.malformed_id, identity.id_not_of_its_state, identity.anonymous_id_with_state)
"""The rules that a new id must satisfy."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """What was done: the files that moved, from where and to where, those that name the new id now, and whether the old one is kept."""

    old: str
    moved: tuple[tuple[Path, Path], ...]
    naming: tuple[Path, ...]
    kept: bool


def rename(settings: Settings, registry: Registry, old: str, new: str) -> Renamed:
    """Give the entry ``old`` the id ``new``, in the folder of its article.

    Changes every file or none. Raises ValueError, with what to do, where that cannot be done, and OSError where a file
    cannot be written.
    """
    old, new = (id.removesuffix(".yml") for id in (old, new))
    every, _ = entries(settings)
    entry, document = _entry(settings, every, old, new)
    folder = settings.practices / _folder(document, registry, entry)
    _refuse(document, registry, new, folder.name)
    others = list(_others(settings, [one for one in every if one is not entry], (old, new)))
    for path, other in others:
        if new in values(other.root.get("aliases")):
            former = phrase(
                "%(id)s is a former id of %(path)s; choose another", id=shortened(new), path=settings.shown(path)
            )
            raise ValueError(former)
    moved = [(path, folder / path.name.replace(old, new, 1)) for path in entry.paths]
    for _, target in moved:
        if target.exists():
            there = settings.shown(target)
            raise ValueError(phrase("%(path)s is there already; move it away, or choose another id", path=there))
    for path in entry.paths:
        if isinstance(read := load.read_text(path, settings.shown(path)), Diagnostic):
            raise ValueError(as_reason(read))
    if folder.is_symlink():
        shown = settings.shown(folder)
        raise ValueError(phrase("%(folder)s is a symbolic link; put the folder itself there", folder=shown))
    own = _keeping(settings, document, old, new)
    naming = {path: data for path, other in others if (data := _naming(path, other, old, new)) is not None}
    texts = {path: path.read_bytes() for path in entry.paths} | (
        {entry.original: own} if entry.original and own else {}
    )
    carry_out(
        [
            *(Exchange(path, target, texts[path]) for path, target in moved),
            *(Exchange(path, path, data) for path, data in naming.items()),
        ]
    )
    return Renamed(old, tuple(moved), tuple(naming), own is not None)


def _entry(settings: Settings, every: Sequence[Entry], old: str, new: str) -> tuple[Entry, Document]:
    """The entry to rename and its original, where it is the only one of its id and none has the new one."""
    of_old, of_new = ([one for one in every if one.id == id] for id in (old, new))
    original = next((one.original for one in of_old if one.original), None)
    if original is None:
        raise ValueError(_unknown(settings, every, old))
    if len(of_old) > 1:
        raise ValueError(
            phrase("%(id)s stands in several folders; mend first what `observatory check` says of it", id=old)
        )
    if old == new:
        raise ValueError(phrase("%(id)s is its id already", id=old))
    if of_new:
        there = settings.shown(of_new[0].paths[0])
        raise ValueError(phrase("there is an entry %(id)s already, %(path)s; choose another id", id=new, path=there))
    read = load.read(original, settings.shown(original))
    if isinstance(read, Diagnostic):
        raise ValueError(as_reason(read))
    return of_old[0], read


def _unknown(settings: Settings, every: Sequence[Entry], id: str) -> Phrase:
    for path, other in _others(settings, every, (id,)):
        if id in values(other.root.get("aliases")):
            return phrase("%(id)s is a former id of %(now)s; rename that one", id=shortened(id), now=path.stem)
    return phrase(
        "there is no entry %(id)s in %(folder)s; its id is the name of its file without .yml",
        id=shortened(id),
        folder=str(settings.practices),
    )


def _folder(document: Document, registry: Registry, entry: Entry) -> str:
    """Where its files belong: in the folder of its first provision, or where they are if that is no provision."""
    first = next(iter(values(document.root.get("provisions"))), "")
    return registry.article[article_of(first)].folder if first in registry.provisions else entry.folder


def _refuse(document: Document, registry: Registry, new: str, folder: str) -> None:
    """Refuse an id that the rules would refuse."""
    subject = Subject(document, PRACTICE, registry, date.max, new, folder)
    for rule in OF_THE_ID:
        for problem in rule(subject):
            raise ValueError(also(problem.message, problem.advice))


def _others(settings: Settings, every: Sequence[Entry], ids: Sequence[str]) -> Iterator[tuple[Path, Document]]:
    """The entries that may name one of the ids. One that cannot be read is left out: the check tells of it."""
    for other in every:
        text = load.read_text(other.original, settings.shown(other.original)) if other.original else None
        if other.original and isinstance(text, Source) and any(id in text.text for id in ids):
            read = load.parse(text)
            if isinstance(read, Document):
                yield other.original, read


def _keeping(settings: Settings, document: Document, old: str, new: str) -> bytes | None:
    """The entry with its old id among the former ones; nothing where that was never published.

    An entry that gets a former id back has it as a former one no more.
    """
    published = ledger.read(settings)
    if isinstance(published, Diagnostic):
        raise ValueError(as_reason(published))
    former = document.root.get("aliases")
    back = next((alias for alias in scalars(former) if alias.value == new), None)
    if back is None and old not in published.ids:
        return None
    aliases = [alias for alias in values(former) if alias != new]
    aliases.insert(values(former).index(new) if back else len(aliases), old)
    path = settings.root / document.source.path
    try:
        change = Change(back.span, _quoted(old)) if back else with_item(document, "aliases", _quoted(old))
        return _rewritten(path, document, [change], {"aliases": aliases})
    except ValueError as error:
        advice = phrase("write `%(line)s` into it by hand", line=f"aliases: [{old}]")
        raise ValueError(at(document.source.path, also(reason(error), advice))) from None


def _naming(path: Path, document: Document, old: str, new: str) -> bytes | None:
    """Another entry with the new id where it named the old one; nothing where it did not."""
    withdrawal = document.root.get("withdrawal")
    instead = withdrawal.get("replaced_by") if isinstance(withdrawal, Group) else None
    models = document.root.get("adapted_from")
    named = [one for one in (*scalars(models), instead) if isinstance(one, Scalar) and one.value == old]
    if not named:
        return None
    wanted: dict[str, Any] = {}
    if old in values(models):
        wanted["adapted_from"] = [new if id == old else id for id in values(models)]
    if instead in named:
        wanted["withdrawal"] = {**plain(withdrawal), "replaced_by": new}  # type: ignore[dict-item, arg-type]
    try:
        return _rewritten(path, document, [Change(one.span, _quoted(new)) for one in named], wanted)
    except ValueError as error:
        advice = phrase("write `%(new)s` for `%(old)s` in it by hand", new=new, old=old)
        raise ValueError(at(document.source.path, also(reason(error), advice))) from None


def _rewritten(path: Path, document: Document, changes: Sequence[Change], wanted: Mapping[str, Any]) -> bytes:
    """The bytes of a file with its changes, its byte order mark and line endings kept.

    Raises ValueError where it would then say anything else than ``wanted`` in place of what it said.
    """
    data = path.read_bytes()
    text = amended(data.decode("utf-8-sig"), changes)
    read = load.parse(Source(document.source.path, text.replace("\r\n", "\n")))
    if not isinstance(read, Document) or _said(read) != {**_said(document), **wanted}:
        raise ValueError(phrase("it is written in a way that this command cannot change safely"))
    return (b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + text.encode()


def _said(document: Document) -> dict[str, Any]:
    """What a file says; a text at its very end has its last line break only since another field stands behind it."""
    said: dict[str, Any] = plain(document.root)  # type: ignore[assignment]
    return {name: value.strip() if isinstance(value, str) else value for name, value in said.items()}


def _quoted(id: str) -> str:
    """An id as it stands in YAML, in quotes where it could be taken for a number, a date or nothing."""
    return id if id[0].isalpha() and "-" in id else f'"{id}"'
