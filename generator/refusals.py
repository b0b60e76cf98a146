"""Why a file is not read.

Each refusal is a function that says it, with its explanation as docstring, listed in REFUSALS.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.diagnostics import Diagnostic, Problem, Rule, Severity, shortened
from generator.source import Span


def missing_file(span: Span) -> Problem:
    """A file that must be there is not.

    Restore it from the repository, or mend the path you gave.

    Wrong:

        registry/            (without themes.yml)

    Right:

        registry/themes.yml
    """
    return Problem(span, "there is no such file", "restore it from the repository, or mend the path")


def unreadable_file(span: Span, reason: str) -> Problem:
    """The file is there but cannot be opened.

    Most often its permissions forbid it.

    Wrong:

        chmod 000 ita-plans.yml

    Right:

        chmod 644 ita-plans.yml
    """
    return Problem(span, f"the file cannot be read: {shortened(reason)}", "look at its permissions")


def symbolic_link(span: Span, name: str) -> Problem:
    """A symbolic link stands where a file is expected.

    Links are never followed: they could lead out of the folder.

    Wrong:

        ita-plans.yml -> /etc/hosts

    Right:

        ita-plans.yml         (the file itself)
    """
    message = f"{shortened(name)} is a symbolic link"
    return Problem(span, message, "put the file itself here; links are not followed")


def not_a_file(span: Span, name: str) -> Problem:
    """A folder or device has the name of an entry.

    Only regular files are read.

    Wrong:

        ita-plans.yml/

    Right:

        ita-plans.yml
    """
    return Problem(span, f"{shortened(name)} is not a regular file", "give it another name, or move it away")


def stray_file(span: Span, name: str) -> Problem:
    """A file among the entries does not end in `.yml`, so it would silently be left out.

    Notes and images belong elsewhere; an entry needs the ending `.yml` in small letters.

    Wrong:

        practices/article-05/ita-plans.yaml

    Right:

        practices/article-05/ita-plans.yml
    """
    stem = shortened(name.split(".")[0])
    message = f"{shortened(name)} does not end in .yml, so it would not be read"
    return Problem(span, message, f"call it {stem}.yml, or move it away")


def closed_folder(span: Span, name: str) -> Problem:
    """A folder cannot be looked into, or stands too deep in others, so what is in it would silently be left out.

    Entries stand in one folder for each article.

    Wrong:

        practices/article-05/2019/meeting/statements/europe/south/rome/one/two/ita-plans.yml

    Right:

        practices/article-05/ita-plans.yml
    """
    message = f"the folder {shortened(name)} cannot be looked into, or stands too deep in others"
    return Problem(span, message, "look at its permissions, or move its files up")


def name_not_utf_8(span: Span) -> Problem:
    """The name of a file or folder is in another encoding than UTF-8.

    Other computers would not find it by that name. It often comes out of an old archive.

    Wrong:

        practices/article-05/ita-\\xe0.yml

    Right:

        practices/article-05/ita-plans.yml
    """
    return Problem(span, "the name is not in UTF-8", "give it another, of small letters, digits and hyphens")


def too_large(span: Span, size: int, limit: int) -> Problem:
    """The file is larger than any entry needs.

    The limit (256 KB) protects the checks from files made to exhaust them.

    Wrong:

        description: |            (a whole report pasted in)

    Right:

        description: |            (what was done; the report is a source)
    """
    message = f"the file has {size:,} bytes; at most {limit:,} are read"
    return Problem(span, message, "shorten the texts, or split the entry")


def not_utf_8(span: Span, instead: str) -> Problem:
    """The file is in another encoding than UTF-8.

    Letters with accents and other scripts would come out wrong. Choose UTF-8 in the editor's "Save as".

    Wrong:

        lead: Autorit\\xe0         (Latin-1)

    Right:

        lead: Autorità            (UTF-8)
    """
    return Problem(span, f"the file is not in UTF-8{instead}", "save it again with the encoding UTF-8")


def unseen_character(span: Span, character: str) -> Problem:
    """A control, zero-width or text-direction character stands in the file.

    A reviewer cannot see it, and it can hide or turn around words. It often comes with text copied from a web
    page.

    Wrong:

        title: Plan<U+200B>s

    Right:

        title: Plans
    """
    message = f"the character U+{ord(character):04X} cannot be seen by a reader of this file"
    return Problem(span, message, "delete it; typing the words anew removes it")


def broken_yaml(span: Span, message: str, advice: str) -> Problem:
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
    advice = "write the entry, or delete the file; `observatory new` writes an empty one with comments"
    return Problem(span, "the file is empty", advice)


def no_fields(span: Span) -> Problem:
    """The file holds a list or a bare text instead of fields.

    Every line at the left margin begins with the name of a field and a colon.

    Wrong:

        - title

    Right:

        title: Cascade of three-year plans
    """
    advice = "begin each line with the name of a field and a colon, like `title: …`"
    return Problem(span, "the file holds no fields", advice)


def alias(span: Span, mark: str, name: str) -> Problem:
    """The file uses a YAML anchor (`&`) or alias (`*`).

    They are not needed in an entry, and files made of them can exhaust a computer. A text that begins with
    `*` or `&` needs quotes.

    Wrong:

        title: *plan

    Right:

        title: "*plan"
    """
    kind = "alias" if mark == "*" else "anchor"
    advice = f"write the value itself; put a text that begins with {mark} in double quotes"
    return Problem(span, f"{mark}{shortened(name, 30)} is a YAML {kind}", advice)


def tag(span: Span, name: str) -> Problem:
    """The file uses a YAML tag (`!`).

    A text that begins with `!` needs quotes.

    Wrong:

        title: !important plan

    Right:

        title: "!important plan"
    """
    advice = "take it away; put a text that begins with ! in double quotes"
    return Problem(span, f"{shortened(name, 40)} is a YAML tag", advice)


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
    return Problem(span, "the file begins with a YAML directive (%)", "delete that line")


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
    advice = "keep one entry a file: take the line --- away, or move what follows to a file of its own"
    return Problem(span, "a second document begins here", advice)


def duplicate_key(span: Span, name: str) -> Problem:
    """A field stands twice in the same place.

    YAML would keep only the last one and lose the other.

    Wrong:

        status: planned
        status: in-force

    Right:

        status: in-force
    """
    return Problem(span, f"`{shortened(name, 40)}` stands here for the second time", "keep one of the two")


def merge_key(span: Span) -> Problem:
    """The file uses a YAML merge key (`<<`).

    It copies fields from elsewhere, where a reader of the entry does not see them.

    Wrong:

        <<: {status: planned}

    Right:

        status: planned
    """
    return Problem(span, "<< is a YAML merge key", "write the fields themselves")


def key_not_text(span: Span) -> Problem:
    """A list or mapping stands where the name of a field is expected.

    A name is plain text; a bracket before it makes it something else.

    Wrong:

        [title]: Plans

    Right:

        title: Plans
    """
    message = "a list or mapping stands where the name of a field is expected"
    return Problem(span, message, "take the brackets away, or put the value in double quotes")


def too_deep(span: Span, limit: int) -> Problem:
    """Values are nested deeper than any entry needs.

    The limit protects the checks.

    Wrong:

        title: [[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]

    Right:

        title: x
    """
    message = f"values are nested more than {limit} levels deep"
    return Problem(span, message, "take the brackets or indents apart")


def too_many_values(span: Span, limit: int) -> Problem:
    """The file holds more values than any entry needs.

    The limit (5,000) protects the checks.

    Wrong:

        partners: [a, a, a, …]     (thousands of them)

    Right:

        partners: [Ministry of Finance]
    """
    return Problem(span, f"the file holds more than {limit:,} values", "split the entry")


def unread_file(span: Span, name: str, known: tuple[str, ...]) -> Problem:
    """A file in the registry that nothing reads.

    Most often its name is misspelt, or a document stands outside the folder `documents`, a glossary outside `glossary`.

    Wrong:

        registry/theme.yml

    Right:

        registry/themes.yml
    """
    advice = f"the files are {', '.join(known)}, one a document in registry/documents/, and one a language in registry/glossary/"
    return Problem(span, f"nothing reads a file called {shortened(name)}", advice)


REFUSALS = tuple(
    Rule(code, Severity.ERROR, refusal)
    for code, refusal in (
        ("Y001", missing_file),
        ("Y002", unreadable_file),
        ("Y003", symbolic_link),
        ("Y004", not_a_file),
        ("Y005", stray_file),
        ("Y006", too_large),
        ("Y007", not_utf_8),
        ("Y008", unseen_character),
        ("Y009", broken_yaml),
        ("Y010", empty_file),
        ("Y011", no_fields),
        ("Y012", alias),
        ("Y013", tag),
        ("Y014", directive),
        ("Y015", second_document),
        ("Y016", duplicate_key),
        ("Y017", merge_key),
        ("Y018", key_not_text),
        ("Y019", too_deep),
        ("Y020", too_many_values),
        ("Y021", unread_file),
        ("Y022", closed_folder),
        ("Y023", name_not_utf_8),
    )
)

_CODES = {rule.find: rule.code for rule in REFUSALS}


def refused(refusal: Callable[..., Problem], span: Span, *about: object) -> Diagnostic:
    """The diagnostic of a refusal, with whatever else its function asks for."""
    return Diagnostic(_CODES[refusal], Severity.ERROR, refusal(span, *about))


class RefusedError(Exception):
    """Ends the reading of one file, with the diagnostic that says why; ``load`` lets none of them out."""

    def __init__(self, refusal: Callable[..., Problem], span: Span, *about: object) -> None:
        self.diagnostic = refused(refusal, span, *about)


_COLON = "a text with a colon and a space in it must stand in quotes"
_IN_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        _COLON,
        'put the whole value in double quotes: "…: …"',
    ),
    (
        "cannot start any token",
        "a value cannot begin with this character",
        "put the value in double quotes",
    ),
    (
        "did not find expected key",
        "the line does not fit what stands above it",
        "look at the indent of this line, and at quotation marks above it that are not closed",
    ),
    (
        "could not find expected ':'",
        "the name of a field without its colon, or a text that is not indented",
        "write `name: value`, and indent the lines of a long text by two spaces",
    ),
    (
        "while scanning a quoted scalar",
        "a quotation mark is opened and never closed",
        "close it, or take it away",
    ),
    (
        "did not find expected ',' or",
        "a list or mapping in brackets is not closed, or a comma is missing",
        "close the bracket; put values with commas, colons or brackets in double quotes",
    ),
    (
        "did not find expected '-' indicator",
        "the line does not fit the list above it",
        "begin it with `- ` at the same indent, or indent it further",
    ),
    (
        "did not find expected alphabetic or numeric",
        "a value begins with * or &, which YAML reads as a mark of its own",
        "put the value in double quotes",
    ),
    (
        "did not find expected node content",
        "a bracket or comma stands where a value is expected",
        "close the bracket, or put the value in double quotes",
    ),
    (
        "did not find expected <document start>",
        "the line stands outside of the entry",
        "take the line before it away, if it is only three dots",
    ),
    (
        "invalid Unicode character escape code",
        "a backslash inside double quotes names a character that does not exist",
        "write the character itself",
    ),
    (
        "unknown escape character",
        "a backslash inside double quotes begins a mark that YAML does not know",
        "write two backslashes, or use single quotes",
    ),
    (
        "found undefined tag handle",
        "a value begins with !, which YAML reads as a mark of its own",
        "put the value in double quotes",
    ),
)


def explain_parser_error(problem: str, context: str, character: str = "") -> tuple[str, str]:
    """What is wrong and what to do, from the parser's own words for it, and the character it stopped at."""
    if character == "\t":
        return "a tab stands where spaces are needed", "indent with spaces"
    for words, message, advice in _IN_PLAIN_WORDS:
        if words in problem or words in context:
            return message, advice
    said = shortened(" ".join(part for part in (context, problem) if part) or "unknown reason", 100)
    return f"this is not YAML: {said}", "compare the line with the same line of another entry"
