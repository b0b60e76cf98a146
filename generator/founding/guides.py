"""The pages that show how to contribute: what they say is the same for every observatory, but for examples of good sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from generator.founding.charter import ENGLISH

_WRITE = "contribute/write.md"
GUIDES = (
    "contribute.md", "contribute/review.md", "contribute/submit.md", "contribute/translate.md", "contribute/withdraw.md", _WRITE,
)  # fmt: skip
"""The pages, below the folder of a language."""

_EXAMPLE = re.compile(r"^: .+(?:\n  .+)*$", re.MULTILINE)


def guides(root: Path, languages: Sequence[str]) -> dict[str, bytes]:
    """The guides of the observatory below ``root`` by path, in those of some languages that have them.

    Where none has, they are the English ones, in the place of those of the first language. Raises OSError.
    """
    known = [code for code in languages if (root / "docs" / code / _WRITE).is_file() and _examples(code).is_file()]
    written = dict(zip(known, known, strict=True)) or dict.fromkeys(languages[:1], ENGLISH)
    return {
        f"docs/{code}/{page}": _of_no_treaty(source, page, (root / "docs" / source / page).read_text(encoding="utf-8"))
        for code, source in written.items()
        for page in GUIDES
    }


def _of_no_treaty(language: str, page: str, text: str) -> bytes:
    """A guide with made-up examples in the place of those from the entries of an observatory."""
    if page == _WRITE:
        examples = iter(_examples(language).read_text(encoding="utf-8").splitlines())
        text = _EXAMPLE.sub(lambda found: f": {next(examples, found[0][2:])}", text)
    return text.encode()


def _examples(language: str) -> Path:
    """The sentences of a language: a line an example, in the order of the guide."""
    return Path(__file__).parent / "model" / "examples" / f"{language}.txt"
