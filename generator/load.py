"""YAML files → Documents. Whatever is refused is a diagnostic, never an exception."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator import regular
from generator.characters import unseen
from generator.diagnostics import Diagnostic
from generator.document import Document, Mapping
from generator.refusals import RefusedError, of_files
from generator.source import Source, Span
from generator.tree import digest

SIZE_LIMIT = 256 * 1024  # bytes; the longest real entry has 6,000
REGISTRY_SIZE_LIMIT = 512 * 1024  # bytes; the largest real file has 58,000
LEDGER_SIZE_LIMIT = 4 * 1024 * 1024
NODE_LIMIT = 5_000
REGISTRY_NODE_LIMIT = 20_000
_BINARY: int = getattr(os, "O_BINARY", 0)  # elsewhere there is no other way to read


def read(path: Path, shown: str, *, registry: bool = False) -> Document | Diagnostic:
    """Read one file. ``shown`` is its path as people are told it."""
    try:
        data = _bytes(path, shown, REGISTRY_SIZE_LIMIT if registry else SIZE_LIMIT)
        source = Source(shown, _decode(data, shown))
    except RefusedError as stopped:
        return stopped.diagnostic
    return parse(source, REGISTRY_NODE_LIMIT if registry else NODE_LIMIT, digest(data))


def read_text(path: Path, shown: str) -> Source | Diagnostic:
    """Read a file that is no YAML with the same care: a regular one, in UTF-8, not too large, and nothing unseen in it."""
    try:
        source = Source(shown, _decode(_bytes(path, shown, LEDGER_SIZE_LIMIT), shown))
        _refuse_unseen(source)
    except RefusedError as stopped:
        return stopped.diagnostic
    return source


def parse(source: Source, node_limit: int = NODE_LIMIT, hash: bytes = b"") -> Document | Diagnostic:
    """A Document from a text; ``hash`` is that of the file it was read from."""
    try:
        _refuse_unseen(source)
        # Every value takes two characters at least, so that a short text cannot hold too many.
        root = regular.root(source) if len(source.text) <= 2 * node_limit else None
        return Document(source, root or _irregular(source, node_limit), hash)
    except RefusedError as stopped:
        return stopped.diagnostic


def _bytes(path: Path, shown: str, limit: int) -> bytes:
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            raise RefusedError(of_files.symbolic_link, _start(shown), path.name)
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError(of_files.not_a_file, _start(shown), path.name)
        if status.st_size > limit:
            raise RefusedError(of_files.too_large, _start(shown), status.st_size, limit)
        descriptor = os.open(path, os.O_RDONLY | _BINARY)  # half the time of an object around it
        try:
            return os.read(descriptor, status.st_size)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise RefusedError(of_files.missing_file, _start(shown)) from None
    except OSError as error:
        raise RefusedError(of_files.unreadable_file, _start(shown), error.strerror or "") from None


def _start(shown: str) -> Span:
    return Source(shown, "").start()


def _decode(data: bytes, shown: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"\x00" in data[:64] and len(data) > 3):
        raise RefusedError(of_files.not_utf_8, Source(shown, "").start(), None)
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        sound = data[: error.start].decode("utf-8", "replace")
        place = Source(shown, data.decode("utf-8", "replace")).find(len(sound))
        raise RefusedError(of_files.not_utf_8, place, data[error.start]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _refuse_unseen(source: Source) -> None:
    found = unseen(source.text)
    if found:
        raise RefusedError(of_files.unseen_character, source.find(found.start()), found.group())


def _irregular(source: Source, node_limit: int) -> Mapping:
    from generator.events import root  # the parser takes long to load, and nearly every file does without it

    return root(source, node_limit)
