"""Texts as they stand in the YAML files that commands write: read again, they are what they were."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from textwrap import indent, wrap

from generator.kinds import Hash, Kind, Line, Markdown, Prose, Provision, item_of

WIDTH = 110
"""Where a text is broken into lines."""

LIMIT = 120
"""The columns that a line may have before it is broken."""

IN_BRACES = 3
"""So many fields may stand in braces."""

STATEMENT = 200
"""Texts that may be so long stand each on a line of its own, when they are in a list."""

PLAIN = re.compile(
    r"""(?: (?!_)\w | [(/] | [^\s\x00-\x7f] )            # no sign that YAML has a use for
        (?: (?: [^:\#\n\t] | :(?![\s]|$) | (?<!\s)\# )* (?: [^:\#\s] | (?<!\s)\# ) )?""",
    re.VERBOSE,
)
"""A line of text that needs no quotes, unless it is `NO_TEXT`."""

PLAIN_IN_BRACKETS = re.compile(r"(?: [^,\[\]{}?:] | :(?=[A-Za-z0-9/]) )+", re.VERBOSE)
"""What it must be as well where brackets or braces are around it."""

NO_TEXT = re.compile(
    r"""~ | null | Null | NULL | = | <<
    | y | Y | yes | Yes | YES | n | N | no | No | NO | true | True | TRUE | false | False | FALSE
    | on | On | ON | off | Off | OFF
    | [-+]? (?: 0b[01_]+ | 0x[0-9a-fA-F_]+ | 0o?[0-7_]+ | [0-9][0-9_]* )
    | [-+]? (?: [0-9][0-9_]*\.?[0-9_]* | \.[0-9][0-9_]* ) (?: [eE][-+]?[0-9]+ )?
    | [-+]? [0-9][0-9_]* (?: :[0-5]?[0-9] )+ (?: \.[0-9_]* )?
    | [-+]? \.(?: inf | Inf | INF ) | \.(?: nan | NaN | NAN )
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?: (?: [Tt] | [ \t]+ ) [0-9]{1,2}:[0-9]{2}:[0-9]{2} .* )?""",
    re.VERBOSE,
)
"""What YAML 1.1 or 1.2 takes for nothing, a truth value, a number or a date."""

_BREAKS = re.compile("[\r\x85\u2028\u2029]")
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x7f\x85\u2028\u2029"}


def is_text(value: str) -> bool:
    """Whether every reader of YAML takes the value for a text where it stands without quotes."""
    return bool(value) and not NO_TEXT.fullmatch(value)


def quoted(text: str, in_brackets: bool = False) -> str:
    """A line of text as it stands in YAML, in double quotes where it needs them; in brackets it needs them more often."""
    is_plain = PLAIN.fullmatch(text) and is_text(text) and (not in_brackets or PLAIN_IN_BRACKETS.fullmatch(text))
    return text if is_plain else json.dumps(text, ensure_ascii=False).translate(_ESCAPES)


def word(text: str, kind: Kind | None, in_brackets: bool = False) -> str:
    """A value on one line; what looks like a number now and then, a provision or a mark, has quotes always."""
    if isinstance(kind, Provision | Hash):
        return json.dumps(text, ensure_ascii=False).translate(_ESCAPES)
    return quoted(text, in_brackets)


def lines(text: str, kind: Kind | None, before: int, margin: int = 2, broken: Sequence[str] = ()) -> list[str]:
    """A value as lines without their margin, of which the first stands after ``before`` columns, behind the name.

    Markdown, and whatever has several lines, stands after ``|``; prose, and other texts that are too long for a line, are
    folded after ``>-``. Lines into which somebody has ``broken`` a text stay as they are where they are short enough.
    """
    body = text.rstrip("\n")
    is_long = (kind is None or isinstance(kind, Line)) and before + len(word(text, kind)) > LIMIT
    if not body.strip() or body[-1].isspace() or _BREAKS.search(body):
        return [word(text, kind)]
    if isinstance(kind, Markdown) or "\n" in body:
        return _as_they_are(text, body)
    if body[0].isspace() or not (isinstance(kind, Prose) or text != body or is_long):
        return [word(text, kind)]
    folded = _folded(body, margin, broken)
    if is_long and len(folded) == 1 and text == body:
        return [word(text, kind)]  # one word
    return [f">{_ending(text, body)}", *folded, *_further(text, body)]


def field(name: str, value: str | Sequence[str], kind: Kind) -> str:
    """A field with its value, as whole lines: a list by hyphens, anything else as ``lines`` writes it.

    White space around a text goes.
    """
    if not isinstance(value, str):
        own = item_of(kind)
        return f"{name}:\n" + "".join(_written("  - ", item.strip(), own) for item in value)
    text = value.strip()
    return _written(f"{name}: ", f"{text}\n" if text and isinstance(kind, Markdown) else text, kind)


def _written(begin: str, text: str, kind: Kind) -> str:
    margin = 4 if begin[0] == " " else 2
    first, *others = lines(text, kind, len(begin), margin)
    return f"{begin}{first}\n" + indent("".join(f"{line}\n" for line in others), " " * margin)


def _as_they_are(text: str, body: str) -> list[str]:
    margin = "2" if body.lstrip("\n")[0] in " \t" else ""
    return [f"|{margin}{_ending(text, body)}", *body.split("\n"), *_further(text, body)]


def _folded(body: str, margin: int, broken: Sequence[str]) -> list[str]:
    if broken and " ".join(broken) == body and max(map(len, broken)) + margin <= LIMIT:
        return list(broken)
    wrapped = wrap(body, WIDTH, break_long_words=False, break_on_hyphens=False)
    return wrapped if " ".join(wrapped) == body else [body]


def _further(text: str, body: str) -> list[str]:
    """The empty lines at the end, which count."""
    return [""] * (len(text) - len(body) - 1)


def _ending(text: str, body: str) -> str:
    """What YAML is told about the line breaks at the end: none, one, or several."""
    return {0: "-", 1: ""}.get(len(text) - len(body), "+")
