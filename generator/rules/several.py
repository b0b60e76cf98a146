"""Rules that look at several entries at once, and the little they need to know of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Problem, shortened
from generator.document import Document, Scalar, scalars, values
from generator.rules.nearest import nearest
from generator.source import Source

ALIKE = 92  # of 100


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules on several entries know of one. Small, so that it can be sent between processes.

    An entry that could not be read still has its id, and the path of its file.
    """

    id: str
    path: str
    language: str = ""
    countries: tuple[str, ...] = ()
    title: Scalar | None = None
    adapted_from: tuple[Scalar, ...] = ()


def facts(id: str, document: Document) -> Facts:
    """The facts of an entry that was read."""
    root = document.root
    title = root.get("title")
    return Facts(
        id,
        document.source.path,
        document.text("language"),
        values(root.get("countries")),
        _alone(title) if isinstance(title, Scalar) else None,
        tuple(_alone(scalar) for scalar in scalars(root.get("adapted_from"))),
    )


def same_id(every: Sequence[Facts]) -> Iterator[Problem]:
    """Two entries have the same id.

    The id is the address of the entry, whatever folder its file stands in.

    Wrong:

        practices/article-05/ita-plans.yml and practices/article-06/ita-plans.yml

    Right:

        practices/article-05/ita-plans.yml and practices/article-06/ita-authority.yml
    """
    first: dict[str, str] = {}
    for one in every:
        other = first.setdefault(one.id, one.path)
        if other != one.path:
            place = Source(one.path, "").start()
            yield Problem(place, f"the id {shortened(one.id)} is taken by {shortened(other, 100)}", "rename one of the files")


def unknown_practice(every: Sequence[Facts]) -> Iterator[Problem]:
    """An entry is said to be modelled on one that does not exist.

    An entry is named by the stem of its file.

    Wrong:

        adapted_from: [nor-no-such-plans]

    Right:

        adapted_from: [nor-plans]
    """
    ids = {one.id for one in every}
    for one in every:
        for scalar in one.adapted_from:
            if scalar.value not in ids:
                near = nearest(scalar.value, ids)
                advice = f"did you mean `{near}`?" if near else "name an entry by the stem of its file, like `ita-plans`"
                yield Problem(scalar.span, f"there is no entry `{shortened(scalar.value)}`", advice)


def near_identical_title(every: Sequence[Facts]) -> Iterator[Problem]:
    """Two entries of one State have nearly the same title.

    They may be one practice reported twice; if not, readers of a list could not tell them apart.

    Wrong:

        title: Guidelines of the agency against corruption, and title: Guidelines of the agency against corruption (2)

    Right:

        title: Guidelines for public bodies, and title: Guidelines for enterprises
    """
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract_iter

    for titled in _by_state(every):
        titles = [title for title, _, _ in titled]
        for number, (title, scalar, path) in enumerate(titled):
            longest = len(title) * (200 - ALIKE) / ALIKE  # two texts of lengths a < b are at most 2a / (a + b) alike
            rest = titles[number + 1 :]
            end = _first_longer(rest, longest)
            for _, _, other in extract_iter(title, rest[:end], scorer=ratio, score_cutoff=ALIKE):
                earlier, later = sorted([(path, scalar), (titled[number + 1 + other][2], titled[number + 1 + other][1])], key=lambda one: one[0])
                message = f"the title is nearly that of {shortened(earlier[0], 100)}"
                advice = "join the two if they are one practice, or say in the titles how they differ"
                yield Problem(later[1].span, message, advice)


def _by_state(every: Sequence[Facts]) -> Collection[list[tuple[str, Scalar, str]]]:
    """Titles by language and State (none for anonymous entries), the short ones first."""
    found: defaultdict[tuple[str, str], list[tuple[str, Scalar, str]]] = defaultdict(list)
    for one in every:
        if one.title:
            for country in one.countries or ("",):
                found[one.language, country].append((one.title.value.casefold(), one.title, one.path))
    for titled in found.values():
        titled.sort(key=lambda one: (len(one[0]), one[2]))
    return found.values()


def _first_longer(titles: Sequence[str], length: float) -> int:
    from bisect import bisect_right

    return bisect_right(titles, length, key=len)


def _alone(scalar: Scalar) -> Scalar:
    return scalar._replace(span=scalar.span.alone())
