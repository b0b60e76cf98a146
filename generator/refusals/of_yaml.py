"""Why a file is not read as YAML, or holds more than an entry needs."""

from __future__ import annotations

from generator.diagnostics import Problem, shortened
from generator.phrase import Phrase, counted, phrase
from generator.source import Span


def broken_yaml(span: Span, message: Phrase, advice: Phrase) -> Problem:
    """The file is not well-formed YAML.

    The usual causes are a colon followed by a space inside a text without quotes, a quotation mark that is
    not closed, and uneven indents.

    Wrong:

        title: Plan: the second

    Right:

        title: "Plan: the second"
    """
    return Problem(span, message, advice)


def empty_file(span: Span) -> Problem:
    """The file holds nothing but spaces or comments.

    It would be taken for an entry and show nothing.

    Wrong:

        # to be written

    Right:

        language: en
        title: Cascade of three-year plans
    """
    advice = phrase("write the entry, or delete the file; `observatory new` writes an empty one with comments")
    return Problem(span, phrase("the file is empty"), advice)


def no_fields(span: Span) -> Problem:
    """The file holds a list or a bare text instead of fields.

    Every line at the left margin begins with the name of a field and a colon.

    Wrong:

        - title

    Right:

        title: Cascade of three-year plans
    """
    advice = phrase("begin each line with the name of a field and a colon, like `title: …`")
    return Problem(span, phrase("the file holds no fields"), advice)


def alias(span: Span, mark: str, name: str) -> Problem:
    """The file uses a YAML anchor (`&`) or alias (`*`).

    They are not needed in an entry, and files made of them can exhaust a computer. A text that begins with
    `*` or `&` needs quotes.

    Wrong:

        title: *plan

    Right:

        title: "*plan"
    """
    name = mark + shortened(name, 30)
    message = phrase("%(name)s is a YAML alias", name=name)
    if mark == "&":
        message = phrase("%(name)s is a YAML anchor", name=name)
    advice = phrase("write the value itself; put a text that begins with %(mark)s in double quotes", mark=mark)
    return Problem(span, message, advice)


def tag(span: Span, name: str) -> Problem:
    """The file uses a YAML tag (`!`).

    A text that begins with `!` needs quotes.

    Wrong:

        title: !important plan

    Right:

        title: "!important plan"
    """
    advice = phrase("take it away; put a text that begins with ! in double quotes")
    return Problem(span, phrase("%(name)s is a YAML tag", name=shortened(name, 40)), advice)


def directive(span: Span) -> Problem:
    """The file begins with a YAML directive (`%`).

    It would change how the rest is read.

    Wrong:

        %YAML 1.2
        ---
        title: Plans

    Right:

        title: Plans
    """
    return Problem(span, phrase("the file begins with a YAML directive (%)"), phrase("delete that line"))


def second_document(span: Span) -> Problem:
    """The file holds more than one document.

    An entry is one file; a line of three hyphens begins another one.

    Wrong:

        title: Plans
        ---
        title: More plans

    Right:

        title: Plans
    """
    advice = phrase("keep one entry a file: take the line --- away, or move what follows to a file of its own")
    return Problem(span, phrase("a second document begins here"), advice)


def duplicate_key(span: Span, name: str) -> Problem:
    """A field stands twice in the same place.

    YAML would keep only the last one and lose the other.

    Wrong:

        status: planned
        status: in-force

    Right:

        status: in-force
    """
    return Problem(
        span,
        phrase("`%(name)s` stands here for the second time", name=shortened(name, 40)),
        phrase("keep one of the two"),
    )


def merge_key(span: Span) -> Problem:
    """The file uses a YAML merge key (`<<`).

    It copies fields from elsewhere, where a reader of the entry does not see them.

    Wrong:

        <<: {status: planned}

    Right:

        status: planned
    """
    return Problem(span, phrase("<< is a YAML merge key"), phrase("write the fields themselves"))


def key_not_text(span: Span) -> Problem:
    """A list or mapping stands where the name of a field is expected.

    A name is plain text; a bracket before it makes it something else.

    Wrong:

        [title]: Plans

    Right:

        title: Plans
    """
    message = phrase("a list or mapping stands where the name of a field is expected")
    return Problem(span, message, phrase("take the brackets away, or put the value in double quotes"))


def too_deep(span: Span, limit: int) -> Problem:
    """Values are nested deeper than any entry needs.

    The limit protects the checks.

    Wrong:

        title: [[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]

    Right:

        title: x
    """
    message = counted(
        "values are nested more than %(n)s level deep", "values are nested more than %(n)s levels deep", limit
    )
    return Problem(span, message, phrase("take the brackets or indents apart"))


def too_many_values(span: Span, limit: int) -> Problem:
    """The file holds more values than any entry needs.

    The limit (5,000) protects the checks.

    Wrong:

        partners: [a, a, a, …]     (thousands of them)

    Right:

        partners: [Ministry of Finance]
    """
    return Problem(
        span,
        counted("the file holds more than %(n)s value", "the file holds more than %(n)s values", limit),
        phrase("split the entry"),
    )
