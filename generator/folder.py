"""Which entries there are, by the names of the files in ``practices/``, before one of them is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import files
from generator.diagnostics import Diagnostic
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Entry:
    """The files of one entry: its original, ``None`` where it is missing, and its translations by language.

    ``id`` is the stem of their names, ``folder`` where they stand below ``practices/``.
    """

    id: str
    folder: str
    original: Path | None
    translations: Mapping[str, Path]

    @property
    def paths(self) -> tuple[Path, ...]:
        """All its files."""
        return *([self.original] if self.original else []), *self.translations.values()


@dataclass(slots=True)
class _Siblings:
    original: Path | None = None
    translations: dict[str, Path] = field(default_factory=dict)


def entries(settings: Settings) -> tuple[list[Entry], list[Diagnostic]]:
    """The entries in the order of their files, and what is wrong with files that would not be read, or must not be.

    The engine would follow links among the hand-written pages, and wait for ever for a pipe.
    """
    found: dict[tuple[str, str], _Siblings] = {}
    strays = [fault for path in files.every(settings.docs) if (fault := files.irregular(path, settings.shown(path)))]
    if not settings.practices.is_dir():
        strays.append(files.missing(settings.shown(settings.practices)))
    folders: dict[Path, str] = {}
    for path in files.below(settings.practices):
        stray = files.stray(path, settings.shown(path))
        if stray:
            strays.append(stray)
            continue
        if path.parent not in folders:
            folders[path.parent] = path.parent.relative_to(settings.practices).as_posix()
        id, _, language = path.name.removesuffix(".yml").partition(".")
        siblings = found.setdefault((folders[path.parent], id), _Siblings())
        if language:
            siblings.translations[language] = path
        else:
            siblings.original = path
    return [Entry(id, folder, one.original, one.translations) for (folder, id), one in found.items()], strays
