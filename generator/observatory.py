"""What pages are drawn from: the catalogue in every language that is published, and the pages there are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from generator import handwritten, words
from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.handwritten import Borrowed
from generator.settings import Settings
from generator.words import LanguageError

if TYPE_CHECKING:
    from generator.exports.artifact import Artifact
    from generator.head import Section
    from generator.page import Page


class Observatory(Struct, frozen=True, dict=True):
    """The settings, an edition a language, the pages and files of each, and the addresses of the hand-written ones below each language.

    ``borrowed`` are those that a language has not, by the path below ``docs/`` where each should stand. What pages are drawn by is
    loaded once somebody asks which there are: search is begun before that.
    """

    settings: Settings
    catalogue: Catalogue
    editions: list[Edition]
    handwritten: list[str]
    borrowed: Mapping[str, Borrowed]

    @cached_property
    def pages(self) -> list[Page]:
        """The pages of each language."""
        from generator.pages import every

        return list(every(self.catalogue))

    @cached_property
    def artifacts(self) -> list[Artifact]:
        """The files of each language that are no pages."""
        from generator.exports import every

        return list(every(self.catalogue))

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
        from generator.head import Section
        from generator.pages import OF_ENTRIES

        framed = {Section.of(page) for page in self.pages if page.section} | OF_ENTRIES
        return sorted(framed, key=lambda section: (section.name, section.depth, section.listed))


def publishable(settings: Settings, catalogue: Catalogue) -> Observatory:
    """The catalogue in every language; raises LanguageError where one cannot be published."""
    registry = catalogue.registry
    if words.MESSAGES not in registry.languages:
        raise LanguageError(
            f"registry/observatory.yml does not list {words.MESSAGES}, the language of the rules' explanations"
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
    return Observatory(settings, catalogue, editions, paths, borrowed)
