"""What is said of translations: on cards, on the pages of entries, part by part, and on the page of languages."""

from __future__ import annotations

import pytest

from generator.pages.translations import SHOWN
from generator.practice import Translation
from generator.translated import STATES, sorted_by_state
from tests.conftest import Lights
from tests.reading import Reading, flat, read
from tests.test_catalogue import catalogue, ids, practice


def page(lights: Lights, path: str) -> Reading:
    """A page of the site, read."""
    return read(lights.site / path / "index.html")


def translation(status: str, *outdated: str) -> Translation:
    """A translation of title and summary."""
    return Translation(status, {"title": "x", "summary": "x"}, outdated)


def test_every_entry_is_in_one_state() -> None:
    every = [
        practice("a", language="zh"),
        practice("b", translations={"zh": translation("machine")}),
        practice("c", translations={"zh": translation("official", "title")}),
        practice("d", translations={"zh": translation("reviewed"), "fr": translation("draft")}),
        practice("e", translations={"fr": translation("official")}),
    ]
    found = {name: ids(some) for name, some in sorted_by_state(every, "zh").items()}
    assert found == {name: [] for name in STATES} | {
        "original": ["a"], "machine": ["b"], "outdated": ["c"], "reviewed": ["d"], "missing": ["e"],
    }  # fmt: skip


def test_the_catalogue_knows_them_for_each_published_language() -> None:
    whole = catalogue(practice("a"), practice("b", translations={"zh": translation("draft")}))
    assert {code: ids(found["missing"]) for code, found in whole.translated.items()} == {
        "en": [],
        "zh": ["a"],
    }
    assert whole.asked == {("translated", "")}


def rows(reading: Reading) -> dict[str, list[str]]:
    """The cells of the table by language."""
    found: dict[str, list[str]] = {}
    for row in reading.all("tr"):
        name = [flat(cell.text) for cell in reading.all("th", scope="row") if cell.parent is row]
        if name:
            found[name[0]] = [flat(cell.text) for cell in reading.all("td") if cell.parent is row]
    return found


def test_the_figures_of_a_language_add_up_to_the_entries(built: Lights) -> None:
    found = rows(page(built, "fr/translations/"))
    assert found == {
        "العربية": ["2 of 5", "1", "0", "0", "0", "1", "3"],
        "English": ["3 of 5", "3", "0", "0", "0", "0", "2"],
        "Français": ["3 of 5", "1", "0", "1", "1", "0", "2"],
    }
    assert all(sum(map(int, cells[1:])) == 5 for cells in found.values())


def waiting(reading: Reading, name: str) -> tuple[str, list[str]]:
    """What is said of a reason to wait, and the lines of its lists."""
    section = reading.one("section", **{"aria-labelledby": name})
    said = next(flat(one.text) for one in reading.all("p") if one.parent is section)
    lines = [one for one in reading.all("li") if one.inside("section", **{"aria-labelledby": name})]
    return said, [flat(line.text) for line in lines]


def test_what_waits_is_listed_in_the_language_of_the_page(built: Lights) -> None:
    arabic, english, french = (page(built, f"{code}/translations/") for code in ("ar", "en", "fr"))
    assert waiting(arabic, "outdated")[1] == ["حارسان لكل منارة لومينيا Outdated parts: Title."]
    assert waiting(english, "outdated") == ("No translation is outdated.", [])
    assert waiting(english, "missing")[1] == [
        "Une cloche au lieu d’une corne Skerry & \"Holm\"", "تقاسم المصابيح بين الجزر Pharos, Tidal Union",
    ]  # fmt: skip
    assert waiting(french, "machine")[1] == ["Deux gardiens par feu Luménie"]
    how = [link.get("href") for link in french.all("a", class_="button")]
    assert how == ["../contribute/#translate"]


def test_long_lists_are_cut_and_say_so(draft: Lights) -> None:
    drill = (draft.root / "practices/article-02/yearly-drill.yml").read_text(encoding="utf-8")
    for number in range(SHOWN + 2):
        draft.write(f"practices/article-02/drill-{number}.yml", drill.replace("A yearly drill", f"Drill {number}"))
    assert draft.run("build", "--no-search", "--strict").code == 0
    _, lines = waiting(page(draft, "fr/translations/"), "missing")
    assert len(lines) == SHOWN + 1  # those of article 2, and the one of article 3
    more = [flat(one.text) for one in page(draft, "fr/translations/").all("p", class_="more")]
    assert more == ["How to translate", "3 more"]
    assert rows(page(draft, "fr/translations/"))["Français"][0] == f"3 of {5 + SHOWN + 2}"


def test_an_observatory_without_entries_and_contributing_page(draft: Lights) -> None:
    for path in (draft.root / "practices").rglob("*.yml"):
        path.unlink()
    for code in ("ar", "en", "fr"):
        (draft.root / f"docs/{code}/contribute.md").unlink()
    said = draft.run("build", "--no-search", "--strict")
    assert said.code == 0, said.err
    reading = page(draft, "en/translations/")
    assert rows(reading)["Français"] == ["0 of 0", "0", "0", "0", "0", "0", "0"]
    assert "There is no entry yet." in flat(reading.text)
    assert not [link for link in reading.all("a") if "contribute" in link.get("href")]


def test_a_hand_written_page_says_that_a_program_translated_it(built: Lights) -> None:
    reading = page(built, "fr/contribute/")
    notice = reading.one("p", class_="notice")
    assert "Translated by a program; no person has read it yet." in flat(notice.text)
    (link,) = [one for one in reading.all("a") if one.inside("p", **{"class": "notice"})]
    assert (link.get("href"), flat(link.text)) == ("../../en/contribute/", "Read the original: anglais")
    assert not list(page(built, "en/contribute/").all("p", class_="notice"))


def badges(reading: Reading) -> dict[str, str]:
    """The badges of a page by the heading they stand under, those of facts by the name of the fact."""
    found = {}
    above = ""
    for element in reading.elements:
        if element.tag in ("h1", "h2", "dt"):
            above = flat(element.text)
        elif "tag" in element.get("class").split():
            found[above] = flat(element.text)
    return found


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("en/practices/lum-two-keepers/", {}),
        (
            "fr/practices/lum-two-keepers/",
            dict.fromkeys(
                (
                    "What it answers to",
                    "What came of it",
                    "What was hard",
                    "What others should know",
                    "Lead",
                    "Partners",
                ),
                "original in anglais",
            ),
        ),
        ("ar/practices/pha-hostile/", {}),
    ],
)
def test_a_part_that_is_not_translated_says_so_where_others_are(
    path: str, expected: dict[str, str], built: Lights
) -> None:
    assert badges(page(built, path)) == expected


def test_an_outdated_part_says_so_at_its_place(built: Lights, draft: Lights) -> None:
    assert badges(page(built, "ar/practices/lum-two-keepers/"))["حارسان لكل منارة"] == "outdated translation"
    french = "practices/article-01/lum-two-keepers.fr.yml"
    draft.change(
        french, "{status: machine}", "{status: machine, of: {description: '00000000', conditions: '00000000'}}"
    )
    assert draft.run("build", "--no-search").code == 0
    reading = page(draft, "fr/practices/lum-two-keepers/")
    outdated = [above for above, badge in badges(reading).items() if badge == "outdated translation"]
    assert outdated == ["What was done", "What it takes elsewhere"]
    (notice,) = reading.all("p", class_="notice")
    assert "Outdated parts: What was done et What it takes elsewhere." in flat(notice.text)
    assert "Translated by a program" in flat(notice.text)


@pytest.mark.parametrize(
    ("path", "title", "standing"),
    [
        ("fr/articles/1/", "Deux gardiens par feu", "translated by a program"),
        ("ar/articles/1/", "حارسان لكل منارة", "outdated translation"),
        ("fr/articles/1/", "تقاسم المصابيح بين الجزر", "original in arabe"),
        ("en/articles/1/", "Two keepers a light", ""),
    ],
)
def test_a_card_says_how_its_text_stands(path: str, title: str, standing: str, built: Lights) -> None:
    reading = page(built, path)
    (card,) = [one for one in reading.all("article") if title in flat(one.text)]
    said = [flat(one.text) for one in reading.all("b") if card.begins <= one.begins and one.ends <= card.ends]
    assert said == [one for one in [standing] if one]


def test_a_card_says_who_has_read_its_translation(draft: Lights) -> None:
    french = "practices/article-01/lum-two-keepers.fr.yml"
    for status, standing in (("reviewed", "reviewed translation"), ("official", "official translation")):
        draft.change(french, "status: machine", f"status: {status}")
        assert draft.run("build", "--no-search").code == 0
        assert standing in [flat(one.text) for one in page(draft, "fr/articles/1/").all("b")]
        draft.change(french, f"status: {status}", "status: machine")
