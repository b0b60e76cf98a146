"""Rules for the texts of the registry in the languages in which the site is published."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Problem
from generator.document import Mapping
from generator.rules.shape import DEFAULT_LANGUAGE
from generator.rules.slots import Filled
from generator.rules.subject import Subject

SHOWN = 3
"""So many places are named where many texts lack a language."""


def unlabelled_language(subject: Subject) -> Iterator[Problem]:
    """Texts of the registry are missing in a language in which the site is published.

    Readers of that language are shown the English text, marked as such. Each file tells it once a language.

    Wrong:

        labels: {en: Policy}     (where the site is published in Chinese as well)

    Right:

        labels: {en: Policy, zh: 政策}
    """
    texts = [filled for filled in subject.slots.multilingual if isinstance(filled.node, Mapping)]
    for language in subject.known().published:
        lacking = [filled for filled in texts if not filled.node.text(language.code)]  # type: ignore[union-attr]
        if lacking and language.code != DEFAULT_LANGUAGE:
            of = f"{len(lacking)} of {len(texts)} texts lack" if len(lacking) > 1 else "a text lacks"
            message = f"{of} {language.name} ({language.code}): {_named(lacking)}"
            yield Problem(
                lacking[0].place, message, f"add `{language.code}: …` to each; until then readers see English"
            )


def _named(lacking: list[Filled]) -> str:
    named = ", ".join(f"`{filled.slot.name}` (line {filled.place.line})" for filled in lacking[:SHOWN])
    return f"{named} and {len(lacking) - SHOWN} more" if len(lacking) > SHOWN else named
