"""The accounts of entries that were read, out of memory: a page needs one of thousands, once."""

from __future__ import annotations

import os
from collections.abc import Iterable
from tempfile import TemporaryFile

from msgspec import msgpack

from generator.practice import Account

_ACCOUNT = msgpack.Decoder(Account)


class Accounts:
    """Accounts by the id of their entry, in a file without a name that ends with the program; workers may read it too."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - as long as this lives
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def __contains__(self, id: str) -> bool:
        return id in self._places

    def add(self, packed: bytes, lengths: Iterable[tuple[str, int]]) -> None:
        """Accounts in MessagePack one behind the other, and how long that of each entry is."""
        self._file.write(packed)
        for id, length in lengths:
            self._places[id] = (self._end, length)
            self._end += length
        self._file.flush()

    def of(self, id: str) -> Account:
        """The account of an entry."""
        start, length = self._places[id]
        return _ACCOUNT.decode(os.pread(self._file.fileno(), length, start))
