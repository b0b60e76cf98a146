"""A tiny observatory to try things on, and what is asked of it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator import check
from generator.check import Report
from generator.diagnostics import Rule
from generator.settings import Settings
from tests.running import Said, forked, started
from tests.serving import Server, served

pytest_plugins = ["tests.sites"]

CASES = Path(__file__).parent / "cases"
SITE = Path(__file__).parent / "site"
THEME = Path(__file__).parents[1] / "theme"
TODAY = date(2026, 11, 21)
EPOCH = "1795219200"  # the same day, for commands
SOUND = """\
language: en
title: Cascade of three-year plans
countries: [ITA]
provisions: ["5.1"]
themes: [strategies]
measures: [policy]
status: in-force
summary: Every public body adopts its own three-year plan.
sources:
  - {document: wg4-2019-4, paragraphs: ["20"]}
submission: {by: State, channel: statement, date: 2019-09}
"""
"""An entry without a fault."""

SOUND_ORIGINAL = (
    SOUND
    + """\
conditions:
  - There is a will.
  - There is a budget.
"""
)
"""The same with a list, for translations to stand beside."""

SOUND_TRANSLATION = """\
title: 三年期计划的级联模式
summary: 每个公共机构通过自己的三年计划。
translation: {status: machine}
"""
PLACE = "practices/article-05/ita-plans.yml"


def pytest_addoption(parser: pytest.Parser) -> None:
    """A switch that writes what the checks say now into the cases."""
    parser.addoption("--update-cases", action="store_true", help="rewrite what the cases in tests/cases expect")


@dataclass(frozen=True)
class Tiny:
    """An observatory with the registry of the cases, and the entries that a test writes."""

    root: Path

    @property
    def settings(self) -> Settings:
        """Where its parts stand."""
        return Settings(self.root)

    def write(self, place: str, text: str | bytes) -> Path:
        """Write a file below the root."""
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        return path

    def check(self, *chosen: str) -> Report:
        """What the checks say, in this process."""
        return check.paths(self.settings, chosen, TODAY)

    def codes(self, *chosen: str) -> list[str]:
        """The codes that the checks say."""
        return [found.code for found in self.check(*chosen).diagnostics]

    def run(self, *arguments: str, given: str = "", **environment: str) -> Said:
        """Run the command itself, in the root, by a copy of this process."""
        return forked(arguments, self.root, self.around(**environment), given)

    def start(self, *arguments: str, **environment: str) -> Said:
        """Run it as a shell does, which takes longer: where it matters what is loaded, or how Python begins."""
        return started(arguments, self.root, self.around(**environment))

    def around(self, **environment: str) -> dict[str, str]:
        """The environment in which commands are run: the day is fixed."""
        around = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
        return around | {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONIOENCODING": "utf-8", **environment}


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    """A new tiny observatory without entries."""
    root = tmp_path.resolve() / "observatory"
    shutil.copytree(CASES / "registry", root / "registry")
    (root / "practices").mkdir()
    return Tiny(root)


@pytest.fixture
def six(tiny: Tiny) -> Tiny:
    """A tiny observatory whose commands speak the six languages."""
    shutil.copytree(THEME / "locales", tiny.settings.locales)
    return tiny


@dataclass(frozen=True)
class Lights(Tiny):
    """The tiny complete observatory of ``tests/site``, with the theme of the repository."""

    @property
    def site(self) -> Path:
        """Where it is built."""
        return self.root / "site"

    def change(self, place: str, old: str, new: str) -> None:
        """Put a text in place of another, which must be in the file."""
        path = self.root / place
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old} is not in {place}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def leftovers(self) -> list[str]:
        """What lies in the folder that does not belong there, beside the site."""
        own = {".cache", "docs", "mkdocs.yml", "practices", "registry", "site", "theme"}
        return sorted(path.name for path in self.root.iterdir() if path.name not in own)


def lay_out(root: Path) -> Lights:
    """A copy of the tiny complete observatory, without catalogues: our words on its pages are English in every language."""
    shutil.copytree(SITE, root)
    shutil.copytree(THEME, root / "theme", ignore=shutil.ignore_patterns("locales"))
    return Lights(root)


@pytest.fixture
def lights(compiled: None, forms: None, tmp_path: Path) -> Lights:
    """A new copy of the tiny complete observatory, not built."""
    return lay_out(tmp_path.resolve() / "observatory")


def copied(built: Lights, folder: Path) -> Lights:
    """A copy of an observatory that was built, with all that is remembered of it, so that the next build does no more than it must."""
    root = folder.resolve() / "observatory"
    shutil.copytree(built.root, root)
    return Lights(root)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the tiny observatory for several tests."""
    folder = tmp_path_factory.mktemp("running").resolve()
    with served(lay_out(folder / "observatory"), folder / "server") as server:
        yield server


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    """A server of the tiny observatory, which shows it and is left as it was."""
    with running.unchanged():
        yield running


def example(rule: Rule, which: str) -> str:
    """The wrong or right example of a rule's explanation."""
    found = re.search(rf"^{which}:\n\n((?:    .*\n?|\n)+)", rule.explanation, re.MULTILINE)
    return "".join(line[4:] + "\n" for line in found[1].splitlines() if line.strip()) if found else ""


def overlaid(base: str, fragment: str) -> str:
    """An entry with some fields put in place of its own of that name, or added."""
    blocks = dict(_blocks(base))
    blocks |= dict(_blocks(fragment))
    return "".join(blocks.values())


def _blocks(text: str) -> list[tuple[str, str]]:
    """The fields at the left margin, each with all its lines."""
    blocks: list[tuple[str, str]] = []
    for line in text.splitlines(keepends=True):
        if line[0] in " #\n" and blocks:
            blocks[-1] = (blocks[-1][0], blocks[-1][1] + line)
        else:
            blocks.append((line.partition(":")[0], line))
    return blocks
