"""The forms of a glossary, found in texts. Compiled once a language, and quick where none of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from generator.registry import Concept, Registry

# Scripts that are written without spaces between words: Thai, Lao, Burmese, Khmer, kana and the Chinese characters.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LETTER = r"[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670]"  # with the signs above letters, which Python calls no letters
WORD = 40  # letters; a longer word is none, and no text may take long
_PIECES = re.compile(r"\*+|\s+|['’]|[^*\s'’]+")
_APOSTROPHES = re.compile("['’]")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A form of a concept: as the glossary writes it, how it is found, and a piece in small letters that is in all it finds."""

    concept: Concept
    written: str
    pattern: re.Pattern[str]
    clue: str
    is_avoided: bool


class Said(NamedTuple):
    """A form that stands in a text, from one character offset to another."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """The forms of one language."""

    concepts: dict[str, Concept]
    forms: Sequence[Form]

    def said(self, text: str) -> list[Said]:
        """The forms that stand in a text in normal form (NFC), each where no longer one does.

        Of two that are as long, the one to be used comes before one that is avoided for something else.
        """
        small = text.lower()
        found = [
            Said(*match.span(), form)
            for form in self.forms
            if form.clue in small
            for match in form.pattern.finditer(text)
        ]
        return _longest(found) if len(found) > 1 else found

    def says(self, concept: Concept, text: str) -> bool:
        """Whether any form of a concept that is to be used stands in a text in normal form, be it inside a longer one."""
        small = text.lower()
        return any(
            form.clue in small and form.pattern.search(text)
            for form in self.forms
            if form.concept is concept and not form.is_avoided
        )


@lru_cache(maxsize=64)
def glossary(registry: Registry, language: str) -> Glossary | None:
    """The glossary of a language; nothing where the registry has none."""
    concepts = registry.glossaries.get(language)
    if concepts is None:
        return None
    forms = [
        form(concept, written, written in concept.avoid)
        for concept in concepts
        for written in (*concept.use, *concept.avoid)
    ]
    return Glossary({concept.id: concept for concept in concepts}, forms)


def form(concept: Concept, written: str, is_avoided: bool) -> Form:
    """A form of a concept, compiled."""
    words = [normalize("NFC", piece).lower() for piece in re.split(r"[*\s'’]+", written)]
    return Form(concept, written, compiled(written), max(words, key=len), is_avoided)


def compiled(written: str) -> re.Pattern[str]:
    """What finds a form: any case, any line break between words, either apostrophe, ``*`` for any letters of a word.

    It stands as words of its own, but where it begins or ends with a character of a script without spaces.
    """
    written = normalize("NFC", written.strip())
    inside = "".join(_pattern(piece) for piece in _PIECES.findall(written))
    before = "" if _UNSPACED.match(written[:1]) else r"(?<!\w)"
    after = "" if _UNSPACED.match(written[-1:]) else r"(?!\w)"
    return re.compile(before + inside + after, re.IGNORECASE)


def _pattern(piece: str) -> str:
    if piece[0] == "*":
        return f"(?:{_LETTER}){{0,{WORD}}}"
    if piece.isspace():
        return r"\s+"
    return "['’]" if _APOSTROPHES.match(piece) else re.escape(piece)


def _longest(found: Iterable[Said]) -> list[Said]:
    kept: list[Said] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.form.is_avoided, one.start)):
        over = next((other for other in kept if one.start < other.end and other.start < one.end), None)
        if over is None:
            kept.append(one)
        elif over[:2] == one[:2] and over.form.concept is one.form.concept:
            kept[kept.index(over)] = one  # what the same concept avoids, where a form to be used with a star is wider
    return sorted(kept, key=lambda one: one.start)
