"""What pages are drawn from: the catalogue in every language that is published, and the pages there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator import pages, words
from generator.catalogue import Catalogue
from generator.head import Section
from generator.pages.reference import EXPLAINED_IN
from generator.settings import Settings
from generator.views import Edition, Page
from generator.words import LanguageError


@dataclass(frozen=True)
class Observatory:
    """The settings, an edition a language, the pages of each, and the addresses of the hand-written ones below each language."""

    settings: Settings
    catalogue: Catalogue
    editions: list[Edition]
    pages: list[Page]
    handwritten: list[str]

    def edition(self, language: str) -> Edition:
        """The edition in a language; the first where there is none in it."""
        return next((edition for edition in self.editions if edition.language == language), self.editions[0])

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
    codes = [language.code for language in registry.published]
    handwritten = {code: _handwritten(settings, code) for code in codes}
    _refuse_gaps(handwritten)
    editions = [
        Edition(
            catalogue,
            words.load(settings.locales, language.code, language.direction),
            settings.site_url,
            settings.repository,
            frozenset(handwritten[language.code]),
        )
        for language in registry.published
    ]
    return Observatory(settings, catalogue, editions, list(pages.every(catalogue)), sorted(handwritten[codes[0]]))


def _handwritten(settings: Settings, language: str) -> set[str]:
    docs = settings.docs / language
    paths = (path.relative_to(docs).with_suffix("") for path in docs.rglob("*.md"))
    return {f"{(path.parent if path.name == 'index' else path).as_posix()}/" for path in paths}


def _refuse_gaps(handwritten: dict[str, set[str]]) -> None:
    """Every language has the same hand-written pages, because the switch of languages leads from each to each."""
    every: Iterable[str] = set().union(*handwritten.values())
    for language, paths in handwritten.items():
        for path in sorted(set(every) - paths):
            raise LanguageError(
                f"docs/{language}/{path.strip('/')}.md is missing: each language has the same hand-written pages"
            )
