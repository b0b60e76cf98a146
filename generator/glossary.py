"""The forms of a glossary, found in texts. Compiled once a language, and quick where none of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from msgspec import Struct

from generator.registry import Concept, Registry

# Scripts that are written without spaces between words: Thai, Lao, Burmese, Khmer, kana and the Chinese characters.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
WORD = 40  # letters; a longer word is none, and no text may take long
_STAR = (
    rf"[\w\u0300-\u036f\u064b-\u065f\u0670]{{0,{WORD}}}"  # with the signs above letters, which Python calls no letters
)
_STARRED = re.compile(rf"(?<!\w){_STAR}\Z")
_PIECES = re.compile(r"\*+|\s+|[^*\s]+")


class Form(Struct, frozen=True, eq=False):
    """A form of a concept, as the glossary writes it, and how it is found.

    ``lead`` is the piece that it begins with, after a star where it ``is_open``; the pattern matches from there.
    """

    concept: Concept
    written: str
    is_avoided: bool
    lead: str
    is_open: bool
    pattern: re.Pattern[str]

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands in a text of small letters: from and to which character offset."""
        at = text.find(self.lead)  # several times as fast as a search of the pattern
        while at >= 0:
            found = self.pattern.match(text, at)
            begun = _STARRED.search(text, max(0, at - WORD), at) if found and self.is_open else found
            if found and begun:
                yield begun.start(), found.end()
            at = text.find(self.lead, found.end() if found else at + 1)


class Said(NamedTuple):
    """A form that stands in a text, from one character offset to another."""

    start: int
    end: int
    form: Form


class Glossary(Struct, frozen=True, eq=False):
    """The forms of one language; those to be used also by the ids of their concepts, and the leads of those to be avoided."""

    concepts: Mapping[str, Concept]
    forms: Sequence[Form]
    used: Mapping[str, Sequence[Form]]
    warned: frozenset[str]

    def said(self, text: str) -> list[Said]:
        """The forms that stand in a text of small letters, each where no longer one does.

        Of two that are as long, the one to be used comes before one that is avoided for something else.
        """
        found = [Said(*place, form) for form in self.forms if form.lead in text for place in form.places(text)]
        return _longest(found) if len(found) > 1 else found

    def may_avoid(self, text: str) -> bool:
        """Whether one to be avoided may stand in it, seen in a fraction of the time in which one is found."""
        return bool([lead for lead in self.warned if lead in text])

    def says(self, id: str, text: str) -> bool:
        """Whether any form to be used for a concept stands in a text of small letters, be it inside a longer one."""
        return any(True for form in self.used[id] for _ in form.places(text))


@lru_cache(maxsize=64)
def glossary(registry: Registry, language: str) -> Glossary | None:
    """The glossary of a language; nothing where the registry has none."""
    concepts = registry.glossaries.get(language)
    return None if concepts is None else of(concepts)


def of(concepts: Iterable[Concept]) -> Glossary:
    """A glossary of some concepts."""
    used = {one.id: [form(one, written, False) for written in one.use] for one in concepts}
    avoided = [form(one, written, True) for one in concepts for written in one.avoid]
    forms = [*(one for some in used.values() for one in some), *avoided]
    return Glossary({one.id: one for one in concepts}, forms, used, frozenset(one.lead for one in avoided))


def small(text: str) -> str:
    """A text in normal form (NFC), small letters and straight apostrophes, each character at its offset in normal form."""
    normal = normalize("NFC", text).replace("’", "'")
    lower = normal.lower()
    if len(lower) == len(normal):
        return lower
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in normal)


def form(concept: Concept, written: str, is_avoided: bool) -> Form:
    """A form of a concept, compiled.

    It is found in any case, over any line break between words, with either apostrophe, and with any letters for a star; it stands
    as words of its own, except where it begins or ends with a character of a script without spaces.
    """
    pieces = _PIECES.findall(small(written.strip()))
    is_open = pieces[0][0] == "*" and len(pieces) > 1
    pieces = pieces[is_open:]
    before = "" if is_open or _UNSPACED.match(pieces[0]) else r"(?<!\w)"
    after = "" if _UNSPACED.match(pieces[-1][-1]) else r"(?!\w)"
    pattern = re.compile(before + "".join(map(_pattern, pieces)) + after)
    return Form(concept, written, is_avoided, pieces[0], is_open, pattern)


def _pattern(piece: str) -> str:
    if piece[0] == "*":
        return _STAR
    return r"\s+" if piece.isspace() else re.escape(piece)


def _longest(found: Iterable[Said]) -> list[Said]:
    kept: list[Said] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.form.is_avoided, one.start)):
        over = next((other for other in kept if one.start < other.end and other.start < one.end), None)
        if over is None:
            kept.append(one)
        elif over[:2] == one[:2] and over.form.concept is one.form.concept:
            kept[kept.index(over)] = one  # what the same concept avoids, where a form to be used with a star is wider
    return sorted(kept, key=lambda one: one.start)
