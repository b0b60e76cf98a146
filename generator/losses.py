"""What a reader of a rendered Markdown text would not get, told with its line by a parser that keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.characters import unseen
from generator.text import LEVEL, SCHEMES, parser

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

COLUMNS, CELLS = 20, 1000
"""How wide and how large a table may be."""

# A text without any of these cannot lose anything when it is rendered; most texts are like that.
_MARKS = (("`", "```"), ("~", "~~~"), ("!", "!["))  # a character, by which it is missed fastest, and the mark itself
_ENTITY = re.compile(r"&[#\w]+;")
_BRACKETS = (  # three, because each by itself is found by its first character
    re.compile(r"\[\s*\]\("),
    re.compile(r"\]\((?!(?:https?://|mailto:)[^\s<>()\\]+\))"),
    re.compile(r"\]\s*[\[:]"),
)
_HEADING = re.compile(r"^[ >*+\-\d.)]{0,12}#", re.MULTILINE)
_UNDERLINE = re.compile(r"\n[ >]{0,6}[=-]+[^\S\n]*(?:\n|\Z)")
_HTML = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?|/[a-zA-Z][a-zA-Z0-9-]*\s*|!--|!\[CDATA\[|![A-Za-z]|\?)")
_HEAD_RULE = re.compile(r"[-|: \t>*+.)\d]+")  # the line below the head of a table, in whatever list or quotation
_CELL_END = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(\s*<?([^)\s>]*)")


@dataclass(frozen=True, slots=True)
class Loss:
    """Something in a Markdown text that a reader would not get: its kind, line (counted from 0) and what it is.

    Kinds: ``html``, ``image``, ``link``, ``empty-link``, ``heading``, ``unshown`` for words that Markdown keeps to itself,
    ``unseen`` for an entity (``&rlm;``) that stands for an invisible character, and ``table`` for one that is too large.
    """

    kind: str
    line: int
    detail: str


def losses(markdown: str) -> tuple[Loss, ...]:
    """What a reader of the rendered text would not get; nothing for most texts, at the cost of a quick look."""
    if not may_lose(markdown):
        return ()
    lines = markdown.split("\n")
    large = tuple(_large_tables(lines))
    if large:  # not parsed: parsers fill up every row to the width of the head, and a short text can become megabytes
        return large
    defined: dict[str, Any] = {}
    tokens = _reporter().parse(markdown, defined)
    found = [*_losses(tokens), *_unused_definitions(tokens, defined), *_lost_cells(tokens, lines)]
    return tuple(sorted(found, key=lambda loss: loss.line))


def may_lose(markdown: str) -> bool:
    """Whether a reader of the rendered text may not get all of it; if not, neither may one of any of its stretches of lines."""
    return (
        "<" in markdown
        or "|" in markdown
        or any(first in markdown and mark in markdown for first, mark in _MARKS)
        or ("&" in markdown and bool(_ENTITY.search(markdown)))
        or ("[" in markdown and any(brackets.search(markdown) for brackets in _BRACKETS))
        or ("#" in markdown and bool(_HEADING.search(markdown)))
        or bool(_UNDERLINE.search(f"\n{markdown}"))
    )


@cache
def _reporter() -> MarkdownIt:
    reporter = parser().disable("text_join")  # so that what is escaped stays apart from what is not
    reporter.options["store_labels"] = True
    return reporter


def _losses(tokens: list[Token]) -> Iterator[Loss]:
    level = LEVEL - 1
    for token in tokens:
        line = token.map[0] if token.map else 0
        if token.type == "heading_open":
            depth = int(token.tag[1])
            if not LEVEL <= depth <= level + 1:
                yield Loss("heading", line, "#" * depth)
            level = max(depth, LEVEL - 1)
        elif token.type == "fence" and token.info.strip():
            yield Loss("unshown", line, token.info.strip())
        elif token.type == "inline":
            yield from _inline_losses(token, line)


def _unused_definitions(tokens: list[Token], defined: Mapping[str, Any]) -> Iterator[Loss]:
    """Definitions of links (``[label]: address``) that no link uses."""
    used = {child.meta.get("label") for token in tokens for child in token.children or [] if child.type == "link_open"}
    for label, reference in defined.get("references", {}).items():
        if label not in used:
            yield Loss("unshown", reference["map"][0], f"[{label.lower()}]:")
    for again in defined.get("duplicate_refs", ()):
        yield Loss("unshown", again["map"][0], f"[{again['label'].lower()}]:")


def _large_tables(lines: list[str]) -> Iterator[Loss]:
    """Stretches of lines that would make a table with too many columns or cells, by the widest line below a head in each."""
    columns = first = 0
    for number, line in enumerate(lines):
        if not line.strip(" >\t"):
            columns = 0
        elif "|" in line and "-" in line and _HEAD_RULE.fullmatch(line):
            first = first if columns else number
            columns = max(columns, line.strip(" >\t|").count("|") + 1)
        if columns > COLUMNS or columns * (number - first) > CELLS:
            yield Loss("table", number, line)
            return


def _lost_cells(tokens: list[Token], lines: list[str]) -> Iterator[Loss]:
    """Cells of a table beyond the columns of its head."""
    columns = 0
    for token in tokens:
        if token.type == "thead_open":
            columns = 0
        columns += token.type == "th_open"
        if token.type == "tr_open" and token.map and columns:
            line = lines[token.map[0]]
            beyond = _CELL_END.split(line.strip().removeprefix("|").removesuffix("|"))[columns:]
            if beyond:
                yield Loss("unshown", token.map[0], beyond[0].strip())


def _inline_losses(token: Token, line: int) -> Iterator[Loss]:
    children = token.children or []
    for number, child in enumerate(children):
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "image":
            yield Loss("image", line, child.content or str(child.attrs.get("src", "")))
        elif child.type == "link_open":
            address = str(child.attrs.get("href", ""))
            if address.partition(":")[0].lower() not in SCHEMES or ":" not in address:
                yield Loss("link", line, address)
            elif children[number + 1].type == "link_close":
                yield Loss("empty-link", line, address)
            title = str(child.attrs.get("title", ""))
            if _is_unseen(title) or "&#" in title:  # controls stay entities there
                yield Loss("unseen", line, title)
        elif child.type == "text_special" and _is_unseen(child.content):
            yield Loss("unseen", line, child.markup)
        elif child.type == "text":
            for found in _HTML.finditer(child.content):
                yield Loss("html", line, found.group() + ("" if found.group().endswith(">") else ">"))
            for found in _LINK.finditer(child.content):  # a link the parser refused stays as it was written
                yield Loss("link", line, found.group(2))


def _is_unseen(text: str) -> bool:
    """Whether what an entity became cannot be seen; controls become U+FFFD here, and themselves in the other parser."""
    return "\ufffd" in text or unseen(text) is not None
