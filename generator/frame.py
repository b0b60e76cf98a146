"""A page of the engine, cut at its holes; what hangs in them is ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

_TOKEN = re.compile(r"OBSERVATORYHOLE([A-Z]+?(?:_[A-Za-z0-9-]+?)?)END")


class FrameError(Exception):
    """The engine's page has not exactly the holes that were asked for: a fault of the theme, not of an entry."""


def token(hole: str) -> str:
    """What marks a hole in a page handed to the engine; letters only, so that no escaping changes it."""
    return f"OBSERVATORYHOLE{hole}END"


class Frame(Struct, frozen=True):
    """An engine page as alternating pieces of HTML and names of holes."""

    pieces: tuple[str, ...]
    holes: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> bytes:
        """The page with its holes filled, in UTF-8. Every value is already escaped for the place where it stands."""
        parts = [""] * (len(self.pieces) + len(self.holes))
        parts[0::2] = self.pieces
        parts[1::2] = [values[hole] for hole in self.holes]
        return "".join(parts).encode()


def cut(html: str, expected: frozenset[str], name: str) -> Frame:
    """Cut an engine page at its tokens; each expected hole must be there exactly once."""
    parts = _TOKEN.split(html)
    holes = tuple(parts[1::2])
    counts = Counter(holes)
    faults = [f"{hole} is missing" for hole in sorted(expected - counts.keys())]
    faults += [f"{hole} is unknown" for hole in sorted(counts.keys() - expected)]
    faults += [f"{hole} stands {n} times" for hole, n in sorted(counts.items()) if n > 1]
    if faults:
        raise FrameError(f"the frame {name} of the theme does not fit: {', '.join(faults)}; look at theme/overrides/")
    return Frame(tuple(parts[0::2]), holes)


def holes(languages: tuple[str, ...]) -> frozenset[str]:
    """The holes of every frame: title, description, body, and what depends on the page's path and languages."""
    switch = {f"SWITCH_{language}" for language in languages}
    return frozenset({"TITLE", "DESCRIPTION", "CANONICAL", "ALTERNATES", "BODY"} | switch)
