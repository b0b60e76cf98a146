"""Rules for entries that stand no more: why they went is said, and nothing leads into the void."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Problem, shortened
from generator.document import Mapping as Group
from generator.document import Scalar
from generator.fields import WITHDRAWAL_REASONS
from generator.phrase import NOTHING, Phrase, phrase
from generator.rules.several import Facts
from generator.rules.subject import Subject


def is_withdrawn(subject: Subject) -> bool:
    """Whether an entry is withdrawn, by its state or by the reason."""
    state = _state(subject)
    return bool(subject.field("withdrawal") or (state and state.value == "withdrawn"))


def withdrawal_unexplained(subject: Subject) -> Iterator[Problem]:
    """An entry is withdrawn, and nothing says why and when.

    Readers who come by a link or a citation are shown the reason and the day in place of the entry.

    Wrong:

        review: {state: withdrawn, date: 2026-11-21}

    Right:

        review: {state: withdrawn, date: 2026-11-21}
        withdrawal: {reason: duplicate, date: 2026-11-21, replaced_by: nor-plans}
    """
    state = _state(subject)
    if state and state.value == "withdrawn" and not subject.field("withdrawal"):
        advice = phrase(
            "add `withdrawal: {reason: …, date: …}`; the reasons are %(reasons)s", reasons=tuple(WITHDRAWAL_REASONS)
        )
        yield Problem(state.span, phrase("the entry is withdrawn, without a reason and a date"), advice)


def withdrawal_without_state(subject: Subject) -> Iterator[Problem]:
    """An entry says why it was withdrawn, and is not.

    Only `review` decides whether an entry is shown; the two must not differ.

    Wrong:

        review: {state: published, date: 2026-11-21}
        withdrawal: {reason: duplicate, date: 2026-11-21}

    Right:

        review: {state: withdrawn, date: 2026-11-21}
        withdrawal: {reason: duplicate, date: 2026-11-21}
    """
    withdrawal, state = subject.field("withdrawal"), _state(subject)
    if withdrawal and not (state and state.value == "withdrawn"):
        advice = phrase("write `review: {state: withdrawn, date: …}`, or take `withdrawal` away")
        yield Problem(withdrawal.key.span, phrase("the entry is not withdrawn, by its `review`"), advice)


def withdrawn_model(every: Sequence[Facts]) -> Iterator[Problem]:
    """An entry is said to be modelled on one that was withdrawn.

    Readers are not led to it. What it was modelled on is still true where the other one was replaced.

    Wrong:

        adapted_from: [nor-plans]      (which is withdrawn)

    Right:

        adapted_from: [nor-yearly-plans]
    """
    by_id = _by_id(every)
    for one in every:
        for scalar in one.adapted_from:
            model = by_id.get(scalar.value)
            if model and model.is_withdrawn and model is not one and not one.is_withdrawn:
                advice = _instead(model, by_id) or phrase("take it away")
                yield Problem(scalar.span, phrase("`%(id)s` was withdrawn", id=shortened(scalar.value)), advice)


def withdrawn_replacement(every: Sequence[Facts]) -> Iterator[Problem]:
    """A withdrawn entry is replaced by one that is withdrawn as well.

    Readers would be led from one such page to the next, or round in a circle.

    Wrong:

        replaced_by: ita-plans      (which is withdrawn, and replaced by ita-yearly-plans)

    Right:

        replaced_by: ita-yearly-plans
    """
    by_id = _by_id(every)
    for one in every:
        other = by_id.get(one.replaced_by.value) if one.replaced_by else None
        if one.replaced_by and other and other.is_withdrawn and other is not one:
            message = phrase("`%(id)s` was withdrawn itself", id=shortened(one.replaced_by.value))
            advice = _instead(other, by_id) or phrase("name an entry that stands, or leave `replaced_by` out")
            yield Problem(one.replaced_by.span, message, advice)


def _state(subject: Subject) -> Scalar | None:
    review = subject.field("review")
    state = review.value.get("state") if review and isinstance(review.value, Group) else None
    return state if isinstance(state, Scalar) else None


def _by_id(every: Sequence[Facts]) -> Mapping[str, Facts]:
    """The entries by their ids, former ones included."""
    former = {alias.value: one for one in every for alias in one.aliases}
    return former | {one.id: one for one in every}


def _instead(withdrawn: Facts, by_id: Mapping[str, Facts]) -> Phrase:
    """The advice to name what stands in place of a withdrawn entry, however often that was replaced; empty where nothing does."""
    seen = {withdrawn.id}
    one: Facts | None = withdrawn
    while one and one.is_withdrawn and one.replaced_by:
        one = by_id.get(one.replaced_by.value)
        if one and one.id in seen:
            return NOTHING
        seen |= {one.id} if one else set()
    return (
        phrase("name `%(id)s`, which stands in its place", id=shortened(one.id))
        if one and not one.is_withdrawn
        else NOTHING
    )
