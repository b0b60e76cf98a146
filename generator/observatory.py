"""What pages are drawn from: the catalogue in every language that is published, and the pages there are."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator import exports, handwritten, pages, words
from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.exports.artifact import Artifact
from generator.handwritten import Borrowed
from generator.head import Section
from generator.page import Page
from generator.pages.reference import EXPLAINED_IN
from generator.settings import Settings
from generator.words import LanguageError


class Observatory(Struct, frozen=True, dict=True):
    """The settings, an edition a language, the pages and files of each, and the addresses of the hand-written ones below each language.

    ``borrowed`` are those that a language has not, by the path below ``docs/`` where each should stand.
    """

    settings: Settings
    catalogue: Catalogue
    editions: list[Edition]
    pages: list[Page]
    artifacts: list[Artifact]
    handwritten: list[str]
    borrowed: Mapping[str, Borrowed]

    def edition(self, language: str) -> Edition:
        """The edition in a language; the first where there is none in it."""
        return next((edition for edition in self.editions if edition.language == language), self.editions[0])

    @property
    def works(self) -> list[Page | Artifact]:
        """All that is drawn once a language."""
        return [*self.pages, *self.artifacts]

    @property
    def codes(self) -> list[str]:
        """The codes of the languages."""
        return [edition.language for edition in self.editions]

    @property
    def sections(self) -> list[Section]:
        """The frames that the pages hang in."""
        framed = {Section.of(page) for page in self.pages if page.section} | pages.OF_ENTRIES
        return sorted(framed, key=lambda section: (section.name, section.depth, section.listed))


def publishable(settings: Settings, catalogue: Catalogue) -> Observatory:
    """The catalogue in every language; raises LanguageError where one cannot be published."""
    registry = catalogue.registry
    if EXPLAINED_IN not in registry.languages:
        raise LanguageError(
            f"registry/observatory.yml does not list {EXPLAINED_IN}, the language of the rules' explanations"
        )
    written = handwritten.read(settings, [language.code for language in registry.published])
    paths = handwritten.addresses(written)
    editions = [
        Edition(
            catalogue,
            words.load(settings.locales, language.code, language.direction),
            settings.site_url,
            frozenset(paths),
        )
        for language in registry.published
    ]
    borrowed = handwritten.borrowed(written, registry.default_language)
    return Observatory(
        settings, catalogue, editions, list(pages.every(catalogue)), list(exports.every(catalogue)), paths, borrowed
    )
