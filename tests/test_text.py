"""Markdown of entries: what CommonMark says it means, nothing that runs, nothing that takes long, no word lost."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.losses import losses
from generator.marks import fingerprint
from generator.text import brief, is_plain, linked, render, render_inline, scrubbed
from tests.conftest import CASES
from tests.reading import read

ALLOWED = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {("a", "href"), ("a", "title"), ("a", "rel"), ("ol", "start")}
LINK = '<a href="https://lights.example/" rel="nofollow noopener">'


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("One line.", "<p>One line.</p>"),
        ("One\ntwo.\n\nThree.", "<p>One\ntwo.</p>\n<p>Three.</p>"),
        ("*a* _b_ **c** __d__ ***e***", "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> "
                                        "<em><strong>e</strong></em></p>"),
        ("snake_case_stays and 2*3*4", "<p>snake_case_stays and 2<em>3</em>4</p>"),
        ("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("7. a", '<ol start="7">\n<li>a</li>\n</ol>'),
        ("### Three\n#### Four", "<h3>Three</h3>\n<h4>Four</h4>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("```sh\na < b\n```", "<pre><code>a &lt; b\n</code></pre>"),
        ("    indented", "<pre><code>indented</code></pre>"),
        ("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("[x](https://lights.example/)", f"<p>{LINK}x</a></p>"),
        ("<https://lights.example/>", f"<p>{LINK}https://lights.example/</a></p>"),
        ("[x][1]\n\n[1]: https://lights.example/", f"<p>{LINK}x</a></p>"),
        ("[m](mailto:x)", '<p><a href="mailto:x" rel="nofollow noopener">m</a></p>'),
        ("&copy; &amp; &lt;", "<p>© &amp; &lt;</p>"),
        (r"\*a\* \[b\] \<c\>", "<p>*a* [b] &lt;c&gt;</p>"),
        ("5 < 6 & 7 > 6", "<p>5 &lt; 6 &amp; 7 &gt; 6</p>"),
        ("https://lights.example/", "<p>https://lights.example/</p>"),
        ("~~a~~ [ ] b[^1] :light: $x$ H~2~O", "<p>~~a~~ [ ] b[^1] :light: $x$ H~2~O</p>"),
        ('"quotes" -- and...', '<p>"quotes" -- and...</p>'),
        ("منارة **البحر**", "<p>منارة <strong>البحر</strong></p>"),
        ("", ""),
        (" \n\n ", ""),
    ],
)  # fmt: skip
def test_what_commonmark_means(markdown: str, html: str) -> None:
    assert str(render(markdown)).replace("\n</code>", "</code>") == html.replace("\n</code>", "</code>")


def test_a_table() -> None:
    html = str(render("| a | b |\n|:--|--:|\n| 1 | *2* |"))
    assert re.sub(r"\s", "", html) == (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td><em>2</em></td></tr></tbody></table>"
    )


def test_one_line_has_no_paragraph() -> None:
    assert render_inline("a *b* `c`") == "a <em>b</em> <code>c</code>"


PIECES = (
    "<p>", "</p>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<h3>", "</h3>", "<h4>", "</h4>", "<strong>",
    "</strong>", "<em>", "</em>", "<code>", "</code>", "<a href=\"", "https://", "http://", "lights", ".", "example", "xn--",
    "/", "?", "#", "\">", "\"", "'", "</a>", "\n", " ", "&amp;", "&lt;", "&gt;", "&quot;", "&", "<", ">", "x", "1", "-",
    "\x00", "\r", "\x0c", "\ufeff", "\xa0", "\u202e", "海", "<pre>", "<br />", "<table>", "<script>", "<!--", "<svg>", "<math>",
)  # fmt: skip
LINE = st.recursive(
    st.text(alphabet="ab \"'.海\n") | st.sampled_from(["&amp;", "&lt;", "&gt;", "&quot;"]),
    lambda inner: (
        st.lists(inner, max_size=3).map("".join)
        | st.tuples(st.sampled_from(["strong", "em", "code"]), inner).map(lambda one: f"<{one[0]}>{one[1]}</{one[0]}>")
        | st.tuples(st.from_regex(r"https?://[a-z0-9.:-]{1,80}(/[a-z0-9%./?#=-]{0,9})?", fullmatch=True), inner).map(
            lambda one: f'<a href="{one[0]}">{one[1]}</a>'
        )
    ),
    max_leaves=3,
)
BLOCK = LINE.map(lambda line: f"<p>{line}</p>\n") | st.lists(LINE | LINE.map(lambda line: f"\n<p>{line}</p>\n")).map(
    lambda lines: "<ul>\n" + "".join(f"<li>{line}</li>\n" for line in lines) + "</ul>\n"
)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>One &amp; <strong>two</strong>.</p>\n",
        '<p>"<a href="https://lights.example/a?b=c#d">x</a>"</p>\n<ul>\n<li>a</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n',
        f'<p><a href="https://{"a" * 300}.{"b." * 300}example">x</a></p>\n',
    ],
)
def test_plain_html_is_what_cleaning_leaves(html: str) -> None:
    assert is_plain(html)
    assert linked(html) == scrubbed(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a", "a</p>\n", "<p>a\xa0b</p>\n", "<p>a\x00b</p>\n", "<p>\ufeffa</p>\n", "<p>a\rb</p>\n", "<p>&quot;</p>\n",
        "<p>a & b</p>\n", "<p>a > b</p>\n",
        "<p><em><em>a</em></em></p>\n", "<p><script>a</script></p>\n", "<p>a<br />\nb</p>\n", "<p><p>a</p></p>\n", "<ul>\n</ul>\n",
        '<p><a href="javascript:a">x</a></p>\n', '<p><a href="https://lights.example:99999/">x</a></p>\n',
        '<p><a href="https://1.2.3.999/">x</a></p>\n', '<p><a href="https://xn--a.example/">x</a></p>\n',
        '<p><a href="https://lights.example/" onclick="a">x</a></p>\n', '<p><a href="//lights.example/">x</a></p>\n',
    ],
)  # fmt: skip
def test_what_could_be_read_in_two_ways_is_cleaned(html: str) -> None:
    assert not is_plain(html)


@settings(max_examples=500)
@given(st.lists(BLOCK, max_size=3).map("".join) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_counts_as_plain_is_what_cleaning_leaves(html: str) -> None:
    if is_plain(html):
        assert linked(html) == scrubbed(html)


PAYLOADS = (CASES / "payloads" / "html.txt").read_text(encoding="utf-8").splitlines()
"""Ways to make a page run something, one a line."""
CONTEXTS = ("{}", "a {} b", "a\n\n{}\n\nb", "> {}", "- a\n\n  {}", "| a | b |\n|---|---|\n| {} | c |", "*{}* `{}`")


def assert_inert(html: str) -> None:
    """Nothing that a browser would run, fetch or take for a part of our page."""
    reading = read(html)
    assert reading.faults == [], html
    for element in reading.elements:
        assert element.tag in ALLOWED, html
        for name in element.attributes:
            assert (element.tag, name) in ATTRIBUTES, html
        address = re.sub(r"[\x00-\x20\x7f]", "", element.get("href")).lower()
        scheme = re.match(r"([a-z][a-z0-9+.-]*):", address)
        assert scheme is None or scheme[1] in ("http", "https", "mailto"), html
        if element.tag == "a":
            assert element.get("rel") == "nofollow noopener", html
        if element.tag == "ol" and "start" in element.attributes:
            assert element.get("start").isdigit(), html


def test_there_are_many_payloads() -> None:
    assert len(set(PAYLOADS)) >= 60


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_does_not_run(payload: str) -> None:
    for context in CONTEXTS:
        text = context.replace("{}", payload)
        assert_inert(str(render(text)))
        assert_inert(str(render(text.replace(" ", "\n"))))
    assert_inert(str(render_inline(payload)))


def test_payloads_together_do_not_run() -> None:
    assert_inert(str(render("\n\n".join(PAYLOADS))))
    assert_inert(str(render(" ".join(PAYLOADS))))
    assert_inert(str(render("\n".join(reversed(PAYLOADS)))))


@pytest.mark.parametrize("payload", [one for one in PAYLOADS if re.match(r"<[A-Za-z/!?]", one)])
def test_raw_html_is_an_error_of_the_entry(payload: str) -> None:
    assert {"html", "link"} & {loss.kind for loss in losses(payload)}


@pytest.mark.parametrize("kept", ["<em>x</em>", "<a href='https://lights.example/'>x</a>", "<ol start=7><li>x</ol>"])
def test_raw_html_is_never_passed_on(kept: str) -> None:
    assert [element.tag for element in read(str(render(kept))).elements] in ([], ["p"])


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a <b>c</b>", [("html", 0, "<b>"), ("html", 0, "</b>")]),
        ("a\n\nb\n<!-- c -->", [("html", 3, "<!-->")]),
        ("![a lamp](https://lights.example/x.png)", [("image", 0, "a lamp")]),
        ("a\n[b](plans/x.pdf)", [("link", 1, "plans/x.pdf")]),
        ("[b](//lights.example)", [("link", 0, "//lights.example")]),
        ("[b](javascript:alert)", [("link", 0, "javascript:alert")]),
        ("[](https://lights.example)", [("empty-link", 0, "https://lights.example")]),
        ("# a\n\n### b", [("heading", 0, "#")]),
        ("### a\n\n##### b", [("heading", 2, "#####")]),
        ("a\n===", [("heading", 0, "#")]),
        ("### a\n\n#### b\n\n### c", []),
        ("`<b>` ` ![](x) `", []),
        ("5 < 6 and <3", []),
        ("#5 is no heading", []),
        ("[a](https://lights.example/?x=(y)) [b](mailto:c)", []),
    ],
)
def test_losses(markdown: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(loss.kind, loss.line, loss.detail) for loss in losses(markdown)] == expected


PATHOLOGICAL = {
    "brackets": "[" * 8_000,
    "closed brackets": "[" * 4_000 + "]" * 4_000,
    "links": "[a](" * 2_000,
    "links in angles": "[a](<b" * 1_300,
    "references": "[a]: x\n" * 1_100 + "[a]" * 50,
    "images": "![" * 4_000,
    "emphasis": "*a **b " * 1_100,
    "emphasis by turns": "*a_ " * 2_000,
    "stars": "*" * 8_000,
    "quotes": "> " * 4_000 + "x",
    "quotes that are left": ("> " * 40 + "x\n") * 90,
    "lists": "".join(f"{' ' * (2 * depth)}- x\n" for depth in range(80)),
    "lists on a line": "- " * 4_000 + "x",
    "backticks": "".join("`" * (number % 90 + 1) + "a" for number in range(170)),
    "tags": "<a " * 2_600,
    "unclosed tags": "<div>" * 1_600,
    "comments": "<!--" * 2_000,
    "declarations": "<!A " * 2_000,
    "instructions": "<?" * 4_000,
    "entities": "&" * 8_000,
    "backslashes": "\\" * 8_000,
    "cells": "|" * 4_000 + "\n" + "|-" * 2_000,
    "rows": "|a|b|\n|-|-|\n" + "|x\n" * 2_600,
    "underline": "x\n" + "=" * 7_000 + "x",
    "spaces": "x" + " " * 8_000 + "\n" + "\t" * 4_000,
    "addresses": "<https://a" * 800,
    "hard breaks": "x\\\n" * 2_600,
    "long word": "x" * 8_000,
    "marks": "e" + "\u0301" * 8_000,
}


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_no_text_takes_long(name: str) -> None:
    text = PATHOLOGICAL[name]
    start = time.process_time()
    html = str(render(text))
    losses(text)
    fingerprint(text)
    assert time.process_time() - start < 5
    assert_inert(html)


WORD = st.sampled_from(["lamp", "wick", "horn", "منارة", "灯塔"])
MARK = st.sampled_from(
    ["*", "**", "_", "- ", "1. ", "> ", " | ", "\n", "\n\n", "`", "### ", "[", "](https://x.example)", "<", ">", "</",
     "&amp;", "&lt;", "\\", "    ", "a|b\n-|-\n", "\n---\n", "\n===\n", "!", "(", ")", "<!", "<?", " ", "  \n", "\t",
     "https://x.example", "](x \"y\")", "<https://x.example>", "{{", "%}", "\"", "'", "=", ":"]
)  # fmt: skip
TEXT = st.lists(st.one_of(WORD, MARK), max_size=16).map("".join)
ANYTHING = st.lists(
    st.one_of(st.text(max_size=8), MARK, st.sampled_from(PAYLOADS), st.sampled_from(["```", "~~~", "]: ", "<script>"])),
    max_size=12,
).map("".join)


@settings(deadline=None, max_examples=250)
@given(ANYTHING)
def test_nothing_runs_whatever_is_written(text: str) -> None:
    assert_inert(str(render(text)))
    assert_inert(str(render_inline(text)))


@settings(deadline=None, max_examples=400)
@given(TEXT)
def test_no_word_is_lost_that_is_not_told(text: str) -> None:
    """Cells beyond the head of a table are the exception that is known, below."""
    if not losses(text) and "-|-" not in text:
        reading = read(str(render(text)))
        shown = reading.text + " ".join(value for one in reading.elements for value in one.attributes.values())
        for word in ("lamp", "wick", "horn", "منارة", "灯塔"):
            assert shown.count(word) >= text.count(word)


@pytest.mark.parametrize(
    "text",
    ["a | b\n--|--\n1 | 2 | wick", "[Wick]: lamp", "a\n\n[1]: https://x.example/wick", "``` wick\nlamp\n```"],
    ids=["cell", "definition", "definition of a number", "language of a code block"],
)
def test_known_words_that_are_lost(text: str) -> None:
    assert losses(text) or "wick" in str(render(text)).lower()


@pytest.mark.parametrize("text", ["&lt;b&gt; <3", r"\<b> <3"])
def test_escaped_html_is_no_loss(text: str) -> None:
    assert render(text) == "<p>&lt;b&gt; &lt;3</p>"
    assert losses(text) == ()


@given(st.text(), st.text(st.sampled_from(" \n\t\r")))
def test_a_fingerprint_does_not_see_white_space_around(text: str, space: str) -> None:
    assert fingerprint(text) == fingerprint(text + space) == fingerprint(space + text)
    assert re.fullmatch("[0-9a-f]{8}", fingerprint(text))


@given(st.text())
def test_a_fingerprint_does_not_see_normalisation(text: str) -> None:
    assert fingerprint(unicodedata.normalize("NFD", text)) == fingerprint(unicodedata.normalize("NFC", text))


def test_a_fingerprint_sees_everything_else() -> None:
    texts = ["lamp", "Lamp", "la mp", "lamp.", "lamp\nlamp", "lamp lamp", ""]
    assert len({fingerprint(text) for text in texts}) == len(texts)
    assert fingerprint("") == "e3b0c442"
    assert fingerprint("é") == fingerprint("e\u0301") != fingerprint("e")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As long as there is room", "As long as there is room"),
        ("A little longer than there is room", "A little longer than…"),
        ("太长的文字在没有空格的地方被截断而且不会丢失更多", "太长的文字在没有空格的地方被截断而且不会丢失更多"),
        ("UNODC 太长的文字在没有空格的地方被截断而且不会丢失更多", "UNODC 太长的文字在没有空格的地方被截断而…"),
    ],
)
def test_a_brief_text_ends_between_words(text: str, expected: str) -> None:
    assert brief(text, 24) == expected
