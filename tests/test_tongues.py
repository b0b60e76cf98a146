"""A language that is added: by a catalogue, labels and a line of settings it gets a whole site, with no word of ours in another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests import tongues
from tests.conftest import Lights, lay_out
from tests.tongues import CODE, NAME, pseudo

PAGES = ("about", "contribute", "contribute/send")
"""The hand-written pages of the tiny observatory."""

ASSETS = sorted((Path(__file__).parents[1] / "theme" / "overrides" / "assets").glob("*.js"))
LITERAL = re.compile(r"""(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1""")
WORDS = re.compile(r"[A-Z]?[a-z]+(?: [a-z]+)+|[A-Z][a-z]+")


@pytest.fixture(scope="module")
def added(compiled: None, forms: None, tmp_path_factory: pytest.TempPathFactory) -> Lights:
    """The tiny observatory with one language more, built."""
    lights = lay_out(tmp_path_factory.mktemp("tongues").resolve() / "observatory")
    tongues.add(lights)
    said = lights.run("build", "--no-search", "--strict")
    assert said.code == 0, said.err + said.out
    return lights


def page(lights: Lights, address: str) -> LexborHTMLParser:
    """A page of the site."""
    return LexborHTMLParser((lights.site / address).read_text(encoding="utf-8"))


def test_nothing_is_amiss_but_the_hand_written_pages(added: Lights) -> None:
    about = [
        one for one in added.check().diagnostics if f"/{CODE}/" in one.span.path or f"({CODE})" in one.problem.message
    ]
    assert [(one.code, one.span.path) for one in about] == [("C111", f"docs/{CODE}/{name}.md") for name in PAGES]
    for name in PAGES:
        added.write(f"docs/{CODE}/{name}.md", "---\ntitle: Método\n---\n\nNada.\n")
    assert not [one for one in added.check().diagnostics if f"/{CODE}/" in one.span.path]
    for name in PAGES:
        (added.root / "docs" / CODE / f"{name}.md").unlink()


def test_it_has_every_page(added: Lights) -> None:
    def pages(language: str) -> set[str]:
        return {path.relative_to(added.site / language).as_posix() for path in (added.site / language).rglob("*.html")}

    assert pages(CODE) == pages("en") and len(pages(CODE)) > 20


def test_each_language_leads_to_it(added: Lights) -> None:
    for language in ("en", "fr", "ar", CODE):
        html = page(added, f"{language}/themes/index.html")
        alternate = html.css_first(f'link[rel="alternate"][hreflang="{CODE}"]')
        assert alternate.attributes["href"] == f"https://lights.example/observatory/{CODE}/themes/"
        assert html.css_first(f'.tongues a[lang="{CODE}"]').text() == NAME
    assert page(added, f"{CODE}/themes/index.html").css_first("html").attributes["lang"] == CODE
    assert NAME in page(added, "index.html").css_first(f'.thresholds a[hreflang="{CODE}"]').text()
    assert page(added, "404.html").css_first(f'section[lang="{CODE}"] h1').text() == pseudo(
        "There is no page at this address"
    )
    maps = "".join(path.read_text(encoding="utf-8") for path in added.site.glob("sitemap*.xml"))
    assert f"https://lights.example/observatory/{CODE}/themes/" in maps


def test_a_page_that_nobody_has_translated_is_shown_in_the_default_language(added: Lights) -> None:
    html = page(added, f"{CODE}/about/index.html")
    assert html.css_first("h1").text() == 'Method & "disclaimers"'
    assert html.css_first("[lang=en] h1") and html.css_first("[lang=en] .prose")
    assert html.css_first(".notice").text() == pseudo("This page is not translated yet.")


def test_it_counts_and_sorts_by_its_own_rules(added: Lights) -> None:
    states = page(added, f"{CODE}/countries/index.html").css(".by-name li")
    counted = [
        ("Lumenia", "1 practice"),
        ("Pharos", "2 practices"),
        ('Skerry & "Holm"', "2 practices"),
        ("Tidal Union", "1 practice"),
    ]
    assert [state.text() for state in states] == [f"{pseudo(name)} {pseudo(count)}" for name, count in counted]


def test_no_word_of_ours_is_left_in_another_language(added: Lights) -> None:
    pages = [*(added.site / CODE).rglob("*.html"), added.site / "404.html", added.site / "index.html"]
    assert tongues.unsaid(pages, tongues.known(added)) == set()


def test_a_catalogue_with_which_no_page_could_be_made_stops_the_build(added: Lights) -> None:
    place, sound = f"theme/locales/{CODE}/LC_MESSAGES/observatory.po", f'"{pseudo("of %(all)s")}"'
    for broken, code in (
        (f'"{pseudo("of all")}"', "C106"),
        (f'"{pseudo("of")} %(todos)s %(all)s"', "C107"),
        ('"%(all)s %"', "C108"),
    ):
        added.change(place, sound, broken)
        said = added.run("build", "--no-search")
        added.change(place, broken, sound)
        assert (said.code, f"error[{code}] “of %(all)s”" in said.out) == (1, True), said.out
    assert added.run("build", "--no-search").code == 0


def test_words_that_are_written_out_are_found(added: Lights) -> None:
    changes = (
        ("theme/templates/themes.html", "</h1>", "</h1><p>Hard coded</p>"),
        ("theme/templates/themes.html", '<ul class="ruled">', '<ul class="ruled" aria-label="Cast in stone">'),
        ("theme/overrides/partials/footer.html", "<ul>", "<ul><li>Said to few</li>"),
    )
    for place, before, after in changes:
        added.change(place, before, after)
    assert added.run("build", "--no-search").code == 0
    found = tongues.unsaid([added.site / CODE / "themes" / "index.html"], tongues.known(added))
    for place, before, after in changes:
        added.change(place, after, before)
    assert found == {"themes: Hard coded", "themes: Cast in stone", "themes: Said to few"}


def literals(script: str) -> set[str]:
    """What a script might say to a reader: texts in it of several words, or of one with a capital."""
    code = re.sub(r"^\s*//.*$|\s//\s.*$", "", script, flags=re.MULTILINE)
    return {found[2] for found in LITERAL.finditer(code) if WORDS.fullmatch(found[2])}


@pytest.mark.parametrize("path", ASSETS, ids=lambda path: path.stem)
def test_scripts_say_nothing(path: Path) -> None:
    assert literals(path.read_text(encoding="utf-8")) == set()


def test_a_script_that_says_something_is_found() -> None:
    assert literals("b.textContent = 'Dark';\nb.title = \"Dark colours\"; // it's 'Fine'\ng('.scheme')") == {
        "Dark",
        "Dark colours",
    }
