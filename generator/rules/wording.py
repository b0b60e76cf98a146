"""Rules for the words of an entry: that they are plain, of one script, and nobody's contact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import sentences
from generator.characters import mixed_word
from generator.diagnostics import Problem, shortened
from generator.rules.place import within
from generator.rules.subject import Subject

TAG = re.compile(r"<[A-Za-z/!?][^<>\n]{0,40}>?")
_MARKUP = re.compile(r"\*\*\S|\S\*\*|\]\(")
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.-]*\w")
TELEPHONE = re.compile(
    r"(?:\b(?:tel|phone|fax|mobile)(?:ephone)?[.:]{0,2}\s*\(?\+?|\+)\d[\d ()/.-]{5,20}\d", re.IGNORECASE
)
_FIGURES = re.compile(rb"0[0 ]{5,20}0")  # as figures and the signs between them are told apart from all else
_AS_FIGURES = bytes(
    ord("0") if chr(i) in "0123456789" else ord(" ") if chr(i) in " ()/.-" else ord("x") for i in range(256)
)
_BEFORE_FIGURES = ("tel", "phone", "fax", "mobile")
_BEFORE_NUMBER = ("+", "tel.", "tel:", "tel ", "Tel", "phone", "Phone", "fax", "Fax", "mobile", "Mobile")
PLACEHOLDERS = frozenset({
    "todo", "to do", "...", "…", "n/a", "na", "none", "nil", "xxx", "xx", "x", "tbd", "tbc", "tba", "fixme",
    "-", "?", "???",
})  # fmt: skip


def html_in_plain_text(subject: Subject) -> Iterator[Problem]:
    """HTML in a text that is shown as it stands.

    Titles, summaries and names are plain text: a reader would see the tag.

    Wrong:

        title: Plans of <b>public bodies</b>

    Right:

        title: Plans of public bodies
    """
    if "<" in subject.plain_words:
        for slot, scalar in subject.plain_texts:
            for found in TAG.finditer(scalar.value):
                message = sentences.HTML.about(field=slot.called, words=shortened(found.group(), 40))
                yield Problem(within(scalar, found.group()), message, sentences.TAKE_TAG.about())


def markdown_in_plain_text(subject: Subject) -> Iterator[Problem]:
    """Markdown in a text that is shown as it stands.

    Titles, summaries and names are plain text: a reader would see the asterisks and brackets.

    Wrong:

        summary: Every body adopts **its own** plan.

    Right:

        summary: Every body adopts its own plan.
    """
    if "**" in subject.plain_words or "](" in subject.plain_words:
        for slot, scalar in subject.plain_texts:
            found = _MARKUP.search(scalar.value)
            if found:
                message = sentences.MARKDOWN.about(field=slot.called)
                yield Problem(within(scalar, found.group()), message, sentences.TAKE_MARKS.about())


def personal_contact(subject: Subject) -> Iterator[Problem]:
    """An e-mail address or a telephone number in a text.

    Entries name institutions, never persons, and stay published when people have moved on.

    Wrong:

        lead: National Authority, tel. +39 06 1234 5678

    Right:

        lead: National Authority
    """
    for contact, is_likely in ((MAIL, "@" in subject.words), (TELEPHONE, _may_hold_number(subject.words))):
        if is_likely:
            for slot, scalar in subject.texts:
                for found in contact.finditer(scalar.value):
                    message = sentences.CONTACT.about(field=slot.called, words=shortened(found.group(), 40))
                    yield Problem(within(scalar, found.group()), message, sentences.LEAVE_OUT_CONTACT.about())


def placeholder(subject: Subject) -> Iterator[Problem]:
    """A text that only holds a place.

    Readers would see it. What is not known yet is left out, and can come later.

    Wrong:

        lessons: TBD

    Right:

        lessons: Indicators have to be chosen before the plan begins.
    """
    for slot, scalar in [one for one in subject.texts if len(one[1].value) < 12]:
        word = scalar.value.strip().lower()
        if word in PLACEHOLDERS or word.rstrip(".") in PLACEHOLDERS:
            message = sentences.PLACEHOLDER.about(field=slot.called, words=shortened(scalar.value.strip()))
            yield Problem(scalar.span, message, sentences.WRITE_OR_LEAVE.about())


def mixed_scripts(subject: Subject) -> Iterator[Problem]:
    """A word among Latin letters holds Cyrillic or Greek ones that look the same.

    Nobody who searches for the word would find it, and it can pass for another.

    Wrong:

        title: Plаns of public bodies    (with a Cyrillic а)

    Right:

        title: Plans of public bodies
    """
    if not subject.words.isascii():
        for slot, scalar in subject.texts:
            word = mixed_word(scalar.value)
            if word:
                message = sentences.MIXED.about(word=shortened(word, 40), field=slot.called)
                yield Problem(within(scalar, word), message, sentences.TYPE_ANEW.about())


def _may_hold_number(words: str) -> bool:
    """Whether words may hold a number to call, seen in a fraction of the time in which one is found."""
    if words.isascii():
        figures = _FIGURES.finditer(words.encode().translate(_AS_FIGURES))  # a third of the time that it takes in words
        if not any(_may_be_called(words, found.start()) for found in figures):
            return False
    return any(before in words for before in _BEFORE_NUMBER)


def _may_be_called(words: str, at: int) -> bool:
    """Whether the words before some figures let them be a number to call."""
    before = words[max(0, at - 40) : at]
    last = before.rstrip(" \t\n.:(+")
    return not last or before.endswith("+") or last[-6:].lower().endswith(_BEFORE_FIGURES)
