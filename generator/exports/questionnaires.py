"""The questionnaires, for whoever would rather fill in a document: those that `observatory questionnaire` writes.

They rest on the registry and the words of a language, and on no entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.blanks.choices import Choices
from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.exports.artifact import Artifact
from generator.templates import Templates

ADDRESSES = {one: f"contribute/questionnaire.{one}" for one in ("docx", "xlsx")}
"""The address of each below the language, by its format."""


def artifacts(catalogue: Catalogue) -> Iterator[Artifact]:
    """One for Word, and one for Excel."""
    for form, path in ADDRESSES.items():
        yield Artifact(path, partial(draw, form))


def draw(form: str, edition: Edition, _: Templates) -> bytes:
    """A questionnaire in the language of the edition."""
    from generator.blanks import docx, xlsx  # whose libraries take long to load, and most builds draw none

    write = {"docx": docx.questionnaire, "xlsx": xlsx.questionnaire}[form]
    words, registry = edition.words, edition.catalogue.registry
    return write(Choices(words.folder, registry, {words.language: words}), words.language)
