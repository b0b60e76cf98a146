"""The sentences of a questionnaire besides its questions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.labels import N_
from generator.phrase import in_one
from generator.registry import Registry
from generator.words import Words

QUESTIONNAIRE = N_("Questionnaire")
HOW_TO = N_("How to fill this in")
REQUIRED = N_("required")
CHOOSE = N_("Choose…")
QUESTION, ANSWER, HELP = N_("Question"), N_("Answer"), N_("Help")
PRACTICE = N_("Practice %(n)s")

_FOR_ALL = (
    N_("Write in any of these languages: %(languages)s. Each practice says in which of them it is written."),
    N_("Answer what is marked as required, and of the rest what your sources say. Leave the other answers empty."),
    N_("Write nothing about persons: no names, no personal addresses or telephone numbers."),
)
_FOR_FILES = (
    N_(
        "Leave the codes as they are: by them your answers are found again, in any order. All other words may be translated."
    ),
    N_("Formulas, macros and links to other files are not read."),
)
IN_WORD = (
    N_("This form is for one practice. For another one, fill in another copy of it."),
    N_("Choose from the list that opens at “Choose…”, or write the words of the list in its place."),
    N_(
        "For one more source, copy a table of this kind and change the number in its codes: sources.4.title after sources.3.title."
    ),
    *_FOR_FILES,
)
IN_EXCEL = (
    N_("Each sheet is for one practice. For more of them, copy a sheet; leave empty ones as they are."),
    N_(
        "Choose from the list that opens at a cell, or write its words. Several answers go into the rows with the same code."
    ),
    N_("For one more source, copy its rows and change the number in the codes: sources.4.title after sources.3.title."),
    *_FOR_FILES,
)
IN_ISSUES = (
    N_("This form is for one practice. What you send is public, and becomes a file that you can go on working at."),
)
SUBMIT = N_("Submit a practice")
WHAT_FOR = N_("Tell of a practice, with the source that says so.")


def name_of(registry: Registry, language: str) -> str:
    """What the observatory is called, in full."""
    known = registry.observatory
    return " ".join(in_one(text, language) for text in (known.name, known.strapline))


def instructions(own: tuple[str, ...], registry: Registry, said: Words) -> Iterator[str]:
    """How to fill in a form, a sentence or two each: what is said of all forms, then what is said of its format."""
    for message in (*_FOR_ALL, *own):
        sentence = said.say(message)
        if "%(" in sentence:
            sentence %= {"languages": said.sequence(*(one.name for one in registry.languages.values()))}
        yield sentence
