"""What YAML's parser complains of, in plain words."""

from __future__ import annotations

from generator.diagnostics import shortened
from generator.phrase import Phrase, phrase

_COLON = phrase("a text with a colon and a space in it must stand in quotes")
_IN_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        _COLON,
        phrase('put the whole value in double quotes: "…: …"'),
    ),
    (
        "cannot start any token",
        phrase("a value cannot begin with this character"),
        phrase("put the value in double quotes"),
    ),
    (
        "did not find expected key",
        phrase("the line does not fit what stands above it"),
        phrase("look at the indent of this line, and at quotation marks above it that are not closed"),
    ),
    (
        "could not find expected ':'",
        phrase("the name of a field without its colon, or a text that is not indented"),
        phrase("write `name: value`, and indent the lines of a long text by two spaces"),
    ),
    (
        "while scanning a quoted scalar",
        phrase("a quotation mark is opened and never closed"),
        phrase("close it, or take it away"),
    ),
    (
        "did not find expected ',' or",
        phrase("a list or mapping in brackets is not closed, or a comma is missing"),
        phrase("close the bracket; put values with commas, colons or brackets in double quotes"),
    ),
    (
        "did not find expected '-' indicator",
        phrase("the line does not fit the list above it"),
        phrase("begin it with `- ` at the same indent, or indent it further"),
    ),
    (
        "did not find expected alphabetic or numeric",
        phrase("a value begins with * or &, which YAML reads as a mark of its own"),
        phrase("put the value in double quotes"),
    ),
    (
        "did not find expected node content",
        phrase("a bracket or comma stands where a value is expected"),
        phrase("close the bracket, or put the value in double quotes"),
    ),
    (
        "did not find expected <document start>",
        phrase("the line stands outside of the entry"),
        phrase("take the line before it away, if it is only three dots"),
    ),
    (
        "invalid Unicode character escape code",
        phrase("a backslash inside double quotes names a character that does not exist"),
        phrase("write the character itself"),
    ),
    (
        "unknown escape character",
        phrase("a backslash inside double quotes begins a mark that YAML does not know"),
        phrase("write two backslashes, or use single quotes"),
    ),
    (
        "found undefined tag handle",
        phrase("a value begins with !, which YAML reads as a mark of its own"),
        phrase("put the value in double quotes"),
    ),
)


def in_plain_words(problem: str, context: str, character: str = "") -> tuple[Phrase, Phrase]:
    """What is wrong and what to do, from the parser's own words for it, and the character it stopped at."""
    if character == "\t":
        return phrase("a tab stands where spaces are needed"), phrase("indent with spaces")
    for words, message, advice in _IN_PLAIN_WORDS:
        if words in problem or words in context:
            return message, advice
    said = shortened(" ".join(part for part in (context, problem) if part), 100) or phrase("unknown reason")
    return (
        phrase("this is not YAML: %(reason)s", reason=said),
        phrase("compare the line with the same line of another entry"),
    )
