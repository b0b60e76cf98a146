"""What the pictures show: counts with the addresses of the entries they count, on a registry that is small enough to keep in mind."""

from __future__ import annotations

import pytest

from generator import words
from generator.catalogue import Catalogue
from generator.counts import NOT_NAMED
from generator.edition import Edition
from generator.figures.choice import chosen, without_narrowing
from generator.figures.coverage import coverage, reaches
from generator.figures.timeline import SHOWN, timeline
from generator.figures.years import LONGEST, years
from generator.practice import Practice, Submission
from generator.questions import questions
from tests.conftest import THEME
from tests.test_catalogue import catalogue, practice, registry


def edition(whole: Catalogue, language: str = "en", direction: str = "ltr") -> Edition:
    """A catalogue in a language."""
    return Edition(whole, words.load(THEME / "locales", language, direction), "https://host.example/")


def submitted(id: str, date: str, **facts: object) -> Practice:
    """A practice that was submitted then."""
    return practice(id, submission=Submission("State", "statement", date), **facts)


@pytest.mark.parametrize(
    ("choice", "address", "list_"),
    [
        ({}, "explore/", "explore/"),
        ({"group": "african"}, "explore/?group=african", "explore/"),
        ({"group": "african", "provision": "6.1(a)"}, "explore/?group=african&provision=6.1(a)", "articles/6/6-1-a/#african"),
        ({"provision": "5.1"}, "explore/?provision=5.1", "articles/5/5-1/"),
        ({"article": "12", "year": "2019"}, "explore/?article=12&year=2019", "articles/12/"),
        ({"article": "", "year": "2019"}, "explore/?year=2019", "explore/"),
        ({"state": "KOR", "year": "2019"}, "explore/?state=KOR&year=2019", "countries/kor/"),
        ({"theme": "strategies"}, "explore/?theme=strategies", "themes/strategies/"),
        ({"measure": "a&b=c d"}, "explore/?measure=a%26b%3Dc+d", "explore/"),
    ],
)  # fmt: skip
def test_a_choice_and_the_list_that_comes_nearest(choice: dict[str, str], address: str, list_: str) -> None:
    assert chosen(**choice) == address
    assert without_narrowing(address.partition("?")[2].replace("&", "&amp;")) == list_


def test_coverage_of_an_article() -> None:
    whole = catalogue(
        practice("ita-one", provisions=("5.1", "5.2", "12.1")),
        practice("ita-nor", countries=("ITA", "NOR")),
        practice("ita-geo", countries=("ITA", "GEO")),
        practice("nobody", countries=()),
        practice("euu", countries=("EUU",)),
    )
    table = coverage(edition(whole), registry().article["5"])
    groups = [text.value for text in table.groups]
    first, second = ({**dict(zip([*groups, NOT_NAMED], row.cells, strict=True))} for row in table.rows)
    counts = {group: cell.count for group, cell in first.items()}
    assert (
        sum(counts.values()) == 5 and table.rows[0].total.count == 5
    )  # of two groups once in each, of none in neither
    assert counts[NOT_NAMED] == 1
    assert sorted(count for count in counts.values() if count) == [1, 1, 3]
    assert first[NOT_NAMED].path == "explore/?group=not-named&provision=5.1"
    assert max(cell.bar for cell in first.values()) == 100.0
    assert [cell.count for cell in second.values()].count(1) == 1
    assert table.all_states == 4


def test_an_article_without_entries_has_an_empty_table() -> None:
    table = coverage(edition(catalogue()), registry().article["5"])
    assert {cell.count for row in table.rows for cell in row.cells} == {0}
    assert {some for some, _ in table.states} == {0}


def test_reaches_of_the_regional_groups() -> None:
    whole = catalogue(
        practice("ita-one", provisions=("5.2", "12.1")), practice("nor", countries=("NOR",), provisions=("5.2",))
    )
    rows = {row.path: row for row in reaches(edition(whole))}
    western = rows["explore/?group=western"]
    assert (western.covered, western.states, western.all_states) == (2, 2, 3)
    five = next(reach for reach in western.reaches if reach.article == "5")
    assert [square.full for square in five.strip] == [False, True] and five.covered == 1
    assert five.path == "explore/?group=western&article=5"
    eastern = rows["explore/?group=eastern"]
    assert (eastern.covered, eastern.states, eastern.all_states) == (0, 0, 1)
    assert "explore/?group=not-named" not in rows


def test_entries_that_name_no_state_have_a_row_of_their_own() -> None:
    last = reaches(edition(catalogue(practice("nobody", countries=()))))[-1]
    assert (last.label.value, last.covered, last.all_states) == ("State not named", 1, 0)


def test_years_and_measures() -> None:
    whole = catalogue(
        submitted("a", "2019-09", measures=("policy", "institution")),
        submitted("b", "2019", measures=("policy",)),
        submitted("c", "2021-10-03", measures=("institution",), provisions=("12.1",)),
    )
    picture = years(edition(whole), whole.counts.submitted())
    assert [(year.label.value, year.count, year.length) for year in picture.years] == [
        ("2019", 2, 100.0), ("2020", 0, 0.0), ("2021", 1, 50.0),
    ]  # fmt: skip
    assert [(bar.label.value, bar.count, bar.path) for bar in picture.measures] == [
        ("Policy", 2, "explore/?measure=policy"), ("Institution", 2, "explore/?measure=institution"),
    ]  # fmt: skip
    assert [[cell.count for cell in row.cells] for row in picture.rows] == [[2, 0, 0], [1, 0, 1]]
    assert picture.count == 3
    twelve = years(edition(whole), whole.counts.submitted("12"), "12")
    assert [(year.label.value, year.count) for year in twelve.years] == [("2021", 1)]
    assert twelve.years[0].path == "explore/?article=12&year=2021"
    assert years(edition(whole), whole.counts.submitted("6"), "6").count == 0


def test_years_far_apart_leave_out_the_empty_ones() -> None:
    whole = catalogue(submitted("a", "1950"), submitted("b", str(1950 + LONGEST)))
    assert [year.label.value for year in years(edition(whole), whole.counts.submitted()).years] == ["1950", "1980"]


def test_a_timeline() -> None:
    whole = (
        submitted("goes-on", "2020-07", since="2010"),
        submitted("ended", "2020-07", since="2012-07", until="2014", status="completed"),
        submitted("unknown", "2015"),
        submitted("planned", "2016-01", since="2018", status="planned"),
    )
    shown = timeline(edition(catalogue(*whole)), "ITA", whole)  # from the beginning of 2010 to the end of 2020
    spans = {span.path.split("/")[1]: span for span in shown.spans}
    assert list(spans) == ["goes-on", "ended", "unknown", "planned"]
    assert spans["goes-on"].lasts == (0.0, 95.8) and spans["goes-on"].mark == 95.8
    assert spans["ended"].lasts == (22.7, 22.8)  # a year that is named as the end has gone by
    assert spans["unknown"].lasts is None and spans["unknown"].mark == 50.0
    assert spans["planned"].lasts == (72.7, 0.0)
    assert (shown.unknown, shown.hidden) == (1, 0)
    assert shown.ticks == ((2010, 0.0), (2012, 18.2), (2014, 36.4), (2016, 54.5), (2018, 72.7), (2020, 90.9))
    assert spans["unknown"].year == "explore/?state=ITA&year=2015"


def test_time_runs_from_right_to_left_where_the_language_does() -> None:
    one = submitted("goes-on", "2020-07", since="2010")
    (span,) = timeline(edition(catalogue(one), "ar", "rtl"), "ITA", [one]).spans
    assert span.lasts == (4.2, 95.8) and span.mark == 4.2


def test_a_timeline_is_never_shorter_than_a_few_years_and_never_too_long() -> None:
    every = [submitted(f"x-{n:03}", "2019-06") for n in range(SHOWN + 5)]
    shown = timeline(edition(catalogue(*every)), "ITA", every)
    assert [year for year, _ in shown.ticks] == [2016, 2017, 2018, 2019]
    assert (len(shown.spans), shown.hidden, shown.unknown) == (SHOWN, 5, SHOWN + 5)


def test_what_a_picture_rests_on_is_asked() -> None:
    before, now = practice("ita-one"), submitted("ita-one", "2022")
    whole = catalogue(before)
    for ask in (
        lambda: whole.counts.submitted("5"),
        lambda: whole.counts.submitted(),
        lambda: whole.counts.grouped("5.1"),
    ):
        for _ in range(2):  # what was counted before is asked for again
            whole.asked.clear()
            ask()
            assert whole.asked & questions(before, now)
