"""Markdown of entries → safe HTML.

Entry texts are CommonMark with tables, what people see in a repository's preview: pulldown-cmark renders them.
Raw HTML is never passed on: texts with a ``<`` are rendered by markdown-it-py, which shows it as it stands. What is
rendered is cleaned last, against a list of our own; most texts make HTML so plain that cleaning would leave it as it is.
markdown-it-py also says what would be lost on the way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

import nh3
import pyromark
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from generator.characters import unseen

LEVEL = 3
"""The level of the first heading a text may have: the page's own headings are 1 and 2."""

COLUMNS, CELLS = 20, 1000
"""How wide and how large a table may be."""

SCHEMES = frozenset({"http", "https", "mailto"})
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}

# HTML that the cleaner gives back as it is, but for what it adds to links: paragraphs, headings and flat lists, in them
# words, stressed words and links to plain addresses. Whatever could be read in two ways is left to the cleaner.
_WORDS = r"[^<>&\x00-\x09\x0b-\x1f\x7f-\xa0\ufeff]++|&(?:amp|lt|gt);"
_LABEL = r"[a-z0-9]++(?:-[a-z0-9]++)*+"
_ADDRESS = rf"https?://{_LABEL}(?:\.{_LABEL})*?\.[a-z]{{2,63}}+(?:/[A-Za-z0-9/._~=?#-]*+)?"
_STRESSED = "|".join(rf"<{tag}>(?:{_WORDS})*+</{tag}>" for tag in ("strong", "em", "code"))
_LINE = rf'(?:{_WORDS}|{_STRESSED}|<a href="{_ADDRESS}">(?:{_WORDS})*+</a>)*+'
_ITEMS = rf"(?:<li>(?:{_LINE}|\n<p>{_LINE}</p>\n)</li>\n)++"
_BLOCKS = (
    rf"<p>{_LINE}</p>",
    rf"<h3>{_LINE}</h3>",
    rf"<h4>{_LINE}</h4>",
    rf"<ul>\n{_ITEMS}</ul>",
    rf"<ol>\n{_ITEMS}</ol>",
)
_PLAIN = re.compile(rf"(?:(?:{'|'.join(_BLOCKS)})\n)*+")
_REL = "nofollow noopener"
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


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20, "linkify": False, "typographer": False})
    return parser.enable("table")


_PARSER = _parser()
_REPORTER = _parser().disable("text_join")  # so that what is escaped stays apart from what is not
_REPORTER.options["store_labels"] = True
_RENDERER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)
_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=_REL)


@lru_cache(maxsize=64)  # the same text stands on the pages of several languages, which are drawn one after another
def render(markdown: str) -> Markup:
    """The text as HTML that is safe wherever it stands; cells keep their alignment from the style sheet, not from ``style``."""
    return clean(_PARSER.render(markdown) if "<" in markdown else _RENDERER.html(markdown))


def render_inline(markdown: str) -> Markup:
    """A text of one line as HTML without a paragraph around it."""
    return clean(_PARSER.renderInline(markdown))


def clean(html: str) -> Markup:
    """HTML with nothing left in it but the elements, attributes and schemes of our list; clean HTML stays as it is."""
    return Markup((linked(html) if is_plain(html) else scrubbed(html)).strip())  # noqa: S704 - this is the cleaning


def is_plain(html: str) -> bool:
    """Whether scrubbing would change nothing of rendered HTML but what ``linked`` does."""
    return _PLAIN.fullmatch(html) is not None


def linked(html: str) -> str:
    """Plain HTML whose links say how they are related; nothing else in it can end as the start of a link does."""
    return html.replace('">', f'" rel="{_REL}">')


def scrubbed(html: str) -> str:
    """What the cleaner leaves of any HTML.

    Marks of byte order go first: a parser drops the one at the beginning, and would drop the next one the next time.
    """
    return _CLEANER.clean(html.replace("\ufeff", ""))


def losses(markdown: str) -> tuple[Loss, ...]:
    """What a reader of the rendered text would not get; nothing for most texts, at the cost of a quick look."""
    if not may_lose(markdown):
        return ()
    lines = markdown.split("\n")
    large = tuple(_large_tables(lines))
    if large:  # not parsed: parsers fill up every row to the width of the head, and a short text can become megabytes
        return large
    defined: dict[str, Any] = {}
    tokens = _REPORTER.parse(markdown, defined)
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


def brief(text: str, room: int = 160) -> str:
    """The beginning of a plain text, cut between words where there are any, with a sign that it goes on."""
    if len(text) <= room:
        return text
    start = text[:room].rpartition(" ")[0]
    return f"{start if len(start) > room / 2 else text[: room - 1]}…"


def addresses(markdown: str) -> Iterator[str]:
    """The web addresses that the links of a Markdown text lead to."""
    for token in _PARSER.parse(markdown):
        for child in token.children or []:
            address = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
            if address.partition("://")[0].lower() in ("http", "https"):
                yield address


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits that tell one text from another: SHA-256 of its NFC form without white space around it."""
    return sha256(unicodedata.normalize("NFC", text).strip().encode()).hexdigest()[:8]


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
