"""No text of an entry makes an element, an attribute or a script, on whatever page it is shown."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import text
from generator.templates import Templates
from generator.text import clean, render, render_inline
from tests.safety.corpus import ENCODABLE, EVERY, PAYLOADS
from tests.safety.drawing import BENIGN, Studio
from tests.safety.structure import skeleton, strange, strange_in_sections

CONTEXTS = (
    "{}", "a {} b", "\"{}\"", "'{}'", "`{}`", "``` {}\n{}\n```", "# {}", "> {}", "- {}", "    {}", "| a |\n|---|\n| {} |",
    "*{}*", "[{}](https://x.example)", "[x]({})", "[x](<{}>)", "[x](https://x.example \"{}\")", "<{}>", "![{}]({})",
    "[x][y]\n\n[y]: {}", "&lt;{}&gt;", "{}\n===", "&{};",
)  # fmt: skip
MARKS = st.sampled_from(
    ["<", ">", "\"", "'", "&", "`", "*", "_", "[", "](", ")", "|", "\n", "\n\n", "=", "{{", "}}", "{%", "%}", "%(n)s", "\\", "/",
     "<script", "onload=", "javascript:", "OBSERVATORYHOLEBODYEND", "\0", "]]>", "-->", "<!--", "&#", ";", ":", "    ", "- ", "x-y"]
)  # fmt: skip
ANYTHING = st.lists(
    st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=10), MARKS, st.sampled_from(ENCODABLE)),
    max_size=8,
).map("".join)


def differing(studio: Studio, written: str, language: str, only: str = "") -> list[str]:
    """The pages whose structure is another than with a word in place of the text, and what Markdown made that it may not."""
    faults = []
    for named in (True, False):
        hostile = studio.bodies(studio.written(written, named=named), language, only)
        benign = studio.bodies(studio.written(BENIGN, named=named), language, only)
        assert hostile.keys() == benign.keys()
        for path, html in hostile.items():
            if skeleton(html) != skeleton(benign[path]):
                faults.append(f"{path}: another structure")
            faults += [f"{path}: {fault}" for fault in strange_in_sections(html)]
    return faults


def test_the_corpus_is_broad() -> None:
    assert len(PAYLOADS) >= 9 and all(len(some) >= 10 for some in PAYLOADS.values())
    assert len(EVERY) >= 350


@pytest.mark.parametrize("kind", PAYLOADS)
def test_no_payload_changes_a_page(kind: str, studio: Studio) -> None:
    """The page of the practice itself, which shows every field, in a language of its own, a translation, and a foreign one."""
    for number, payload in enumerate(one for one in PAYLOADS[kind] if one in ENCODABLE):
        language = ("en", "fr", "ar")[number % 3]
        assert differing(studio, payload, language, "practices/") == [], payload


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_payloads_together_change_no_page_that_shows_them(language: str, studio: Studio) -> None:
    assert differing(studio, " ".join(ENCODABLE), language) == []


@settings(deadline=None, max_examples=200)
@given(ANYTHING.filter(str.strip), st.sampled_from(["en", "fr", "ar"]))
def test_no_text_changes_a_page(studio: Studio, written: str, language: str) -> None:
    assert differing(studio, written, language, "practices/") == []


@pytest.mark.parametrize("context", CONTEXTS)
def test_markdown_makes_nothing_strange_of_a_payload(context: str) -> None:
    for payload in ENCODABLE:
        html = render(context.replace("{}", payload))
        assert strange(html) == strange(render_inline(context.replace("{}", payload))) == [], payload
        assert clean(html) == html


@settings(deadline=None, max_examples=300)
@given(ANYTHING)
@example('<p title="x" lang="fr" dir="rtl">')
def test_cleaning_twice_changes_nothing(written: str) -> None:
    for html in (render(written), render_inline(written), clean(written)):
        assert clean(html) == html
        assert strange(html) == []


def test_control_without_escaping_the_check_fires(studio: Studio) -> None:
    folder = studio.templates["en"]._environment.loader.searchpath[0]  # type: ignore[union-attr]
    unescaping = Templates(folder, studio.words["en"])
    unescaping._environment.plain = str  # type: ignore[attr-defined]
    bare = Studio(studio.registry, studio.words, {"en": unescaping}, studio.model, studio._number)
    fired = [payload for payload in PAYLOADS["html"] if differing(bare, payload, "en", "practices/")]
    assert len(fired) > 60
    assert differing(bare, BENIGN, "en") == []


def test_control_without_cleaning_the_check_fires(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "clean", lambda html: html)
    fired = [payload for payload in PAYLOADS["markdown"] if strange(render.__wrapped__(payload))]
    assert len(fired) > 8


def test_control_without_either_parser_the_check_fires() -> None:
    fired = [payload for payload in PAYLOADS["html"] if strange(payload)]
    assert len(fired) > 60
    assert [payload for payload in PAYLOADS["html"] if strange(clean(payload))] == []
