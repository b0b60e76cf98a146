"""What the checks let through, the build can draw: no entry crashes it."""

from __future__ import annotations

import json

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from generator import check
from generator.diagnostics import errors
from generator.document import Document
from generator.folder import Entry
from generator.recording import both
from generator.settings import Settings
from tests.conftest import CASES, TODAY
from tests.safety.corpus import ENCODABLE
from tests.safety.drawing import Studio
from tests.safety.published import address, entry, translation
from tests.safety.structure import strange_in_sections

SETTINGS = Settings(CASES.parent / "site")
MARKS = ["lamp", "*", "**", "_", "`", "|", "-", "\n\n", "- ", "[", "](https://x.example)", " ", "&amp;", "<3", "> "]
TEXT = st.one_of(
    st.sampled_from(ENCODABLE),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=40),
    st.lists(st.sampled_from(MARKS), max_size=14).map("".join),
)
DATE = st.sampled_from(
    [
        "0001",
        "0001-01",
        "0001-01-01",
        "1582-10-10",
        "1800",
        "2000-02-29",
        "9999-12-31",
        "2020",
        "2019-13",
        "٢٠١٩",
        "1e3",
        "",
    ]
)


@settings(deadline=None, max_examples=80)
@given(
    TEXT,
    TEXT,
    st.one_of(st.just("2020"), DATE),
    st.one_of(st.just("2020"), DATE),
    st.sampled_from(["planned", "in-force"]),
    st.sampled_from(["en", "fr", "ar"]),
)
def test_what_the_checks_let_through_is_drawn(
    studio: Studio,
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    more: str,
    since: str,
    accessed: str,
    status: str,
    language: str,
) -> None:
    folder = tmp_path_factory.getbasetemp() / "sound"
    folder.mkdir(exist_ok=True)
    data = entry(text, address(more)).replace("accessed: 2025-01-01", f"accessed: {json.dumps(accessed)}")
    data = data.replace("status: in-force", f"status: {status}\nsince: {json.dumps(since)}")
    (folder / "pha-x.yml").write_text(data, encoding="utf-8")
    (folder / "pha-x.fr.yml").write_text(translation(more), encoding="utf-8")
    files = Entry("pha-x", "article-01", str(folder), {"": "pha-x.yml", "fr": "pha-x.fr.yml"})
    checked = check.entry(files, SETTINGS, studio.registry, TODAY)
    if isinstance(checked.original, Document) and not errors(checked.diagnostics):
        event("drawn")
        written = both("pha-x", checked.original, checked.translations)
        studio.templates[language]._pieces.clear()
        for path, html in studio.bodies(written, language, "practices/").items():
            assert strange_in_sections(html) == [], path


@pytest.mark.parametrize("date", ["0001", "0001-01", "0001-01-01", "1582-10-10", "9999-12-31", "9999-12", "9999"])
def test_every_date_on_the_calendar_can_be_said(date: str, studio: Studio) -> None:
    for words in studio.words.values():
        assert words.moment(date)
