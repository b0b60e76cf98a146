"""Draws every page that a practice reaches, whatever is written in it: no rule is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from msgspec.structs import replace

from generator import check, pages, words
from generator.catalogue import Catalogue
from generator.document import Document
from generator.edition import Edition
from generator.folder import entries
from generator.practice import Account, Act, Link, Practice, Translation
from generator.recording import both
from generator.registry import Registry
from generator.settings import Settings
from generator.templates import Templates
from generator.words import Words
from tests.conftest import TODAY, Lights

HOST = "https://lights.example/observatory/"
BENIGN = "wick"
Written = tuple[Practice, Account]
"""An entry: what lists show of it, and what its page tells beyond."""


@dataclass(frozen=True, eq=False)
class Studio:
    """What is needed to draw: the registry of ``tests/site``, words and templates by language, and an entry with every field."""

    registry: Registry
    words: Mapping[str, Words]
    templates: Mapping[str, Templates]
    model: Written
    _number: Any

    def written(self, text: str, *, named: bool = True) -> Written:
        """The model with a text in every field that takes one, in the original and in a translation; addresses end in it."""
        practice, account = self.model
        shown = dict.fromkeys(practice.texts, text)
        told = {name: (text,) if isinstance(old, tuple) else text for name, old in account.texts.items()}
        address = f"https://x.example/{text}"
        practice = replace(
            practice,
            id=f"pha-{next(self._number)}",
            texts=shown,
            countries=practice.countries if named else (),
            anonymous="" if named else text,
            received=tuple(one._replace(note=text, provider=text) for one in practice.received),
            needed=tuple(one._replace(note=text, provider=text) for one in practice.needed),
            offered=tuple(one._replace(note=text, provider=text) for one in practice.offered),
            sources=tuple(
                source._replace(
                    title=source.title and text,
                    publisher=source.publisher and text,
                    note=text,
                    url=source.url and address,
                    archive=source.archive and address,
                )
                for source in practice.sources
            ),
            translations={"fr": Translation("reviewed", shown, ())},
        )
        account = replace(
            account,
            texts=told,
            translations={"fr": told},
            legal_basis=(Act(text, text, address),),
            links=(Link(text, address),),
        )
        return practice, account

    def bodies(self, written: Written, language: str = "en", only: str = "") -> dict[str, str]:
        """The bodies of all pages, by address; ``only`` those whose address begins like that."""
        practice, account = written
        catalogue = Catalogue(self.registry, (practice,), tell=lambda _: account)
        edition = Edition(catalogue, self.words[language], HOST)
        drawn = {}
        for page in pages.every(catalogue):
            if page.path.startswith(only):
                sheet = page.draw(edition)
                path = page.path.replace(practice.id, "ID")
                html = self.templates[language].draw(page.template, view=sheet.view, up="../../../")
                drawn[path] = (
                    f"<!doctype html><title>x</title><body>{Templates.rooted(html.encode(), '../../').decode()}"
                )
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
        both("pha-model", original, {}),
        count(),
    )
