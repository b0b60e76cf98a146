"""What came of reading an entry, packed: so it travels from process to process and from build to build, until somebody asks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Raw, Struct, msgpack

from generator.diagnostics import Diagnostic
from generator.phrase import as_data, from_data
from generator.practice import Practice

if TYPE_CHECKING:
    from generator.rules.several import Facts

NOTHING = Raw(b"\x90")  # an empty array


class Reading(Struct, array_like=True, gc=False):
    """An entry after reading: key, id, how long its account is, and the rest in MessagePack; no record where it has errors."""

    key: str
    id: str
    account: int
    practice: Raw
    files: Raw
    facts: Raw
    diagnostics: Raw

    @property
    def is_sound(self) -> bool:
        """Whether it has no errors."""
        return self.practice != NOTHING


READINGS = msgpack.Decoder(list[Reading])
"""Unpacks what came of several entries."""
PRACTICE = msgpack.Decoder(Practice)
"""Unpacks the record of an entry."""
_DIAGNOSTICS = msgpack.Decoder(tuple[Diagnostic, ...], dec_hook=from_data)
_ENCODER = msgpack.Encoder(enc_hook=as_data)


def packed(value: object) -> bytes:
    """A record, a diagnostic or several in MessagePack."""
    return _ENCODER.encode(value)


def facts(told: Raw) -> tuple[Facts, ...]:
    """Facts, unpacked."""
    return _facts().decode(told)


def diagnostics(told: Raw) -> tuple[Diagnostic, ...]:
    """Diagnostics, unpacked; most entries have none."""
    return () if told == NOTHING else _DIAGNOSTICS.decode(told)


def is_same(one: Practice, other: Practice) -> bool:
    """Whether two records say the same."""
    return _ENCODER.encode(one) == _ENCODER.encode(other)


@cache
def _facts() -> msgpack.Decoder[tuple[Facts, ...]]:
    from generator.rules.several import Facts  # with all rules, which a build after a small change does without

    return msgpack.Decoder(tuple[Facts, ...])
