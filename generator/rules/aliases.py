"""Rules for the former ids of an entry, whose addresses lead to its present one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Problem, shortened
from generator.phrase import phrase
from generator.rules.identity import ID_LIMIT, is_id
from generator.rules.several import Facts
from generator.rules.subject import Subject


def has_former(subject: Subject) -> bool:
    """Whether an entry had other ids before."""
    return "former" in subject.slots.scalars


def malformed_alias(subject: Subject) -> Iterator[Problem]:
    """A former id that never can have been one.

    An id is made of small letters, digits and hyphens. `observatory rename` writes the former one by itself.

    Wrong:

        aliases: [ITA_Plans.yml]

    Right:

        aliases: [ita-yearly-plans]
    """
    for scalar in subject.references("former"):
        if not is_id(scalar.value):
            message = phrase("`%(value)s` is no id that an entry can have had", value=shortened(scalar.value))
            yield Problem(
                scalar.span,
                message,
                phrase("small letters a to z, digits and single hyphens, at most %(limit)s", limit=ID_LIMIT),
            )


def own_id_as_alias(subject: Subject) -> Iterator[Problem]:
    """An entry names its present id as a former one.

    Its page cannot lead to itself.

    Wrong:

        practices/article-05/ita-plans.yml, with aliases: [ita-plans]

    Right:

        practices/article-05/ita-plans.yml, with aliases: [ita-yearly-plans]
    """
    for scalar in subject.references("former"):
        if scalar.value == subject.id:
            yield Problem(
                scalar.span,
                phrase("this is the entry's present id"),
                phrase("name the ids it had before, or take it away"),
            )


def taken_alias(every: Sequence[Facts]) -> Iterator[Problem]:
    """A former id of one entry is the present id of another.

    One address cannot lead to both.

    Wrong:

        aliases: [nor-plans]

    Right:

        aliases: [ita-old-plans]
    """
    paths = {one.id: one.path for one in every}
    for one in every:
        for alias in one.aliases:
            if alias.value in paths and alias.value != one.id:
                message = phrase(
                    "`%(id)s` is the id of %(path)s",
                    id=shortened(alias.value),
                    path=shortened(paths[alias.value], 100),
                )
                advice = phrase("take it away here, or rename the other entry with `observatory rename`")
                yield Problem(alias.span, message, advice)


def alias_claimed_twice(every: Sequence[Facts]) -> Iterator[Problem]:
    """Two entries name the same former id.

    One address cannot lead to both. Where an entry was parted in two, the one that readers would look for keeps it.

    Wrong:

        aliases: [ita-plans] in ita-yearly-plans.yml and in ita-three-year-plans.yml

    Right:

        aliases: [ita-plans] in ita-yearly-plans.yml alone
    """
    first: dict[str, str] = {}
    for one in every:
        for alias in one.aliases:
            other = first.setdefault(alias.value, one.path)
            if other != one.path:
                message = phrase(
                    "`%(id)s` is a former id of %(path)s already",
                    id=shortened(alias.value),
                    path=shortened(other, 100),
                )
                yield Problem(
                    alias.span, message, phrase("keep it in the entry that readers of the old address look for")
                )


def former_id(every: Sequence[Facts]) -> Iterator[Problem]:
    """An entry is named by an id that it had before.

    It is found all the same. The present id is what readers of the file will look for.

    Wrong:

        adapted_from: [nor-old-plans]      (where nor-plans.yml has aliases: [nor-old-plans])

    Right:

        adapted_from: [nor-plans]
    """
    ids = {one.id for one in every}
    present = {alias.value: one.id for one in every for alias in one.aliases}
    for one in every:
        for scalar in one.references:
            if scalar.value not in ids and present.get(scalar.value, one.id) != one.id:
                now = shortened(present[scalar.value])
                yield Problem(
                    scalar.span,
                    phrase("`%(value)s` is called `%(now)s` now", value=shortened(scalar.value), now=now),
                    phrase("write `%(now)s`", now=now),
                )
