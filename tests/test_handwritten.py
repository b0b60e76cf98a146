"""Hand-written pages below others: in folders, in every language, with the way back."""

from __future__ import annotations

import re
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
    switch = {one.get("lang"): one.get("href") for one in reading.all("a") if one.inside("nav", **{"class": "tongues"})}
    assert switch == {"ar": "./", "en": f"../../../en/{BELOW}", "fr": f"../../../fr/{BELOW}"}
    places = [one.get("href") for one in reading.all("link", rel="alternate")]
    assert f"https://lights.example/observatory/fr/{BELOW}" in places
    assert f"/ar/{BELOW}</loc>" in (built.site / "sitemap.xml").read_text(encoding="utf-8")


def test_guides_that_speak_of_the_repository_lead_there(built: Lights) -> None:
    link = '<a href="https://git.example/keepers/lights" rel="nofollow noopener">'
    pages = {
        page: (built.site / "en" / page / "index.html").read_text(encoding="utf-8") for page in ("contribute", "about")
    }
    assert {page: link in text for page, text in pages.items()} == {"contribute": True, "about": False}


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
    said = lights.run("build", OBSERVATORY_LANGUAGE="en")
    assert said.code == 1 and not lights.site.exists()
    found = re.findall(r"error\[C115\] it would take the place of .+\n --> (\S+):1:1\n", said.out)
    assert found == ["docs/en/contribute/received.md", "docs/en/themes.md", "docs/fr/index.md"]


def test_a_page_may_be_called_like_what_a_page_of_ours_hangs_in(lights: Lights) -> None:
    for place in ("frame", "frame/frame", "unlisted"):
        lights.write(f"docs/en/contribute/{place}.md", f"---\ntitle: The {place}\n---\n\nIt is here.\n")
    said = lights.run("build", "--strict", "--no-search")
    assert said.code == 0, said.out + said.err
    for place in ("frame", "frame/frame", "unlisted"):
        assert flat(page(lights, f"en/contribute/{place}/").one("h1").text) == f"The {place}"
    assert crumbs(page(lights, "en/contribute/frame/frame/"))[2] == ("The frame", "../", "")
    assert page(lights, "en/contribute/received/").one("h1")


def test_a_hidden_file_is_no_page(lights: Lights) -> None:
    lights.write("docs/en/.drafts/about.md", "---\nbroken")
    lights.write("docs/en/contribute/.send.md", "---\nbroken")
    assert handwritten.addresses(handwritten.read(lights.settings, ["en"])) == ["about/", "contribute/", BELOW]
    assert [one for one in lights.check().diagnostics if one.span.path.startswith("docs/en")] == []


def test_a_readme_makes_a_page_for_its_folder_as_the_engine_has_it(lights: Lights) -> None:
    lights.write("docs/en/more/README.md", "# More\n")
    lights.write("docs/en/README.md", "# Home\n")
    assert "more/" in handwritten.addresses(handwritten.read(lights.settings, ["en"]))
    assert "error[C115]" in (said := lights.run("build")).out and " --> docs/en/README.md:1:1" in said.out


@pytest.mark.parametrize(
    ("before", "code", "line", "column"),
    [
        ("title: A: b", "Y009", 2, 9),
        ("title: [About", "Y009", 2, 8),
        ("title: Method #4", "P112", 2, 14),
        ("titel: Method", "P101", 2, 1),
        ("title: [Method]", "P103", 2, 1),
        ("title:", "P104", 2, 1),
        ("title: null", "P104", 2, 8),
        ("- title", "Y011", 2, 1),
        ("title: Method\ntitle: About", "Y016", 3, 1),
        ("title: &a Method\ndescription: *a", "Y012", 2, 8),
        ("title: !!python/object:os.system Method", "Y013", 2, 8),
        ("translation: {status: robot, original: en}", "P107", 2, 23),
        ("translation: {status: machine}", "P102", 2, 15),
        ("translation: {status: machine, original: xx}", "P407", 2, 42),
        ("title: Me\u202ethod", "Y008", 2, 10),
        ("template: nowhere.html", "P101", 2, 1),
        ("title: Method\nhide: [toc]", "P101", 3, 1),
    ],
)
def test_what_stands_before_a_page_is_read_with_care(
    before: str, code: str, line: int, column: int, lights: Lights
) -> None:
    lights.write("docs/en/about.md", f"---\n{before}\n---\n\nIt.\n")
    found = [one for one in lights.check("docs").diagnostics if one.span.path == "docs/en/about.md"]
    assert [(one.code, one.span.line, one.span.column) for one in found] == [(code, line, column)]


def test_the_build_tells_of_all_pages_at_once_and_of_entries_with_them(lights: Lights) -> None:
    lights.write("docs/en/about.md", "---\ntitle: A: b\n---\n\nIt.\n")
    lights.write("docs/fr/about.md", b"---\ntitle: M\xe9thode\n---\n")
    lights.write("docs/ar/about.md", "---\ntitle: x\n")
    lights.change("practices/article-02/yearly-drill.yml", "status:", "statu:")
    said = lights.run("build", "--no-search")
    assert said.code == 1 and not lights.site.exists() and "Traceback" not in said.err
    for told in (
        "Y009",
        "docs/en/about.md:2:9",
        "Y007",
        "docs/fr/about.md:2:9",
        "C112",
        "docs/ar/about.md:1:1",
        "P101",
    ):
        assert told in said.out


def test_a_page_that_is_mended_or_broken_later_is_noticed(draft: Lights) -> None:
    draft.change("docs/en/about.md", "title:", "titel:")
    said = draft.run("build", "--no-search")
    assert said.code == 1 and "did you mean `title`" in said.out
    draft.change("docs/en/about.md", "titel:", "title:")
    assert draft.run("build", "--no-search").code == 0


def test_what_yaml_would_make_something_else_of_stays_a_title(draft: Lights) -> None:
    titles = {"year": "2026", "day": "2026-11-21", "word": "NO", "number": "1_000"}
    for name, title in titles.items():
        draft.write(f"docs/en/{name}.md", f"---\ntitle: {title}\n---\n\nIt.\n")
    said = draft.run("build", "--no-search")
    assert said.code == 0, said.err
    assert {name: flat(page(draft, f"en/{name}/").one("h1").text) for name in titles} == titles
