"""Rules for the shape of a file: the right fields, each with the right kind of value."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.diagnostics import Problem, shortened
from generator.rules.subject import Subject


def unknown_field(subject: Subject) -> Iterator[Problem]:
    """A field that does not exist.

    Its value would be read by nobody. Most often the name is misspelt.

    Wrong:

        country: ITA

    Right:

        countries: [ITA]
    """
    for name, record, mapping in subject.records:
        for pair in mapping.pairs:
            if pair.key.value not in record.names:
                yield Problem(
                    pair.key.span,
                    f"there is no field `{shortened(pair.key.value, 40)}`{f' in {name}' if name else ''}",
                    _nearest(pair.key.value, record.names),
                )


def _nearest(word: str, words: tuple[str, ...]) -> str:
    near = get_close_matches(word, words, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else f"the fields are: {', '.join(words)}"
