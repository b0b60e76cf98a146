"""Records of BibTeX and RIS, which a script makes of what the page of a practice says: as expected, and whatever a title holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served
from tests.conftest import Lights
from tests.safety.corpus import ENCODABLE
from tests.safety.published import TEXTS

pytestmark = pytest.mark.browser

RECORDS = ".cite pre"
FIELDS = ("title", "note", "organization", "date", "url", "langid")
TAGS = ("TY", "ID", "TI", "PB", "N1", "DA", "UR", "LA", "ER")
ANY = ["", " \t", "\v\f\x1c\x85\u2028\u2029", *ENCODABLE, *map("".join, product('{}\\%"\n@,= a', repeat=3))]
MAKE = """async ([url, texts]) => {
    const { bibtex, ris } = await import(url);
    return texts.map((text) => {
        const cited = {
            id: "pha-x", title: text, states: text, publisher: text, date: "2025-01-04", url: "https://x.example/en/practices/pha-x/",
            language: "en",
        };
        return [bibtex(cited), ris(cited)];
    });
}"""
"""A text wherever one stands in a reference; the rest is made of ids."""


class Records(NamedTuple):
    """How a text is cited."""

    text: str
    bibtex: str
    ris: str


@pytest.fixture(scope="module")
def made(browser: Browser, host: str) -> Iterator[Callable[[list[str]], list[Records]]]:
    """``made(texts)``: the records of each text, made by the script of the site."""
    page = browser.new_page()
    page.goto(f"{host}/en/practices/ita-cascade-model/")

    def make(texts: list[str]) -> list[Records]:
        records = page.evaluate(MAKE, [f"{host}/assets/cite.js", texts])
        return [Records(text, *pair) for text, pair in zip(texts, records, strict=True)]

    yield make
    page.close()


def outside(record: str) -> str:
    """What stands outside the fields of a record, as BibTeX counts braces: a backslash before one means nothing to it."""
    depth, found = 0, ""
    for character in record:
        depth += (character == "{") - (character == "}")
        found += character if depth < 2 else ""
    return found


def form(id: str, *fields: str) -> str:
    """What should stand outside them."""
    return f"@online{{{id},\n" + ",\n".join([f"  {name} = }}" for name in fields]) + "\n}\n"


def tags(record: str) -> list[str]:
    """The tags of a record of RIS, a line each by whatever somebody takes for the end of one."""
    return [line[:6] for line in record.splitlines()]


def test_a_practice_is_cited_in_the_words_of_its_page(opened: Callable[..., Page]) -> None:
    page = opened("ru/practices/kor-acrc-memoranda/")
    expect(page.locator(RECORDS)).to_have_count(2)
    assert page.locator(".cite summary").all_inner_texts() == ["BibTeX", "RIS"]
    assert page.locator(RECORDS).all_text_contents() == [
        """\
@online{kor-acrc-memoranda,
  title = {Обмен опытом предупреждения коррупции на основе меморандумов о взаимопонимании},
  note = {Республика Корея},
  organization = {Обсерватория успешной практики в области предупреждения коррупции},
  date = {2026-11-21},
  url = {https://observatory.example/ru/practices/kor-acrc-memoranda/},
  langid = {ru}
}
""",
        """\
TY  - ELEC
ID  - kor-acrc-memoranda
TI  - Обмен опытом предупреждения коррупции на основе меморандумов о взаимопонимании
PB  - Обсерватория успешной практики в области предупреждения коррупции
N1  - Республика Корея
DA  - 2026/11/21
UR  - https://observatory.example/ru/practices/kor-acrc-memoranda/
LA  - ru
ER  -\x20
""",
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "fr/practices/pha-lamps/",
            ["تقاسم المصابيح بين الجزر", "Pharos et Union des marées", "Observatoire des feux"],
        ),
        ("ar/practices/yearly-drill/", ["A yearly drill of all horns", "State not named", "مرصد المنارات"]),
    ],
)
def test_one_that_nobody_has_reviewed_of_two_states_or_none(
    browser: Browser, lights_host: str, path: str, said: list[str]
) -> None:
    page = browser.new_page()
    page.goto(f"{lights_host}/{path}")
    expect(page.locator(RECORDS)).to_have_count(2)
    bibtex, ris = page.locator(RECORDS).all_text_contents()
    values = [*said, f"https://lights.example/observatory/{path}", path[:2]]
    assert re.findall(r"(?m)^  \w+ = \{(.+)\},?$", bibtex) == values
    title, states, publisher, *rest = values
    assert [line[6:] for line in ris.splitlines()[2:-1]] == [title, publisher, states, *rest]
    page.close()


def test_without_scripts_the_citation_in_words_stands(opened: Callable[..., Page]) -> None:
    page = opened("en/practices/kor-acrc-memoranda/", java_script_enabled=False)
    assert "entry kor-acrc-memoranda, reviewed 21 November 2026" in page.locator(".citation").inner_text()
    assert page.locator(".cite details").count() == 0


def test_what_bibtex_takes_for_its_own_is_named(made: Callable[[list[str]], list[Records]]) -> None:
    [record] = made(["\\ { } $ & % # _ ~ ^"])
    said = r"\textbackslash{} \textbraceleft{} \textbraceright{} \$ \& \% \# \_ \textasciitilde{} \textasciicircum{}"
    assert f"  title = {{{said}}},\n  note = {{{said}}},\n  organization = {{{said}}},\n" in record.bibtex


def test_no_title_leaves_its_field_in_bibtex(made: Callable[[list[str]], list[Records]]) -> None:
    for text, bibtex, _ in made(ANY):
        said = ("title", "note", "organization") if text else ()
        assert outside(bibtex) == form("pha-x", *said, "date", "url", "langid"), repr(text)


def test_no_title_makes_a_line_of_its_own_in_ris(made: Callable[[list[str]], list[Records]]) -> None:
    for text, _, ris in made(ANY):
        said = ("TI", "PB", "N1") if re.search(r"[^\s\x00-\x1f\x7f-\x9f\ufeff]", text) else ()
        assert tags(ris) == [f"{tag}  - " for tag in ("TY", "ID", *said, "DA", "UR", "LA", "ER")], repr(text)


def test_hostile_titles_stay_texts(browser: Browser, hostile: Lights) -> None:
    page = browser.new_page()
    with served(hostile.site) as host:
        for number in range(len(TEXTS)):
            page.goto(f"{host}/en/practices/pha-{number}/")
            expect(page.locator(RECORDS)).to_have_count(2)
            bibtex, ris = page.locator(RECORDS).all_text_contents()
            assert outside(bibtex) == form(f"pha-{number}", *FIELDS)
            assert tags(ris) == [f"{tag}  - " for tag in TAGS]
            assert page.locator(f":is({RECORDS}) *").count() == 0
    page.close()


@pytest.mark.parametrize("evil", [r"a \}, note = \{evil", "a}, note = {evil", "a},\n  note = {b", "{", "}"])
def test_control_what_leaves_its_field_is_noticed(made: Callable[[list[str]], list[Records]], evil: str) -> None:
    [record] = made(["wick"])
    assert outside(record.bibtex) == form("pha-x", *FIELDS)
    assert outside(record.bibtex.replace("wick", evil, 1)) != form("pha-x", *FIELDS)
