"""The whole way, on a tiny complete observatory: what its pages say, that texts stay texts, and that it holds."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest

from generator import load, sitemap, workers
from generator.build import build
from generator.document import Document, plain
from generator.exports.entries import FOLDER as ENTRIES
from generator.exports.packed import ENDING
from generator.fields import PRACTICE
from generator.kinds import Line, ListOf, Prose, Record
from generator.plugin import MkDocs
from generator.search.standing import Indexing
from tests.conftest import Lights, lay_out
from tests.reading import Element, Reading, digest, flat, read

HOST = "https://lights.example/observatory/"
LANGUAGES = ("ar", "en", "fr")
PATHS = (
    "",
    "about/",
    "articles/",
    *(f"articles/{path}/" for path in ("1", "1/1-1", "1/1-2-a", "2", "2/2-1", "2/2-2", "3", "3/3-a", "3/3-b")),
    "contribute/",
    "contribute/form/",
    "contribute/received/",
    "contribute/send/",
    "countries/",
    *(f"countries/{code}/" for code in ("lum", "pha", "ske", "tid")),
    "documents/",
    "documents/log-2001/",
    "explore/",
    *(f"practices/{id}/" for id in ("lum-two-keepers", "pha-hostile", "pha-lamps", "ske-cloche", "yearly-drill")),
    "rules/",
    "themes/",
    *(f"themes/{id}/" for id in ("boats", "horns", "keepers")),
    "translations/",
)
TEXTS = {
    "practices/lum-two-keepers/": ("en", "ar", "fr"),
    "practices/pha-hostile/": ("en", "fr"),
    "practices/pha-lamps/": ("ar",),
    "practices/ske-cloche/": ("fr",),
    "practices/yearly-drill/": ("en",),
}
"""In which languages the text of an entry is, the original's first; every other page is in all of them."""
RECEIVED = "contribute/received"
"""Where it is told what was withdrawn lately."""
TOMBSTONES = ("practices/pha-asked/", "practices/ske-old-bell/")
REDIRECTS = {"practices/lum-keepers/": "lum-two-keepers", "practices/ske-bell/": "ske-old-bell"}
UNLISTED = (*TOMBSTONES, *REDIRECTS, "compare/")
HOSTILE = "practices/article-01/pha-hostile.yml"
TOKEN = "OBSERVATORYHOLE"  # noqa: S105 - what a hole in a frame is marked with
LISTED = {f"{HOST}{language}/{path}": path for path in PATHS for language in TEXTS.get(path, LANGUAGES)}
"""The addresses that search engines are told of, each with its path below the language."""
OURS = {
    "assets/shell.js",
    "assets/threshold.js",
    "assets/explore/explore.js",
    "assets/explore/compare.js",
    "assets/form/form.js",
}
NEVER = {
    "img", "style", "iframe", "object", "embed", "form", "base", "textarea", "math", "template", "noscript",
    "audio", "video", "select", "frame", "applet", "marquee",
}  # fmt: skip
TOOLS = {
    "explore/": {"form", "select", "template"},
    "compare/": {"template"},
    "contribute/form/": {"select", "template", "textarea"},
}
"""What the pages hold of it that a script works with; they show no text of an entry but cards."""


@cache
def page(site: Path, path: str) -> Reading:
    """A page that is there, read."""
    return read(site / path / "index.html" if not path.endswith(".html") else site / path)


def pages(site: Path) -> Iterator[tuple[str, Reading]]:
    """Every page, by the path of its file."""
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        yield name, page(site, name)


def meta(reading: Reading) -> str:
    """The description of a page."""
    return reading.one("meta", name="description").get("content")


def h1(reading: Reading) -> Element:
    """The title on the page."""
    return reading.one("h1")


def test_every_address_is_there_in_every_language(built: Lights) -> None:
    expected = {f"{language}/{path}index.html" for language in LANGUAGES for path in (*PATHS, *UNLISTED)}
    found = {file.relative_to(built.site).as_posix() for file in built.site.rglob("*.html")}
    assert found == expected | {"index.html", "404.html"}
    assert {file.name for file in built.site.iterdir()} == {
        *LANGUAGES, "assets", "index.html", "404.html", "schema", "search", "sitemap.xml", "_headers", "headers", ".well-known",
    }  # fmt: skip
    assert built.leftovers() == []


@pytest.mark.parametrize(
    ("path", "title", "description"),
    [
        ("en/", "How States keep their lights", "Practices that nobody reported under a convention that"),
        ("fr/", "Comment les États gardent leurs feux", "Des pratiques que personne n’a signalées."),
        ("en/articles/1/", "Article 1: Keepers of the light", "Every light has a keeper."),
        ("ar/articles/2/", "Article 2: Fog-horns", "Every horn is heard."),
        ("en/articles/1/1-2-a/", 'Provision 1.2(a): Keepers\' "rest" & food', "Keepers of the light"),
        ("fr/countries/ske/", 'Skerry & "Holm"', '2 practices of Skerry & "Holm"'),
        ("fr/themes/horns/", "Cornes et cloches", "What is heard."),
        ("ar/documents/log-2001/", "Log of the first meeting", "Meeting report, الاجتماع الأول"),
        ("fr/practices/lum-two-keepers/", "Deux gardiens par feu", "Aucun feu n’est laissé à un seul gardien."),
        ("ar/practices/ske-cloche/", "Une cloche au lieu d’une corne", "La cloche sonne quand la corne se tait"),
        ("en/about/", 'Method & "disclaimers"', 'Who keeps what, & why. It says "so" {{ 7*7 }}.'),
    ],
)
def test_title_and_description(path: str, title: str, description: str, built: Lights) -> None:
    names = {"en": "Observatory of Lights", "fr": "Observatoire des feux", "ar": "مرصد المنارات"}
    reading = page(built.site, path)
    assert flat(next(reading.all("title")).text) == f"{title} – {names[path[:2]]}"
    assert meta(reading).startswith(description)


def default(path: str) -> str:
    """The address for readers of a language that the text of a page is not in."""
    return f"{HOST}{TEXTS[path][0] if path in TEXTS else 'en'}/{path}" if path else HOST


def test_every_page_names_itself_and_its_alternates(built: Lights) -> None:
    for language in LANGUAGES:
        for path in (*PATHS, *TOMBSTONES):
            reading = page(built.site, f"{language}/{path}")
            html = reading.one("html")
            assert (html.get("lang"), html.get("dir")) == (language, "rtl" if language == "ar" else "ltr")
            texts = TEXTS.get(path, LANGUAGES)
            own = language if language in texts else texts[0]
            assert reading.one("link", rel="canonical").get("href") == f"{HOST}{own}/{path}"
            alternates = {link.get("hreflang"): link.get("href") for link in reading.all("link", rel="alternate")}
            assert alternates == {code: f"{HOST}{code}/{path}" for code in texts} | {"x-default": default(path)}
            switch = [link for link in reading.all("a") if link.get("lang") and link.get("aria-current")]
            assert [link.get("lang") for link in switch if link.inside("header")] == [language]


def test_every_page_is_one_document(built: Lights) -> None:
    for name, reading in pages(built.site):
        assert reading.faults == [], name
        ids = [element.get("id") for element in reading.elements if element.get("id")]
        assert len(ids) == len(set(ids)), name
        labels = {part for element in reading.elements for part in element.get("aria-labelledby").split()}
        assert labels <= set(ids), name
        if name != "404.html":
            assert flat(h1(reading).text), name


@pytest.mark.parametrize(
    ("path", "lang", "direction"),
    [
        ("fr/practices/yearly-drill/", "en", ""),
        ("ar/practices/yearly-drill/", "en", "ltr"),
        ("en/practices/ske-cloche/", "fr", ""),
        ("en/practices/pha-lamps/", "ar", "rtl"),
        ("ar/practices/pha-lamps/", "", ""),
        ("ar/practices/lum-two-keepers/", "", ""),
    ],
)
def test_a_text_in_another_language_says_which(path: str, lang: str, direction: str, built: Lights) -> None:
    reading = page(built.site, path)
    assert (h1(reading).get("lang"), h1(reading).get("dir")) == (lang, direction)
    lead = next(reading.all("p", class_="lead"))
    assert (lead.get("lang"), lead.get("dir")) == (lang, direction)


def test_a_translation_in_part_falls_back_field_by_field(built: Lights) -> None:
    reading = page(built.site, "fr/practices/lum-two-keepers/")
    said = {section.get("class"): section for section in reading.all("section")}
    divisions = [element for element in reading.elements if element.tag == "div" and element.parent]
    languages = {
        element.parent.get("class"): element.get("lang")
        for element in divisions
        if element.parent and element.parent.get("class").startswith("said-")
    }
    assert "Un gardien dort" in said["said-description"].text and languages["said-description"] == ""
    assert "No light went out" in said["said-results"].text and languages["said-results"] == "en"
    assert "Il y a deux lits." in said["said-conditions"].text


def test_registry_texts_fall_back_with_their_language(built: Lights) -> None:
    spans = page(built.site, "fr/articles/2/").all("span", lang="en")
    assert [flat(span.text) for span in spans if span.inside("h1")] == ["Fog-horns"]
    names = page(built.site, "ar/countries/ske/").all("bdi", lang="en", dir="ltr")
    assert [name.text for name in names if name.inside("h1")] == ['Skerry & "Holm"']


def test_what_is_written_the_other_way_than_its_page_names_its_direction(built: Lights) -> None:
    """But for `<bdi>` and the names in the switch, which take it from their letters."""
    lacking = {
        f"{name}: <{element.tag}> {flat(element.text)[:40]}"
        for name, reading in pages(built.site)
        for element in reading.elements
        if element.get("lang") and element.tag not in ("html", "bdi")
        if not element.inside("nav", **{"class": "tongues"})
        if (element.get("lang") == "ar") is not name.startswith("ar/") and not element.get("dir")
    }
    assert lacking == set()


@pytest.mark.parametrize(
    ("path", "notices"),
    [
        ("en/practices/lum-two-keepers/", []),
        ("fr/practices/lum-two-keepers/", ["Translated by a program; no person has read it yet."]),
        ("ar/practices/lum-two-keepers/", ["The original has changed since this translation was made."]),
        ("fr/practices/pha-hostile/", ["This translation is a draft.", "This entry has been superseded."]),
        ("ar/practices/lum-two-keepers/", ["Outdated parts: Title."]),
        ("ar/practices/ske-cloche/", ["shown in its original language: الفرنسية.", "This entry is a draft"]),
        ("fr/practices/ske-cloche/", ["This entry is a draft and has not been reviewed."]),
    ],
)
def test_notices(path: str, notices: list[str], built: Lights) -> None:
    said = [flat(notice.text) for notice in page(built.site, path).all("p", class_="notice")]
    assert len(said) == len(notices)
    for text, expected in zip(said, notices, strict=True):
        assert expected in text


def test_a_notice_leads_to_the_original(built: Lights) -> None:
    for language, name in (("fr", "anglais"), ("ar", "الإنجليزية")):
        reading = page(built.site, f"{language}/practices/lum-two-keepers/")
        (link,) = [link for link in reading.all("a") if link.inside("p", **{"class": "notice"})]
        assert link.get("href") == "../../../en/practices/lum-two-keepers/"
        assert flat(link.text) == f"Read the original: {name}"


def test_lists_say_which_translation_they_show(built: Lights) -> None:
    tags = {
        language: {
            flat(card.text): flat(tag.text)
            for tag in page(built.site, f"{language}/articles/1/").all("b")
            for card in [tag.parent]
            if card and tag.inside("article")
        }
        for language in LANGUAGES
    }
    assert tags["en"] and set(tags["en"].values()) == {"original in Arabic"}
    assert {"translated by a program", "draft translation"} <= set(tags["fr"].values())
    assert "outdated translation" in tags["ar"].values()


def test_an_anonymous_entry_names_nobody(built: Lights) -> None:
    reading = page(built.site, "en/practices/yearly-drill/")
    state = flat(next(reading.all("p", class_="practice-state")).text)
    assert state == 'State not named The source says: one State & "another"'
    assert not any("countries/" in link.get("href") for link in reading.all("a") if link.inside("article"))
    assert flat(next(page(built.site, "en/articles/2/2-2/").all("h2", id="not-named")).text) == "State not named 1"


def _fields(place: str, lights: Lights) -> Mapping[str, object]:
    document = load.read(lights.root / place, place)
    assert isinstance(document, Document)
    return plain(document.root)  # type: ignore[return-value]


def _plain_texts(record: Record, values: Mapping[str, object]) -> Iterator[str]:
    """The texts of an entry that are shown as they stand."""
    for name, value in values.items():
        field = record.field(name)
        kind = field.kind if field else None
        items = value if isinstance(value, list) else [value]
        inner = kind.kind if isinstance(kind, ListOf) else kind
        for item in items:
            if isinstance(inner, Record):
                yield from _plain_texts(inner, item)
            elif isinstance(inner, Line | Prose):
                yield str(item)


def test_hostile_texts_are_shown_as_they_stand(built: Lights) -> None:
    texts = [flat(text) for text in _plain_texts(PRACTICE, _fields(HOSTILE, built)) if not text.isdigit()]
    assert len(texts) == 18
    for language in ("en", "ar"):
        reading = page(built.site, f"{language}/practices/pha-hostile/")
        shown = flat(reading.text)
        assert [text for text in texts if text not in shown] == []
        assert flat(h1(reading).text) == texts[0]
        start, cut, _ = flat(meta(reading)).partition("…")
        assert cut and flat(str(_fields(HOSTILE, built)["summary"])).startswith(start) and len(start) > 100
        assert flat(next(reading.all("title")).text).startswith(texts[0])


def test_hostile_translations_are_shown_as_they_stand(built: Lights) -> None:
    shown = flat(page(built.site, "fr/practices/pha-hostile/").text)
    translation = _fields(HOSTILE.replace(".yml", ".fr.yml"), built)
    for name in ("title", "summary", "lead"):
        assert flat(str(translation[name])) in shown


def test_hostile_titles_are_shown_as_they_stand_in_every_list(built: Lights) -> None:
    title = flat(str(_fields(HOSTILE, built)["title"]))
    for path in (
        "articles/1/", "articles/1/1-2-a/", "countries/pha/", "countries/ske/", "documents/log-2001/",
        "themes/keepers/", "practices/ske-cloche/", "",
    ):  # fmt: skip
        assert title in flat(page(built.site, f"ar/{path}").text), path


def test_hostile_markdown_is_shown_as_it_stands(built: Lights) -> None:
    reading = page(built.site, "en/practices/pha-hostile/")
    said = {section.get("class"): section.text for section in reading.all("section")}
    for name, texts in {
        "description": [
            "<img src=x onerror=alert(4)>", "{{ 7*7 }}", "OBSERVATORYHOLEBODYEND", 'a "link"', "< b > &lt;b&gt;",
            "</pre></code><script>alert(7)</script>", "{% include 'practice.html' %} </textarea><style>",
            "</td><script>alert(8)</script>",
        ],
        "problem": ["{{ self }} #{7*7} <%= config %> {% raw %} %(title)s OBSERVATORYHOLECANONICALEND"],
        "results": ["]]> --> * ` &lt;script&gt;alert(10)&lt;/script&gt; </div></section><script>alert(9)</script> <3"],
        "challenges": ["mail {{ namespace }}"],
        "lessons": ["&#60;script&#62;alert(12) < script > &#x3c;svg onload=alert(13)&#x3e;"],
    }.items():  # fmt: skip
        for text in texts:
            assert text in said[f"said-{name}"], name


def test_hostile_addresses_stay_addresses(built: Lights) -> None:
    reading = page(built.site, "en/practices/pha-hostile/")
    links = {link.get("href"): link for link in reading.all("a")}
    for url in (
        "https://lights.example/a'onclick='alert(15)?x=1&y={{7*7}}",
        "https://lights.example/?a=1&b='c'&d={{7*7}}#]]",
        "https://lights.example/s?a=1&b='onclick='alert(16)'",
        "https://lights.example/archive/https://lights.example/s?a=1&b='x'",
    ):
        assert links[url].get("rel") == "nofollow noopener"
    (titled,) = [link for link in reading.all("a") if link.get("title")]
    assert titled.get("title") == 'a " onmouseover="alert(6)'


def test_nothing_runs_that_is_not_ours(built: Lights) -> None:
    for name, reading in pages(built.site):
        place = name.partition("/")[2].removesuffix("index.html")
        for element in reading.elements:
            is_search = element.tag == "form" and element.get("class") == "find"
            assert is_search or element.tag not in NEVER - TOOLS.get(place, set()), f"{name}: <{element.tag}>"
            assert not any(key.startswith("on") or key in ("style", "srcdoc") for key in element.attributes), name
            leads_on = place in REDIRECTS
            allowed = ("", "Content-Security-Policy", *(["refresh"] if leads_on else []))
            assert element.get("http-equiv") in allowed, name
            for key in ("href", "src", "action", "xlink:href"):
                assert re.match(r"(?!\w+:)|https?:|mailto:", element.get(key), re.I), f"{name}: {element.get(key)}"
        for script in reading.all("script"):
            assert not script.text.strip(), name
            path = posixpath.normpath(posixpath.join("/observatory", posixpath.dirname(name), script.get("src")))
            assert path.removeprefix("/observatory/") in OURS, name


def test_no_hole_is_left_open_anywhere(built: Lights) -> None:
    """The hostile entry writes tokens and braces itself; where it is not shown there are none."""
    innocent = [
        path for path in PATHS
        if "hostile" not in path
        and path not in TOOLS  # their scripts fill what they say
        and not any(HOSTILE_TITLE in page(built.site, f"{code}/{path}").text for code in LANGUAGES)
    ]  # fmt: skip
    assert "practices/yearly-drill/" in innocent and "rules/" in innocent and len(innocent) > 8
    for language in LANGUAGES:
        for path in innocent:
            html = (built.site / language / path / "index.html").read_text(encoding="utf-8")
            html = html.replace("It says &#34;so&#34; {{ 7*7 }}.", "")  # what the hand-written page says
            html = re.sub(r"<pre><code>.*?</code></pre>", "", html, flags=re.DOTALL)  # examples of rules
            assert not re.search(TOKEN + r"|\{\{|\{%|\{#|%\(\w+\)s", html), f"{language}/{path}"
    for name in ("index.html", "404.html", "sitemap.xml"):
        assert not re.search(TOKEN + r"|\{\{|\{%|%\(\w+\)s", (built.site / name).read_text(encoding="utf-8"))


HOSTILE_TITLE = "OBSERVATORYHOLETITLEEND"


def test_no_value_of_ours_is_shown_raw(built: Lights) -> None:
    for name, reading in pages(built.site):
        shown = reading.text + " ".join(value for one in reading.elements for value in one.attributes.values())
        if not name.endswith("rules/index.html"):
            assert not re.search(r"\bNone\b|\bTrue\b|\bFalse\b|<built-in|Undefined|Markup\(|Text\(", shown), name
        assert "\0" not in shown, name


def test_links_and_anchors_lead_somewhere(built: Lights) -> None:
    ids = {name: {one.get("id") for one in reading.elements} for name, reading in pages(built.site)}
    broken = []
    for name, reading in pages(built.site):
        for element in reading.elements:
            for key in ("href", "src"):
                address = element.get(key)
                if key not in element.attributes or urlsplit(address).scheme or element.get("rel") == "canonical":
                    continue
                path, anchor = urldefrag(address)
                path = path.partition("?")[0]
                assert name == "404.html" or not path.startswith("/"), f"{name}: {address}"
                target = posixpath.normpath(posixpath.join("/observatory", posixpath.dirname(name), path))
                target = posixpath.relpath(target, "/observatory")
                file = name if not path else f"{target}/index.html" if path.endswith("/") else target
                file = posixpath.normpath(file)
                if not (built.site / file).is_file() or (anchor and anchor not in ids[file]):
                    broken.append(f"{name}: {address}")
    assert broken == []


def test_sitemap(built: Lights) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ET.parse(built.site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    places = [url.findtext("s:loc", namespaces=names) for url in root.findall("s:url", names)]
    assert sorted(map(str, places)) == sorted(LISTED)


def test_a_large_site_map_comes_in_parts(lights: Lights, built: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.setattr(sitemap, "PART", 35)
    build(lights.root, lambda: MkDocs(lights.root), strict=True, indexing=Indexing.NONE)
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}

    def places(name: str, kind: str) -> list[str | None]:
        root = ET.parse(lights.site / name).getroot()  # noqa: S314 - our own file
        return [one.findtext("s:loc", namespaces=names) for one in root.findall(f"s:{kind}", names)]

    parts = places("sitemap.xml", "sitemap")
    assert parts == [f"{HOST}sitemap-{number}.xml" for number in (1, 2, 3)]
    listed = [place for part in parts if part for place in places(part.removeprefix(HOST), "url")]
    assert sorted(map(str, listed)) == sorted(LISTED)


@pytest.mark.parametrize(
    ("path", "reason", "said"),
    [
        (
            "en/practices/ske-old-bell/",
            "It is about the same practice as another entry.",
            {
                "Its title": 'The "old" bell & {{ 7*7 }} ]]> \'><',
                "Withdrawn": "3 February 2025",
                "In its place": "Une cloche au lieu d’une corne",
            },
        ),
        (
            "fr/practices/ske-old-bell/",
            "It is about the same practice as another entry.",
            {
                "Its title": "La « vieille » cloche",
                "Withdrawn": "3 février 2025",
                "In its place": "Une cloche au lieu d’une corne",
            },
        ),
        (
            "en/practices/pha-asked/",
            "The authority that submitted it asked for this.",
            {"Withdrawn": "February 2025"},
        ),
    ],
)
def test_a_withdrawn_entry_leaves_a_page_that_says_why(
    path: str, reason: str, said: dict[str, str], built: Lights
) -> None:
    reading = page(built.site, path)
    assert flat(h1(reading).text) == "This entry was withdrawn"
    assert flat(reading.one("p", class_="lead").text) == reason == meta(reading)
    facts = reading.one("dl", class_="withdrawal")
    names = [flat(term.text) for term in reading.all("dt") if term.inside("dl", **{"class": "withdrawal"})]
    values = [flat(value.text) for value in reading.all("dd") if value.inside("dl", **{"class": "withdrawal"})]
    assert dict(zip(names, values, strict=True)) == said and facts
    links = [link.get("href") for link in reading.all("a") if link.inside("dd")]
    assert links == (["../../practices/ske-cloche/"] if "In its place" in said else [])
    assert reading.one("meta", name="robots").get("content") == "noindex"


@pytest.mark.parametrize(
    ("words", "languages", "shown"),
    [
        ("unspoken", (), ()),
        ("shall not be read", (), ()),
        ("Nor shall this", (), ()),
        ("nobody hears", (), ()),
        ("que personne n’entend", (), ()),
        ("vieille", ("fr",), ("practices/ske-old-bell", RECEIVED)),
        ("ske-old-bell", LANGUAGES, ("practices/ske-bell", "practices/ske-old-bell", RECEIVED)),
        ("pha-asked", LANGUAGES, ("practices/pha-asked", RECEIVED)),
    ],
)
def test_a_withdrawn_entry_stands_nowhere_else(
    words: str, languages: tuple[str, ...], shown: tuple[str, ...], built: Lights
) -> None:
    holding = {
        file.relative_to(built.site).as_posix()
        for file in built.site.rglob("*")
        if file.is_file() and words.encode() in file.read_bytes()
    }
    assert holding == {f"{language}/{path}/index.html" for language in languages for path in shown}


def test_what_is_listed_may_be_indexed(built: Lights) -> None:
    for language in LANGUAGES:
        for path in PATHS:
            assert not list(page(built.site, f"{language}/{path}").all("meta", name="robots")), path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("path", "id"), REDIRECTS.items())
def test_a_former_address_leads_to_the_present_one(language: str, path: str, id: str, built: Lights) -> None:
    reading = page(built.site, f"{language}/{path}")
    html = reading.one("html")
    assert (html.get("lang"), html.get("dir")) == (language, "rtl" if language == "ar" else "ltr")
    assert reading.one("meta", **{"http-equiv": "refresh"}).get("content") == f"0; url=../{id}/"
    assert reading.one("link", rel="canonical").get("href") == f"{HOST}{language}/practices/{id}/"
    assert reading.one("meta", name="robots").get("content") == "noindex"
    assert reading.one("a").get("href") == f"../{id}/" and flat(reading.one("a").text).endswith(id)
    assert not list(reading.all("script"))
    assert (built.site / language / path / "index.html").stat().st_size < 1200


def test_the_threshold_offers_every_language(built: Lights) -> None:
    reading = page(built.site, "index.html")
    links = [(link.get("href"), link.get("lang"), link.get("dir"), flat(link.text)) for link in reading.all("a")]
    assert links == [
        ("ar/", "ar", "rtl", "العربية مرصد المنارات"),
        ("en/", "en", "ltr", "English Observatory of Lights"),
        ("fr/", "fr", "ltr", "Français Observatoire des feux"),
    ]
    assert reading.one("link", rel="canonical").get("href") == HOST
    assert reading.one("html").get("lang") == "en"


def test_a_missing_address_is_told_in_every_language(built: Lights) -> None:
    reading = page(built.site, "404.html")
    sections = [(one.get("lang"), one.get("dir")) for one in reading.all("section")]
    assert sections == [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")]
    for language in LANGUAGES:
        hrefs = {one.get("href") for one in reading.all("a") if one.inside("section", lang=language)}
        assert {f"/observatory/{language}/", f"/observatory/{language}/articles/"} <= hrefs


def test_entries_never_stand_in_the_navigation(built: Lights) -> None:
    for name, reading in pages(built.site):
        for link in reading.all("a"):
            if link.inside("footer") or (link.inside("nav") and not link.inside("nav", **{"aria-label": "Languages"})):
                assert "practices/" not in link.get("href"), name
    html = (built.site / "en/about/index.html").read_text(encoding="utf-8")
    assert "yearly-drill" not in html and "md-nav" not in html


def test_an_entry_leads_to_the_form_in_which_it_is_changed_or_translated(built: Lights) -> None:
    links = [link.get("href") for link in page(built.site, "en/practices/ske-cloche/").all("a")]
    for way in ("edit", "translate"):
        assert links.count(f"../../contribute/form/?{way}=ske-cloche") == 1


def test_what_is_taken_up_again_stands_in_the_tree_of_its_language_alone(built: Lights) -> None:
    there = {
        code: json.loads(gzip.decompress((built.site / f"{code}/{ENTRIES}0-0{ENDING}").read_bytes()))
        for code in LANGUAGES
    }
    assert there["en"]["languages"]["ske-cloche"] == "fr"
    assert "ske-cloche" in there["fr"]["originals"] and "ske-cloche" not in there["en"]["originals"]
    assert there["ar"]["translations"].keys() == {"lum-two-keepers"}
    assert not {"ske-old-bell", "pha-asked"} & there["en"]["languages"].keys(), "withdrawn"
    folder, values = (there["en"]["originals"]["yearly-drill"][name] for name in ("folder", "values"))
    document = load.read(built.root / f"practices/{folder}/yearly-drill.yml", "yearly-drill.yml")
    assert isinstance(document, Document)
    assert values == _stripped(plain(document.root))


def _stripped(value: object) -> object:
    """The same without white space around its texts."""
    if isinstance(value, dict):
        return {name: _stripped(one) for name, one in value.items()}
    return [_stripped(one) for one in value] if isinstance(value, list) else str(value).strip()


def test_the_engine_and_the_command_build_the_same_site(built: Lights, lights: Lights) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=lights.root, check=True, capture_output=True)
    assert digest(lights.site) == digest(built.site)
    assert lights.leftovers() == []


def test_a_site_does_not_depend_on_where_and_when_it_is_built(built: Lights, tmp_path: Path) -> None:
    lights = lay_out(tmp_path / "Отдых & spaces" / "öther")
    for path in sorted(lights.root.rglob("*"), reverse=True):  # files made in another order, at another time
        if path.is_file():
            data = path.read_bytes()
            path.unlink()
            path.write_bytes(data)
    around = {"PYTHONHASHSEED": "12345", "TZ": "Pacific/Kiritimati", "LANG": "ar_EG.UTF-8", "LC_ALL": "C"}
    said = lights.start("build", "--site-dir", str(tmp_path / "elsewhere"), **around)
    assert said.code == 0, said.err
    assert digest(tmp_path / "elsewhere") == digest(built.site)
    assert lights.start("build", "--site-dir", str(tmp_path / "elsewhere"), **around).code == 0
    assert digest(tmp_path / "elsewhere") == digest(built.site)


@pytest.mark.parametrize(("cores", "chunk"), [(1, 5), (3, 5)])
def test_a_site_does_not_depend_on_the_number_of_processes(
    cores: int, chunk: int, built: Lights, lights: Lights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.setattr(workers, "cores", lambda: cores)
    monkeypatch.setattr(workers, "CHUNK", chunk)
    told: list[tuple[str, int, int]] = []
    made = build(lights.root, lambda: MkDocs(lights.root), progress=lambda *how_far: told.append(how_far))
    assert (made.pages, made.languages, len(made.warnings)) == ((len(PATHS) - 3 + len(UNLISTED)) * 3, 3, 11)
    assert digest(lights.site) == digest(built.site)
    kinds = ("explore/**/*.json", "contribute/**/*.json", f"**/*{ENDING}", "contribute/questionnaire.*")
    files = len([file for kind in kinds for file in built.site.glob(f"*/{kind}")])
    drawn, indexed = (max(one for one in told if one[0] == name) for name in ("Drawing pages", "Indexing for search"))
    assert drawn[1:] == (made.pages + files, made.pages + files) and indexed[1] == indexed[2] == 15
