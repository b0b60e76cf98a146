"""A report in Markdown, for the summary of a run on GitHub or a file that GitLab shows.

Whatever strangers wrote stands in code spans, where nothing is Markdown, no HTML, and no name or number becomes a link; in our sentences,
which may quote it, everything that could mean something is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import UNBROKEN, visible
from generator.reviewing.parts import Gone, Item, Link, New, Part, Quoted, Report, Section, Strong

LIMIT = 900_000
"""How many bytes a report has at most: GitHub shows no summary of more than 1,048,576."""

LONGEST = 2_000  # characters of one text
_SIGNS = re.compile(r"([\\`*_\[\]{}<>#&|~$^@!+=-]|^\s*\d+(?=[.)]))")
"""What Markdown gives a meaning to, in some place; a backslash takes it away."""

_CALLS = re.compile(r"(?<=[@#!~%&$])(?=\w)|(?<=GH-)|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
"""Where GitHub and GitLab, after the Markdown, look for people, issues and addresses: a character of no width stops them."""


def markdown(report: Report, cut: str) -> str:
    """The report; ``cut`` is the sentence that ends one that would be too long."""
    lines: list[str] = []
    size = 0
    for line in _lines(report):
        size += len(line.encode("utf-8", "surrogatepass")) + 1
        if size > LIMIT:
            lines += ["", sentence(cut)]
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


def sentence(text: str) -> str:
    """A sentence of ours that may quote strangers between backticks: what is between them is code, all else stands for itself."""
    *pairs, last = text.split("`")
    if len(pairs) % 2:  # an odd one out, which only a stranger writes
        return _plain(text)
    return "".join(code(piece) if number % 2 else _plain(piece) for number, piece in enumerate([*pairs, last]))


def code(text: str) -> str:
    """A text of a stranger as a code span on one line."""
    line = visible(" ⏎ ".join(text.split("\n")))
    line = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
    if not line.strip():
        return "" if not line else f"`{line}`"
    longest = max(map(len, re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest or line != line.strip() else ""
    return f"{fence}{space}{line}{space}{fence}"


def _plain(text: str) -> str:
    return _SIGNS.sub(_escaped, _CALLS.sub("\u200b", visible(text, UNBROKEN)))


def _escaped(sign: re.Match[str]) -> str:
    """A sign behind a backslash; a number that would begin a list, with what is no space behind it."""
    return f"{sign[0]}\u200b" if sign[0][-1].isdigit() else f"\\{sign[0]}"


def _lines(report: Report) -> Iterator[str]:
    yield f"## {_plain(report.heading)}"
    yield ""
    yield _told(report.line)
    for section in report.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"### {_plain(section.heading)}"
    yield ""
    if section.sentence:
        yield _plain(section.sentence)
        yield ""
    for number, item in enumerate(section.items, 1):
        yield from _item(item, f"{number}." if section.numbered else "-", "")


def _item(item: Item, mark: str, indent: str) -> Iterator[str]:
    yield f"{indent}{mark} {_told(item.parts)}"
    for below in item.below:
        yield from _item(below, "-", indent + " " * (len(mark) + 1))


def _told(parts: tuple[Part, ...]) -> str:
    return "".join(map(_part, parts)).strip()


def _part(part: Part) -> str:
    if isinstance(part, Strong):
        return f"**{_plain(part.text)}**"
    if isinstance(part, Quoted):
        return code(part.text)
    if isinstance(part, Gone):
        return f"~~{code(part.text)}~~"
    if isinstance(part, New):
        return f"**{code(part.text)}**"
    if isinstance(part, Link):
        return f"[{code(part.text)}]({part.url})" if part.url.startswith(("https://", "http://")) else code(part.text)
    return sentence(part)
