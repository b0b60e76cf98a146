"""Which pages a review says will change, beside those that do when the site is built before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.conftest import Lights, copied
from tests.revisions import Revised, git, revised

FRENCH = "practices/article-01/lum-two-keepers.fr.yml"
BELL = "practices/article-02/ske-cloche.yml"
LAMPS = "practices/article-03/pha-lamps.yml"


def pages(lights: Lights) -> dict[str, bytes]:
    """The pages of the built site, by their address."""
    site = lights.site
    return {path.parent.relative_to(site).as_posix(): path.read_bytes() for path in site.glob("*/**/index.html")}


@pytest.fixture(scope="module")
def change(drafted: Lights, tmp_path_factory: pytest.TempPathFactory) -> Revised:
    """The tiny complete observatory, built."""
    lights = copied(drafted, tmp_path_factory.mktemp("reviewed"))
    lights.write(".gitignore", ".cache\nsite\n")
    return revised(lights)


@pytest.fixture(scope="module")
def before(change: Revised) -> dict[str, bytes]:
    """Its pages."""
    assert isinstance(change.files, Lights)
    return pages(change.files)


@pytest.fixture
def lights(change: Revised) -> Iterator[Lights]:
    """The same, left as it was."""
    assert isinstance(change.files, Lights)
    yield change.files
    git(change.files.root, "checkout", "--quiet", "main", "--", ".")
    git(change.files.root, "clean", "--quiet", "-d", "--force")


def come(lights: Lights) -> None:
    """A new entry, near another one."""
    text = (lights.root / BELL).read_text(encoding="utf-8")
    lights.write(BELL.replace("cloche", "gong"), text.replace("une corne", "un gong"))


def go(lights: Lights) -> None:
    """One theme less, and another status."""
    lights.change(BELL, "[horns, keepers]", "[horns]")
    lights.change(BELL, "status: pilot", "status: in-force")


def translate(lights: Lights) -> None:
    """Another title in one language."""
    lights.change(FRENCH, "Deux gardiens par feu", "Toujours deux gardiens")


def forget(lights: Lights) -> None:
    """A translation less."""
    (lights.root / FRENCH).unlink()


def withdraw(lights: Lights) -> None:
    """An entry that stands no more."""
    text = (lights.root / LAMPS).read_text(encoding="utf-8")
    lights.write(
        LAMPS,
        f"{text}review: {{state: withdrawn, date: 2026-11-20}}\nwithdrawal: {{reason: duplicate, date: 2026-11-20}}\n",
    )


@pytest.mark.parametrize("made", [(come, translate), (go, forget), (withdraw,)])
def test_the_pages_that_change_are_told(
    made: tuple[Callable[[Lights], None], ...], change: Revised, lights: Lights, before: dict[str, bytes]
) -> None:
    for make in made:
        make(lights)
    told = change.review().pages or ()
    said = lights.run("build", "--no-search")
    assert said.code == 0, said.out
    now = pages(lights)
    different = {path for path in {*before, *now} if before.get(path) != now.get(path)}
    assert {f"{code}/{page.path}".rstrip("/") for page in told for code in page.languages} == different
    assert {page.path for page in told if page.change == "added"} == {"practices/ske-gong/"} & {
        page.path for page in told
    }


def test_a_page_is_told_with_its_title_and_languages(change: Revised, lights: Lights) -> None:
    translate(lights)
    told = change.section("Pages that will change")
    assert "  - Changed page: Two keepers a light (/practices/lum-two-keepers/) [fr]" in told


def test_nothing_is_told_where_no_page_changes(change: Revised, lights: Lights) -> None:
    lights.change(BELL, "language: fr", "language: fr # in French")
    assert change.review().pages == ()
