"""What is near a practice, and why."""

from __future__ import annotations

import random

import pytest

from generator.catalogue import Catalogue
from generator.nearness import NEIGHBOURS, RELATED
from generator.practice import Practice, Review
from generator.questions import questions
from tests.test_catalogue import catalogue, practice


def near(whole: Catalogue, id: str) -> list[str]:
    """The ids of what is near a practice."""
    return [neighbour.practice.id for neighbour in whole.related(whole.by_id[id])]


def test_what_shares_most_comes_first() -> None:
    both = {"provisions": ("5.1", "5.2"), "themes": ("strategies", "evaluation")}
    whole = catalogue(
        practice("ita-one", **both),
        practice("nor-all", countries=("NOR",), **both),
        practice("nor-half", countries=("NOR",), provisions=("5.1", "5.2")),
        practice("nor-quarter", countries=("NOR",)),
        practice("nor-other-theme", countries=("NOR",), themes=("private-sector",)),
        practice("nor-other-provision", countries=("NOR",), provisions=("12.1",)),
    )
    assert near(whole, "ita-one") == ["nor-all", "nor-half", "nor-quarter"]
    assert near(whole, "nor-other-theme") == []


def test_an_entry_about_everything_is_not_near_everybody() -> None:
    broad = {"provisions": ("5.1", "5.2", "6.1", "12.1"), "themes": ("strategies", "evaluation", "private-sector")}
    whole = catalogue(
        practice("ita-one"),
        practice("bol-broad", countries=("BOL",), **broad),
        practice("nor-narrow", countries=("NOR",)),
        practice("swe-wider", countries=("SWE",), provisions=("5.1", "6.1")),
    )
    assert near(whole, "ita-one") == ["nor-narrow", "swe-wider", "bol-broad"]


def test_of_what_shares_alike_the_same_kind_of_measure_comes_first() -> None:
    whole = catalogue(
        practice("ita-one", measures=("legislation",)),
        practice("bol-plan", countries=("BOL",), measures=("policy",)),
        practice("nor-law", countries=("NOR",), measures=("education", "legislation")),
    )
    assert near(whole, "ita-one") == ["nor-law", "bol-plan"]


def test_other_states_come_first_and_then_ids() -> None:
    whole = catalogue(
        practice("ita-one"),
        practice("bol-x", countries=("BOL",)),
        practice("geo-x", countries=("GEO",)),
        practice("ita-before"),
        practice("ita-two"),
        practice("zzz-nobody", countries=()),
    )
    assert near(whole, "ita-one") == ["bol-x", "geo-x", "zzz-nobody"]
    assert near(whole, "zzz-nobody") == [
        "bol-x",
        "geo-x",
        "ita-before",
    ]  # that two name no State does not make them one


def test_the_model_comes_first_and_then_the_copies() -> None:
    far = {"provisions": ("12.1",), "themes": ("private-sector",)}
    whole = catalogue(
        practice("ita-one", adapted_from=("nor-model",)),
        practice("bol-near", countries=("BOL",)),
        practice("geo-copy", countries=("GEO",), adapted_from=("ita-one",), **far),
        practice("nor-model", countries=("NOR",), **far),
    )
    assert near(whole, "ita-one") == ["nor-model", "geo-copy", "bol-near"]
    assert [neighbour.adapted for neighbour in whole.related(whole.by_id["ita-one"])] == ["model", "copy", ""]
    assert near(whole, "nor-model") == ["ita-one", "geo-copy"]


def test_former_ids_lead_both_ways() -> None:
    model = practice("nor-now", countries=("NOR",), provisions=("12.1",), aliases=("nor-then", "nor-once"))
    whole = catalogue(model, practice("ita-copy", adapted_from=("nor-then",)), practice("ita-near"))
    assert near(whole, "ita-copy") == ["nor-now", "ita-near"]
    assert near(whole, "nor-now") == ["ita-copy"]


def test_the_withdrawn_are_near_nobody() -> None:
    gone = practice("ita-gone", review=Review("withdrawn", "2025"), aliases=("ita-long-gone",))
    whole = catalogue(gone, practice("ita-b", adapted_from=("ita-gone", "ita-long-gone")), practice("ita-a"))
    assert near(whole, "ita-b") == ["ita-a"]


def test_why() -> None:
    one = practice("ita-one", provisions=("5.2", "5.1", "6.1"), themes=("strategies", "evaluation"))
    other = practice("ita-nor", countries=("NOR", "ITA"), provisions=("5.1", "5.2"), themes=("evaluation",))
    (why,) = catalogue(one, other).related(one)
    assert why.practice is other
    assert (why.adapted, why.provisions, why.themes, why.same_state) == ("", ("5.2", "5.1"), ("evaluation",), True)


def _crowd(size: int, seed: int) -> list[Practice]:
    chance = random.Random(seed)  # noqa: S311 - only examples
    refs, themes, codes = ("5.1", "5.2", "6.1", "12.1"), ("strategies", "evaluation"), ("ITA", "NOR", "GEO", "BOL")
    made = [
        practice(
            f"x-{number:03}",
            countries=tuple(chance.sample(codes, chance.randint(0, 2))),
            provisions=tuple(chance.sample(refs, chance.randint(1, 3))),
            themes=tuple(chance.sample(themes, chance.randint(1, 2))),
        )
        for number in range(size)
    ]
    chance.shuffle(made)
    return made


@pytest.mark.parametrize("size", [2, 12, 3 * NEIGHBOURS])
def test_holds_for_any_crowd(size: int) -> None:
    made = _crowd(size, 1)
    whole, again = catalogue(*made), catalogue(*reversed(made))
    again.prepare()
    for one in made:
        found = near(whole, one.id)
        assert found == near(again, one.id)
        assert one.id not in found and len(set(found)) == len(found) <= RELATED
        assert all(neighbour.provisions and neighbour.themes for neighbour in whole.related(one))


def test_every_page_of_a_crowd_is_led_to() -> None:
    """Were the first of each provision and theme always taken, most entries would be near nobody."""
    made = [practice(f"x-{number:03}", countries=()) for number in range(5 * NEIGHBOURS)]
    whole = catalogue(*made)
    assert len({id for one in made for id in near(whole, one.id)}) > 2 * NEIGHBOURS


@pytest.mark.parametrize(
    "changed",
    [
        {"countries": ("GEO",)}, {"themes": ("evaluation",)}, {"provisions": ("5.1", "5.2")}, {"measures": ("education",)},
        {"adapted_from": ("ita-one",)}, {"review": Review("withdrawn", "2025")},
    ],
)  # fmt: skip
def test_what_is_near_is_asked_for(changed: dict[str, object]) -> None:
    """A page that shows what is near is drawn again when that may be something else, in whatever language it is drawn."""
    one, before, now = practice("ita-one"), practice("nor-x"), practice("nor-x", **changed)
    whole = catalogue(one, before)
    for _ in range(2):
        whole.asked.clear()
        whole.related(one)
        assert whole.asked & questions(before, now)
    assert not whole.asked & questions(before, practice("nor-x", since="2001"))
