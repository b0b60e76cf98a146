"""Which State somebody means."""

from __future__ import annotations

from generator import sentences
from generator.phrase import Phrase, named, phrase
from generator.registry import Country, Registry
from generator.rules.nearest import meant, nearest


def state(written: str, registry: Registry) -> Country | None:
    """The State with this code, alpha-3 or alpha-2 in any case, or with this name in any language."""
    code = written.strip().upper()
    return registry.countries.get(code) or _by_alpha_2(code, registry) or _by_name(written, registry)


def meant_state(written: str, registry: Registry) -> Phrase:
    """The advice for what is no code of a State."""
    by_name = {country.names["en"]: country for country in registry.countries.values()}
    found = state(written, registry) or by_name.get(nearest(written, by_name) or "")
    if found:
        by_code = phrase("did you mean `%(code)s` (%(name)s)?", code=found.code, name=found.names)
        return by_code.or_asked(sentences.NEAR.about(near=named(found.code, "countries")))
    return meant(written, registry.countries, "registry/countries.yml", "countries")


def _by_name(written: str, registry: Registry) -> Country | None:
    small = written.strip().lower()
    for country in registry.countries.values():
        if any(small in (name.lower(), name.lower().partition(" (")[0]) for name in country.names.values()):
            return country
    return None


def _by_alpha_2(code: str, registry: Registry) -> Country | None:
    """The State with an alpha-2 code, by the Unicode Common Locale Data Repository: ``NO`` → Norway."""
    if len(code) != 2:
        return None
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return next((country for country in registry.countries.values() if aliases.get(country.code) == [code]), None)
