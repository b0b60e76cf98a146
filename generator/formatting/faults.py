"""Why a file is not in the form of the house, and why one is left alone, each fault explained."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Problem, Rule, Severity, shortened
from generator.phrase import phrase
from generator.source import Span


def other_form(span: Span, line: str) -> Problem:
    """A file is not written in the one form that all entries have.

    Where all files have the same order of fields, quotes and brackets, a change shows what was changed and nothing else. No
    value differs between the two forms, and readers see no difference.

    Wrong:

        provisions: [ '5.1' ]
        language: en

    Right:

        language: en
        provisions: ["5.1"]
    """
    if line.strip():
        instead = shortened(line.strip())
        message = phrase(
            "the file does not have the form of the house, in which `%(line)s` would stand here", line=instead
        )
    else:
        message = phrase("the file does not have the form of the house, in which an empty line, or none, would be here")
    return Problem(span, message, phrase("run `observatory format %(path)s`", path=shortened(span.path, 200)))


def unfaithful(span: Span) -> Problem:
    """A file could not be put into the form of all entries without changing what it says, so it was left as it was.

    This is a fault of the program, not of the file.

    Wrong:

        a file that says something else, or has lost a comment, once it is laid out

    Right:

        the file as it was, and a report of it
    """
    message = phrase("the form of the house would change what this file says; it was left as it was")
    advice = phrase("leave the file as it is, and report this as a fault of the program, with the file")
    return Problem(span, message, advice)


OTHER_FORM = Rule("F101", Severity.ERROR, other_form)
UNFAITHFUL = Rule("F102", Severity.ERROR, unfaithful)
RULES = (OTHER_FORM, UNFAITHFUL)


def fault(rule: Rule, span: Span, *about: object) -> Diagnostic:
    """The diagnostic of a fault, with whatever else its function asks for."""
    return Diagnostic(rule.code, rule.severity, rule.find(span, *about))
