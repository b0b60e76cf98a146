"""A page as the parser of a browser makes it: its elements without their words.

The parser (Lexbor) is another than the one that cleans entry texts (html5ever), so that both would have to err.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.test_text import ALLOWED, ATTRIBUTES

_SAID = re.compile(r"said-\w+")


def skeleton(html: str) -> list[tuple[int, str, tuple[str, ...]]]:
    """Depth, name and names of attributes of everything on a page but words, and but for what Markdown made.

    The span that holds a compound together ("anti-corruption") follows from words; its children count as its parent's.
    """
    return [
        (depth, node.tag or "", tuple(sorted(node.attributes)))
        for depth, node in _nodes(_root(html), 0)
        if not _is_whole(node)
    ]


def strange(html: str) -> list[str]:
    """The elements and attributes of a text from Markdown that it may not have; and addresses with another scheme."""
    return list(_strange(LexborHTMLParser(f"<!doctype html><body><div>{html}</div>").css_first("div")))


def strange_in_sections(html: str) -> list[str]:
    """The same for the sections of a page that Markdown made."""
    return [fault for node in _root(html).css("section > div") if _is_said(node) for fault in _strange(node)]


def _strange(top: LexborNode) -> Iterator[str]:
    for node in top.traverse(include_text=False):
        if node.mem_id == top.mem_id:
            continue
        if node.tag not in ALLOWED:
            yield f"<{node.tag}>"
        for name, value in node.attributes.items():
            scheme = re.match(r"\s*([a-z][a-z0-9+.-]*)\s*:", re.sub(r"[\x00-\x20]", "", value or ""), re.IGNORECASE)
            if (node.tag, name) not in ATTRIBUTES:
                yield f"<{node.tag} {name}>"
            elif name == "href" and scheme and scheme[1].lower() not in ("http", "https", "mailto"):
                yield f"{scheme[1]}:"


def _root(html: str) -> LexborNode:
    root = LexborHTMLParser(html).root
    assert root is not None
    return root


def _nodes(node: LexborNode, depth: int) -> Iterator[tuple[int, LexborNode]]:
    child = node.child
    while child is not None:
        if child.tag not in ("-text", "-doctype"):
            yield depth, child
            if not _is_said(child):
                yield from _nodes(child, depth if _is_whole(child) else depth + 1)
        child = child.next


def _is_whole(node: LexborNode) -> bool:
    return node.tag == "span" and node.attributes == {"class": "whole"}


def _is_said(node: LexborNode) -> bool:
    """Whether a node holds what Markdown made."""
    above = node.parent
    return (
        node.tag == "div"
        and above is not None
        and above.tag == "section"
        and bool(_SAID.fullmatch(above.attributes.get("class") or ""))
    )
