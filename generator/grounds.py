"""What every page rests on besides the entries: program, registry, theme and the engine's settings, each as a fingerprint.

A build compares them with those of the last one, and draws again what rests on a ground that has changed.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from generator.settings import Settings

_ELSEWHERE = ("!ENV", "INHERIT")
"""What lets mkdocs.yml say something else tomorrow without being changed."""


class Grounds(Struct, frozen=True):
    """The fingerprints. ``shell`` is empty where what the engine would draw cannot be told from the files alone.

    The ledger stands apart from the registry: every id that is published is added to it, and no page shows it.
    """

    program: bytes
    registry: bytes
    ledger: bytes
    theme: bytes
    shell: bytes


def grounds(settings: Settings) -> Grounds:
    """The grounds of an observatory as its files are now."""
    root, theme = settings.root, settings.root / "theme"
    own = Path(__file__).parent
    program = _of([own], f"{sys.version} {_installed(own)}")
    ledger = _of([settings.ledger])
    registry = _of([settings.registry], without=settings.ledger)
    words = _of([settings.locales])
    shell = _of(
        [root / "mkdocs.yml", theme / "overrides", theme / "styles", settings.docs],
        f"{program.hex()} {registry.hex()} {words.hex()} {os.environ.get('SOURCE_DATE_EPOCH')}",
    )
    return Grounds(program, registry, ledger, _of([settings.templates], words.hex()), b"" if _varies(root) else shell)


def fingerprint(*parts: bytes | str) -> bytes:
    """A fingerprint of several parts together: 16 bytes."""
    whole = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "little") + data)
    return whole.digest()


def _of(places: Iterable[Path], *beside: str, without: Path | None = None) -> bytes:
    parts: list[bytes | str] = list(beside)
    left_out = str(without)
    for place in places:
        above = len(str(place.parent)) + 1
        for path in sorted(_files(str(place))):
            if path != left_out:
                parts += path[above:], _content(path)
    return fingerprint(*parts)


def _content(path: str) -> bytes | str:
    """The bytes of a regular file; others are never read, but that they are there counts."""
    status = os.lstat(path)  # strings and numbers, because Path objects take four times as long, for hundreds of files
    if not stat.S_ISREG(status.st_mode):
        return repr(status.st_mode)
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def _files(place: str) -> Iterator[str]:
    if os.path.isfile(place) or os.path.islink(place):  # noqa: PTH113, PTH114
        yield place
        return
    for folder, below, names in os.walk(place):
        below[:] = [name for name in below if name != "__pycache__"]
        yield from (f"{folder}/{name}" for name in names)
        yield from (path for name in below if os.path.islink(path := f"{folder}/{name}"))  # noqa: PTH114


def _installed(own: Path) -> str:
    """The names and versions of the packages beside which the program runs."""
    for folder in sys.path:
        if folder.endswith("site-packages"):
            return " ".join(sorted(name for name in os.listdir(folder) if name.endswith(".dist-info")))  # noqa: PTH208
    return own.as_posix()


def _varies(root: Path) -> bool:
    try:
        settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return True
    return any(word in settings for word in _ELSEWHERE)
