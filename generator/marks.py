"""What a translation was made from: the marks under ``translation.of``, and which of its texts are out of date by them."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

from generator.document import Document, Mapping, Scalar, joined


def marks(translation: Document) -> dict[str, Scalar]:
    """The marks of a translation by field; nothing where it has none."""
    state = translation.root.get("translation")
    of = state.get("of") if isinstance(state, Mapping) else None
    pairs = of.pairs if isinstance(of, Mapping) else ()
    return {key.value: value for key, value in pairs if isinstance(value, Scalar)}


def mark(document: Document, name: str) -> str:
    """The mark of a field of an original as it is now."""
    return fingerprint(joined(document.root.get(name)))


def outdated(translation: Document, original: Document) -> tuple[str, ...]:
    """The fields that are translated and have changed in the original since, in the order of the alphabet.

    A field without a mark counts as it stands: nobody knows what it was made from.
    """
    there, here = original.root, translation.root
    return tuple(
        sorted(
            name
            for name, made_from in marks(translation).items()
            if here.get(name) is not None and there.get(name) is not None and made_from.value != mark(original, name)
        )
    )


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits that tell one text from another: SHA-256 of its NFC form without white space around it."""
    return sha256(unicodedata.normalize("NFC", text).strip().encode()).hexdigest()[:8]
