"""Sentences of made-up entries, put together from the phrases of a language."""

from __future__ import annotations

import random
import textwrap
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
WIDTH = 98


class Phrases:
    """The phrases of one language, and what can be said with them."""

    def __init__(self, language: str, data: dict[str, Any]) -> None:
        self.language = language
        self.data = data
        self.headings: dict[str, str] = data["headings"]

    def sentence(self, rng: random.Random) -> str:
        """One sentence: who does what, and how."""
        said = self.data["order"].format(**self._parts(rng, "who", "does", "what", "how"))
        return _capital(said)

    def paragraph(self, rng: random.Random, sentences: int) -> str:
        """Several sentences."""
        return self.data["joint"].join(self.sentence(rng) for _ in range(sentences))

    def place(self, rng: random.Random) -> str:
        """The name of a place that does not exist: a rare word."""
        return _capital("".join(rng.choices(self.data["syllables"], k=rng.randint(2, 4))))

    def title(self, rng: random.Random) -> tuple[str, str]:
        """A topic, and a title about it in some place; either may come twice."""
        parts = self._parts(rng, "does", "what", "how")
        topic = f"{parts['what']} {parts['how']}"
        return topic, _capital(self.data["title"].format(place=self.place(rng), **parts))

    @property
    def topics(self) -> int:
        """How many topics there are."""
        return len(self.data["what"]) * len(self.data["how"])

    def body(self, rng: random.Random) -> str:
        """An institution."""
        return str(self.data["of"].format(body=rng.choice(self.data["bodies"]), place=self.place(rng)))

    def law(self, rng: random.Random) -> str:
        """The title of an act."""
        return str(self.data["law"].format(what=rng.choice(self.data["what"])))

    def what(self, rng: random.Random) -> str:
        """The subject of a sentence, to be made bold or to be a note."""
        return str(rng.choice(self.data["what"]))

    def wrapped(self, text: str, indent: str = "") -> str:
        """Lines as authors break them, further ones indented; languages without spaces keep one line."""
        if not self.data["joint"]:
            return text
        return textwrap.fill(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)

    def _parts(self, rng: random.Random, *names: str) -> dict[str, str]:
        return {name: rng.choice(self.data[name]) for name in names}


@cache
def phrases(language: str) -> Phrases:
    """The phrases of a language."""
    data = yaml.load((HERE / "phrases.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - all values as text
    if language not in data:
        raise KeyError(f"phrases.yml has no {language}; it has {', '.join(data)}")
    return Phrases(language, data[language])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
