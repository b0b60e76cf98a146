"""`observatory review`: what it says is different, in entries that came, changed and went."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.marks import fingerprint
from tests.conftest import PLACE, SOUND, SOUND_ORIGINAL, SOUND_TRANSLATION, Tiny, overlaid
from tests.revisions import Revised, revised

NORWAY = overlaid(
    SOUND, "title: Annual reports of all offices\ncountries: [NOR]\nsummary: Each office says what it did.\n"
)
NORWEGIAN = "practices/article-05/nor-reports.yml"
CHINESE = PLACE.replace(".yml", ".zh.yml")
MARKED = SOUND_TRANSLATION.replace(
    "machine}", f"reviewed, of: {{title: {fingerprint('Cascade of three-year plans')}}}}}"
)

Change = Callable[[Tiny], object]


@pytest.fixture
def change(tiny: Tiny) -> Revised:
    """An entry with a translation and one without, on a branch where nothing is different yet."""
    tiny.write(PLACE, SOUND_ORIGINAL)
    tiny.write(CHINESE, SOUND_TRANSLATION)
    tiny.write(NORWEGIAN, NORWAY)
    return revised(tiny)


def moved(tiny: Tiny, old: str, new: str, added: str = "") -> None:
    """Move a file and add something to it."""
    path = tiny.root / old
    tiny.write(new, path.read_text(encoding="utf-8") + added)
    path.unlink()


CASES: dict[str, tuple[Change, str]] = {
    "added": (
        lambda tiny: tiny.write(
            "practices/article-05/ita-cards.yml", SOUND.replace("Cascade of three-year", "Cards for")
        ),
        """\
  - New: Cards for plans, ITA (practices/article-05/ita-cards.yml)""",
    ),
    "removed": (
        lambda tiny: (tiny.root / NORWEGIAN).unlink(),
        """\
  - Removed: Annual reports of all offices, NOR (practices/article-05/nor-reports.yml)""",
    ),
    "a few words and a value": (
        lambda tiny: tiny.write(
            NORWEGIAN, NORWAY.replace("what it did", "what it has done").replace("in-force", "completed")
        ),
        """\
  - Changed: Annual reports of all offices, NOR (practices/article-05/nor-reports.yml)
    - status: [-in-force-] {+completed+}
    - summary: Each office says what it [-did-] {+has done+} .""",
    ),
    "a field that came and one that went": (
        lambda tiny: tiny.write(PLACE, SOUND + "lead: National Audit Office\n"),
        """\
  - Changed: Cascade of three-year plans, ITA (practices/article-05/ita-plans.yml)
    - conditions: [-There is a will. There is a budget.-]
    - lead: {+National Audit Office+}""",
    ),
    "a list and a record": (
        lambda tiny: tiny.write(
            NORWEGIAN, NORWAY.replace("[NOR]", "[NOR, ITA]").replace("date: 2019-09", "date: 2019-10")
        ),
        """\
  - Changed: Annual reports of all offices, NOR, ITA (practices/article-05/nor-reports.yml)
    - countries: NOR {+ITA+}
    - submission.date: 2019- [-09-] {+10+}""",
    ),
    "renamed, with its former id": (
        lambda tiny: moved(tiny, NORWEGIAN, "practices/article-05/nor-annual.yml", "aliases: [nor-reports]\n"),
        """\
  - Changed: Annual reports of all offices, NOR (practices/article-05/nor-annual.yml)
    - Its id was nor-reports.
    - aliases: {+nor-reports+}""",
    ),
    "renamed, as it was": (
        lambda tiny: moved(tiny, NORWEGIAN, "practices/article-05/nor-annual.yml"),
        """\
  - Changed: Annual reports of all offices, NOR (practices/article-05/nor-annual.yml)
    - Its id was nor-reports.""",
    ),
    "moved": (
        lambda tiny: moved(tiny, NORWEGIAN, NORWEGIAN.replace("05", "06")),
        """\
  - Changed: Annual reports of all offices, NOR (practices/article-06/nor-reports.yml)
    - It stood in the folder article-05.""",
    ),
    "comments, quotes and line breaks alone": (
        lambda tiny: tiny.write(
            NORWEGIAN, "# A note\r\n" + NORWAY.replace("in-force", '"in-force"').replace("\n", "\r\n")
        ),
        "",
    ),
    "a translation came": (
        lambda tiny: tiny.write(NORWEGIAN.replace(".yml", ".zh.yml"), SOUND_TRANSLATION),
        """\
  - Translations: Annual reports of all offices, NOR (practices/article-05/nor-reports.yml)
    - New translation: zh""",
    ),
    "a translation went": (
        lambda tiny: (tiny.root / CHINESE).unlink(),
        """\
  - Translations: Cascade of three-year plans, ITA (practices/article-05/ita-plans.yml)
    - Removed translation: zh""",
    ),
    "a translation changed, a character at a time": (
        lambda tiny: tiny.write(CHINESE, SOUND_TRANSLATION.replace("三年计划", "四年计划")),
        """\
  - Translations: Cascade of three-year plans, ITA (practices/article-05/ita-plans.yml)
    - Changed translation: zh
      - summary: 每个公共机构通过自己的 [-三-] {+四+} 年计划。""",
    ),
    "an original whose translation has no marks": (
        lambda tiny: tiny.write(PLACE, SOUND_ORIGINAL.replace("Cascade", "Cascades")),
        """\
  - Changed: Cascades of three-year plans, ITA (practices/article-05/ita-plans.yml)
    - title: [-Cascade-] {+Cascades+} of three-year plans
    - Translation: zh
      - Perhaps outdated, and nobody is told, since it has no marks of what it was made from: title""",
    ),
    "a file that cannot be read": (
        lambda tiny: tiny.write(NORWEGIAN, "title: [\n"),
        """\
  - Changed: Annual reports of all offices, NOR (practices/article-05/nor-reports.yml)
    - A file of it cannot be read, so not all that differs is known.""",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_entries(case: str, change: Revised) -> None:
    make, expected = CASES[case]
    make(change.files)
    assert "\n".join(change.section("Entries")) == expected


def test_a_translation_that_falls_behind_by_its_marks(change: Revised) -> None:
    change.files.write(CHINESE, MARKED)
    change.commit()
    change.files.write(PLACE, SOUND_ORIGINAL.replace("Cascade", "Cascades"))
    assert "      - Outdated now: title" in change.section("Entries", "HEAD")


def test_the_registry_is_told_in_a_line_a_file(change: Revised) -> None:
    themes = change.files.root / "registry/themes.yml"
    text = themes.read_text(encoding="utf-8")
    themes.write_text(text.replace("  - id: evaluation\n", "  - id: measuring\n"), encoding="utf-8")
    change.files.write("registry/published.txt", "ita-plans\n")
    change.files.write("registry/glossary/en.yml", "terms: [")
    assert change.section("Registry") == [
        "  - registry/glossary/en.yml: it cannot be read, so what differs in it is not known",
        "  - registry/published.txt. New: ita-plans",
        "  - registry/themes.yml. New: measuring. Removed: evaluation",
    ]
