"""Frames: an engine's page is cut at exactly the holes asked for, and what is put in comes out as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.frame import Frame, FrameError, cut, holes, token
from generator.head import Section
from generator.page import Page

NAMES = ("TITLE", "BODY", "SWITCH_fr")
PAGE = f"<title>{token('TITLE')}</title><a href='{token('SWITCH_fr')}'>fr</a>{token('BODY')}"
WANTED = frozenset(NAMES)
HTML = st.text(max_size=20) | st.sampled_from(["<p>", "OBSERVATORYHOLE", "END", "OBSERVATORYHOLEtitleEND", "\0"])


def test_cut_and_filled() -> None:
    frame = cut(PAGE, WANTED, "en/index.md")
    assert frame.holes == ("TITLE", "SWITCH_fr", "BODY")
    filled = frame.fill({"TITLE": "Lamps", "SWITCH_fr": "../fr/", "BODY": "<p>حارس</p>"})
    assert filled.decode() == "<title>Lamps</title><a href='../fr/'>fr</a><p>حارس</p>"


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        (PAGE.replace(token("TITLE"), "Lamps"), "TITLE is missing"),
        (PAGE + token("BODY"), "BODY stands 2 times"),
        (PAGE + token("NOWHERE"), "NOWHERE is unknown"),
        (PAGE + token("SWITCH_ar") * 2, "SWITCH_ar is unknown, SWITCH_ar stands 2 times"),
        ("", "BODY is missing, SWITCH_fr is missing, TITLE is missing"),
        (PAGE.replace("HOLETITLE", "HOLE-TITLE"), "TITLE is missing"),
    ],
)
def test_a_page_that_does_not_fit(page: str, fault: str) -> None:
    with pytest.raises(FrameError) as told:
        cut(page, WANTED, "en/index.md")
    assert str(told.value) == f"the frame en/index.md of the theme does not fit: {fault}; look at theme/overrides/"


def test_a_value_that_is_not_given_is_our_fault() -> None:
    with pytest.raises(KeyError):
        cut(PAGE, WANTED, "en/index.md").fill({"TITLE": "Lamps", "BODY": ""})


@given(st.permutations(NAMES), st.lists(HTML, min_size=4, max_size=4), st.lists(HTML, min_size=3, max_size=3))
def test_what_is_put_in_comes_out(names: list[str], pieces: list[str], values: list[str]) -> None:
    """Whatever the page is, and whatever the values are: a value is never read for tokens of its own."""
    page = pieces[0] + "".join(token(name) + piece for name, piece in zip(names, pieces[1:], strict=True))
    try:
        page.encode()
        "".join(values).encode()
        frame = cut(page, WANTED, "x")
    except (FrameError, UnicodeEncodeError):
        return  # the pieces made a token by chance
    given_ = {name: value + token("TITLE") for name, value in zip(names, values, strict=True)}
    expected = pieces[0] + "".join(given_[name] + piece for name, piece in zip(names, pieces[1:], strict=True))
    assert frame.fill(given_).decode() == expected
    assert "".join(frame.pieces) == "".join(pieces)


def test_a_page_without_holes() -> None:
    assert cut("<p>", frozenset(), "x") == Frame(("<p>",), ())
    assert Frame(("<p>",), ()).fill({}) == b"<p>"


def test_every_language_has_its_holes() -> None:
    names = holes(("ar", "en"))
    assert names == {
        "TITLE", "DESCRIPTION", "CANONICAL", "ALTERNATES", "BODY", "SWITCH_ar", "SWITCH_en",
    }  # fmt: skip
    page = "".join(token(name) for name in sorted(names))
    assert cut(page, names, "x").fill(dict.fromkeys(names, "")) == b""


@pytest.mark.parametrize("language", ["pt-BR", "zh-Hans", "es-419"])
def test_a_language_may_have_a_region(language: str) -> None:
    names = holes((language,))
    assert cut("".join(token(name) for name in names), names, "x").holes


@pytest.mark.parametrize(
    ("path", "stub"),
    [
        ("", "en/index.md"),
        ("themes/", "en/.themes/index.md"),
        ("themes/lamps/", "en/.themes/.frame/index.md"),
        ("themes/lamps/wicks/", "en/.themes/.frame/.frame/index.md"),
    ],
)
def test_a_stub_is_as_deep_as_the_pages_that_hang_in_it(path: str, stub: str) -> None:
    section = Section.of(Page(path, "themes", "theme.html", None))  # type: ignore[arg-type]
    assert section.stub("en") == stub
    assert stub.count("/") == f"en/{path}index.html".count("/")
