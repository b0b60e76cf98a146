"""Which files exist beside the pages. A family of them is a module with ``artifacts(catalogue)``, and a line here."""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.exports import entries, explore, form, questionnaires
from generator.exports.artifact import Artifact

FAMILIES = (questionnaires, explore, form, entries)


def every(catalogue: Catalogue) -> Iterator[Artifact]:
    """The files of every language that rest on the catalogue, family by family."""
    for family in FAMILIES:
        yield from family.artifacts(catalogue)
