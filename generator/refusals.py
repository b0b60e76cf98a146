"""Why a file is not read: the codes of ``load``, each with its explanation, and YAML's own errors in plain words."""

from __future__ import annotations

from enum import Enum


class Refusal(Enum):
    """A reason not to read a file: code, name and explanation."""

    MISSING = ("Y001", "missing-file", "A file that must be there is not.\n\nRestore it from the repository, or mend the path you gave.\n\nWrong:\n\n    registry/            (without themes.yml)\n\nRight:\n\n    registry/themes.yml\n")
    UNREADABLE = ("Y002", "unreadable-file", "The file is there but cannot be opened.\n\nMost often its permissions forbid it.\n\nWrong:\n\n    chmod 000 ita-plans.yml\n\nRight:\n\n    chmod 644 ita-plans.yml\n")
    LINK = ("Y003", "symbolic-link", "A symbolic link stands where a file is expected.\n\nLinks are never followed: they could lead out of the folder.\n\nWrong:\n\n    ita-plans.yml -> /etc/hosts\n\nRight:\n\n    ita-plans.yml         (the file itself)\n")
    NOT_A_FILE = ("Y004", "not-a-file", "A folder or device has the name of an entry.\n\nOnly regular files are read.\n\nWrong:\n\n    ita-plans.yml/\n\nRight:\n\n    ita-plans.yml\n")
    STRAY = ("Y005", "stray-file", "A file among the entries does not end in `.yml`, so it would silently be left out.\n\nWrong:\n\n    practices/article-05/ita-plans.yaml\n\nRight:\n\n    practices/article-05/ita-plans.yml\n")
    TOO_LARGE = ("Y006", "too-large", "The file is larger than any entry needs.\n\nThe limit (256 KB) protects the checks from files made to exhaust them.\n\nWrong:\n\n    description: |            (a whole report pasted in)\n\nRight:\n\n    description: |            (what was done; the report is a source)\n")
    ENCODING = ("Y007", "not-utf-8", "The file is in another encoding than UTF-8.\n\nChoose UTF-8 in the editor's \"Save as\".\n\nWrong:\n\n    lead: Autorit\\xe0         (Latin-1)\n\nRight:\n\n    lead: Autorità            (UTF-8)\n")
    UNSEEN = ("Y008", "unseen-character", "A control, zero-width or text-direction character stands in the file.\n\nA reviewer cannot see it, and it can hide or turn around words. It often comes with text copied from a web page.\n\nWrong:\n\n    title: Plan<U+200B>s\n\nRight:\n\n    title: Plans\n")
    SYNTAX = ("Y009", "broken-yaml", "The file is not well-formed YAML.\n\nThe usual causes are a colon followed by a space inside a text without quotes, a quotation mark that is not closed, and uneven indents.\n\nWrong:\n\n    title: Plan: the second\n\nRight:\n\n    title: \"Plan: the second\"\n")
    EMPTY = ("Y010", "empty-file", "The file holds nothing but spaces or comments.\n\nWrong:\n\n    # to be written\n\nRight:\n\n    language: en\n    title: Cascade of three-year plans\n")
    NOT_A_MAPPING = ("Y011", "no-fields", "The file holds a list or a bare text instead of fields.\n\nWrong:\n\n    - title\n\nRight:\n\n    title: Cascade of three-year plans\n")
    ALIAS = ("Y012", "alias", "The file uses a YAML anchor (`&`) or alias (`*`).\n\nThey are not needed in an entry, and files made of them can exhaust a computer. A text that begins with `*` or `&` needs quotes.\n\nWrong:\n\n    title: *plan\n\nRight:\n\n    title: \"*plan\"\n")
    TAG = ("Y013", "tag", "The file uses a YAML tag (`!`).\n\nA text that begins with `!` needs quotes.\n\nWrong:\n\n    title: !important plan\n\nRight:\n\n    title: \"!important plan\"\n")
    DIRECTIVE = ("Y014", "directive", "The file begins with a YAML directive (`%`).\n\nWrong:\n\n    %YAML 1.2\n    ---\n    title: Plans\n\nRight:\n\n    title: Plans\n")
    SECOND_DOCUMENT = ("Y015", "second-document", "The file holds more than one document.\n\nAn entry is one file.\n\nWrong:\n\n    title: Plans\n    ---\n    title: More plans\n\nRight:\n\n    title: Plans\n")
    DUPLICATE = ("Y016", "duplicate-key", "A field stands twice in the same place.\n\nYAML would keep only the last one and lose the other.\n\nWrong:\n\n    status: planned\n    status: in-force\n\nRight:\n\n    status: in-force\n")
    MERGE = ("Y017", "merge-key", "The file uses a YAML merge key (`<<`).\n\nWrong:\n\n    <<: {status: planned}\n\nRight:\n\n    status: planned\n")
    KEY = ("Y018", "key-not-text", "A list or mapping stands where the name of a field is expected.\n\nWrong:\n\n    [title]: Plans\n\nRight:\n\n    title: Plans\n")
    TOO_DEEP = ("Y019", "too-deep", "Values are nested deeper than any entry needs.\n\nThe limit protects the checks.\n\nWrong:\n\n    title: [[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]\n\nRight:\n\n    title: x\n")
    TOO_MANY = ("Y020", "too-many-values", "The file holds more values than any entry needs.\n\nThe limit protects the checks.\n\nWrong:\n\n    partners: [a, a, a, …]     (thousands of them)\n\nRight:\n\n    partners: [Ministry of Finance]\n")

    @property
    def code(self) -> str:
        """The stable code."""
        return self.value[0]

    @property
    def label(self) -> str:
        """The name in words and hyphens."""
        return self.value[1]

    @property
    def explanation(self) -> str:
        """Markdown: what it is, why it matters, a wrong and a right example."""
        return self.value[2]


_COLON = "a text with a colon and a space in it must stand in quotes"
_IN_PLAIN_WORDS = (
    ("mapping values are not allowed", _COLON, 'put the whole value in double quotes: "…: …"'),
    ("cannot start any token", "a value cannot begin with this character", "put the value in double quotes; indent with spaces, not with tabs"),
    ("did not find expected key", "the line does not fit what stands above it", "look at the indent of this line, and at quotation marks above it that are not closed"),
    ("could not find expected ':'", "the name of a field without its colon, or a text that is not indented", "write `name: value`, and indent the lines of a long text by two spaces"),
    ("while scanning a quoted scalar", "a quotation mark is opened and never closed", "close it, or take it away"),
    ("did not find expected ',' or", "a list or mapping in brackets is not closed, or a comma is missing", "close the bracket; put values with commas, colons or brackets in double quotes"),
    ("did not find expected '-' indicator", "the line does not fit the list above it", "begin it with `- ` at the same indent, or indent it further"),
    ("did not find expected alphabetic or numeric", "a value begins with * or &, which YAML reads as a mark of its own", "put the value in double quotes"),
    ("unknown escape character", "a backslash inside double quotes begins a mark that YAML does not know", "write two backslashes, or use single quotes"),
    ("found undefined tag handle", "a value begins with !, which YAML reads as a mark of its own", "put the value in double quotes"),
    ("tab", "a tab stands where spaces are needed", "indent with spaces"),
)  # fmt: skip


def explain_parser_error(problem: str, context: str) -> tuple[str, str]:
    """What is wrong and what to do, from the parser's own words for it."""
    for words, message, advice in _IN_PLAIN_WORDS:
        if words in problem or words in context:
            return message, advice
    said = " ".join(part for part in (context, problem) if part) or "unknown reason"
    return f"this is not YAML: {said}", "compare the line with the same line of another entry"
