"""The offline copy: pages that need no server, in one file that is always the same."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.links.whole import broken_in
from generator.offline.page import POLICY, fitted, named, plain_script
from tests.conftest import Lights, copied
from tests.reading import read

SITE = "https://lights.example/observatory/"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("articles/5/", "articles/5/index.html"),
        ("../../articles/5/5-1/#western", "../../articles/5/5-1/index.html#western"),
        ("../../assets/mark.svg", "../../assets/mark.svg"),
        ("../../explore/", "../../explore/index.html"),
        ("../../explore/?provision=5.1&amp;group=western", "../../articles/5/5-1/index.html#western"),
        ("explore/?state=ITA", "countries/ita/index.html"),
        ("explore/?year=2019", "explore/index.html"),
        ("compare/?id=a", "compare/index.html?id=a"),
        ("#content", "#content"),
        ("", ""),
        ("https://host.example/a/", "https://host.example/a/"),
        ("//host.example/a/", "//host.example/a/"),
        ("mailto:a@host.example", "mailto:a@host.example"),
    ],
)
def test_addresses_name_files(address: str, file: str) -> None:
    assert named(address) == file


PAGE = """\
<html lang="en" class="no-js">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<meta name="description" content="0; url=a/">
<meta http-equiv="refresh" content="0; url=../new/">
<link rel="canonical" href="https://host.example/en/">
<link rel="alternate" hreflang="fr" href="https://host.example/fr/">
<script src="assets/scheme.js"></script>
<script type="module" src="assets/search.js"></script>
<form action="explore/" role="search"><input name="q"></form>
<main class="x"><a title="a > b" href="articles/">&lt;a href="articles/"&gt;</a></main>
"""
FITTED = f"""\
<html lang="en" class="offline no-js">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="description" content="0; url=a/">
<meta http-equiv="refresh" content="0; url=../new/index.html">
<link rel="canonical" href="https://host.example/en/">
<script src="assets/scheme.js"></script>
<aside>https://host.example/en/</aside><main class="x"><a title="a > b" href="articles/index.html">&lt;a href="articles/"&gt;</a></main>
"""


def test_a_page_is_fitted() -> None:
    assert fitted(PAGE, lambda address: f"<aside>{address}</aside>") == FITTED


def test_where_a_practice_is_cited_the_records_are_made_by_a_plain_script() -> None:
    shell, cite = (f'<script src="../../../assets/{name}.js"></script>' for name in ("shell", "cite"))
    page = f'{shell}<main><h2 id="cite">Cite</h2></main>'
    assert fitted(page, lambda _: "") == page.replace(shell, shell + cite.replace(" src", " defer src"))
    module = "const a = 1;\nexport function b() {\n  return a;\n}\nb();\n"
    assert plain_script(module) == f"(() => {{\n{module.replace('export ', '')}}})();\n"


@pytest.fixture(scope="module")
def unpacked(built: Lights, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy of the tiny observatory, taken out of its zip."""
    folder = tmp_path_factory.mktemp("offline")
    said = copied(built, folder).run("build", "--offline", "--site-dir", str(folder / "site"))
    assert said.code == 0, said.err
    assert f"A copy for reading offline, in {folder / 'site-offline.zip'}" in said.out
    with zipfile.ZipFile(folder / "site-offline.zip") as archive:
        archive.extractall(folder)
    return folder / "observatory-offline"


def _files(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def test_every_page_is_in_it_and_what_pages_load(built: Lights, unpacked: Path) -> None:
    pages = {path for path in _files(built.site) if path.endswith(".html")} - {"404.html"}
    others = {path for path in _files(unpacked) if not path.endswith(".html")}
    assert {path for path in _files(unpacked) if path.endswith(".html")} == pages
    assert {"assets/observatory.css", "assets/shell.js", "assets/cite.js"} <= others
    forms = {f"{code}/contribute/questionnaire.{form}" for code in ("ar", "en", "fr") for form in ("docx", "xlsx")}
    assert forms <= others and all(path.startswith("assets/") for path in others - forms)


def test_every_link_leads_to_a_file_in_it(unpacked: Path) -> None:
    assert broken_in(unpacked, _files(unpacked), "https://nowhere.example/") == []
    for page in unpacked.rglob("*.html"):
        for link in read(page).all("a"):
            path = link.get("href").partition("#")[0].partition("?")[0]
            assert not path or ":" in path or (page.parent / path).is_file(), f"{page}: {path}"


def test_it_says_what_is_missing_and_where_the_page_is(unpacked: Path) -> None:
    page = read(unpacked / "fr/articles/1/index.html")
    assert page.one("aside").get("aria-label") in ("Offline copy", "Copie hors ligne")
    assert [link.get("href") for link in page.all("a") if link.inside("aside")] == [f"{SITE}fr/articles/1/"]


def test_the_same_site_gives_the_same_zip(draft: Lights) -> None:
    place = draft.root / "site-offline.zip"
    assert draft.run("build", "--no-search", "--offline").code == 0
    first = place.read_bytes()
    assert draft.run("build", "--no-search", "--offline", TZ="Asia/Tokyo").code == 0
    assert place.read_bytes() == first
    with zipfile.ZipFile(place) as archive:
        names = archive.namelist()
        assert names == sorted(names, key=lambda name: (not name.endswith(".html"), name))
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_brings_no_other_file_into_the_zip(draft: Lights) -> None:
    draft.change(
        "practices/article-01/lum-two-keepers.yml",
        "The other does not.",
        'The other writes ` href="../../../../mkdocs.yml"` and ` src="../../../_headers"`.',
    )
    assert draft.run("build", "--no-search", "--offline").code == 0
    with zipfile.ZipFile(draft.root / "site-offline.zip") as archive:
        names = archive.namelist()
        page = archive.read("observatory-offline/en/practices/lum-two-keepers/index.html").decode()
    assert 'href="../../../../mkdocs.yml"' in page  # the text stands as it was written
    assert all(name.startswith("observatory-offline/") and ".." not in name for name in names)
    assert not [name for name in names if "mkdocs" in name]


def test_a_copy_that_cannot_be_written_says_so_and_leaves_the_site(draft: Lights) -> None:
    (draft.root / "site-offline.zip").mkdir()
    said = draft.run("build", "--no-search", "--offline")
    assert said.code == 1 and "Traceback" not in said.err
    assert "site-offline.zip: Is a directory; the site was built, and its offline copy was not" in said.err
    assert (draft.site / "index.html").is_file()
    assert not (draft.root / ".site-offline.zip.new").exists()


def test_no_copy_is_made_unasked(built: Lights) -> None:
    assert not (built.root / "site-offline.zip").exists()
