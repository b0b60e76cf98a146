"""What an author may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.phrase import Phrase, phrase

LISTED = 12


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word most like another; ``None`` where none is."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    by_small = {one.lower(): one for one in words}
    near = extractOne(word[:100].lower(), list(by_small), scorer=ratio, score_cutoff=60)
    return by_small[near[0]] if near else None


def meant(word: str, words: Iterable[str], file: str = "") -> Phrase:
    """The advice for a word that is none of ``words``: the nearest one, or all of them where they are few.

    ``file`` is where they stand, where there may be many.
    """
    known = tuple(words)
    near = nearest(word, known)
    if near:
        return phrase("did you mean `%(near)s`?", near=near)
    if len(known) <= LISTED:
        return phrase("choose one of these: %(words)s", words=known)
    some = known[:3]
    if file:
        return phrase("choose one from %(file)s, such as %(words)s", file=file, words=some)
    return phrase("choose another, such as %(words)s", words=some)


def meant_by_label(word: str, labels: Mapping[str, Iterable[str]], file: str) -> Phrase:
    """Like ``meant``, for ids that people also know by their labels."""
    small = word.strip().lower()
    for id, known in labels.items():
        if small in (label.lower() for label in known):
            return phrase("write its id, `%(id)s`", id=id)
    return meant(word, labels, file)
