"""The code that was made of templates, kept from one build for the next, as Python keeps that of modules.

It is code, and is run as such, so it lies apart from what CI keeps between its runs: `.cache/templates` never leaves the machine that
wrote it. It is taken only whole, made by this version of Python, and of the same template by the same program.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import CodeType

FOLDER = ".cache/templates"
"""Where it is kept, below the root of an observatory."""


class Compiled:
    """The code of templates in a folder; ``ground`` is a fingerprint of all that it rests on besides the template itself."""

    def __init__(self, folder: Path, ground: bytes) -> None:
        self._folder, self._ground = str(folder), ground

    def kept(self, name: str, source: str) -> CodeType | None:
        """The code of a template by its file name, if it was kept."""
        try:
            with open(self._path(name), "rb", buffering=0) as file:  # noqa: PTH123
                data = file.read()
        except OSError:
            return None
        head = self._head(source, body := data[64:])
        if data[:64] != head:
            return None
        code = marshal.loads(body)  # noqa: S302 - written by this program on this machine, and whole
        return code if isinstance(code, CodeType) else None

    def keep(self, name: str, source: str, code: CodeType) -> None:
        """Keep the code of a template, if the folder can be written."""
        body = marshal.dumps(code)
        path = self._path(name)
        with suppress(OSError):
            os.makedirs(self._folder, exist_ok=True)  # noqa: PTH103
            with open(f"{path}.new", "wb") as file:  # noqa: PTH123
                file.write(self._head(source, body) + body)
            os.replace(f"{path}.new", path)  # noqa: PTH105

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}.{sys.implementation.cache_tag}"

    def _head(self, source: str, body: bytes) -> bytes:
        """What it was made of, and what it is."""
        return sha256(self._ground + source.encode()).digest() + sha256(body).digest()
