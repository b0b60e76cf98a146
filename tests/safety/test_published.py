"""A whole site of payloads: it is built, its pages keep their structure, and its other files can be parsed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import draw
from generator.text import brief
from tests.conftest import Lights
from tests.safety.published import LISTS, TEXTS, publish
from tests.safety.structure import skeleton, strange_in_sections


@pytest.fixture(scope="module")
def benign(forms: None, tmp_path_factory: pytest.TempPathFactory) -> Lights:
    return publish(tmp_path_factory.mktemp("benign") / "observatory", ["wick"] * len(TEXTS))


def _page(lights: Lights, path: str) -> str:
    return (lights.site / path / "index.html").read_text(encoding="utf-8")


def _files(lights: Lights) -> set[str]:
    """All files but those of the index of search, which are named after what is in them."""
    every = {path.relative_to(lights.site).as_posix() for path in lights.site.rglob("*")}
    return {path for path in every if not path.startswith("search/")}


def test_the_site_has_the_same_files_and_nothing_stands_beside_it(hostile: Lights, benign: Lights) -> None:
    assert _files(hostile) == _files(benign)
    assert hostile.leftovers() == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_page_keeps_its_structure(language: str, hostile: Lights, benign: Lights) -> None:
    for number, text in enumerate(TEXTS):
        for id in (f"pha-{number}", f"pha-gone-{number}", f"pha-old-{number}"):
            assert _differing(hostile, benign, f"{language}/practices/{id}/") == [], text
    for path in LISTS:
        assert _differing(hostile, benign, f"{language}/{path}") == [], path


def _differing(hostile: Lights, benign: Lights, path: str) -> list[str]:
    html = _page(hostile, path)
    same = sorted(skeleton(html)) == sorted(skeleton(_page(benign, path)))  # lists stand in the order of their titles
    return [*([] if same else [f"{path} has another structure"]), *strange_in_sections(html)]


def test_the_head_says_the_title_and_the_summary_as_they_stand(hostile: Lights) -> None:
    for number, text in enumerate(TEXTS):
        page = LexborHTMLParser(_page(hostile, f"en/practices/pha-{number}/"))
        title, description = page.css_first("title"), page.css_first('meta[name="description"]')
        assert title.text().startswith(text.strip())
        assert description.attributes["content"] == brief(text.strip())
        assert page.css_first('link[rel="canonical"]').attributes["href"].endswith(f"/en/practices/pha-{number}/")


def test_the_site_map_is_xml(hostile: Lights) -> None:
    root = ET.parse(hostile.site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    assert len(root) > 3 * len(TEXTS)


def test_control_where_heads_are_not_escaped_the_check_fires(
    tmp_path: Path, benign: Lights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draw, "plain", str)
    bare = publish(tmp_path / "observatory", TEXTS)
    fired = [n for n in range(len(TEXTS)) if _differing(bare, benign, f"en/practices/pha-{n}/")]
    assert len(fired) > 5
