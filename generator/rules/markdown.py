"""Rules for texts in Markdown: that all of it reaches the reader, and may."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Problem, shortened
from generator.document import Scalar
from generator.phrase import phrase
from generator.rules.place import within
from generator.rules.subject import Subject


def is_lossy(subject: Subject) -> bool:
    """Whether readers would not get all of the texts in Markdown."""
    return bool(subject.losses)


def raw_html(subject: Subject) -> Iterator[Problem]:
    """HTML in a Markdown text.

    It is not rendered but shown as it stands, because a page made of texts by many authors must not run
    anything.

    Wrong:

        description: The plan is <b>binding</b>.

    Right:

        description: The plan is **binding**.
    """
    for scalar, line, detail in _losses(subject, "html"):
        advice = phrase("use Markdown: `**bold**`, `*italic*`; put a literal < into backquotes, like `<`")
        there = detail if detail in scalar.value else detail.rstrip(">")
        yield Problem(
            within(scalar, there, line), phrase("HTML is not rendered: %(words)s", words=shortened(detail, 40)), advice
        )


def image(subject: Subject) -> Iterator[Problem]:
    """An image in a Markdown text.

    Entries are words: pages ask no other site for anything, and everything must be readable aloud and in
    print.

    Wrong:

        description: "![The cascade](https://example.org/cascade.png)"

    Right:

        description: "The cascade is drawn in [the plan](https://example.org/plan)."
    """
    for scalar, line, detail in _losses(subject, "image"):
        words = shortened(detail, 40)
        message = phrase("images are not shown: %(words)s", words=words) if words else phrase("images are not shown")
        yield Problem(
            within(scalar, "![", line), message, phrase("say in words what it shows, and link to the page it is on")
        )


def unsafe_link(subject: Subject) -> Iterator[Problem]:
    """A link that leads nowhere, or that a browser would run.

    Links begin with `https://`, `http://` or `mailto:`; an entry stands at several addresses, so that a
    relative link would break.

    Wrong:

        description: See [the plan](plans/2019.pdf).

    Right:

        description: See [the plan](https://example.org/plans/2019.pdf).
    """
    for scalar, line, detail in _losses(subject, "link"):
        message = phrase("the link to `%(words)s` would not work", words=shortened(detail, 40))
        yield Problem(within(scalar, detail, line), message, phrase("write the whole address, beginning with https://"))


def heading_jump(subject: Subject) -> Iterator[Problem]:
    """A heading of the wrong level.

    The page's own headings are of the first and second level. A text begins with the third, `###`, and goes
    one level deeper at a time, so that a listener can follow.

    Wrong:

        description: "# Steps"

    Right:

        description: "### Steps"
    """
    for scalar, line, detail in _losses(subject, "heading"):
        message = phrase("a heading of level %(level)s does not fit here", level=len(detail))
        advice = phrase(
            "begin with ###, one level deeper at a time; a line of - or = makes a heading of the text above"
        )
        yield Problem(within(scalar, detail, line), message, advice)


def empty_link(subject: Subject) -> Iterator[Problem]:
    """A link without words.

    Nobody could see or hear where it leads.

    Wrong:

        description: "[](https://example.org/plan)"

    Right:

        description: "[The plan](https://example.org/plan)"
    """
    for scalar, line, detail in _losses(subject, "empty-link"):
        message = phrase("the link to `%(words)s` has no words", words=shortened(detail, 40))
        yield Problem(within(scalar, "[](", line), message, phrase("write between the brackets what it leads to"))


def unshown_words(subject: Subject) -> Iterator[Problem]:
    """Words that Markdown keeps to itself.

    A cell beyond the columns of a table's head, the definition of a link that no link uses, and the word behind the
    backquotes that open a block are read by nobody.

    Wrong:

        description: |
          [Note]: https://example.org/plan

    Right:

        description: |
          Note: [the plan](https://example.org/plan)
    """
    for scalar, line, detail in _losses(subject, "unshown"):
        message = phrase("`%(words)s` would not be shown to readers", words=shortened(detail, 40))
        advice = phrase("write it as plain words; put a backslash before a | that is no border of a cell")
        yield Problem(within(scalar, detail, line), message, advice)


def unseen_entity(subject: Subject) -> Iterator[Problem]:
    """An HTML entity that stands for a character nobody sees.

    On the page it would hide or turn around words, as the character itself would.

    Wrong:

        description: The plan &#x202E;is binding.

    Right:

        description: The plan is binding.
    """
    for scalar, line, detail in _losses(subject, "unseen"):
        message = phrase("`%(words)s` becomes a character that readers cannot see", words=shortened(detail, 40))
        yield Problem(
            within(scalar, detail, line),
            message,
            phrase("take it away; in scripts that need it, type the character itself"),
        )


def large_table(subject: Subject) -> Iterator[Problem]:
    """A table that no page can hold.

    Beyond 20 columns or 1,000 cells nobody reads it, least of all aloud or on a telephone. Figures belong in a file that
    the source offers.

    Wrong:

        description: |
          |1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|
          |-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|

    Right:

        description: |
          | Year | Bodies with a plan |
          |------|--------------------|
          | 2019 | 41                 |
    """
    for scalar, line, detail in _losses(subject, "table"):
        from generator.losses import CELLS, COLUMNS

        message = phrase(
            "a table may have %(columns)s columns and %(cells)s cells, and this one has more",
            columns=COLUMNS,
            cells=CELLS,
        )
        yield Problem(
            within(scalar, detail, line), message, phrase("keep what the practice needs, and link to the whole")
        )


def _losses(subject: Subject, kind: str) -> Iterator[tuple[Scalar, int, str]]:
    return ((scalar, loss.line, loss.detail) for _, scalar, loss in subject.losses if loss.kind == kind)
