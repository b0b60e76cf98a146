"""What can be chosen for a question, in the words of a language; and what somebody means who writes a word in any language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from generator import words
from generator.blanks.wording import CHOOSE
from generator.characters import looks
from generator.kinds import Choice, Kind, Provision, Reference
from generator.phrase import Known, Value, in_one
from generator.questionnaire import BY_PATH, LABELS
from generator.registry import Registry
from generator.rules.states import state
from generator.words import Words

JOINT = " · "
"""Stands between an id that people know, such as 5.1, and its label."""


class Option(NamedTuple):
    """Something that can be chosen: its id, and what it is called in a language."""

    id: str
    label: str


class Choices(Struct, frozen=True, eq=False, dict=True):
    """The vocabularies of an observatory, and the folder of its catalogues; ``spoken`` are the words that were loaded from there."""

    locales: Path
    registry: Registry
    spoken: dict[str, Words] = field(default_factory=dict)
    _known: dict[Kind, dict[str, str]] = field(default_factory=dict)

    def words(self, language: str) -> Words:
        """The interface words of a language of the observatory."""
        if language not in self.spoken:
            direction = self.registry.languages[language].direction
            self.spoken[language] = words.load(self.locales, language, direction)
        return self.spoken[language]

    def said(self, message: str) -> Mapping[str, str]:
        """An interface word in every language of the observatory."""
        return {language: self.words(language).say(message) for language in self.registry.languages}

    def label(self, known: Known) -> Value:
        """What an id is called in every language: a field by the title of its question, a choice by its label; else the id itself."""
        question = BY_PATH.get(known.field or known)
        if question is None:
            return str(known)
        if not known.field:
            return self.said(question.title)
        if known in question.labels:
            return self.said(question.labels[known])
        match question.kind:
            case Reference("languages") if known in self.registry.languages:
                return self.registry.languages[known].name
            case Reference("documents") if known in self.registry.documents:
                document = self.registry.documents[known]
                return document.symbol or document.titles
            case Reference() as kind:
                return self._labels(kind).get(known, str(known))
        return str(known)

    def offered(self, kind: Kind, said: Words) -> tuple[Option, ...]:
        """What can be chosen for a kind of value, in the language of the words; nothing where anything can be written."""
        match kind:
            case Choice(values) if values in LABELS:
                return tuple(Option(id, said.say(LABELS[values][id])) for id in values)
            case Reference("languages"):
                return tuple(Option(one.code, one.name) for one in self.registry.languages.values())
            case Reference("countries"):
                options = [Option(id, in_one(names, said.language)) for id, names in self._labels(kind).items()]
                if order := self.registry.orders.get(said.language):
                    return tuple(sorted(options, key=lambda option: order[option.id]))
                return tuple(sorted(options, key=lambda option: said.collated(option.label)))
            case Reference("documents") | Provision():
                every = self._labels(kind).items()
                return tuple(Option(id, f"{id}{JOINT}{in_one(names, said.language)}") for id, names in every)
            case Reference():
                return tuple(Option(id, in_one(names, said.language)) for id, names in self._labels(kind).items())
        return ()

    def unchosen(self) -> frozenset[str]:
        """How “Choose…” looks in every language: it stands where nothing was chosen, also after a program took it for a text."""
        return frozenset(map(looks, self.said(CHOOSE).values()))

    def meant(self, kind: Kind, written: str) -> str | None:
        """The id of what is written: an id itself, or a label in any language; ``None`` where it is neither."""
        if not isinstance(kind, Choice | Provision | Reference):
            return None
        if kind not in self._known:
            self._known[kind] = _unambiguous(self._names(kind))
        known = self._known[kind]
        found = known.get(looks(written)) or known.get(looks(written.partition(JOINT.strip())[0]))
        if not found and kind == Reference("countries"):
            country = state(written, self.registry)
            return country.code if country else None
        return found

    def _labels(self, kind: Reference | Provision) -> Mapping[str, Mapping[str, str]]:
        """The labels of a vocabulary of the registry by id and language."""
        if isinstance(kind, Provision):
            return {ref: provision.headings for ref, provision in self.registry.provisions.items()}
        match kind.to:
            case "countries":
                return {code: country.names for code, country in self.registry.countries.items()}
            case "themes":
                return {id: term.labels for id, term in self.registry.themes.items()}
            case "measures":
                return {id: term.labels for id, term in self.registry.measures.items()}
            case "documents":
                return {id: document.titles for id, document in self.registry.documents.items()}
        return {}

    def _names(self, kind: Choice | Provision | Reference) -> Iterator[tuple[str, str]]:
        """Every name with the id that it means: ids, labels in all languages, and other names."""
        if isinstance(kind, Choice):
            every = [self.words(language) for language in self.registry.languages]
            for id in kind.values:
                yield id, id
                label = LABELS.get(kind.values, {}).get(id)
                yield from ((said.say(label), id) for said in every if label)
            return
        for id, names in self._labels(kind).items():
            yield id, id
            yield from ((name, id) for name in names.values())
        match kind:
            case Reference("languages"):
                for one in self.registry.languages.values():
                    yield from ((one.code, one.code), (one.name, one.code))
            case Reference("countries"):
                yield from ((name, code) for code, one in self.registry.countries.items() for name in one.also)
            case Reference("documents"):
                yield from ((one.symbol, id) for id, one in self.registry.documents.items() if one.symbol)
            case Reference("themes"):
                yield from ((name, id) for id, term in self.registry.themes.items() for name in term.short.values())


def _unambiguous(names: Iterator[tuple[str, str]]) -> dict[str, str]:
    """What each name means, where it means one thing only."""
    found: dict[str, set[str]] = {}
    for name, id in names:
        found.setdefault(looks(name), set()).add(id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
