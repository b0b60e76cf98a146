"""What is different in an entry or a translation, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from generator.document import Document, plain
from generator.fields import PRACTICE, TRANSLATED, TRANSLATION
from generator.marks import marks, outdated

ADDED, CHANGED, REMOVED = "added", "changed", "removed"

_MARKS = "translation.of"


class FieldChange(Struct, frozen=True):
    """A field by its name (``submission.date``), its text before and now; nothing where it was or is not there.

    The items of a list are lines.
    """

    name: str
    before: str | None
    now: str | None


class TranslationChange(Struct, frozen=True):
    """What is different in a translation: ``added``, ``changed`` or ``removed``, or empty where only its original is another one.

    ``outdated`` are the fields that have become outdated by their marks; ``unmarked`` those whose original has changed while
    they stayed as they were, which nobody is told of, because they have no mark.
    """

    language: str
    path: str
    change: str
    fields: tuple[FieldChange, ...]
    outdated: tuple[str, ...]
    unmarked: tuple[str, ...]


class EntryChange(Struct, frozen=True):
    """What is different in an entry: ``added``, ``changed`` or ``removed``, or empty where only translations are.

    ``former`` is the id it had, where that was another one; ``folder`` the one it stood in, where that was another one.
    ``is_legible`` is false where a file could not be read, so that what is different in it is not known.
    """

    id: str
    path: str
    title: str
    language: str
    countries: tuple[str, ...]
    change: str
    former: str
    folder: str
    fields: tuple[FieldChange, ...]
    translations: tuple[TranslationChange, ...]
    is_legible: bool


def fields(before: Document | None, now: Document | None) -> tuple[FieldChange, ...]:
    """The fields that differ, in the order in which they are written; nothing where one of the two is not there."""
    if before is None or now is None:
        return ()
    old, new = _flat(before), _flat(now)
    names = [name for name in {**old, **new} if old.get(name) != new.get(name) and not name.startswith(_MARKS)]
    return tuple(FieldChange(name, old.get(name), new.get(name)) for name in sorted(names, key=_place))


def translation(
    language: str,
    path: str,
    change: str,
    before: tuple[Document | None, Document | None],
    now: tuple[Document | None, Document | None],
) -> TranslationChange:
    """What is different in a translation that came, went, or is still there (``change`` is empty); each pair is it and its original."""
    (old, old_original), (new, original) = before, now
    fallen: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()
    if new and original:
        was = outdated(old, old_original) if old and old_original else ()
        fallen = tuple(name for name in outdated(new, original) if name not in was)
        if old and old_original:
            unmarked = tuple(_unmarked(old, old_original, new, original))
    differ = fields(old, new)
    return TranslationChange(language, path, change or (CHANGED if differ else ""), differ, fallen, unmarked)


def _unmarked(old: Document, old_original: Document, new: Document, original: Document) -> Iterable[str]:
    """The texts that stayed as they were, without a mark, while their original changed."""
    marked = marks(new)
    for name in (field.name for field in TRANSLATED):
        text, source = new.root.get(name), original.root.get(name)
        was, source_was = old.root.get(name), old_original.root.get(name)
        if name in marked or text is None or was is None or source is None or source_was is None:
            continue
        if plain(text) == plain(was) and plain(source) != plain(source_was):
            yield name


def _flat(document: Document) -> dict[str, str]:
    """The texts of a file by the name of their field, those inside a record by both names."""
    data: dict[str, Any] = plain(document.root)  # type: ignore[assignment]
    found: dict[str, str] = {}
    for name, value in data.items():
        if isinstance(value, Mapping):
            found |= {f"{name}.{inner}": _text(one) for inner, one in value.items()}
        else:
            found[name] = _text(value)
    return found


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "\n".join(_inline(item) for item in value)
    return _inline(value)


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_inline(one)}" for name, one in value.items())
    return " + ".join(_inline(one) for one in value) if isinstance(value, list) else str(value)


_ORDER = {field.name: number for number, field in enumerate((*PRACTICE.fields, *TRANSLATION.fields))}


def _place(name: str) -> tuple[int, str]:
    return _ORDER.get(name.partition(".")[0], len(_ORDER)), name
