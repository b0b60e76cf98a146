"""Writing a text where its folder may not be there yet."""

from __future__ import annotations

from pathlib import Path


def save(path: Path, text: str) -> None:
    """Write a text in UTF-8, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
