"""The text of an issue that was written with the issue form: headings are the titles of questions, answers stand below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from generator.characters import looks
from generator.diagnostics import Diagnostic, shortened
from generator.document import Scalar
from generator.intake.faults import fault, no_practice, unplaced_answer
from generator.intake.given import Given, Read, part
from generator.intake.placing import placed
from generator.phrase import phrase
from generator.source import Source

_HEADING = re.compile(r"^### +(.+?) *$", re.MULTILINE)
NO_RESPONSE = ("_No response_", "None")
"""What GitHub writes where nothing was answered, and offers where nothing need be."""


def read(text: str, path: str, titles: Mapping[str, str], unchosen: Set[str] = frozenset()) -> Read:
    """The practice in an issue; ``titles`` are the codes by the titles of questions, as they look.

    ``unchosen`` is what stands where nothing was chosen, as it looks.
    A heading that is no title belongs to the answer above it.
    """
    source = Source(path, text)
    start = source.start()
    faults: list[Diagnostic] = []
    found = placed(start, list(_given(source, titles, unchosen, faults)), faults)
    if not found.submissions and not found.faults:
        advice = phrase("an issue of the form has the titles of its questions as headings")
        return Read((), (fault(no_practice, start, advice),))
    return found


def _given(source: Source, titles: Mapping[str, str], unchosen: Set[str], faults: list[Diagnostic]) -> Iterator[Given]:
    """The answers. What stands above the first question is a fault, where there is one."""
    text = Scalar(source, 0, len(source.text), source.text, plain=False)
    known = [(found, titles[looks(found[1])]) for found in _HEADING.finditer(source.text) if looks(found[1]) in titles]
    if not known:
        return
    ends = [found.start() for found, _ in known[1:]] + [len(source.text)]
    before = part(text, 0, known[0][0].start())
    if before.value:
        message = phrase("`%(answer)s` stands above the first question", answer=shortened(before.value, 40))
        faults.append(fault(unplaced_answer, before.span, message, phrase("put it below the heading of its question")))
    for (found, code), end in zip(known, ends, strict=True):
        answer = part(text, found.end(), end)
        if answer.value in NO_RESPONSE or looks(answer.value) in unchosen:
            answer = part(text, found.end(), found.end())
        yield Given(code, answer)
