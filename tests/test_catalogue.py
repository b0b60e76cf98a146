"""The questions one can ask of all practices, on a registry that is small enough to keep in mind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from generator import check
from generator.catalogue import Catalogue
from generator.practice import Citation, Practice, Review, Submission, Withdrawal, article_of
from generator.registry import Registry
from generator.settings import Settings
from tests.conftest import CASES

TEXTS = {"title": "", "summary": ""}


@cache
def registry() -> Registry:
    """The registry of the cases."""
    read, found = check.registry(Settings(CASES))
    assert read is not None and not found
    return read


def practice(id: str, **facts: Any) -> Practice:
    """A practice of Italy on provision 5.1 and strategies, but for these facts."""
    paragraphs: Sequence[str] = facts.pop("paragraphs", ("20",))
    source = Citation("wg4-2019-4", tuple(paragraphs), "", "", "", "", "", "", "")
    whole: dict[str, Any] = {
        "language": "en", "texts": TEXTS | {"title": id}, "countries": ("ITA",), "anonymous": "",
        "provisions": ("5.1",), "themes": ("strategies",), "measures": ("policy",), "status": "in-force",
        "since": "", "until": "", "evidence": "", "tier": "snapshot", "received": (), "needed": (),
        "offered": (), "adapted_from": (), "sources": (source,),
        "submission": Submission("State", "statement", "2019-09"), "review": Review("", ""),
        "withdrawal": Withdrawal("", "", ""), "aliases": (), "translations": {},
    }  # fmt: skip
    return Practice(id, **(whole | facts))


def catalogue(*practices: Practice) -> Catalogue:
    """A catalogue of them."""
    return Catalogue.of(registry(), practices)


def ids(practices: Sequence[Practice]) -> list[str]:
    """Their ids."""
    return [one.id for one in practices]


def test_article_of_a_provision() -> None:
    assert [article_of(ref) for ref in ("5.1", "6.1(a)", "10(b)", "12.2(b)", "7")] == ["5", "6", "10", "12", "7"]


def test_nothing() -> None:
    empty = catalogue()
    empty.prepare()
    assert not any((empty.by_id, empty.by_article, empty.by_provision, empty.by_country, empty.by_theme))
    assert empty.by_document == {} and empty.latest == ()
    assert [empty.covered(article) for article in empty.registry.articles] == [0, 0, 0]


def test_by_article_has_each_once_and_its_own_first() -> None:
    whole = catalogue(
        practice("ita-a", provisions=("6.1", "5.1", "5.2", "6.2")),
        practice("ita-b", provisions=("5.2", "5.1")),
        practice("ita-c", provisions=("12.1",)),
    )
    assert {number: ids(some) for number, some in whole.by_article.items()} == {
        "5": ["ita-b", "ita-a"],
        "6": ["ita-a"],
        "12": ["ita-c"],
    }


def test_by_provision_country_and_theme() -> None:
    whole = catalogue(
        practice("both", countries=("ITA", "NOR"), provisions=("5.1", "6.1(a)"), themes=("strategies", "evaluation")),
        practice("nobody", countries=(), anonymous="one State"),
    )
    assert {ref: ids(some) for ref, some in whole.by_provision.items()} == {
        "5.1": ["both", "nobody"],
        "6.1(a)": ["both"],
    }
    assert {code: ids(some) for code, some in whole.by_country.items()} == {"ITA": ["both"], "NOR": ["both"]}
    assert {id: ids(some) for id, some in whole.by_theme.items()} == {
        "strategies": ["both", "nobody"],
        "evaluation": ["both"],
    }
    assert whole.by_id["nobody"].countries == ()


def test_by_document_and_paragraph() -> None:
    source = Citation("wg4-2019-4", ("20", "21"), "", "", "", "", "", "", "")
    twice = practice("ita-a", sources=(source, source._replace(paragraphs=("20",))))
    own = practice("ita-b", sources=(source._replace(document="", paragraphs=()),))
    found = catalogue(twice, own, practice("ita-c")).by_document
    assert {paragraph: ids(some) for paragraph, some in found["wg4-2019-4"].items()} == {
        "20": ["ita-a", "ita-c"],
        "21": ["ita-a"],
    }
    assert set(found) == {"wg4-2019-4"}


def test_covered() -> None:
    whole = catalogue(practice("ita-a", provisions=("5.1", "5.2", "6.1(a)")), practice("ita-b", provisions=("5.1",)))
    assert {article.number: whole.covered(article) for article in whole.registry.articles} == {"5": 2, "6": 1, "12": 0}


def test_latest_by_review_then_submission() -> None:
    whole = catalogue(
        practice("ita-never", submission=Submission("State", "statement", "2026")),
        practice("ita-new", review=Review("published", "2025-05-02")),
        practice("ita-old", review=Review("published", "2025-05-01")),
        practice("ita-older", submission=Submission("State", "statement", "2020-01-02")),
    )
    assert ids(whole.latest) == ["ita-new", "ita-old", "ita-never", "ita-older"]


def test_groups() -> None:
    whole = catalogue()
    assert whole.group(practice("a", countries=("ITA", "NOR"))) == {"western"}
    assert whole.group(practice("b", countries=("ITA", "GEO"))) == {"western", "eastern"}
    assert whole.group(practice("c", countries=("EUU",))) == {""}
    assert whole.group(practice("d", countries=())) == frozenset()


def test_the_withdrawn_stand_apart() -> None:
    gone = practice("ita-gone", review=Review("withdrawn", "2025"), aliases=("ita-long-gone",))
    whole = catalogue(gone, practice("ita-b", adapted_from=("ita-gone",)), practice("ita-a"))
    assert ids(whole.practices) == ["ita-a", "ita-b"] and ids(whole.withdrawn) == ["ita-gone"]
    assert ids(whole.by_provision["5.1"]) == ids(whole.by_country["ITA"]) == ["ita-a", "ita-b"]
    assert ids(whole.by_document["wg4-2019-4"]["20"]) == ids(whole.latest) == ["ita-a", "ita-b"]
    assert whole.named("ita-gone") is None and dict(whole.alias) == {"ita-long-gone": "ita-gone"}


def test_a_former_id_finds_the_entry() -> None:
    model = practice("nor-now", countries=("NOR",), provisions=("12.1",), aliases=("nor-then", "nor-once"))
    whole = catalogue(model, practice("ita-near"))
    assert whole.named("nor-once") is model and whole.named("nor-now") is model and whole.named("nowhere") is None
