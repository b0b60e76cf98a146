"""Rules for what is filled into the interface words: a translation keeps every placeholder, and makes up none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.diagnostics import Problem, shortened
from generator.phrase import phrase
from generator.rules.interface import named

if TYPE_CHECKING:
    from generator.catalogues import Message, Wording

_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]")


def lost_placeholder(wording: Wording) -> Iterator[Problem]:
    """A translation has lost a placeholder of its original.

    The number, name or link that is put there would be lost on every page that says it. Every plural form needs all of
    them, since the one for 1 may stand for 21 as well.

    Wrong:

        msgid "of %(count)s"
        msgstr "共"

    Right:

        msgid "of %(count)s"
        msgstr "共%(count)s"
    """
    for found, number, form, needed in _filled(wording):
        lost = sorted(needed - _placeholders(form))
        if lost:
            yield Problem(
                wording.place(found, number),
                phrase("%(message)s has lost %(placeholders)s", message=named(found), placeholders=tuple(lost)),
                phrase("put %(placeholder)s where it belongs", placeholder=lost[0]),
            )


def made_up_placeholder(wording: Wording) -> Iterator[Problem]:
    """A translation has a placeholder that its original has not.

    Nothing could be put there, so no page that says it could be made. Most often a name was translated or misspelt.

    Wrong:

        msgid "of %(count)s"
        msgstr "sur %(compte)s, %(count)s"

    Right:

        msgid "of %(count)s"
        msgstr "sur %(count)s"
    """
    for found, number, form, needed in _filled(wording):
        for name in sorted(_placeholders(form) - needed):
            message = phrase(
                "%(message)s has no placeholder %(placeholder)s", message=named(found), placeholder=shortened(name, 30)
            )
            advice = (
                phrase("its own are %(placeholders)s; they stay as they are", placeholders=tuple(sorted(needed)))
                if needed
                else phrase("it has none")
            )
            yield Problem(wording.place(found, number, name), message, advice)


def unfillable_words(wording: Wording) -> Iterator[Problem]:
    """A per cent sign stands beside placeholders and is none.

    It would be taken for the beginning of one, and no page that says the message could be made.

    Wrong:

        msgid "%(share)s per cent"
        msgstr "%(share)s %"

    Right:

        msgid "%(share)s per cent"
        msgstr "%(share)s %%"
    """
    for found, number, form, needed in _filled(wording):
        if needed and "%" in _PLACEHOLDER.sub("", form.replace("%%", "")):
            message = phrase(
                "%(message)s has a per cent sign that is taken for the beginning of a placeholder", message=named(found)
            )
            yield Problem(wording.place(found, number), message, phrase("write a per cent sign as %%"))


def _filled(wording: Wording) -> Iterator[tuple[Message, int, str, set[str]]]:
    """Every form that is said: its message, its number, the form, and the placeholders it needs."""
    for found in wording.said():
        needed = {name for form in found.ids for name in _placeholders(form)}
        for number, form in enumerate(found.said):
            if form and not found.fuzzy:  # what is fuzzy stands on no page
                yield found, number, form, needed


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text.replace("%%", "")))
