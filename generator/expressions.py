"""Regular expressions of Python as those of JavaScript, so that a page checks by the same ones as the command."""

from __future__ import annotations

import re

_WORD = r"\p{L}\p{N}_"
_OUTSIDE = {
    "w": f"[{_WORD}]",
    "W": f"[^{_WORD}]",
    "d": r"\p{Nd}",
    "b": f"(?:(?<![{_WORD}])(?=[{_WORD}])|(?<=[{_WORD}])(?![{_WORD}]))",
}
_INSIDE = {"w": _WORD, "d": r"\p{Nd}"}
_KEPT = frozenset("sSnrtx^$\\.*+?()[]{}|/-")


def in_javascript(expression: re.Pattern[str], *, whole: bool = False, every: bool = False) -> tuple[str, str]:
    """Source and flags of an expression; ``whole`` where all of a text must match, ``every`` where all matches are looked for.

    What stands for letters and digits means those of all scripts, as in Python. Raises ValueError for an escape that is not
    known here.
    """
    source = "".join(_parts(expression.pattern, bool(expression.flags & re.VERBOSE)))
    flags = "u" + ("i" if expression.flags & re.IGNORECASE else "") + ("g" if every else "")
    return (f"^(?:{source})$" if whole else source), flags


def _parts(pattern: str, is_verbose: bool) -> list[str]:
    found: list[str] = []
    is_inside = is_escaped = is_comment = False
    for character in pattern:
        if is_comment:
            is_comment = character != "\n"
        elif is_escaped:
            found.append(_escape(character, is_inside))
            is_escaped = False
        elif character == "\\":
            is_escaped = True
        elif is_verbose and not is_inside and (character == "#" or character.isspace()):
            is_comment = character == "#"
        else:
            if character in "[]":
                is_inside = character == "["
            found.append(character if character.isascii() and character.isprintable() else f"\\u{{{ord(character):x}}}")
    return found


def _escape(character: str, is_inside: bool) -> str:
    known = _INSIDE if is_inside else _OUTSIDE
    if character in known:
        return known[character]
    if character == "-":
        return "\\-" if is_inside else "-"
    if character in _KEPT:
        return f"\\{character}"
    if character.isalnum():
        raise ValueError(f"JavaScript has no \\{character} here")
    return character
