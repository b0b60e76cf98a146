"""Draws every page that a practice reaches, whatever is written in it: no rule is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from generator import check, pages, words
from generator.catalogue import Catalogue
from generator.document import Document
from generator.folder import entries
from generator.practice import Act, Link, Practice, Translation, from_documents
from generator.registry import Registry
from generator.settings import Settings
from generator.templates import Templates
from generator.views import Edition
from generator.words import Words
from tests.conftest import TODAY, Lights

HOST = "https://lights.example/observatory/"
BENIGN = "wick"


@dataclass(frozen=True, eq=False)
class Studio:
    """What is needed to draw: the registry of ``tests/site``, words and templates by language, and an entry with every field."""

    registry: Registry
    words: Mapping[str, Words]
    templates: Mapping[str, Templates]
    model: Practice
    _number: Any

    def written(self, text: str, *, named: bool = True) -> Practice:
        """The model with a text in every field that takes one, in the original and in a translation; addresses end in it."""
        texts = {name: (text,) if isinstance(old, tuple) else text for name, old in self.model.texts.items()}
        address = f"https://x.example/{text}"
        return replace(
            self.model,
            id=f"pha-{next(self._number)}",
            texts=texts,
            countries=self.model.countries if named else (),
            anonymous="" if named else text,
            legal_basis=(Act(text, text, address),),
            received=tuple(one._replace(note=text, provider=text) for one in self.model.received),
            needed=tuple(one._replace(note=text, provider=text) for one in self.model.needed),
            offered=tuple(one._replace(note=text, provider=text) for one in self.model.offered),
            links=(Link(text, address),),
            sources=tuple(
                source._replace(
                    title=source.title and text,
                    publisher=source.publisher and text,
                    note=text,
                    url=source.url and address,
                    archive=source.archive and address,
                )
                for source in self.model.sources
            ),
            translations={"fr": Translation("fr", "reviewed", texts, frozenset())},
        )

    def bodies(self, practice: Practice, language: str = "en", only: str = "") -> dict[str, str]:
        """The bodies of all pages, by address; ``only`` those whose address begins like that."""
        catalogue = Catalogue(self.registry, (practice,))
        edition = Edition(catalogue, self.words[language], HOST, "https://git.example/edit/")
        drawn = {}
        for page in pages.every(catalogue):
            if page.path.startswith(only):
                sheet = page.draw(edition)
                path = page.path.replace(practice.id, "ID")
                html = self.templates[language].draw(page.template, "../../", view=sheet.view, up="../../../")
                drawn[path] = f"<!doctype html><title>x</title><body>{html}"
        return drawn


def studio(lights: Lights) -> Studio:
    """A studio with the theme and registry of an observatory."""
    settings = Settings(lights.root, HOST)
    registry, found = check.registry(settings)
    assert registry is not None, found
    spoken = {
        language.code: words.load(settings.locales, language.code, language.direction)
        for language in registry.published
    }
    hostile = next(entry for entry in entries(settings)[0] if entry.id == "pha-hostile")
    original = check.entry(hostile, settings, registry, TODAY).original
    assert isinstance(original, Document)
    return Studio(
        registry,
        spoken,
        {language: Templates(settings.templates, own) for language, own in spoken.items()},
        from_documents("pha-model", original, {}),
        count(),
    )
