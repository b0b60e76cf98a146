"""What an author may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

LISTED = 12


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word most like another; ``None`` where none is."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    by_small = {one.lower(): one for one in words}
    near = extractOne(word[:100].lower(), list(by_small), scorer=ratio, score_cutoff=60)
    return by_small[near[0]] if near else None


def meant(word: str, words: Iterable[str], what: str) -> str:
    """The advice for a word that is none of ``words``: the nearest one, or all of them where they are few."""
    known = tuple(words)
    near = nearest(word, known)
    if near:
        return f"did you mean `{near}`?"
    if len(known) > LISTED:
        return f"choose one of the {what}, such as {', '.join(known[:3])}"
    return f"the {what} are: {', '.join(known)}"


def meant_by_label(word: str, labels: Mapping[str, Iterable[str]], what: str) -> str:
    """Like ``meant``, for ids that people also know by their labels."""
    small = word.strip().lower()
    for id, known in labels.items():
        if small in (label.lower() for label in known):
            return f"write its id, `{id}`"
    return meant(word, labels, what)
