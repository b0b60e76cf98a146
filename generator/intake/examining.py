"""A practice that was sent in, looked at by itself: understood, and checked as an entry is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from generator import rules
from generator.blanks.choices import Choices
from generator.characters import unseen
from generator.diagnostics import Diagnostic, errors
from generator.document import Document, Mapping, Node, Sequence, every_scalar, values
from generator.fields import PRACTICE
from generator.intake.entry import suggested_id
from generator.intake.faults import fault, unanswered, unplaced_answer
from generator.intake.given import Submission, moved
from generator.intake.placing import ID
from generator.intake.understanding import understood
from generator.kinds import Record
from generator.phrase import phrase
from generator.questionnaire import Question, questions
from generator.refusals import of_files, refused
from generator.rules.finding import findings
from generator.rules.subject import Subject
from generator.source import Span

REVIEW = "review"
_MISNAMED = "P601"  # told of a file at its beginning
_MISSING = "P102"  # told of a questionnaire in its own words, at the place where the answer is missing
_BY_MAINTAINERS = ("withdrawal", "aliases")

_Asked = tuple[Question, str, Span]


class Candidate(Struct, frozen=True):
    """A practice after it was looked at: where it begins, its fields, its id and its folder, and what is wrong.

    ``wanted`` is the id that was asked for, ``id`` that or one that fits; whether another entry has it is not known here.
    """

    start: Span
    document: Document
    wanted: str
    id: str
    folder: str
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_sound(self) -> bool:
        """Whether it can become an entry."""
        return not errors(self.diagnostics)


def examined(submission: Submission, choices: Choices, today: date) -> Candidate:
    """What a submission says, in the words of an entry, with everything that is wrong with it by itself."""
    registry = choices.registry
    found = list(submission.faults)
    for name in _BY_MAINTAINERS:
        key = submission.root.key(name)
        if key:
            message = phrase("`%(name)s` is written by maintainers only", name=name)
            found.append(fault(unplaced_answer, key.span, message, phrase("leave it out")))
    for scalar in every_scalar(submission.root):
        sign = unseen(scalar.value)
        if sign:
            found.append(refused(of_files.unseen_character, scalar.span, sign.group()))
    wanted = submission.root.text(ID)
    left_out = (ID, REVIEW, *_BY_MAINTAINERS)
    pairs = tuple(pair for pair in submission.root.pairs if pair[0].value not in left_out)
    root = understood(replace(submission.root, pairs=pairs), choices)
    document = Document(submission.start.source, root)
    first = next(iter(values(root.get("provisions"))), "")
    provision = registry.provisions.get(first)
    folder = registry.article[provision.article].folder if provision else ""
    id = wanted or suggested_id(root, registry)
    subject = Subject(document, PRACTICE, registry, today, id, folder)
    named = submission.root.get(ID)
    told = [one for one in findings(rules.ENTRY, subject) if one.code != _MISSING]
    found += [moved(one, named.span) if named and one.code == _MISNAMED else one for one in told]
    for question in questions():
        name = question.field.name
        for asked, code, place in _unanswered(question, root.get(name), name, submission, submission.start):
            found.append(fault(unanswered, place, code, choices.said(asked.title)))
    return Candidate(submission.start, document, wanted, id, folder, tuple(found))


def _unanswered(question: Question, node: Node | None, code: str, sent: Submission, above: Span) -> Iterator[_Asked]:
    """The questions without the answer that they need, themselves or as parts of groups, with their codes and places."""
    if node is None:
        if question.field.required:
            yield from _missing(question, code, sent, above)
        return
    if not isinstance(question.kind, Record):
        return
    for number, item in enumerate(node.items if isinstance(node, Sequence) else (node,), 1):
        if isinstance(item, Mapping):
            inner = f"{code}.{number}" if isinstance(node, Sequence) else code
            for part in question.parts:
                yield from _unanswered(part, item.get(part.field.name), f"{inner}.{part.field.name}", sent, item.span)


def _missing(question: Question, code: str, sent: Submission, above: Span) -> Iterator[_Asked]:
    """That a question is not answered; of a group without any answer, each part that needs one, or the whole.

    Nothing where what stands in the place of the answer was refused.
    """
    parts = [part for part in question.parts if part.field.required]
    if parts and not question.is_repeatable:
        for part in parts:
            yield from _missing(part, f"{code}.{part.field.name}", sent, above)
        return
    place = next((span for known, span in sent.places.items() if known == code or known.startswith(f"{code}.")), None)
    if place is None or all(one.span != place for one in sent.faults):  # else it is a formula, say, and was told
        yield question, code, place or above
