"""What README, CONTRIBUTING, ARCHITECTURE and the workflows say is so."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import check, cli, load
from generator.diagnostics import Diagnostic, Severity
from generator.document import Document
from generator.fields import PRACTICE, WITHDRAWAL_REASONS
from generator.labels import WITHDRAWN
from generator.pages.tombstones import TITLED
from generator.reviewing.looks import LOOKS
from generator.rules import RULES, values
from generator.rules.subject import Subject
from generator.voices import full
from tests.conftest import CASES, PLACE, SOUND, TODAY, Tiny, overlaid

ROOT = Path(__file__).parents[1]
DOCS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md")
GUIDES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))
ALLOWED = {
    "deploy": {"pages": "write", "id-token": "write"},
    "ledger": {"contents": "write"},
    "submission": {"contents": "write", "issues": "write", "pull-requests": "write"},
}
"""What a job of a workflow may do besides reading."""
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def text(name: str) -> str:
    """A document at the root."""
    return (ROOT / name).read_text(encoding="utf-8")


def part(document: str, heading: str) -> str:
    """What stands below a heading of the second level."""
    return text(document).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def blocks(said: str, *languages: str) -> list[str]:
    """The fenced blocks in these languages, in any where none is given, without the indent of the list they stand in."""
    found = re.findall(r"^( *)```(\w*)\n(.*?)^\1```$", said, re.MULTILINE | re.DOTALL)
    return [
        re.sub(rf"^{indent}", "", block, flags=re.MULTILINE)
        for indent, language, block in found
        if not languages or language in languages
    ]


def typed(said: str) -> str:
    """What people are told to type."""
    return "\n".join([*blocks(said, "sh"), *re.findall(r"`([^`\n]+)`", said)])


def named_commands(said: str) -> set[str]:
    """The commands of `observatory` that are named."""
    return set(re.findall(r"\bobservatory ([a-z]+)", typed(said)))


@pytest.mark.parametrize("document", [*DOCS, *GUIDES])
def test_commands_exist(document: str) -> None:
    unknown = named_commands(text(document)) - cli.main.commands.keys()
    assert not unknown


def test_readme_names_commands() -> None:
    assert {"new", "explain"} <= named_commands(text("README.md"))


@pytest.mark.parametrize("document", DOCS)
def test_make_targets_exist(document: str) -> None:
    named = set(re.findall(r"^make ([.\w/-]+)|^\s*make ([.\w/-]+)", typed(text(document)), re.MULTILINE))
    targets = set(re.findall(r"^([.\w/-]+):(?!=)", text("Makefile") + text("setup.mk"), re.MULTILINE))
    assert {name for pair in named for name in pair if name} <= targets


@pytest.mark.parametrize("document", DOCS)
def test_links_within_the_repository_lead_somewhere(document: str) -> None:
    for address in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", text(document)):
        if address.startswith("https://"):
            continue
        path, _, anchor = address.partition("#")
        assert (ROOT / path).exists(), address
        if anchor:
            assert anchor in anchors(text(path or document)), address


def anchors(markdown: str) -> Iterator[str]:
    """The anchors that GitHub gives to headings."""
    for heading in re.findall(r"^#+ (.+)$", markdown, re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_readme_is_short() -> None:
    assert len(text("README.md").splitlines()) < 120


def test_the_diagnostic_in_the_readme_is_what_the_check_says() -> None:
    said = (CASES / "rules" / "P112-lost-to-comment.txt").read_text(encoding="utf-8")
    assert said in blocks(text("README.md"))


def test_the_entry_and_its_translation_in_contributing_are_sound(tiny: Tiny) -> None:
    entry, source = blocks(part("CONTRIBUTING.md", "Submit a practice"), "yaml")
    translation = blocks(part("CONTRIBUTING.md", "Translate a practice"), "yaml")[0]
    tiny.write("practices/article-05/ita-three-year-plans.yml", entry)
    tiny.write("practices/article-05/ita-three-year-plans.fr.yml", translation)
    tiny.write("practices/article-05/nor-reports.yml", overlaid(SOUND, f"countries: [NOR]\n{source}"))
    assert tiny.check().diagnostics == []


def test_the_withdrawal_in_contributing_is_sound(tiny: Tiny) -> None:
    said = part("CONTRIBUTING.md", "Keep what is published")
    (withdrawal,) = blocks(said, "yaml")
    tiny.write(PLACE, SOUND + withdrawal)
    tiny.write("practices/article-05/ita-cascade-plans.yml", SOUND)
    assert tiny.check().diagnostics == []
    assert tuple(re.findall(r"^\| `([\w-]+)` \|", said, re.MULTILINE)) == WITHDRAWAL_REASONS
    shown = {
        reason
        for reason, title in re.findall(r"^\| `([\w-]+)` \|.*\| (yes|no) \|$", said, re.MULTILINE)
        if title == "yes"
    }
    assert shown == TITLED and WITHDRAWN.keys() == set(WITHDRAWAL_REASONS)


def test_what_reviewers_look_at_is_what_every_review_ends_with() -> None:
    said = part("CONTRIBUTING.md", "Submit a practice").partition("### What reviewers look at\n")[2]
    assert tuple(re.findall(r"^\d\. (.+)$", said, re.MULTILINE)) == LOOKS


def test_the_worked_example_of_a_rule_says_what_is_shown(tiny: Tiny) -> None:
    rule, line, case, told = blocks(part("CONTRIBUTING.md", "Work on the code"), "", "python", "yaml")[-4:]
    written = re.fullmatch(r'\s*Rule\("(P\d+)", (?:E|W), values\.(\w+)\),\n', line)
    assert written and written[1] not in {one.code for one in RULES}, "choose an example that is no rule yet"
    scope = dict(vars(values))
    exec(rule, scope)  # noqa: S102 - it is our own
    tiny.write(PLACE, case)
    assert case.startswith(f"# {PLACE}\n") and tiny.check().diagnostics == []
    known, _ = check.registry(tiny.settings)
    document = load.read(tiny.root / PLACE, PLACE)
    assert isinstance(document, Document)
    subject = Subject(document, PRACTICE, known, TODAY, "ita-plans", "article-05")
    (problem,) = scope[written[2]](subject)
    assert full(Diagnostic(written[1], Severity.ERROR, problem)) == told


def test_the_modules_in_architecture_are_those_of_the_generator() -> None:
    drawn = re.findall(r"^\| `(\w+)/?` \|", part("ARCHITECTURE.md", "The modules of `generator/`"), re.MULTILINE)
    folder = ROOT / "generator"
    there = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}
    assert sorted(drawn) == sorted(there)


def test_the_layers_in_architecture_are_those_that_are_checked() -> None:
    drawn = blocks(part("ARCHITECTURE.md", "The modules of `generator/`"))[0]
    layers = project()["tool"]["importlinter"]["contracts"][0]["layers"]
    rows = [{name.strip().removeprefix("generator.") for name in row.split("|")} for row in layers]
    assert [set(row.split()) for row in drawn.splitlines()] == rows


def test_every_library_has_its_reason_in_architecture() -> None:
    rows = re.findall(r"^\| ([\w, -]+) \|", part("ARCHITECTURE.md", "Libraries and why"), re.MULTILINE)
    named = {name for row in rows for name in row.split(", ")}
    wanted = [*project()["project"]["dependencies"], *project()["dependency-groups"]["test"]]
    assert {re.split(r"[^\w-]", one)[0] for one in wanted} <= named


def project() -> dict[str, Any]:
    """The settings of the project."""
    return tomllib.loads(text("pyproject.toml"))


def test_there_are_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "links.yml", "pages.yml", "submission.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_trust_nobody(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    events = workflow[True]  # YAML 1.1 takes `on` for a truth value
    assert "pull_request_target" not in events and "workflow_run" not in events
    assert workflow["permissions"] == {"contents": "read"}
    assert "concurrency" in workflow and "secrets." not in path.read_text(encoding="utf-8")
    for name, job in workflow["jobs"].items():
        assert job["timeout-minutes"] <= 30
        assert job.get("permissions", {}) == ALLOWED.get(name, {})
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"actions/[\w/-]+@[0-9a-f]{40}", step["uses"])
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_pinned_actions_say_their_version(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines and all(re.search(r" # v\d+\.\d+\.\d+$", line) for line in lines)
