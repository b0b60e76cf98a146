"""Texts that a stranger might write to make a page run something, by the place they are meant for."""

from __future__ import annotations

import json

from tests.conftest import CASES

PAYLOADS: dict[str, list[str]] = {
    path.stem: [json.loads(line) if path.stem == "control" else line for line in path.read_text("utf-8").splitlines()]
    for path in sorted((CASES / "payloads").iterdir())
}
"""The lines of the files in ``tests/cases/payloads``; those of ``control.txt`` are JSON strings."""

EVERY = sorted({payload for some in PAYLOADS.values() for payload in some})
ENCODABLE = [
    payload for payload in EVERY if payload.isascii() or payload.encode("utf-8", "replace").decode() == payload
]
"""Those that a page can hold: surrogates stand in no text, because no file can be decoded to them."""
