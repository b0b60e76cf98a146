"""What a command was asked for: entries and languages by the names that people type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.diagnostics import shortened
from generator.folder import Entry
from generator.phrase import NAMED, also, phrase
from generator.registry import Registry
from generator.rules.nearest import nearest, no_language
from generator.sentences import NEAR

ITS_ID = phrase("its id is the name of its file without .yml")


def entry(every: Sequence[Entry], id: str) -> Entry:
    """The entry of an id, with an original; raises ValueError with the nearest one where there is none."""
    id = id.removesuffix(".yml")
    found = next((one for one in every if one.id == id and one.original), None)
    if found is None:
        near = nearest(id, (one.id for one in every if one.original))
        unknown = phrase("there is no entry `%(value)s`", value=shortened(id))
        advice = NEAR.about(near=NAMED.about(name=near)) if near else ITS_ID
        raise ValueError(also(unknown, advice))
    return found


def entries(every: Sequence[Entry], ids: Sequence[str]) -> list[Entry]:
    """The entries of some ids, all where none is given; raises ValueError like ``entry``."""
    return [entry(every, id) for id in ids] if ids else [one for one in every if one.original]


def language(registry: Registry, code: str) -> str:
    """The code of a language; raises ValueError with the nearest one where the observatory does not have it."""
    if code not in registry.languages:
        raise ValueError(no_language(code, registry.languages))
    return code


def languages(registry: Registry, codes: Iterable[str]) -> list[str]:
    """The codes of some languages in the order of the registry, all where none is given; raises ValueError like ``language``."""
    some = {language(registry, code) for code in codes}
    return [code for code in registry.languages if not some or code in some]
