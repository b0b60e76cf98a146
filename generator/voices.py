"""The voices that say what is wrong: for people at a terminal, for editors, for GitHub and GitLab, for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import UNBROKEN, Diagnostic, Severity, visible, visible_lines
from generator.phrase import Phrase, also, at, phrase
from generator.source import Span


@dataclass(frozen=True, slots=True)
class Paint:
    """How to mark words on a terminal; the plain one marks nothing."""

    error: Callable[[str], str] = str
    warning: Callable[[str], str] = str
    strong: Callable[[str], str] = str
    quiet: Callable[[str], str] = str
    added: Callable[[str], str] = str


PLAIN = Paint()
LINE_LIMIT = 100
SEVERITIES = {Severity.ERROR: phrase("error"), Severity.WARNING: phrase("warning")}
"""How bad, for people."""

Saying = Callable[[str], str]
"""Says a phrase in the language of the reader; ``str`` says it in English."""


def full(found: Diagnostic, paint: Paint = PLAIN, say: Saying = str) -> str:
    """A few lines for a reader at a terminal: the fault, its line with a caret below, and the way out."""
    span = found.span
    colour = paint.error if found.severity is Severity.ERROR else paint.warning
    text, caret = _excerpt(span)
    gutter = " " * len(str(span.line))
    lines = [
        f"{colour(f'{say(SEVERITIES[found.severity])}[{found.code}]')} {paint.strong(told(found.problem.message, say))}",
        f"{gutter}{paint.quiet('-->')} {visible(span.path)}:{span.line}:{span.column}",
    ]
    if text.strip():
        lines += [
            f"{gutter} {paint.quiet('|')}",
            f"{paint.quiet(str(span.line) + ' |')} {text}",
            f"{gutter} {paint.quiet('|')} {colour(caret)}",
        ]
    if found.problem.advice:
        lines.append(f"{gutter} {paint.quiet('=')} {told(found.problem.advice, say)}")
    return "\n".join(lines) + "\n"


def concise(found: Diagnostic, say: Saying = str) -> str:
    """One line for editors and ``grep``: ``file:line:col: code message``."""
    span = found.span
    return f"{visible(span.path)}:{span.line}:{span.column}: {found.code} {told(found.problem.message, say)}"


def as_reason(found: Diagnostic) -> Phrase:
    """The same with the way out, as the reason that something else gives."""
    span, problem = found.span, found.problem
    place = f"{visible(span.path)}:{span.line}:{span.column}"
    return at(place, also(Phrase("%(code)s %(said)s", {"code": found.code, "said": problem.message}), problem.advice))


def github(found: Diagnostic, say: Saying = str) -> str:
    """One workflow command of GitHub Actions, which shows it beside the line of the pull request.

    Source: GitHub documentation, workflow commands; ``%``, line breaks and, in properties, ``:`` and ``,``
    are escaped.
    """
    span = found.span
    text = also(found.problem.message, found.problem.advice)
    values = {"file": span.path, "line": span.line, "col": span.column, "title": found.code}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in values.items())
    return f"::{found.severity} {properties}::{_data(say(text), _own_spaces(text, say))}"


def as_json(found: Iterable[Diagnostic], say: Saying = str) -> str:
    """All of them as one JSON list, for other programs; lines and columns count from 1. Code and severity stay in every language."""
    import json

    said = json.dumps([for_programs(one, say) for one in found], indent=2)
    return said.replace("##[", r"#\u0023[")  # the same text; see ``visible``


def gitlab(found: Iterable[Diagnostic], say: Saying = str) -> str:
    """All of them as a code quality report of GitLab, which shows it in the merge request: a JSON list.

    Source: GitLab documentation, code quality report format. A fault keeps its fingerprint when its line moves, so that GitLab can
    tell new ones from those that were there; it is made of file, code, the line's text, and which one of those alike it is.
    """
    import json

    seen: Counter[tuple[str, str, str]] = Counter()
    issues = []
    for one in found:
        alike = one.span.path, one.code, one.span.source.line(one.span.line).strip()
        seen[alike] += 1
        issues.append(_issue(one, say, "\0".join((*alike, str(seen[alike])))))
    return json.dumps(issues, indent=2)


def _issue(found: Diagnostic, say: Saying, identity: str) -> dict[str, Any]:
    from hashlib import sha256

    return {
        "description": told(also(found.problem.message, found.problem.advice), say),
        "check_name": found.code,
        "fingerprint": sha256(identity.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": "blocker" if found.severity is Severity.ERROR else "minor",
        "location": {"path": visible(found.span.path), "lines": {"begin": found.span.line}},
    }


def for_programs(found: Diagnostic, say: Saying = str) -> dict[str, str | int]:
    """One of them as plain data."""
    span = found.span
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": say(found.problem.message),
        "advice": say(found.problem.advice),
        "file": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def told(said: str, say: Saying = str) -> str:
    """A sentence in the language of the reader, made safe to print."""
    return visible(say(said), _own_spaces(said, say))


def _own_spaces(said: str, say: Saying) -> str:
    """Those of the language, of which English has none, so that a stranger's are shown."""
    return "" if say(said) == said else UNBROKEN


def excerpt(span: Span) -> tuple[str, str, str]:
    """The line where it begins, made safe to show and cut where it is long: what is before, in, and after the span."""
    line = span.source.line(span.line).replace("\t", " ")
    first = span.column - 1
    last = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, first - LINE_LIMIT // 2) if len(line) > LINE_LIMIT else 0
    text, first, last = line[cut : cut + LINE_LIMIT], first - cut, last - cut
    return visible(text[:first]), visible(text[first:last]), visible(text[last:])


def _excerpt(span: Span) -> tuple[str, str]:
    from generator.aligned import width

    before, marked, after = excerpt(span)
    text = visible(before + marked + after)  # what is harmless in each may not be so in all
    return text, " " * width(before) + "^" * max(1, width(marked))


def _data(text: str, kept: str = "") -> str:
    return visible_lines(text, kept).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
