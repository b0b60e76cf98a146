"""No text of a stranger is Markdown, HTML, a mention, a link or a command in what a review says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.diagnostics import UNBROKEN
from generator.reviewing.markdown import LIMIT, markdown
from generator.reviewing.parts import Gone, Item, Link, New, Part, Quoted, Report, Section, Strong
from generator.reviewing.terminal import terminal
from tests.safety.corpus import EVERY

FURTHER = (
    "@somebody", "@org/team please look", "#1", "owner/name#1", "GH-1", "gh-1", "www.evil.example", "https://evil.example",
    "somebody@evil.example", "`", "``", "a ` b `` c", "```\ncode\n```", " `x` ", "`@somebody", "a`b`@somebody`c`",
    "| a |\n|---|", "- [ ] task", "1. first", "12) x", "+ x", "# heading", "text\n# heading", "text\n\n    code", "~~~\nx\n~~~",
    "![x](https://evil.example/x.png)", "[x](https://evil.example)", "[x]: https://evil.example", "[^1]", "$x$", "$$\nx\n$$", ":+1:",
    "<details><summary>x</summary>", "<!--", "&#64;somebody", "&commat;somebody", "\\@somebody", "\\`", "*x* **x** ~~x~~ __x__",
    "a\r\n# b", "\u2028# b", "\u202ereversed", "::error::x", "##[error]x", "\n::error::x", "!123 ~bug %milestone &epic $snippet",
)  # fmt: skip
"""What a summary of a run could obey besides, on GitHub or on GitLab."""

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINKED = re.compile(r"[@#!~%&$]\w|\bgh-\d|https?://|\bwww\.", re.IGNORECASE)
"""What becomes a link where it stands in words."""


def told(text: str) -> str:
    """A report in which a text stands wherever one of a stranger can."""
    parts: tuple[Part, ...] = (Quoted(text), Gone(text), New(text), Link(text, ""), Link(text, "https://own.example/"))
    sentences: tuple[Part, ...] = (f"`{text}` is wrong: {text}", f"{text} is wrong")
    items = (
        *(Item((part,), (Item(("a ", part, " b")),)) for part in (*parts, *sentences)),
        Item((Strong("New"), *parts)),
    )
    return markdown(Report("Heading", parts, (Section("Entries", "A sentence.", items),)), "cut")


def shape(tokens: list[Token]) -> Iterator[str]:
    """Which elements there are, but for words and code."""
    for token in tokens:
        if token.children is not None:
            yield from shape(token.children)
        elif token.type not in ("text", "code_inline", "text_special"):
            yield f"{token.type} {token.attrs.get('href', '')}"


def words(tokens: list[Token]) -> Iterator[str]:
    """The words that stand neither in code nor in a link of ours."""
    is_linked = False
    for token in tokens:
        if token.children is not None:
            yield "".join(words(token.children))
        elif token.type in ("link_open", "link_close"):
            is_linked = token.type == "link_open"
        elif token.type in ("text", "text_special") and not is_linked:
            yield token.content
        elif token.type == "code_inline":
            yield " "


def strange(text: str) -> list[str]:
    """What is more than words of a text that stands in a report."""
    said = told(text)
    elements, usual = (list(shape(PARSER.parse(one))) for one in (said, told("x")))
    links = [one for one in words(PARSER.parse(said)) if LINKED.search(one)]
    commands = [line for line in said.splitlines() if line.strip().startswith("::") or "##[" in line]
    return [*([] if elements == usual else elements), *links, *commands]


@pytest.mark.parametrize("text", [*FURTHER, *EVERY])
def test_no_payload_is_more_than_words(text: str) -> None:
    assert strange(text) == []


@given(st.text(st.characters(codec=None), max_size=60))
def test_no_text_is_more_than_words(text: str) -> None:
    assert strange(f"x{text}") == []


@pytest.mark.parametrize("text", [*FURTHER, *EVERY])
def test_no_line_on_a_terminal_is_obeyed(text: str) -> None:
    items = (Item((Quoted(text),), (Item((text,)), Item((Gone(text), New(text))))),)
    lines = list(terminal(Report("Heading", (Quoted("0123456789"),), (Section("Entries", "A sentence.", items),))))
    plain = [line.translate(dict.fromkeys(map(ord, UNBROKEN))) for line in lines]
    assert all(line.isprintable() and not line.strip().startswith("::") and "##[" not in line for line in plain)


def test_a_report_that_is_too_long_is_cut_between_lines_and_says_so() -> None:
    items = tuple(Item((Quoted(f"{number} {'x' * 1_000}"),)) for number in range(2_000))
    said = markdown(Report("Heading", (), (Section("Entries", "", items),)), "More differs.")
    assert LIMIT - 2_000 < len(said.encode()) <= LIMIT + 100
    assert said.endswith("x`\n\nMore differs.\n")
