"""`observatory build`: what it says and does when something is wrong, and that the old site outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

import pytest

from tests.conftest import EPOCH, SITE, Lights
from tests.reading import digest
from tests.running import Said

KEEPERS = "practices/article-01/lum-two-keepers.yml"
OBSERVATORY = "registry/observatory.yml"
MAIN = "theme/overrides/main.html"


@pytest.fixture
def old(lights: Lights) -> Lights:
    """An observatory whose site was published before: it must outlive every failure."""
    for name in ("index.html", "404.html", "sitemap.xml", "en/index.html"):
        lights.write(f"site/{name}", "the old site")
    return lights


def failed(lights: Lights, code: int, *words: str, options: tuple[str, ...] = ()) -> Said:
    """Build, and see that it ends with this code, these words, no traceback, and everything as it was."""
    before = digest(lights.root)
    said = lights.run("build", *options)
    told = " ".join((said.out + said.err).split())
    assert said.code == code, told
    for word in words:
        assert word in told
    assert "Traceback" not in told and "Error:" not in told.replace("Error: ", "", 1)
    assert digest(lights.root) == before
    assert not [path for path in lights.root.parent.iterdir() if path != lights.root]
    return said


def test_without_search_it_says_so(lights: Lights) -> None:
    said = lights.run("build", "--no-search")
    assert said.code == 0 and said.out.endswith("Search is left out\n")
    assert {path.name for path in (lights.site / "search").iterdir()} == {
        f"{code}.words.json" for code in ("ar", "en", "fr")
    }


def test_built_from_below_and_put_elsewhere(lights: Lights) -> None:
    public = lights.root / "public"
    public.mkdir()
    below = Lights(lights.root / "practices/article-01")
    said = below.run("--root", "../..", "build", "--site-dir", "../../public")
    assert (said.code, said.out) == (0, f"111 pages in 3 languages, in {public}\n")
    assert said.err == "11 warnings; `observatory check` shows what they are\n"
    assert lights.leftovers() == ["public"] and not lights.site.exists()
    assert public.stat().st_mode & 0o777 == 0o755


def test_the_new_site_takes_the_place_of_the_old_one(old: Lights) -> None:
    old.write("site/en/gone/index.html", "a page that is gone")
    said = old.run("build", "--quiet")
    assert (said.code, said.out, said.err) == (0, "", "")
    assert not (old.site / "en/gone").exists()
    assert "the old site" not in (old.site / "index.html").read_text(encoding="utf-8")
    assert old.leftovers() == []


def test_faults_in_an_entry(old: Lights) -> None:
    old.change(KEEPERS, "status: in-force", "status: ongoing")
    said = failed(old, 1, "The site was not built; what was published before is untouched")
    assert "error[P107] `ongoing` is none of the words for `status`\n" in said.out
    assert f"--> {KEEPERS}:8:9\n" in said.out and "1 error, 11 warnings" in said.out


def test_all_faults_are_told_at_once(old: Lights) -> None:
    old.change(KEEPERS, "status: in-force", "status: ongoing")
    old.change("practices/article-02/ske-cloche.yml", "countries: [SKE]", "countries: [SKY]")
    old.write("practices/article-03/pha-lamps.yml", "title: [")
    said = failed(old, 1, "error[P107]", "error[P401]", "error[Y0")
    assert said.out.count("error[") == 3


def test_faults_in_the_engine_command(old: Lights) -> None:
    old.change(KEEPERS, "status: in-force", "status: ongoing")
    before = digest(old.root)
    ran = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=old.root, capture_output=True, text=True)
    assert ran.returncode == 1
    assert "error[P107]" in ran.stderr and "the site was not built" in ran.stdout
    assert "Traceback" not in ran.stderr
    assert digest(old.root) == before


def test_registry_file_missing(old: Lights) -> None:
    (old.root / "registry/themes.yml").unlink()
    said = failed(old, 1, "error[Y001]", "registry/themes.yml")
    assert said.out.count("error[") == 1


@pytest.mark.parametrize(
    ("piece", "instead", "words"),
    [
        ("{{ head.title | e }}", "x", "TITLE is missing"),
        ("{{ head.description | e }}", "{{ head.title | e }}", "TITLE stands 2 times"),
        ("{{ head.canonical | e }}", "OBSERVATORYHOLENOWHEREEND", "NOWHERE is unknown"),
    ],
)
def test_a_frame_that_does_not_fit(piece: str, instead: str, words: str, old: Lights) -> None:
    old.change(MAIN, piece, instead)
    said = failed(old, 1, words, "theme/overrides/")
    assert said.out == "" and said.err.count("\n") <= 2


@pytest.mark.parametrize("options", [("--no-such",), ("extra",)])
def test_wrong_usage(options: tuple[str, ...], old: Lights) -> None:
    failed(old, 2, "Error: ", options=options)


def test_no_settings(old: Lights) -> None:
    (old.root / "mkdocs.yml").unlink()
    failed(old, 2, "mkdocs.yml", "does not exist")


@pytest.mark.parametrize(
    ("piece", "instead", "words"),
    [
        ("plugins:\n  - observatory\n", "plugins: []\n", "`plugins` does not name `observatory`"),
        ("site_name: Observatory of Lights", "site_name: [", "mkdocs.yml"),
        ("plugins:\n", "plugins:\n  - no-such-plugin\n", "mkdocs.yml"),
    ],
)
def test_settings_that_do_not_hold(piece: str, instead: str, words: str, old: Lights) -> None:
    old.change("mkdocs.yml", piece, instead)
    failed(old, 2, words)


def test_the_site_is_below_a_file(old: Lights) -> None:
    old.write("file", "")
    failed(old, 1, "file", "what was published before is untouched", options=("--site-dir", "file/site"))


def test_the_option_names_a_file(old: Lights) -> None:
    old.write("file", "kept")
    failed(old, 2, "is a file", options=("--site-dir", "file"))


def test_the_settings_name_a_file(lights: Lights) -> None:
    lights.write("site", "kept")
    failed(lights, 1, "site: a file stands where the site should go")


@pytest.mark.parametrize("place", [".", "docs/site"])
def test_the_site_must_not_be_where_the_engine_reads(place: str, old: Lights) -> None:
    failed(old, 2, "site_dir", options=("--site-dir", place))


MUST_STAY = ["practices", "practices/site", "theme/overrides"]


@pytest.mark.parametrize("place", MUST_STAY)
def test_the_site_must_not_be_where_we_read(place: str, old: Lights) -> None:
    failed(old, 2, "site_dir", options=("--site-dir", place))


def test_a_link_must_not_lead_the_site_there(lights: Lights) -> None:
    lights.site.symlink_to(".")
    said = lights.run("build")
    assert (lights.root / "mkdocs.yml").is_file() and (lights.root / KEEPERS).is_file()
    assert said.code == 2 and "site_dir" in said.err


def test_a_folder_of_other_things_is_not_an_old_site(lights: Lights) -> None:
    lights.write("thesis/chapter-1.txt", "years of work")
    failed(lights, 1, "thesis: this folder holds something else than a site", options=("--site-dir", "thesis"))


def _unknown_language(lights: Lights) -> None:
    lights.change(OBSERVATORY, "code: es, name: Español, direction: ltr, published: false", "code: xx, name: X, "
                  "direction: ltr, published: true")  # fmt: skip
    lights.change("registry/documents/log-2001.yml", "language: es", "language: en")


def _language_with_region(lights: Lights) -> None:
    _unknown_language(lights)
    lights.change(OBSERVATORY, "code: xx", "code: pt-BR")


def _no_english(lights: Lights) -> None:
    lights.change(OBSERVATORY, "  - {code: en, name: English, direction: ltr, published: true}\n", "")
    lights.change("registry/articles.yml", "    verified: [en]\n", "")
    lights.change("registry/documents/log-2001.yml", "original_language: en\n", "")
    for path in (lights.root / "practices").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("language: en", "language: es"), encoding="utf-8")


def _unknown_act(lights: Lights) -> None:
    lights.change("registry/countries.yml", "act: ratification", "act: a handshake")


def _lost_value(lights: Lights) -> None:
    lights.write(
        "theme/locales/fr/LC_MESSAGES/observatory.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Article %(number)s"\nmsgstr "Article %(numero)s"\n',
    )


def _broken_template(lights: Lights) -> None:
    path = lights.root / "theme/templates/practice.html"
    path.write_text(path.read_text(encoding="utf-8") + "{% if %}", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (_unknown_language, "xx"),
        (_language_with_region, "pt-BR"),
        (_no_english, "en"),
        (_unknown_act, "a handshake"),
        (_lost_value, "%(numero)s"),
        (_broken_template, "practice.html"),
    ],
)
def test_what_only_the_owner_can_spoil_is_told_plainly(spoil: Callable[[Lights], None], word: str, old: Lights) -> None:
    spoil(old)
    failed(old, 1, word)


def test_a_frame_that_does_not_fit_is_told_plainly_by_the_engine(old: Lights) -> None:
    old.change(MAIN, "{{ head.title | e }}", "x")
    ran = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=old.root, capture_output=True, text=True)
    assert ran.returncode == 1 and "TITLE is missing" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_no_entries_yet_and_hardly_a_word_translated(lights: Lights) -> None:
    for path in (lights.root / "practices").rglob("*.yml"):
        path.unlink()
    lights.write(
        "theme/locales/fr/LC_MESSAGES/observatory.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Themes"\nmsgstr "Thèmes & choses"\n',
    )
    said = lights.run("build")
    assert said.code == 0 and "Error" not in said.err
    assert "There is no entry yet." in (lights.site / "en/index.html").read_text(encoding="utf-8")
    assert not (lights.site / "en/practices").exists()
    html = (lights.site / "fr/themes/index.html").read_text(encoding="utf-8")
    assert "<h1>Thèmes &amp; choses</h1>" in html and ">Articles<" in html


def test_interrupted(old: Lights) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=old.root,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    until = time.monotonic() + 20
    growing = old.root / ".cache/observatory/site/en"
    while not growing.exists() and running.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    running.send_signal(signal.SIGINT)
    told, _ = running.communicate(timeout=20)
    assert running.returncode == 1 and "Traceback" not in told
    assert (old.site / "index.html").read_text(encoding="utf-8") == "the old site"
    assert old.leftovers() == []


def test_the_tiny_observatory_was_left_alone() -> None:
    assert sorted(path.name for path in SITE.iterdir()) == ["docs", "mkdocs.yml", "practices", "registry"]
    assert not list(SITE.rglob(".*"))
