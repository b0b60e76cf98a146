"""Forms of a glossary found in texts: which words are the form, whatever their case, ending and line breaks."""

from __future__ import annotations

import time
from unicodedata import normalize

import pytest

from generator.glossary import form, of, small
from generator.registry import Concept


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("asset declaration*", "Asset Declarations of judges", ["Asset Declarations"]),
        (
            "asset declaration*",
            "an asset\ndeclaration, an asset  declaration",
            ["asset\ndeclaration", "asset  declaration"],
        ),
        ("asset declaration", "asset declarations", []),
        ("gift*", "gifts, a gift-giver, legift, gift 2", ["gifts", "gift", "gift"]),
        ("anti-corruption bod*", "anti-corruption body; anticorruption body", ["anti-corruption body"]),
        (
            "conflit* d’intérêts",
            "Conflits d'intérêts, conflit d’intérêts",
            ["Conflits d'intérêts", "conflit d’intérêts"],
        ),
        ("l'intégrité", "De l’intégrité", ["l’intégrité"]),
        ("intégrité", "l’inte\u0301grité et l’intégrité", ["intégrité", "intégrité"]),
        ("конфликт* интерес*", "о конфликтах интересов", ["конфликтах интересов"]),
        ("*تضارب* *المصالح", "وتضارب المصالح", ["وتضارب المصالح"]),
        ("فساد", "الفساد", []),
        ("公共机构", "每个公共机构通过", ["公共机构"]),
        ("COSP第*号决议", "按COSP第八号决议", []),
        ("第*号决议", "按第八号决议办", ["第八号决议"]),
        ("whistle-blow*", "whistle-blower", ["whistle-blower"]),
        ("a.b", "axb a.b", ["a.b"]),
    ],
)
def test_a_form_is_found(written: str, text: str, found: list[str]) -> None:
    places = form(Concept("", (), ()), written, False).places(small(text))
    assert [normalize("NFC", text)[start:end] for start, end in places] == found


WHISTLE = Concept("whistle-blower", ("whistle-blow*",), ("informer*",))
PROTECTION = Concept("protection", ("protection of whistle-blowers",), ("whistle-blower shield*",))
BODY = Concept("body", ("bod*",), ("agenc*",))
AGENCY = Concept("agency", ("agency",), ("bodies", "body of officials"))
DECLARATION = Concept("declaration", ("declar*",), ("declaration",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A whistle-blower", ["whistle-blow*"]),
        ("protection of whistle-blowers", ["protection of whistle-blowers"]),
        ("protection of whistle-blowers by whistle-blowers", ["protection of whistle-blowers", "whistle-blow*"]),
        ("a whistle-blower shield", ["whistle-blower shield*"]),
        ("an informer in a body", ["informer*", "bod*"]),
        ("agency", ["agency"]),
        ("agencies", ["agenc*"]),
        ("bodies", ["bod*"]),
        ("a body of officials", ["body of officials"]),
        ("declared in a declaration", ["declar*", "declaration"]),
        ("nothing of the kind", []),
    ],
)
def test_the_longest_form_is_said(text: str, said: list[str]) -> None:
    every = of([WHISTLE, PROTECTION, BODY, AGENCY, DECLARATION])
    assert [one.form.written for one in every.said(small(text))] == said


def test_a_term_is_kept_inside_a_longer_one() -> None:
    every = of([WHISTLE, PROTECTION])
    assert every.says("whistle-blower", "protection of whistle-blowers")
    assert not every.says("protection", "whistle-blowers and their protection")
    assert not every.says("whistle-blower", "informers")


@pytest.mark.parametrize("text", ["a" * 8_000, "ab" * 4_000, "a b " * 2_000, "asset " * 1_300, "é" * 8_000])
def test_no_text_takes_long(text: str) -> None:
    every = of([Concept("x", ("*a*b*c", "a* b* c*", "asset asset* x*"), ("*a", "é*é*"))])
    start = time.process_time()
    every.said(text + "c")
    assert time.process_time() - start < 1
