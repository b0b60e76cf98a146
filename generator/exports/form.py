"""What the form fetches beside its page, which ``pages.form`` draws: ``contribute/form/checks.json``, in the words of a language."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.exports.artifact import Artifact
from generator.templates import Templates

PATH = "contribute/form/checks.json"


def artifacts(catalogue: Catalogue) -> Iterator[Artifact]:
    """The one file."""
    yield Artifact(PATH, draw)


def draw(edition: Edition, _: Templates) -> bytes:
    """The file in one language."""
    from generator.exports.checks import rules  # with all rules, which most builds do without

    return msgspec.json.encode(rules(edition))
