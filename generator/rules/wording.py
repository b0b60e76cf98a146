"""Rules for the words of an entry: that they are shown as they were meant, and may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.characters import mixed_word
from generator.diagnostics import Problem, shortened
from generator.document import Scalar
from generator.rules.place import within
from generator.rules.subject import Subject

_TAG = re.compile(r"<[A-Za-z/!?][^<>\n]{0,40}>?")
_MARKUP = re.compile(r"\*\*\S|\S\*\*|\]\(")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.-]*\w")
_NUMBER = re.compile(
    r"(?:\b(?:tel|phone|fax|mobile)(?:ephone)?[.:]{0,2}\s*\(?\+?|\+)\d[\d ()/.-]{5,20}\d", re.IGNORECASE
)
_FIGURES = re.compile(r"[0-9][0-9 ()/.-]{5,20}[0-9]")
_BEFORE_FIGURES = ("tel", "phone", "fax", "mobile")
_BEFORE_NUMBER = ("+", "tel.", "tel:", "tel ", "Tel", "phone", "Phone", "fax", "Fax", "mobile", "Mobile")
_PLACEHOLDERS = frozenset({
    "todo", "to do", "...", "…", "n/a", "na", "none", "nil", "xxx", "xx", "x", "tbd", "tbc", "tba", "fixme",
    "-", "?", "???",
})  # fmt: skip


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
        advice = "use Markdown: `**bold**`, `*italic*`; put a literal < into backquotes, like `<`"
        there = detail if detail in scalar.value else detail.rstrip(">")
        yield Problem(within(scalar, there, line), f"HTML is not rendered: {shortened(detail, 40)}", advice)


def html_in_plain_text(subject: Subject) -> Iterator[Problem]:
    """HTML in a text that is shown as it stands.

    Titles, summaries and names are plain text: a reader would see the tag.

    Wrong:

        title: Plans of <b>public bodies</b>

    Right:

        title: Plans of public bodies
    """
    if "<" in subject.plain_words:
        for slot, scalar in subject.plain_texts:
            for found in _TAG.finditer(scalar.value):
                message = f"{slot.called} is plain text, and holds HTML: {shortened(found.group(), 40)}"
                yield Problem(within(scalar, found.group()), message, "take the tag away")


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
        message = f"images are not shown: {shortened(detail, 40) or 'this one'}"
        yield Problem(within(scalar, "![", line), message, "say in words what it shows, and link to the page it is on")


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
        message = f"the link to `{shortened(detail, 40)}` would not work"
        yield Problem(within(scalar, detail, line), message, "write the whole address, beginning with https://")


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
        message = f"a heading of level {len(detail)} does not fit here"
        advice = "begin with ###, one level deeper at a time; a line of - or = makes a heading of the text above"
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
        message = f"the link to `{shortened(detail, 40)}` has no words"
        yield Problem(within(scalar, "[](", line), message, "write between the brackets what it leads to")


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
        message = f"`{shortened(detail, 40)}` would not be shown to readers"
        advice = "write it as plain words; put a backslash before a | that is no border of a cell"
        yield Problem(within(scalar, detail, line), message, advice)


def markdown_in_plain_text(subject: Subject) -> Iterator[Problem]:
    """Markdown in a text that is shown as it stands.

    Titles, summaries and names are plain text: a reader would see the asterisks and brackets.

    Wrong:

        summary: Every body adopts **its own** plan.

    Right:

        summary: Every body adopts its own plan.
    """
    if "**" in subject.plain_words or "](" in subject.plain_words:
        for slot, scalar in subject.plain_texts:
            found = _MARKUP.search(scalar.value)
            if found:
                message = f"{slot.called} is plain text, and holds Markdown"
                yield Problem(within(scalar, found.group()), message, "take the marks away; links belong in `links`")


def personal_contact(subject: Subject) -> Iterator[Problem]:
    """An e-mail address or a telephone number in a text.

    Entries name institutions, never persons, and stay published when people have moved on.

    Wrong:

        lead: National Authority, tel. +39 06 1234 5678

    Right:

        lead: National Authority
    """
    for contact, is_likely in ((_MAIL, "@" in subject.words), (_NUMBER, _may_hold_number(subject.words))):
        if is_likely:
            for slot, scalar in subject.texts:
                for found in contact.finditer(scalar.value):
                    message = f"{slot.called} seems to hold somebody's contact: {shortened(found.group(), 40)}"
                    advice = "leave it out; an institution's own page can stand under `links`"
                    yield Problem(within(scalar, found.group()), message, advice)


def placeholder(subject: Subject) -> Iterator[Problem]:
    """A text that only holds a place.

    Readers would see it. What is not known yet is left out, and can come later.

    Wrong:

        lessons: TBD

    Right:

        lessons: Indicators have to be chosen before the plan begins.
    """
    for slot, scalar in [one for one in subject.texts if len(one[1].value) < 12]:
        word = scalar.value.strip().lower()
        if word in _PLACEHOLDERS or word.rstrip(".") in _PLACEHOLDERS:
            message = f"{slot.called} only holds a place: {shortened(scalar.value.strip())}"
            yield Problem(scalar.span, message, "write it, or leave the field out until it is known")


def unseen_entity(subject: Subject) -> Iterator[Problem]:
    """An HTML entity that stands for a character nobody sees.

    On the page it would hide or turn around words, as the character itself would.

    Wrong:

        description: The plan &#x202E;is binding.

    Right:

        description: The plan is binding.
    """
    for scalar, line, detail in _losses(subject, "unseen"):
        message = f"`{shortened(detail, 40)}` becomes a character that readers cannot see"
        yield Problem(
            within(scalar, detail, line), message, "take it away; in scripts that need it, type the character itself"
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
        from generator.text import CELLS, COLUMNS

        message = f"a table may have {COLUMNS} columns and {CELLS:,} cells, and this one has more"
        yield Problem(within(scalar, detail, line), message, "keep what the practice needs, and link to the whole")


def mixed_scripts(subject: Subject) -> Iterator[Problem]:
    """A word among Latin letters holds Cyrillic or Greek ones that look the same.

    Nobody who searches for the word would find it, and it can pass for another.

    Wrong:

        title: Plаns of public bodies    (with a Cyrillic а)

    Right:

        title: Plans of public bodies
    """
    if not subject.words.isascii():
        for slot, scalar in subject.texts:
            word = mixed_word(scalar.value)
            if word:
                message = f"`{shortened(word, 40)}` in {slot.called} has letters that only look Latin"
                yield Problem(within(scalar, word), message, "type the word anew on a keyboard of its language")


def _may_hold_number(words: str) -> bool:
    """Whether words may hold a number to call, seen in a fraction of the time in which one is found."""
    if words.isascii() and not any(_may_be_called(words, found.start()) for found in _FIGURES.finditer(words)):
        return False
    return any(before in words for before in _BEFORE_NUMBER)


def _may_be_called(words: str, at: int) -> bool:
    """Whether the words before some figures let them be a number to call."""
    before = words[max(0, at - 40) : at]
    last = before.rstrip(" \t\n.:(+")
    return not last or before.endswith("+") or last[-6:].lower().endswith(_BEFORE_FIGURES)


def _losses(subject: Subject, kind: str) -> Iterator[tuple[Scalar, int, str]]:
    return ((scalar, loss.line, loss.detail) for _, scalar, loss in subject.losses if loss.kind == kind)
