"""What is different in an entry, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.phrase import phrase
from generator.reviewing.changes import ADDED, CHANGED, REMOVED, EntryChange, FieldChange, TranslationChange
from generator.reviewing.parts import Gone, Item, New, Part, Quoted, Strong, filled, joined
from generator.reviewing.wording import GONE, KEPT, Piece, cut, pieces
from generator.words import Words

LONGEST = 600
"""How many characters of words that came or went are shown."""

_ENTRY = {
    ADDED: phrase("New entry"),
    CHANGED: phrase("Changed entry"),
    REMOVED: phrase("Removed entry"),
    "": phrase("Entry with other translations"),
}
_TRANSLATION = {
    ADDED: phrase("New translation"),
    CHANGED: phrase("Changed translation"),
    REMOVED: phrase("Removed translation"),
    "": phrase("Translation"),
}


@dataclass(frozen=True, slots=True)
class EntryReporter:
    """Tells in a language what is different in entries."""

    words: Words

    def item(self, change: EntryChange) -> Item:
        """An entry, and below it what is different in it."""
        kind = Strong(self.words.tell(_ENTRY[change.change]))
        title: tuple[Part, ...] = (": ", Quoted(change.title)) if change.title else ()
        states = tuple(part for code in change.countries for part in (", ", Quoted(code)))
        return Item((kind, *title, *states, " (", Quoted(change.path), ")"), tuple(self._below(change)))

    def _below(self, change: EntryChange) -> Iterator[Item]:
        tell = self.words.tell
        if not change.is_legible:
            yield Item((tell(phrase("A file of it cannot be read, so not all that differs is known.")),))
        if change.former:
            yield Item(filled(tell(phrase("Its id was %(id)s.")), id=Quoted(change.former)))
        if change.folder:
            yield Item(filled(tell(phrase("It stood in the folder %(folder)s.")), folder=Quoted(change.folder)))
        yield from map(_field, change.fields)
        for translation in change.translations:
            yield from self._translation(translation)

    def _translation(self, change: TranslationChange) -> Iterator[Item]:
        tell = self.words.tell
        below = list(map(_field, change.fields))
        if change.outdated:
            below.append(Item(filled(tell(phrase("Outdated now: %(fields)s")), fields=_names(change.outdated))))
        if change.unmarked:
            sentence = tell(
                phrase(
                    "Perhaps outdated, and nobody is told, since it has no marks of what it was made from: %(fields)s"
                )
            )
            below.append(Item(filled(sentence, fields=_names(change.unmarked))))
        yield Item((Strong(tell(_TRANSLATION[change.change])), ": ", Quoted(change.language)), tuple(below))


def _field(change: FieldChange) -> Item:
    """A field with what is gone from it and what is new, in the words around them."""
    if change.before is None or change.now is None:
        texts: list[Part] = [New(_cut(change.now or "")) if change.before is None else Gone(_cut(change.before))]
    else:
        texts = [_part(piece) for piece in cut(pieces(change.before, change.now))]
    return Item((Quoted(change.name), ": ", *joined([(text,) for text in texts], " ")))


def _part(piece: Piece) -> Part:
    text = _cut(piece.text.strip())
    return Quoted(text) if piece.kind == KEPT else Gone(text) if piece.kind == GONE else New(text)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _names(names: Sequence[str]) -> tuple[Part, ...]:
    return joined([(Quoted(name),) for name in names], ", ")
