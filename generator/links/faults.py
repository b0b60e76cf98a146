"""What can be wrong with a link of the built site, each fault explained, and told with its place in the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from msgspec.structs import replace

from generator.diagnostics import Diagnostic, Problem, Rule, Severity
from generator.links import careful
from generator.links.careful import Attribute
from generator.links.target import resolve
from generator.phrase import NOTHING, Phrase, also, counted, phrase
from generator.source import Source, Span

ADDRESS = "L101"
ANCHOR = "L102"
ID = "L103"


@dataclass(frozen=True, slots=True)
class Suspect:
    """A fault that was seen in passing, on a page that is now read with care.

    ``kind`` is its code, ``page`` the address and ``file`` the path of the page below the site, ``target`` where the
    link leads, or the id behind a ``#``; ``there`` are all addresses of the site; ``origin`` is where the page's text
    probably comes from, empty where nobody knows.
    """

    kind: str
    page: str
    file: str
    target: str
    text: str
    site_url: str
    there: Set[str]
    origin: str


def broken_link(suspect: Suspect) -> Iterator[Problem]:
    """A link leads to a page or file that is not there.

    Addresses are compared letter by letter, and that of a folder ends with a slash, because many servers are strict about
    both. Links of `404.html` begin with a slash, since it is shown at any address.

    Wrong:

        <a href="../../themes/Strategies">

    Right:

        <a href="../../themes/strategies/">
    """
    address = suspect.target.partition("#")[0]
    for link, attribute in _links(suspect):
        yield _problem(
            suspect,
            attribute,
            phrase("`%(link)s` leads to `%(address)s`, which is not in the site", link=link, address=address),
            _near(address, suspect.there),
        )


def broken_anchor(suspect: Suspect) -> Iterator[Problem]:
    """A link leads to a place on a page that has no such place.

    What stands behind the `#` is the `id` of an element of that page, letter by letter.

    Wrong:

        <a href="../../documents/wg4-2019-4/#paragraph-20">

    Right:

        <a href="../../documents/wg4-2019-4/#p20">
    """
    address, _, anchor = suspect.target.partition("#")
    for link, attribute in _links(suspect):
        message = phrase(
            "`%(link)s` leads to `#%(anchor)s`, which is not on the page `%(address)s`",
            link=link,
            anchor=anchor,
            address=address,
        )
        yield _problem(suspect, attribute, message, NOTHING)


def repeated_id(suspect: Suspect) -> Iterator[Problem]:
    """An id stands twice on a page.

    A link to it leads to the first of them, and so may whoever reads with the ears.

    Wrong:

        <h2 id="cite">Cite</h2> <h2 id="cite">Sources</h2>

    Right:

        <h2 id="cite">Cite</h2> <h2 id="sources">Sources</h2>
    """
    same = [one for one in careful.ids(suspect.text) if one.value == suspect.target[1:]]
    for attribute in same[1:2]:
        message = counted(
            "the id `%(id)s` stands %(n)s time on the page",
            "the id `%(id)s` stands %(n)s times on the page",
            len(same),
            id=attribute.value,
        )
        yield _problem(suspect, attribute, message, NOTHING)


RULES = (
    Rule(ADDRESS, Severity.ERROR, broken_link),
    Rule(ANCHOR, Severity.ERROR, broken_anchor),
    Rule(ID, Severity.ERROR, repeated_id),
)


def found(suspect: Suspect) -> list[Diagnostic]:
    """The first place of a fault on its page; none where a real parser finds it sound."""
    rule = next(rule for rule in RULES if rule.code == suspect.kind)
    return [Diagnostic(rule.code, rule.severity, problem) for problem in rule.find(suspect)][:1]


def and_on(told: Sequence[Diagnostic], others: int) -> list[Diagnostic]:
    """The same diagnostics; the last says on how many pages more the fault is."""
    if not told or not others:
        return list(told)
    last = told[-1]
    more = counted("and on %(n)s page more", "and on %(n)s pages more", others)
    advice = also(last.problem.advice, more)
    return [*told[:-1], replace(last, problem=replace(last.problem, advice=advice))]


def _links(suspect: Suspect) -> Iterator[tuple[str, Attribute]]:
    for link, attribute in _written(suspect):
        if resolve(link, suspect.page, suspect.site_url) == suspect.target:
            yield link, attribute


def _written(suspect: Suspect) -> Iterator[tuple[str, Attribute]]:
    """The links of a page; of a style sheet or a site map, which is never in doubt, the one in question."""
    if suspect.file.endswith(".html"):
        yield from careful.links(suspect.text, suspect.site_url)
    else:
        whole = suspect.site_url + suspect.target
        yield whole, Attribute("", whole, *_place(suspect.text, suspect.target), suspect.target)


def _place(text: str, target: str) -> tuple[int, int]:
    span = Source("", text).find(max(text.find(target.strip("/").rpartition("/")[2]), 0))
    return span.line, span.column


def _problem(suspect: Suspect, at: Attribute, message: Phrase, advice: Phrase) -> Problem:
    length = len(at.tag.partition("\n")[0])
    span = Span(Source(suspect.file, suspect.text), at.line, at.column, at.line, at.column + length).alone()
    probably = phrase("it probably comes from %(file)s", file=suspect.origin) if suspect.origin else NOTHING
    return Problem(span, message, also(advice, probably))


def _near(address: str, there: Set[str]) -> Phrase:
    if f"{address}/" in there:
        return phrase("it is a folder: write `%(address)s/`", address=address)
    small = address.lower()
    same = next((one for one in sorted(there) if one.lower() == small), "")
    return phrase("there is `%(address)s`: capital letters differ", address=same) if same else NOTHING
