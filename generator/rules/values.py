"""Rules for single values and lists of them: length, number, and the form their kind asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.document import Scalar, scalars
from generator.kinds import Choice, Flag, Hash, Line, Number
from generator.phrase import named, phrase
from generator.rules.nearest import meant
from generator.rules.subject import Subject

_NUMBER = re.compile(r"[1-9][0-9]{0,3}")  # of paragraphs or years; a page has a place for each
_HASH = re.compile(r"[0-9a-f]{8}")
_COMMENT = re.compile(r"[^\S\n]+#.*")
_FLAGS = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}


def too_long(subject: Subject) -> Iterator[Problem]:
    """A text is longer than its field allows.

    The limits keep lists of entries readable; what needs more words belongs in the description.

    Wrong:

        anonymous: one State out of the many that spoke about their strategies during the autumn meeting

    Right:

        anonymous: one State
    """
    for slot, scalar in [one for one in subject.texts if len(one[1].value) > one[0].limit]:
        length = len(scalar.value.strip())
        if length > slot.limit:
            message = sentences.TOO_LONG.of(length, field=slot.called, limit=slot.limit)
            yield Problem(scalar.span, message, sentences.SHORTEN.of(length - slot.limit))


def too_many(subject: Subject) -> Iterator[Problem]:
    """A list has more items than its field allows.

    An entry that names everything is found under everything, and helps nobody who looks for something.

    Wrong:

        measures: [policy, legislation, institution, a, b, c, d, e]

    Right:

        measures: [policy, legislation]
    """
    for slot, kind, node in subject.slots.lists:
        if len(node.items) > kind.limit:
            message = sentences.TOO_MANY.of(len(node.items), field=slot.called, limit=kind.limit)
            yield Problem(node.items[kind.limit].span, message, sentences.KEEP_BEST.about())


def unknown_choice(subject: Subject) -> Iterator[Problem]:
    """A word that is none of the few its field allows.

    Fixed words can be counted, filtered and translated.

    Wrong:

        status: ongoing

    Right:

        status: in-force
    """
    for slot, scalar in subject.scalars(Choice):
        if scalar.value not in slot.kind.values:  # type: ignore[union-attr]  # of the kind asked for
            message = phrase(
                "`%(value)s` is none of the words for %(field)s", value=shortened(scalar.value), field=slot.called
            )
            words = slot.kind.values  # type: ignore[union-attr]
            yield Problem(scalar.span, message, meant(scalar.value, words, field=slot.name))


def repeated_item(subject: Subject) -> Iterator[Problem]:
    """The same value stands twice in one list.

    It would be counted and shown twice.

    Wrong:

        themes: [strategies, strategies]

    Right:

        themes: [strategies]
    """
    for slot, _, node in subject.slots.lists:
        if len(node.items) < 2:
            continue
        each = [
            item.value for item in node.items if type(item) is Scalar and item.value
        ]  # empty ones have a rule of their own
        if len(set(each)) == len(each):
            continue
        seen: set[str] = set()
        for item in scalars(node):
            if item.value and item.value in seen:
                message = sentences.REPEATED.about(value=named(shortened(item.value), slot.name), field=slot.called)
                yield Problem(item.span, message, sentences.TAKE_ONE.about())
            seen.add(item.value)


def malformed_number_or_flag(subject: Subject) -> Iterator[Problem]:
    """A whole number, or `true` or `false`, is expected, and something else stands there.

    Numbers are written in the digits 0 to 9, without a sign, spaces or leading zeros.

    Wrong:

        paragraphs: seventy-three

    Right:

        paragraphs: 73
    """
    for slot, scalar in subject.scalars(Number):
        if not _NUMBER.fullmatch(scalar.value):
            message = phrase("`%(value)s` is no whole number from 1 to 9999", value=shortened(scalar.value))
            yield Problem(scalar.span, message, phrase("write `%(field)s` in digits, like 7", field=slot.name))
    for slot, scalar in subject.scalars(Flag):
        if scalar.value not in ("true", "false"):
            near = _FLAGS.get(scalar.value.lower()) or scalar.value.lower()
            advice = (
                sentences.NEAR.about(near=f"`{near}`")
                if near in ("true", "false")
                else phrase("write `true` or `false`")
            )
            yield Problem(
                scalar.span,
                phrase(
                    "`%(field)s` is `%(value)s`, neither true nor false", field=slot.name, value=shortened(scalar.value)
                ),
                advice,
            )


def line_break(subject: Subject) -> Iterator[Problem]:
    """A text that is shown on one line has several.

    Titles, names and short statements stand in lists and headings. A long one may be folded with `>-`, which
    makes one line of it.

    Wrong:

        lead: "National\\n\\nAuthority"

    Right:

        lead: National Authority
    """
    for slot, scalar in subject.scalars(Line):
        if "\n" in scalar.value and "\n" in scalar.value.strip():
            message = phrase("%(field)s must be one line of text", field=slot.called)
            yield Problem(
                scalar.span, message, phrase("join the lines, or write `>-` in place of `|` and leave no empty line")
            )


def lost_to_comment(subject: Subject) -> Iterator[Problem]:
    """The end of a text is lost, because a space and `#` begin a comment.

    YAML reads everything from there to the end of the line as a note to other authors.

    Wrong:

        title: Asset declarations under Law #4

    Right:

        title: "Asset declarations under Law #4"
    """
    text = subject.document.source.text
    if not any(before[-1:] in (" ", "\t") for before in text.split("#")[:-1]):
        return
    for slot, scalar in subject.texts:
        if scalar.plain:
            lost = _COMMENT.match(text, scalar.end)
            if lost:
                end = shortened(lost.group().strip(), 30)
                message = phrase(
                    "the end of `%(field)s`, `%(end)s`, is lost: it is read as a comment", field=slot.name, end=end
                )
                yield Problem(
                    scalar.source.between(*lost.span()), message, phrase("put the whole text in double quotes")
                )


def is_mark(text: str) -> bool:
    """Whether a text is the mark of another, as the command writes it."""
    return bool(_HASH.fullmatch(text))


def malformed_hash(subject: Subject) -> Iterator[Problem]:
    """The mark of a translated text is not eight digits of the kind that the command writes.

    By it the checks see whether the original has changed since it was translated.

    Wrong:

        translation: {status: draft, of: {title: today}}

    Right:

        translation: {status: draft, of: {title: 9f2c41d0}}
    """
    for slot, scalar in subject.scalars(Hash):
        if not is_mark(scalar.value):
            message = phrase("`%(value)s` is no mark of a text", value=shortened(scalar.value))
            advice = phrase("take the line `%(field)s` away; a command writes it", field=slot.name.rpartition(".")[2])
            yield Problem(scalar.span, message, advice)
