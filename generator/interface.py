"""Runs the rules for interface words. Their parser takes long to load, so it is loaded where there are such words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator import handwritten, rules
from generator.diagnostics import Diagnostic, Rule
from generator.registry import Registry
from generator.rules.finding import findings
from generator.rules.unwritten import Gap
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.catalogues import Message


def faults(settings: Settings, known: Registry) -> list[Diagnostic]:
    """What is wrong with the catalogues of the published languages, compared with their template, and which pages they lack."""
    return _gaps(settings, known) + _of_catalogues(settings, known)


def _gaps(settings: Settings, known: Registry) -> list[Diagnostic]:
    written = handwritten.read(settings, [language.code for language in known.published])
    folder = settings.shown(settings.docs)
    return [
        found
        for place, borrowed in handwritten.borrowed(written, known.default_language).items()
        for found in findings(rules.PAGE, Gap(f"{folder}/{place}", f"{folder}/{borrowed.path}"))
    ]


def _of_catalogues(settings: Settings, known: Registry) -> list[Diagnostic]:
    if not settings.locales.is_dir():  # the observatory keeps no words of its own, as one without a theme
        return []
    from generator import catalogues

    found: list[Diagnostic] = []
    for domain in catalogues.kept(settings):
        template = catalogues.template(settings, domain)
        if isinstance(template, Diagnostic):
            found += [template, *_interface(settings, known, rules.INTERFACE, {}, domain)]
        else:
            found += findings(rules.BREAKING, template)
            found += _interface(settings, known, rules.INTERFACE, template.messages or {}, domain)
    return found


def template(settings: Settings, wanted: Mapping[str, Message], domain: str) -> list[Diagnostic]:
    """What is wrong with the template, compared with the messages of the sources."""
    from generator import catalogues

    read = catalogues.template(settings, domain)
    return [read] if isinstance(read, Diagnostic) else findings(rules.TEMPLATE, replace(read, wanted=wanted))


def breaking(settings: Settings, known: Registry) -> list[Diagnostic]:
    """The faults of the catalogues of published languages with which no page could be made."""
    from generator import catalogues

    every = (_interface(settings, known, rules.BREAKING, {}, domain) for domain in catalogues.kept(settings))
    return [found for some in every for found in some]


def _interface(
    settings: Settings, known: Registry, some: Sequence[Rule], wanted: Mapping[str, Message], domain: str
) -> list[Diagnostic]:
    from generator import catalogues

    found: list[Diagnostic] = []
    for read in catalogues.read(settings, [language.code for language in known.published], wanted, domain):
        found += [read] if isinstance(read, Diagnostic) else findings(some, read)
    return found
