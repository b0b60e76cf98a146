"""The text of an issue that was written with the issue form: headings are the titles of questions, answers stand below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.characters import looks
from generator.diagnostics import Diagnostic
from generator.document import Scalar
from generator.intake.faults import fault, no_practice
from generator.intake.given import Given, Read, part
from generator.intake.placing import placed
from generator.phrase import phrase
from generator.source import Source

_HEADING = re.compile(r"^### +(.+?) *$", re.MULTILINE)
NO_RESPONSE = "_No response_"
"""What GitHub writes where nothing was answered."""


def read(text: str, path: str, titles: Mapping[str, str]) -> Read:
    """The practice in an issue; ``titles`` are the codes by the titles of questions, as they look.

    A heading that is no title belongs to the answer above it.
    """
    source = Source(path, text)
    start = source.start()
    faults: list[Diagnostic] = []
    given = list(_given(source, titles))
    submission, unplaced = placed(start, given)
    faults += unplaced
    if submission is None and not faults:
        advice = phrase("an issue of the form has the titles of its questions as headings")
        faults.append(fault(no_practice, start, advice))
    return Read((submission,) if submission else (), tuple(faults))


def _given(source: Source, titles: Mapping[str, str]) -> Iterator[Given]:
    text = Scalar(source, 0, len(source.text), source.text, plain=False)
    known = [(found, titles[looks(found[1])]) for found in _HEADING.finditer(source.text) if looks(found[1]) in titles]
    ends = [found.start() for found, _ in known[1:]] + [len(source.text)]
    for (found, code), end in zip(known, ends, strict=True):
        answer = part(text, found.end(), end)
        if answer.value == NO_RESPONSE:
            answer = part(text, found.end(), found.end())
        yield Given(code, answer)
