"""Rules for the addresses of web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.kinds import Address
from generator.phrase import Phrase
from generator.rules.subject import Subject

ADDRESS_LIMIT = 2000
ADDRESS = re.compile(
    r"https?://[^\s/?#@<>\"'\\]+\.[^\s/?#@<>\"'\\.:]{2,}(:\d{1,5})?([/?#][^\s<>\"\\]*)?", re.IGNORECASE
)


def is_address(text: str) -> bool:
    """Whether a text is the address of a web page."""
    return len(text) <= ADDRESS_LIMIT and bool(ADDRESS.fullmatch(text))


def malformed_address(subject: Subject) -> Iterator[Problem]:
    """A web address that a browser could not open.

    It begins with `https://` or `http://`, names a host, and has no spaces in it.

    Wrong:

        links: [{title: The plan, url: www.example.org/plan}]

    Right:

        links: [{title: The plan, url: https://www.example.org/plan}]
    """
    for _, scalar in subject.scalars(Address):
        if not is_address(scalar.value):
            message = sentences.NO_ADDRESS.about(value=shortened(scalar.value))
            yield Problem(scalar.span, message, _address_advice(scalar.value))


def _address_advice(address: str) -> Phrase:
    scheme, colon, _ = address.partition(":")
    if any(c.isspace() for c in address):
        return sentences.ADDRESS_SPACES.about()
    if scheme.lower() in ("http", "https"):
        return sentences.ADDRESS_COPY.about()
    if colon and "." not in scheme:
        return sentences.ADDRESS_PAGES.about()
    return sentences.ADDRESS_BEGIN.about(address=shortened(address, 40))
