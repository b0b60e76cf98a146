"""Rules for the shape of a file: the right fields, each holding the right sort of thing."""

from __future__ import annotations

from collections.abc import Iterator

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.document import Mapping, Node, Scalar, Sequence
from generator.examples import fitting
from generator.fields import PRACTICE, TRANSLATION
from generator.kinds import Field, Kind, ListOf, Record, Texts
from generator.phrase import Phrase, phrase
from generator.registry import Registry
from generator.rules.nearest import meant
from generator.rules.slots import Slot
from generator.rules.subject import Subject

DEFAULT_LANGUAGE = "en"


def is_amiss(subject: Subject) -> bool:
    """Whether a name, a value or its shape is not as described."""
    slots = subject.slots
    return bool(slots.unknown or slots.incomplete or slots.misfits or slots.empty)


def unknown_field(subject: Subject) -> Iterator[Problem]:
    """A field that does not exist.

    Its value would be read by nobody. Most often the name is misspelt.

    Wrong:

        sumary: Every public body adopts its own three-year plan.

    Right:

        summary: Every public body adopts its own three-year plan.
    """
    for (name, record, _), key in subject.slots.unknown:
        field = shortened(key.value, 40)
        message = phrase("there is no field `%(field)s`", field=field)
        if name:
            message = phrase("there is no field `%(field)s` in `%(group)s`", field=field, group=name)
        yield Problem(key.span, message, _instead(key.value, record))


def missing_field(subject: Subject) -> Iterator[Problem]:
    """A field that every entry needs is not there.

    Without it a reader could not find the entry, or could not judge what it rests on.

    Wrong:

        submission: {by: State, channel: statement}

    Right:

        submission: {by: State, channel: statement, date: 2019-09}
    """
    for described in subject.slots.incomplete:
        for field in described.record.required:
            if described.mapping.get(field.name) is None:
                message = sentences.MISSING.about(field=field.name)
                if described.name:
                    message = sentences.MISSING_IN.about(field=field.name, group=described.name)
                advice = phrase("add `%(field)s`", field=field.name)
                if field.example:
                    advice = sentences.ADD_LINE.about(line=line(fitting(field, subject.registry)))
                yield Problem(described.head(), message, advice)


def mistyped(subject: Subject) -> Iterator[Problem]:
    """A list stands where a single value is expected, or the other way round.

    Brackets, hyphens and indents decide in YAML what is a list and what are fields of their own.

    Wrong:

        themes: strategies

    Right:

        themes: [strategies]
    """
    for filled in subject.slots.misfits:
        slot = filled.slot
        expected = _SHAPES.get(type(slot.kind), Scalar)
        message = phrase(
            "%(field)s should be %(expected)s, not %(found)s",
            field=slot.called,
            expected=_CALLED[expected],
            found=_CALLED[type(filled.node)],
        )
        yield Problem(filled.place, message, _way_out(slot, filled.node, expected))


def empty_value(subject: Subject) -> Iterator[Problem]:
    """A field has nothing behind its name.

    What the source does not say is left out altogether: an empty section would promise something to a reader.

    Wrong:

        partners: []

    Right:

        partners: [Ministry of Finance]
    """
    for filled in subject.slots.empty:
        yield Problem(
            filled.place, phrase("%(field)s is empty", field=filled.slot.called), _fill(filled.slot, subject.registry)
        )


def missing_language(subject: Subject) -> Iterator[Problem]:
    """A text of the registry is not there in English.

    Other languages may be missing: readers are then shown the English text, so that one must be there.

    Wrong:

        labels: {zh: 政策}

    Right:

        labels: {en: Policy, zh: 政策}
    """
    for filled in subject.slots.multilingual:
        if isinstance(filled.node, Mapping) and filled.node.key(DEFAULT_LANGUAGE) is None:
            message = phrase("`%(field)s` has no text in English", field=filled.slot.name)
            yield Problem(
                filled.place,
                message,
                phrase("add one, beginning with `%(language)s:`", language=DEFAULT_LANGUAGE),
            )


_SHAPES: dict[type[Kind], type[Node]] = {ListOf: Sequence, Record: Mapping, Texts: Mapping}
_CALLED: dict[type[Node], Phrase] = {
    Scalar: phrase("a single value"),
    Sequence: phrase("a list"),
    Mapping: phrase("a group of fields"),
}


def line(field: Field) -> str:
    """The name of a field and its example, on one line."""
    example = field.example.strip()
    value = f"[{example.removeprefix('- ')}]" if example.startswith("- ") else example
    return f"{field.name}: {value}"


def _fill(slot: Slot, registry: Registry | None) -> Phrase:
    if slot.is_item:
        return phrase("write the item, or take it away")
    if slot.field and slot.field.required:
        if slot.field.example:
            return phrase("write a line like `%(line)s`", line=line(fitting(slot.field, registry)))
        return phrase("write `%(field)s`", field=slot.field.name)
    return phrase("write it, or leave the field out")


def _way_out(slot: Slot, node: Node, expected: type[Node]) -> Phrase:
    name = slot.name.rpartition(".")[2]
    if expected is Scalar and isinstance(node, Mapping):
        return phrase('put the whole text in double quotes; a colon and a space in it make YAML read a field: "…: …"')
    if expected is Scalar:
        return phrase("write one value without brackets; put a text that begins with [ in double quotes")
    if expected is Sequence and isinstance(node, Scalar):
        return phrase("put it in brackets: `%(line)s`", line=f"{name}: [{shortened(node.value, 30)}]")
    if expected is Sequence:
        return phrase("begin each item of the list with a hyphen and a space")
    if isinstance(slot.kind, Texts):
        return phrase(
            "write a line for each language below `%(field)s:`, indented, like `%(language)s: …`",
            field=name,
            language=DEFAULT_LANGUAGE,
        )
    if not slot.is_item and slot.field and slot.field.example:
        return phrase("write `%(line)s`", line=line(slot.field))
    return phrase("write its fields: %(fields)s", fields=slot.kind.names if isinstance(slot.kind, Record) else ())


def _instead(name: str, record: Record) -> Phrase:
    if record is TRANSLATION and name in PRACTICE.by_name:
        return phrase("take it away: a translation holds texts only, the facts stand in the original")
    return meant(name, record.names)
