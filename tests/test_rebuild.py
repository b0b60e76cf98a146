"""A build that knows the last one makes the same site as one that knows nothing, and does no more than it must."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import msgpack

from generator import cache, tree
from generator.build import build
from generator.edition import Edition
from generator.exports import questionnaires
from generator.links import whole
from generator.outcome import Built, NotBuiltError
from generator.plugin import MkDocs
from generator.store import CACHE
from generator.templates import Templates
from tests.conftest import EPOCH, Lights
from tests.reading import digest

DRILL = "practices/article-02/yearly-drill.yml"
CLOCHE = "practices/article-02/ske-cloche.yml"
KEEPERS = "practices/article-01/lum-two-keepers.yml"
LANGUAGES = 3

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every build is on one day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def make(lights: Lights, engine: Callable[[], MkDocs] | None = None) -> Built:
    """Build it in this process."""
    return build(lights.root, engine or (lambda: MkDocs(lights.root)))


def without_engine() -> MkDocs:
    """An engine that must not be needed."""
    raise AssertionError("the engine was started")


def made_of_nothing(lights: Lights) -> dict[str, str]:
    """What a build that knows nothing makes of the same files, elsewhere."""
    other = Lights(lights.root.with_name("other"))
    shutil.copytree(lights.root, other.root, ignore=shutil.ignore_patterns(".cache", "site"))
    make(other)
    return digest(other.site)


def copy_and_site_agree(lights: Lights) -> bool:
    """Whether the copy that the next site is made from is the site."""
    return digest_of(lights.root / CACHE / cache.SITE) == digest_of(lights.site)


def digest_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_has_changed(known: Lights) -> None:
    before = digest(known.site)
    made = make(known, without_engine)
    assert made.drawn == 0 and made.pages == 111
    assert digest(known.site) == before and copy_and_site_agree(known)


def edit(place: str, old: str, new: str) -> Callable[[Lights], None]:
    """A change of one file."""
    return lambda lights: lights.change(place, old, new)


def remove(place: str) -> Callable[[Lights], None]:
    """A file that goes."""
    return lambda lights: (lights.root / place).unlink()


def rename(place: str, to: str) -> Callable[[Lights], None]:
    """A file that has another name."""

    def renamed(lights: Lights) -> None:
        (lights.root / place).rename(lights.root / to)

    return renamed


def add(like: str, place: str, title: str) -> Callable[[Lights], None]:
    """An entry like another, under another title."""

    def added(lights: Lights) -> None:
        text = (lights.root / like).read_text(encoding="utf-8")
        lights.write(
            place, "\n".join(f"title: {title}" if line.startswith("title:") else line for line in text.split("\n"))
        )

    return added


TRANSLATION = "title: كل عام\nsummary: مرة في العام.\ntranslation: {status: draft, of: {title: '00000000'}}\n"


def write(place: str, text: str) -> Callable[[Lights], None]:
    """A file that comes."""

    def written(lights: Lights) -> None:
        lights.write(place, text)

    return written


CHANGES = {
    "a description": (edit(KEEPERS, "The other does not.", "The other wakes."), 1),
    "a title": (edit(CLOCHE, "title: Une", "title: Encore une"), 0),
    "a summary": (edit(KEEPERS, "summary: ", "summary: Again, "), 0),
    "a provision": (edit(KEEPERS, '["1.1", "1.2(a)"]', '["1.1"]'), 0),
    "a theme": (edit(KEEPERS, "themes: [keepers]", "themes: [horns]"), 0),
    "a State": (edit(CLOCHE, "countries: [SKE]", "countries: [SKE, LUM]"), 0),
    "a measure": (edit(KEEPERS, "measures: [rule, drill]", "measures: [drill]"), 0),
    "a year of submission": (edit(KEEPERS, "channel: statement, date: 2001-03", "channel: statement, date: 2004"), 0),
    "a beginning": (edit(KEEPERS, "since: 1999-05", "since: 1996"), 0),
    "what an entry was adapted from": (edit(KEEPERS, "aliases:", "adapted_from: [yearly-drill]\naliases:"), 0),
    "a date of review": (edit(KEEPERS, "date: 2025-01-02", "date: 2020-01-02"), 0),
    "a paragraph": (edit(KEEPERS, 'paragraphs: ["2", "5"]', 'paragraphs: ["3"]'), 0),
    "a translation": (edit("practices/article-01/lum-two-keepers.fr.yml", "Deux gardiens", "Deux bons gardiens"), 0),
    "a translation goes": (remove("practices/article-01/lum-two-keepers.ar.yml"), 0),
    "a translation comes": (write(DRILL.replace(".yml", ".ar.yml"), TRANSLATION), 0),
    "a translation is read": (edit("practices/article-01/lum-two-keepers.fr.yml", "machine", "reviewed"), 0),
    "an entry goes": (remove(DRILL), 0),
    "an entry comes": (add(CLOCHE, "practices/article-02/ske-gong.yml", "A gong"), 0),
    "an entry has another name": (rename(DRILL, "practices/article-02/drill-each-year.yml"), 0),
    "a theme's name": (edit("registry/themes.yml", "en: ", "en: All "), 0),
    "a template": (edit("theme/templates/practice.html", "practice-main", "practice-main x"), 0),
    "the shell": (edit("theme/overrides/main.html", 'tabindex="-1"', 'tabindex="-1" data-x'), 0),
    "a hand-written page goes": (
        lambda lights: [(lights.root / f"docs/{code}/contribute.md").unlink() for code in ("ar", "en", "fr")],
        0,
    ),
    "a hand-written page": (edit("docs/en/about.md", "#", "# More\n\n#"), 0),
    "the address": (edit("mkdocs.yml", "lights.example/observatory/", "lights.example/other/"), 0),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_same_site_as_made_of_nothing(name: str, known: Lights) -> None:
    change, drawn = CHANGES[name]
    before = digest(known.site)
    change(known)
    made = make(known)
    assert digest(known.site) == made_of_nothing(known) != before
    assert copy_and_site_agree(known)
    assert not drawn or made.drawn == drawn * LANGUAGES
    assert make(known, without_engine).drawn == 0


def test_many_changes_one_after_the_other(known: Lights) -> None:
    for name in ("a title", "an entry goes", "a template", "an entry comes", "a translation goes", "a theme"):
        CHANGES[name][0](known)
        make(known)
    assert digest(known.site) == made_of_nothing(known) and copy_and_site_agree(known)


def test_only_what_shows_a_title_is_drawn_again(known: Lights) -> None:
    title = "Une cloche"
    showing = [path for path in known.site.rglob("*.html") if title in path.read_text(encoding="utf-8")]
    pages = {path.relative_to(known.site).parts[1:] for path in showing}  # those of the same address in each language
    known.change(CLOCHE, f"title: {title}", "title: Encore une cloche")
    assert make(known, without_engine).drawn == len(pages) * LANGUAGES
    assert digest(known.site) == made_of_nothing(known)


def test_a_questionnaire_is_made_again_when_the_registry_changes_and_not_with_an_entry(
    known: Lights, monkeypatch: pytest.MonkeyPatch
) -> None:
    def draw(form: str, edition: Edition, templates: Templates) -> bytes:
        return b"made again"

    monkeypatch.setattr(questionnaires, "draw", draw)
    forms = [known.site / code / path for code in ("ar", "en", "fr") for path in questionnaires.ADDRESSES.values()]
    for change, is_made_again in (("a title", False), ("a theme's name", True)):
        CHANGES[change][0](known)
        make(known)
        assert {form.read_bytes() == b"made again" for form in forms} == {is_made_again}


def scribble(path: Path) -> None:
    """Change a byte in the middle of a file, and keep its size."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def without(path: Path, *names: str) -> None:
    """Leave something out of a state, as another version may have, that is sound otherwise."""
    mark, body = b"observatory 1\n", cache.left(path.parent)
    assert body is not None
    state = msgpack.decode(body)
    packed = msgpack.encode({name: value for name, value in state.items() if name not in names})
    path.write_bytes(mark + tree.digest(packed) + packed)


STATE = f"{CACHE}/{cache.STATE}"
COPY = f"{CACHE}/{cache.SITE}"
DAMAGES: dict[str, Callable[[Path], object]] = {
    "no cache": lambda root: shutil.rmtree(root / ".cache"),
    "no state": lambda root: (root / STATE).unlink(),
    "an empty state": lambda root: (root / STATE).write_bytes(b""),
    "a truncated state": lambda root: (root / STATE).write_bytes((root / STATE).read_bytes()[:-100]),
    "a scribbled state": lambda root: scribble(root / STATE),
    "a state without rests": lambda root: without(root / STATE, "rests"),
    "a state without entries": lambda root: without(root / STATE, "entries", "registry"),
    "a state without leaves": lambda root: without(root / STATE, "leaves"),
    "another state": lambda root: (root / STATE).write_bytes(b"observatory 0\n" + bytes(1000)),
    "no copy": lambda root: shutil.rmtree(root / COPY),
    "a page of the copy is gone": lambda root: (root / COPY / "en/index.html").unlink(),
    "a page of the copy was edited": lambda root: scribble(root / COPY / "en/practices/ske-cloche/index.html"),
    "a file of the engine was edited": lambda root: scribble(root / COPY / "assets/observatory.css"),
    "a file more in the copy": lambda root: (root / COPY / "en/practices/stray.html").write_text("stray"),
    "a folder more in the copy": lambda root: (root / COPY / "en/practices/stray/more").mkdir(parents=True),
    "a page of the copy is a link": lambda root: relink(root / COPY / "en/index.html"),
    "no site": lambda root: shutil.rmtree(root / "site"),
    "a page of the site is gone": lambda root: (root / "site/en/index.html").unlink(),
    "a page of the site was edited": lambda root: scribble(root / "site/en/index.html"),
    "a file more in the site": lambda root: (root / "site/en/stray.html").write_text("stray"),
}


def relink(path: Path) -> None:
    """A symbolic link in place of a page."""
    path.unlink()
    path.symlink_to("/etc/hostname")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_costs_time_only(damage: str, built: Lights, known: Lights) -> None:
    make(known, without_engine)  # so that names are shared with the site, as after every build
    DAMAGES[damage](known.root)
    for _ in range(2):  # what was done to the site is in the copy after the first
        make(known)
        assert digest_of(known.site) == digest_of(built.site)
        assert not (known.site / "en/index.html").is_symlink()
    assert copy_and_site_agree(known)


def test_the_cache_does_not_grow(known: Lights) -> None:
    state = known.root / STATE
    make(known, without_engine)
    size = state.stat().st_size
    for number in range(4):
        known.change(CLOCHE, "title: ", f"title: {number}")
        make(known, without_engine)
    known.change(CLOCHE, "title: 3210", "title: ")
    make(known, without_engine)
    assert abs(state.stat().st_size - size) < 100
    assert sorted(path.name for path in (known.root / CACHE).iterdir()) == ["lock", "records", "site", "state"]


def test_an_entry_with_a_warning_still_warns(known: Lights) -> None:
    first = make(known).warnings
    assert [one.code for one in first if one.code != "P908"] == ["P806"] and first == make(
        known, without_engine
    ).warnings


def test_what_is_said_of_all_entries_together_follows_each_change(known: Lights) -> None:
    before = make(known).warnings
    known.change(DRILL, "title: A yearly drill of all horns", "title: Two keepers a l\u0456ght")  # a Cyrillic letter
    warnings = [one for one in make(known, without_engine).warnings if one not in before]
    assert "the title looks like that of practices/article-01/lum-two-keepers.yml" in str(warnings)
    known.change(DRILL, "title: Two keepers a l\u0456ght", "adapted_from: [nobody]\ntitle: A yearly drill of all horns")
    with pytest.raises(NotBuiltError, match="1 error"):
        make(known, without_engine)
    known.change(DRILL, "adapted_from: [nobody]\n", "")
    assert make(known, without_engine).warnings == before


def test_a_strict_build_that_follows_another_reads_only_what_was_written(
    known: Lights, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(known.root, without_engine, strict=True)
    known.change(CLOCHE, "title: Une", "title: Encore une")
    monkeypatch.setattr(whole, "broken_in", None)
    assert 0 < build(known.root, without_engine, strict=True).drawn < 99


BREAKING = {
    "a link from a page that was drawn": ("theme/templates/practice.html", 'href="#cite"', 'href="#cited"'),
    "an anchor that is gone": ("theme/templates/document.html", 'id="p{{', 'id="q{{'),
}


@pytest.mark.parametrize("name", BREAKING)
def test_a_strict_build_that_follows_another_finds(name: str, known: Lights) -> None:
    build(known.root, without_engine, strict=True)
    before = digest(known.site)
    known.change(*BREAKING[name])
    for _ in range(2):
        with pytest.raises(NotBuiltError, match="broken link"):
            build(known.root, without_engine, strict=True)
    assert digest(known.site) == before
    assert make(known).drawn and digest(known.site) != before
    with pytest.raises(NotBuiltError, match="broken link"):
        build(known.root, without_engine, strict=True)


def test_the_site_can_go_elsewhere_and_back(built: Lights, known: Lights) -> None:
    for place in ("elsewhere", "site", "elsewhere"):
        build(known.root, without_engine, known.root / place)
        assert digest_of(known.root / place) == digest_of(built.site)
