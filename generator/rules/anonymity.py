"""Rules for who did it: a State by its code, or nobody at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator import sentences
from generator.diagnostics import Problem
from generator.registry import Registry
from generator.rules.place import within
from generator.rules.subject import Subject


def states_and_anonymous(subject: Subject) -> Iterator[Problem]:
    """An entry names States and says at the same time that the source names none.

    An anonymous practice is never attributed.

    Wrong:

        countries: [ITA]
        anonymous: one State

    Right:

        countries: [ITA]
    """
    anonymous = subject.field("anonymous")
    if anonymous and subject.field("countries"):
        yield Problem(anonymous.key.span, sentences.EXCLUDE.about(), sentences.KEEP_ONE.about())


def neither_state_nor_anonymous(subject: Subject) -> Iterator[Problem]:
    """An entry says neither which State did it, nor that the source names none.

    Readers must see whether a State was left unnamed or forgotten.

    Wrong:

        practices/article-05/plans.yml, with neither countries nor anonymous

    Right:

        practices/article-05/ita-plans.yml, with countries: [ITA]
    """
    if not subject.field("countries") and not subject.field("anonymous"):
        yield Problem(subject.slots.records[0].head(), sentences.NEITHER.about(), sentences.ADD_EITHER.about())


def state_named_in_anonymous(subject: Subject) -> Iterator[Problem]:
    """An anonymous entry names a State in its text.

    A reader could guess whose practice it is, although the source does not say so.

    Wrong:

        anonymous: one State
        summary: The authority learnt from a visit to Norway.

    Right:

        anonymous: one State
        summary: The authority learnt from a visit abroad.
    """
    if not (subject.original.root.get("anonymous") if subject.original else subject.field("anonymous")):
        return
    states = _states(subject.known(), subject.language or subject.document.text("language"))
    if states is None or not states.search(subject.words):
        return
    for _, scalar in subject.texts:
        for found in states.finditer(scalar.value):
            if not scalar.value[: found.start()][-1:].isalnum():
                message = sentences.STATE_NAMED.about(name=found.group())
                yield Problem(within(scalar, found.group()), message, sentences.LEAVE_OUT_STATE.about())


def evidence_without_results(subject: Subject) -> Iterator[Problem]:
    """The entry says how well its results are supported, but tells no results.

    `evidence` speaks of `results` and means nothing without them.

    Wrong:

        evidence: {level: stated}

    Right:

        results: |
          The speaker reported fewer complaints.
        evidence: {level: stated}
    """
    evidence = subject.field("evidence")
    if evidence and not subject.field("results"):
        yield Problem(evidence.key.span, sentences.NO_RESULTS.about(), sentences.ADD_RESULTS.about())


@lru_cache(maxsize=16)
def _states(registry: Registry, language: str) -> re.Pattern[str] | None:
    """The names of States in a language.

    Only in scripts with capitals: in others a name cannot be told from a word. The expression begins with the
    names themselves, which Python finds several times faster than after a ``\\b``.
    """
    names: set[str] = set()
    for country in registry.countries.values():
        name = country.names.get(language, "")
        if country.kind != "organization" and name[:1].isupper():
            names |= {name, name.partition(" (")[0]}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if names else None
