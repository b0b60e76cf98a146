"""Markdown of entries → safe HTML.

Entry texts are CommonMark with tables, what people see in a repository's preview: pulldown-cmark renders them.
Raw HTML is never passed on: texts with a ``<`` are rendered by markdown-it-py, which shows it as it stands. What is
rendered is cleaned last, against a list of our own; most texts make HTML so plain that cleaning would leave it as it is.
What would be lost on the way, ``losses`` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import nh3
import pyromark
from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LEVEL = 3
"""The level of the first heading a text may have: the page's own headings are 1 and 2."""

SCHEMES = frozenset({"http", "https", "mailto"})
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "*": set()}  # else nh3 keeps `lang` and `title` of any

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
_REL = "nofollow noopener"
_RENDERER = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)
_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=_REL)


def parser() -> MarkdownIt:
    """A parser that keeps lines and shows HTML as it stands; only loaded for the few texts that need it."""
    from markdown_it import MarkdownIt

    options = {"html": False, "maxNesting": 20, "linkify": False, "typographer": False}
    return MarkdownIt("commonmark", options).enable("table")


@cache
def _parser() -> MarkdownIt:
    return parser()


@cache
def _plain() -> re.Pattern[str]:
    """Compiled when something is rendered: it takes longer than all else here, and who only checks a text does without."""
    return re.compile(rf"(?:(?:{'|'.join(_BLOCKS)})\n)*+")


@lru_cache(maxsize=64)  # the same text stands on the pages of several languages, which are drawn one after another
def render(markdown: str) -> Markup:
    """The text as HTML that is safe wherever it stands; cells keep their alignment from the style sheet, not from ``style``."""
    return clean(_parser().render(markdown) if "<" in markdown else _RENDERER.html(markdown))


def render_inline(markdown: str) -> Markup:
    """A text of one line as HTML without a paragraph around it."""
    return clean(_parser().renderInline(markdown))


def clean(html: str) -> Markup:
    """HTML with nothing left in it but the elements, attributes and schemes of our list; clean HTML stays as it is."""
    return Markup((linked(html) if is_plain(html) else scrubbed(html)).strip())  # noqa: S704 - this is the cleaning


def is_plain(html: str) -> bool:
    """Whether scrubbing would change nothing of rendered HTML but what ``linked`` does."""
    return _plain().fullmatch(html) is not None


def linked(html: str) -> str:
    """Plain HTML whose links say how they are related; nothing else in it can end as the start of a link does."""
    return html.replace('">', f'" rel="{_REL}">')


def scrubbed(html: str) -> str:
    """What the cleaner leaves of any HTML.

    Marks of byte order go first: a parser drops the one at the beginning, and would drop the next one the next time.
    """
    return _CLEANER.clean(html.replace("\ufeff", ""))


def brief(text: str, room: int = 160) -> str:
    """The beginning of a plain text, cut between words where there are any, with a sign that it goes on."""
    if len(text) <= room:
        return text
    start = text[:room].rpartition(" ")[0]
    return f"{start if len(start) > room / 2 else text[: room - 1]}…"


def addresses(markdown: str) -> Iterator[str]:
    """The web addresses that the links of a Markdown text lead to."""
    for token in _parser().parse(markdown):
        for child in token.children or []:
            address = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
            if address.partition("://")[0].lower() in ("http", "https"):
                yield address
