"""The questionnaires, for whoever would rather fill in a document: those that `observatory questionnaire` writes.

They rest on the registry and the words of a language, and on no entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from importlib import import_module

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.exports.artifact import Artifact
from generator.templates import Templates
from generator.workers import Aside

ADDRESSES = {one: f"contribute/questionnaire.{one}" for one in ("docx", "xlsx")}
"""The address of each below the language, by its format."""


def artifacts(catalogue: Catalogue) -> Iterator[Artifact]:
    """One for Word, and one for Excel."""
    for form, path in ADDRESSES.items():
        yield Artifact(path, partial(draw, form))


def draw(form: str, edition: Edition, _: Templates) -> bytes:
    """A questionnaire in the language of the edition.

    It is written in a process of its own, because the libraries take 20 MB that a worker would keep to its end.
    """
    with closing(Aside(lambda: iter((_written(form, edition),)))) as writing:
        written: bytes = writing.answer()
        return written


def _written(form: str, edition: Edition) -> bytes:
    from generator.blanks.choices import Choices  # loaded here, as is what writes it, because most builds draw none

    write = import_module(f"generator.blanks.{form}").questionnaire
    words, registry = edition.words, edition.catalogue.registry
    written: bytes = write(Choices(words.folder, registry, {words.language: words}), words.language)
    return written
