"""The hand-written pages: which each language has, and which it shows in the words of another one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.settings import Settings

Written = Mapping[str, Mapping[str, str]]
"""The pages of each language: the path of a file below the language's folder, by its address below the language."""

_INDEX = ("index", "README")


class Borrowed(NamedTuple):
    """A page in the words of another language: which one, and the path of its file below ``docs/``."""

    language: str
    path: str


def read(settings: Settings, languages: Iterable[str]) -> Written:
    """The pages of some languages."""
    return {language: _of(settings.docs / language) for language in languages}


def addresses(written: Written) -> list[str]:
    """The addresses of all pages, which every language has: the switch of languages leads from each to each."""
    return sorted({address for own in written.values() for address in own})


def above(addresses: Iterable[str], address: str) -> list[str]:
    """Those of the addresses below which a page stands, the nearest last: ``contribute/`` above ``contribute/review/``."""
    return sorted(other for other in addresses if address.startswith(other) and address != other)


def borrowed(written: Written, default: str) -> dict[str, Borrowed]:
    """The pages that a language lacks, by the path below ``docs/`` where each should stand; the default language lends first."""
    lenders = [default, *written]
    gaps = [
        (language, address) for language, own in written.items() for address in addresses(written) if address not in own
    ]
    found = {}
    for language, address in gaps:
        lender = next(one for one in lenders if address in written[one])
        path = written[lender][address]
        found[f"{language}/{path}"] = Borrowed(lender, f"{lender}/{path}")
    return found


def pages(folder: Path) -> list[Path]:
    """The files of the pages in the folder of a language, as paths below it; hidden ones are none."""
    paths = [path.relative_to(folder) for path in sorted(folder.rglob("*.md"))]
    return [path for path in paths if not any(part.startswith(".") for part in path.parts)]


def address(path: Path) -> str:
    """The address of a page below its language, as the engine gives it."""
    return f"{(path.parent if path.stem in _INDEX else path.with_suffix('')).as_posix()}/"


def _of(folder: Path) -> dict[str, str]:
    return {address(path): path.as_posix() for path in pages(folder)}
