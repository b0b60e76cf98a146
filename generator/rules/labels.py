"""Rules for the texts of the registry in the languages in which the site is published."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Problem
from generator.document import Mapping
from generator.phrase import Phrase, counted, listed, phrase
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
            message = counted(
                "a text lacks %(language)s (%(code)s): %(texts)s",
                "%(n)s of %(all)s texts lack %(language)s (%(code)s): %(texts)s",
                len(lacking),
                all=len(texts),
                language=language.name,
                code=language.code,
                texts=listed(tuple(map(_named, lacking)), SHOWN),
            )
            yield Problem(
                lacking[0].place,
                message,
                phrase("add `%(code)s: …` to each; until then readers see English", code=language.code),
            )


def _named(lacking: Filled) -> Phrase:
    return phrase("`%(field)s` (line %(line)s)", field=lacking.slot.name, line=str(lacking.place.line))
