"""Rules that look at several entries at once, and the little they need to know of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize

from msgspec import Struct

from generator import sentences
from generator.characters import looks
from generator.diagnostics import Problem, shortened
from generator.document import Document, Mapping, Scalar, scalars, values
from generator.phrase import phrase, sentence
from generator.rules.nearest import nearest
from generator.source import Source

ALIKE = 92  # of 100
NEIGHBOURS = 20
_NAME_ENTRY = sentence("name an entry by the stem of its file, like `ita-plans`").to_asked(
    "name a practice by the last part of the address of its page, like `ita-plans`"
)
NAMED = 40  # a longer list has a fault of its own, and to look for what each item may mean takes long


class Facts(Struct, frozen=True, array_like=True, gc=False):
    """What the rules on several entries know of one. Small, so that it can be sent between processes.

    An entry that could not be read still has its id, and the path of its file.
    """

    id: str
    path: str
    language: str = ""
    countries: tuple[str, ...] = ()
    title: Scalar | None = None
    adapted_from: tuple[Scalar, ...] = ()
    aliases: tuple[Scalar, ...] = ()
    is_withdrawn: bool = False
    replaced_by: Scalar | None = None

    @property
    def references(self) -> tuple[Scalar, ...]:
        """The ids of other entries that it names, former ids of its own apart."""
        return *self.adapted_from, *([self.replaced_by] if self.replaced_by else ())


def facts(id: str, document: Document) -> Facts:
    """The facts of an entry that was read."""
    root = document.root
    title = root.get("title")
    review, withdrawal = root.get("review"), root.get("withdrawal")
    instead = withdrawal.get("replaced_by") if isinstance(withdrawal, Mapping) else None
    return Facts(
        id,
        document.source.path,
        document.text("language"),
        values(root.get("countries")),
        title.alone() if isinstance(title, Scalar) else None,
        tuple(scalar.alone() for scalar in islice(scalars(root.get("adapted_from")), NAMED)),
        tuple(scalar.alone() for scalar in islice(scalars(root.get("aliases")), NAMED)),
        isinstance(review, Mapping) and review.text("state") == "withdrawn",
        instead.alone() if isinstance(instead, Scalar) else None,
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
            yield Problem(
                place,
                sentences.ID_TAKEN.about(id=shortened(one.id), other=shortened(other, 100)),
                sentences.RENAME_ONE.about(),
            )


def unknown_practice(every: Sequence[Facts]) -> Iterator[Problem]:
    """An entry names another one that does not exist.

    An entry is named, in `adapted_from` and in `replaced_by`, by the stem of its file.

    Wrong:

        adapted_from: [nor-no-such-plans]

    Right:

        adapted_from: [nor-plans]
    """
    ids = {id for one in every for id in (one.id, *(alias.value for alias in one.aliases))}
    for one in every:
        for scalar in one.references:
            if scalar.value not in ids:
                near = nearest(scalar.value, ids)
                advice = sentences.NEAR.about(near=f"`{near}`") if near else _NAME_ENTRY.about()
                yield Problem(
                    scalar.span, phrase("there is no entry `%(value)s`", value=shortened(scalar.value)), advice
                )


def near_identical_title(every: Sequence[Facts]) -> Iterator[Problem]:
    """Two entries of one State have nearly the same title.

    They may be one practice reported twice; if not, readers of a list could not tell them apart.

    Wrong:

        title: Guidelines of the ministry for public bodies, and title: Guidelines of the ministry for public
        bodies (2)

    Right:

        title: Guidelines for public bodies, and title: Guidelines for enterprises
    """
    several = [titles for titles in _by_state(every) if len(titles) > 1]
    if not several:
        return
    for titles in several:
        for pair in _alike(titles):
            earlier, later = sorted(pair, key=lambda title: title.path)
            message = phrase("the title is nearly that of %(path)s", path=shortened(earlier.path, 100))
            advice = phrase("join the two if they are one practice, or say in the titles how they differ")
            yield Problem(later.scalar.span, message, advice)


def look_alike_title(every: Sequence[Facts]) -> Iterator[Problem]:
    """Two titles look the same and are written with different characters.

    One of them may be meant to pass for the other; in any case a search finds only one.

    Wrong:

        title: Cascade of plans, and title: Cаscade of plans (with a Cyrillic а)

    Right:

        title: Cascade of plans, and title: Cascade of plans for municipalities
    """
    first: dict[str, tuple[str, Facts]] = {}
    for one in every:
        if one.title:
            written = normalize("NFC", " ".join(one.title.value.casefold().split()))
            before, other = first.setdefault(looks(one.title.value), (written, one))
            if before != written:
                message = phrase(
                    "the title looks like that of %(path)s, and is written with other characters",
                    path=shortened(other.path, 100),
                )
                yield Problem(one.title.span, message, phrase("type it anew, or say in the titles how the two differ"))


class _Title(NamedTuple):
    words: str
    scalar: Scalar
    path: str


def _by_state(every: Sequence[Facts]) -> Collection[list[_Title]]:
    """Titles by language and State (none for anonymous entries) of the entries that stand."""
    found: defaultdict[tuple[str, str], list[_Title]] = defaultdict(list)
    for one in every:
        if one.title and not one.is_withdrawn:
            for country in one.countries or ("",):
                found[one.language, country].append(_Title(one.title.value.casefold(), one.title, one.path))
    return found.values()


def _alike(titles: list[_Title]) -> Iterator[tuple[_Title, _Title]]:
    """The pairs that are nearly the same, among those near each other in the order of the alphabet, read forwards or backwards.

    Titles that are nearly the same begin or end alike, and comparing every pair takes long for thousands.
    """
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    for step in (1, -1):
        ordered = sorted(titles, key=lambda title: title.words[::step])
        words = [title.words for title in ordered]
        for number, title in enumerate(ordered):
            near = words[number + 1 : number + 1 + NEIGHBOURS]
            # Not ``extract_iter``, which leaves circles of objects behind.
            found = extract(title.words, near, scorer=ratio, score_cutoff=ALIKE, limit=None)
            for place in sorted(place for _, _, place in found):
                yield title, ordered[number + 1 + place]
