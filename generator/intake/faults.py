"""Why something that was sent in is not taken, each fault explained."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.diagnostics import Diagnostic, Problem, Rule, Severity, shortened
from generator.phrase import Phrase, phrase
from generator.source import Span


def unreadable_form(span: Span, why: Phrase, advice: Phrase) -> Problem:
    """A file is none that can be read, whatever its name says.

    Questionnaires are read as .docx and .xlsx, tables as .csv, data as .json, and issues as text.

    Wrong:

        observatory import reply.doc

    Right:

        observatory import reply.docx
    """
    return Problem(span, why, advice)


def too_large_form(span: Span, why: Phrase, advice: Phrase) -> Problem:
    """A file is far larger than any answer to a questionnaire, or would be once it is unpacked.

    Such a file is not opened. Most often there are pictures in it.

    Wrong:

        observatory import everything.xlsx     (50 MB)

    Right:

        observatory import reply.xlsx          (60 KB)
    """
    return Problem(span, why, advice)


def dangerous_content(span: Span, why: Phrase, advice: Phrase) -> Problem:
    """A file holds something that would be run or looked up, such as a macro.

    Nothing of the kind is ever run here, and nothing else is read of such a file.

    Wrong:

        reply.docm

    Right:

        reply.docx
    """
    return Problem(span, why, advice)


def formula(span: Span, written: str) -> Problem:
    """A cell holds a formula, or a text that a spreadsheet would take for one.

    It is never computed here, so what it would show is not known.

    Wrong:

        =A1&" plans"

    Right:

        Three-year plans
    """
    message = phrase("`%(answer)s` is a formula", answer=shortened(written, 40))
    return Problem(span, message, phrase("put what it should say in its place"))


def unplaced_answer(span: Span, why: Phrase, advice: Phrase) -> Problem:
    """Something is written where it belongs to no question.

    An answer stands beside the code of its question, or in a table below it; else nobody knows what it answers.

    Wrong:

        sumary;Every public body adopts its own plan.

    Right:

        summary;Every public body adopts its own plan.
    """
    return Problem(span, why, advice)


def answered_twice(span: Span, code: str) -> Problem:
    """A question that has one answer is answered in two places.

    One of the two would be lost.

    Wrong:

        two rows with the code `title`, and a text in each

    Right:

        one row with the code `title`
    """
    return Problem(span, phrase("`%(code)s` is answered already", code=code), phrase("keep one of the two"))


def unanswered(span: Span, code: str, title: Mapping[str, str]) -> Problem:
    """A question that has to be answered is not.

    Without it a reader could not find the practice, or could not judge what it rests on.

    Wrong:

        Summary (summary):

    Right:

        Summary (summary): Every public body adopts its own three-year plan.
    """
    message = phrase("“%(title)s” (`%(code)s`) is not answered", title=title, code=code)
    return Problem(span, message, phrase("every practice needs it"))


def broken_data(span: Span, why: Phrase, advice: Phrase) -> Problem:
    """A file of data is not written as such files are.

    Nothing can be read from it before that is mended.

    Wrong:

        [1, 2, 3]

    Right:

        [{"language": "en", "title": "Three-year plans"}]
    """
    return Problem(span, why, advice)


def no_practice(span: Span, advice: Phrase) -> Problem:
    """There is no practice in a file.

    Most often it is the empty questionnaire that was sent back.

    Wrong:

        a questionnaire in which nothing is filled in

    Right:

        a questionnaire with a title, a summary and so on
    """
    return Problem(span, phrase("there is no practice in this file"), advice)


def practice_twice(span: Span, title: str, other: str) -> Problem:
    """Two practices that come in together have the same State and title, and say different things.

    They would be taken for one.

    Wrong:

        “Three-year plans” of Italy in two sheets, each with another summary

    Right:

        “Three-year plans” and “Plans of municipalities”
    """
    message = phrase(
        "“%(title)s” comes in from %(other)s as well, and says something else",
        title=shortened(title),
        other=shortened(other),
    )
    advice = phrase("say in the titles how they differ; or join them, if they are one practice")
    return Problem(span, message, advice)


def text_outside_tables(span: Span, written: str) -> Problem:
    """Something is written in a questionnaire for Word outside of its tables.

    It may be a greeting, or an answer in the wrong place.

    Wrong:

        a paragraph below the table with the question “Summary”

    Right:

        the same text in the column “Answer” of that table
    """
    message = phrase("“%(text)s” stands outside of the tables", text=shortened(written, 40))
    return Problem(span, message, phrase("nothing is read there; if it is an answer, put it beside its question"))


RULES = tuple(
    Rule(code, Severity.WARNING if fault is text_outside_tables else Severity.ERROR, fault)
    for code, fault in (
        ("Q101", unreadable_form),
        ("Q102", too_large_form),
        ("Q103", dangerous_content),
        ("Q104", formula),
        ("Q105", unplaced_answer),
        ("Q106", answered_twice),
        ("Q107", unanswered),
        ("Q108", broken_data),
        ("Q109", no_practice),
        ("Q110", practice_twice),
        ("Q111", text_outside_tables),
    )
)

_RULES = {rule.find: rule for rule in RULES}


def fault(what: Callable[..., Problem], span: Span, *about: Any) -> Diagnostic:
    """The diagnostic of a fault, with whatever else its function asks for."""
    rule = _RULES[what]
    return Diagnostic(rule.code, rule.severity, what(span, *about))


CODES = phrase("`observatory questionnaire` writes the codes of all questions")
FROM_A_FORM = phrase("copy the codes from a questionnaire as it was sent out")
TO_FILL_IN = phrase("`observatory questionnaire` writes one to fill in")
FILL_IN = phrase("fill in the questionnaire first")
SMALLER = phrase("take out what is no answer, such as pictures and tables, or part the file")
DAMAGED = phrase("the file is damaged")
AGAIN = phrase("open it in the program that it was made with, and save it anew")


def without_code(answer: str) -> Phrase:
    """What is said of an answer whose question is not known."""
    return phrase("`%(answer)s` stands in a row without a code", answer=shortened(answer, 40))


def save_as(suffix: str) -> Phrase:
    """The advice to save a file in another format."""
    return phrase("open it in its own program and save it as %(suffix)s", suffix=suffix)


class FaultError(Exception):
    """Ends the reading of one file, with the diagnostic that says why; ``opening.read`` lets none of them out."""

    def __init__(self, what: Callable[..., Problem], span: Span, *about: Any) -> None:
        self.diagnostic = fault(what, span, *about)
