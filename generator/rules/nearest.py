"""What an author may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator import sentences
from generator.diagnostics import shortened
from generator.phrase import NAMED, Known, Phrase, also, phrase, sentence

LISTED = 12


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word most like another; ``None`` where none is."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    by_small = {one.lower(): one for one in words}
    near = extractOne(word[:100].lower(), list(by_small), scorer=ratio, score_cutoff=60)
    return by_small[near[0]] if near else None


def meant(word: str, words: Iterable[str], file: str = "", field: str = "") -> Phrase:
    """The advice for a word that is none of ``words``: the nearest one, or all of them where they are few.

    ``file`` is where they stand, where there may be many; ``field`` the one that they can be chosen for, whose labels are named to
    who answers questions.
    """
    known = tuple(Known(one, field) if field else one for one in words)
    near = nearest(word, known)
    if near:
        return _near(near)
    if len(known) <= LISTED:
        return CHOOSE.about(words=known)
    some = known[:3]
    if file:
        return _FROM_FILE.about(file=file, words=some)
    return phrase("choose another, such as %(words)s", words=some)


def no_language(code: str, languages: Iterable[str]) -> Phrase:
    """That there is no language with a code, and the advice for it."""
    return also(phrase("there is no language `%(value)s`", value=shortened(code, 20)), meant(code, languages))


def meant_by_label(word: str, labels: Mapping[str, Iterable[str]], file: str, field: str) -> Phrase:
    """Like ``meant``, for ids that people also know by their labels."""
    by_label = {label: id for id, known in labels.items() for label in known}
    label = nearest(word, by_label)
    if label is None:
        return meant(word, labels, file, field)
    id = Known(by_label[label], field)
    is_same = label.lower() == word.strip().lower()
    written = phrase("write its id, `%(id)s`", id=id) if is_same else meant(word, labels, file, field)
    return written.or_asked(_near(id))


def _near(word: str) -> Phrase:
    return sentences.NEAR.about(near=NAMED.about(name=word))


CHOOSE = sentence("choose one of these: %(words)s")
_FROM_FILE = sentence("choose one from %(file)s, such as %(words)s").to_asked(
    "choose one from the list of the questionnaire, such as %(words)s"
)
