"""Which entries there are, by the names of the files in ``practices/``, before one of them is opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from generator import files
from generator.diagnostics import Diagnostic
from generator.settings import Settings


class Entry(Struct, frozen=True, gc=False):
    """The files of one entry, in the folder ``place``: their names by language, that of the original by an empty one.

    ``id`` is the stem of their names, ``folder`` where they stand below ``practices/``. Paths are made when they are asked
    for, because thousands of entries are only looked at by name.
    """

    id: str
    folder: str
    place: str
    names: Mapping[str, str]

    @property
    def key(self) -> str:
        """The name under which it is known from one build to the next."""
        return f"{self.folder}/{self.id}"

    @property
    def original(self) -> Path | None:
        """The file of the original, ``None`` where it is missing."""
        return Path(self.place, self.names[""]) if "" in self.names else None

    @property
    def translations(self) -> dict[str, Path]:
        """The files of its translations by language."""
        return {language: Path(self.place, name) for language, name in self.names.items() if language}

    @property
    def paths(self) -> tuple[Path, ...]:
        """All its files, the original first."""
        return *([self.original] if self.original else []), *self.translations.values()


def named(settings: Settings, key: str, names: Iterable[str]) -> Entry:
    """The entry of a key, whose files have these names."""
    folder, _, id = key.rpartition("/")
    by_language = {name.removesuffix(".yml").removeprefix(id).removeprefix("."): name for name in names}
    return Entry(id, folder, str(settings.practices / folder), by_language)


def entries(settings: Settings) -> tuple[list[Entry], list[Diagnostic]]:
    """The entries in the order of their files, and what is wrong with files that would not be read, or must not be.

    The engine would follow links among the hand-written pages, and wait for ever for a pipe.
    """
    strays = [fault for path in files.every(settings.docs) if (fault := files.irregular(path, settings.shown(path)))]
    if not settings.practices.is_dir():
        strays.append(files.missing(settings.shown(settings.practices)))
    found: dict[tuple[str, str], dict[str, str]] = {}
    for place, name in files.named_below(settings.practices):
        if name.endswith(".yml") and name.isascii():
            id, _, language = name[:-4].partition(".")
        else:
            path = Path(place, name)
            stray = files.stray(path, settings.shown(path))
            if stray:
                strays.append(stray)
                continue
            id, _, language = path.stem.partition(".")
        found.setdefault((place, id), {})[language] = name
    places = {place for place, _ in found}
    folders = {place: Path(place).relative_to(settings.practices).as_posix() for place in places}
    return [Entry(id, folders[place], place, names) for (place, id), names in found.items()], strays
