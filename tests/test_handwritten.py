"""Hand-written pages below others: in folders, in every language, with the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import handwritten
from generator.settings import Settings
from tests.conftest import Lights
from tests.reading import Reading, flat, read

BELOW = "contribute/send/"


def page(lights: Lights, path: str) -> Reading:
    """A page of the site, read."""
    return read(lights.site / path / "index.html")


def crumbs(reading: Reading) -> list[tuple[str, str, str]]:
    """The way back: what each link says, where it leads, and in which language it speaks."""
    links = [one for one in reading.all("a") if one.inside("nav", **{"class": "crumbs"})]
    return [(flat(one.text), one.get("href"), one.get("lang")) for one in links]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("contribute/", []),
        ("contribute/send/", ["contribute/"]),
        ("contribute/send/light/", ["contribute/", "contribute/send/"]),
        ("contribution/", []),
    ],
)
def test_the_pages_above_one(address: str, expected: list[str]) -> None:
    every = ["contribute/send/light/", "about/", "contribute/", "contribution/", "contribute/send/"]
    assert handwritten.above(every, address) == expected


def test_a_page_in_a_folder_has_an_address_below_the_other(tmp_path: Path) -> None:
    for place in ("en/contribute.md", "en/contribute/send.md", "en/more/index.md", "fr/contribute/send.md"):
        (tmp_path / "docs" / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / place).write_text("# x\n", encoding="utf-8")
    written = handwritten.read(Settings(tmp_path), ["en", "fr"])
    assert handwritten.addresses(written) == ["contribute/", "contribute/send/", "more/"]
    assert {place: lent.path for place, lent in handwritten.borrowed(written, "en").items()} == {
        "fr/contribute.md": "en/contribute.md",
        "fr/more/index.md": "en/more/index.md",
    }


def test_the_way_back_leads_over_the_page_above(built: Lights) -> None:
    assert crumbs(page(built, f"en/{BELOW}")) == [("Home", "../../", ""), ("Contribute", "../", "")]
    assert crumbs(page(built, f"fr/{BELOW}")) == [("Home", "../../", ""), ("Contribuer", "../", "")]
    assert crumbs(page(built, "en/contribute/")) == [("Home", "../", "")]


def test_the_page_above_may_be_in_another_language(draft: Lights) -> None:
    (draft.root / "docs/fr/contribute.md").unlink()
    assert draft.run("build", "--no-search", "--strict").code == 0
    assert crumbs(page(draft, f"fr/{BELOW}"))[1] == ("Contribute", "../", "en")


def test_it_is_there_in_every_language(built: Lights) -> None:
    reading = page(built, f"ar/{BELOW}")
    assert [flat(one.text) for one in reading.all("p", **{"class": "notice"})] == ["This page is not translated yet."]
    assert reading.one("h1").inside("div", lang="en", dir="ltr")
    switch = {
        one.get("hreflang"): one.get("href") for one in reading.all("a") if one.inside("nav", **{"class": "tongues"})
    }
    assert switch == {code: f"../../../{code}/{BELOW}" for code in ("ar", "en", "fr")}
    places = [one.get("href") for one in reading.all("link", rel="alternate")]
    assert f"https://lights.example/observatory/fr/{BELOW}" in places
    assert f"/ar/{BELOW}</loc>" in (built.site / "sitemap.xml").read_text(encoding="utf-8")


def test_its_links_lead_to_hand_written_pages_and_to_ours(built: Lights) -> None:
    links = [one.get("href") for one in page(built, f"ar/{BELOW}").all("a") if one.inside("div", **{"class": "prose"})]
    assert links == ["../received/", "../../about/"]


def test_a_link_that_leads_nowhere_is_told(draft: Lights) -> None:
    draft.change(f"docs/fr/{BELOW[:-1]}.md", "\nVoir", "\n[là](../nulle/) Voir")
    said = draft.run("build", "--no-search", "--strict")
    assert said.code == 1
    assert " --> fr/contribute/send/index.html:" in said.out and "docs/fr/contribute/send.md\n" in said.out


def test_the_check_says_which_language_lacks_it(lights: Lights) -> None:
    gaps = [one for one in lights.check().diagnostics if one.code == "C111"]
    assert [one.span.path for one in gaps] == ["docs/ar/contribute/send.md"]


def test_a_page_does_not_take_the_place_of_one_that_is_drawn(lights: Lights) -> None:
    for place in ("docs/en/themes.md", "docs/fr/index.md", "docs/en/contribute/received.md"):
        lights.write(place, "# Mine\n")
    said = lights.run("build")
    assert said.code == 1 and not lights.site.exists()
    assert said.err.strip().endswith(
        "docs/en/contribute/received.md, docs/en/themes.md, docs/fr/index.md would take the place of pages that are drawn "
        "from entries and registry; give them another name"
    )
