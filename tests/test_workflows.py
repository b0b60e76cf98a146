"""The workflows, looked at by a linter that knows how workflows are broken into; it asks nothing of the network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator import cli, compiled
from generator.store import CACHE

ROOT = Path(__file__).parents[1]
LINTER = (Path(sys.executable).parent / "zizmor", "--offline", "--no-config", "--no-ignores", "--persona=auditor", "--no-exit-codes",
          "--strict-collection", "--format=json")  # fmt: skip

BAD = """\
name: Greet
on:
  pull_request_target:
permissions: write-all
jobs:
  greet:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: echo "Thank you for ${{ github.event.pull_request.title }}"
"""
"""Runs the code of strangers with all rights, and their words in a shell."""


STUBS = {"git": '[ "$1" = log ] && echo "$AUTHOR"; [ "$1" != diff ]', "gh": '[ "$2" = list ] && echo "$OPEN"; true'}
"""What the programs of the workflow answer: something has changed, somebody committed last, and which pull requests are open."""
BOT = "41898282+github-actions[bot]@users.noreply.github.com"


def faults(workflows: Path) -> set[str]:
    """What the linter finds in a folder of workflows, by the names of its audits."""
    ran = subprocess.run([*LINTER, workflows], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    return {finding["ident"] for finding in json.loads(ran.stdout)}


def test_the_linter_finds_nothing_in_ours() -> None:
    assert faults(ROOT / ".github" / "workflows") == set()


def test_the_linter_finds_what_is_wrong(tmp_path: Path) -> None:
    workflows = tmp_path / ".github" / "workflows"
    workflows.mkdir(parents=True)
    (workflows / "greet.yml").write_text(BAD, encoding="utf-8")
    assert {"dangerous-triggers", "template-injection", "unpinned-uses", "excessive-permissions"} <= faults(workflows)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("persist-credentials: false", "persist-credentials: true", "artipacked"),
        ("  contents: read", "  contents: write", "excessive-permissions"),
        ("make .venv/site", "echo ${{ github.event.head_commit.message }}", "template-injection"),
    ],
)
def test_ours_would_not_pass_with_a_hole_in_them(old: str, new: str, fault: str, tmp_path: Path) -> None:
    pages = (ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    assert old in pages
    workflows = tmp_path / ".github" / "workflows"
    workflows.mkdir(parents=True)
    (workflows / "pages.yml").write_text(pages.replace(old, new), encoding="utf-8")
    assert fault in faults(workflows)


def test_what_is_kept_between_builds_is_kept_by_main_alone() -> None:
    """A cache that a pull request could write would be a way into the site."""
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if ".cache/observatory" in text:
            assert "on:\n  push:\n    branches: [main]\n\n" in text, path.name


def test_what_is_kept_between_builds_is_data() -> None:
    """The code that a build made of templates lies beside that, and stays where it was made."""
    workflows = [path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml")]
    kept = {found for text in workflows for found in re.findall(r"\.cache/[\w/.*-]*", text)}
    assert kept == {CACHE}
    assert not Path(compiled.FOLDER).is_relative_to(CACHE)


GITLAB = ROOT / ".gitlab-ci.yml"


@pytest.mark.parametrize("path", [*(ROOT / ".github" / "workflows").glob("*.yml"), GITLAB], ids=lambda path: path.name)
def test_commands_of_ours_are_there_with_their_options(path: Path) -> None:
    for name, rest in re.findall(r"\.venv/bin/observatory ([a-z]+)([^|>\n]*)", path.read_text(encoding="utf-8")):
        options = {option for parameter in cli.main.commands[name].params for option in parameter.opts}
        assert {*re.findall(r"--[\w-]+", rest)} <= options


FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
SCHEMAS = [
    *(("github-workflows", path) for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))),
    ("gitlab-ci", GITLAB),
    ("github-issue-forms", FORMS / "practice.yml"),
    ("github-issue-config", FORMS / "config.yml"),
]
"""What the hosts read, and the schema of each, as SchemaStore and GitLab publish them."""


def schema_faults(*files: tuple[str, Path]) -> str:
    """What the schemas say of some files; the command has them by it, and asks nothing of the network."""
    checker = Path(sys.executable).parent / "check-jsonschema"
    by_schema: dict[str, list[Path]] = {}
    for schema, path in files:
        by_schema.setdefault(schema, []).append(path)
    said = ""
    for schema, paths in by_schema.items():
        transform = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
        command = [checker, "--builtin-schema", f"vendor.{schema}", *transform, *paths]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
        said += ran.stdout + ran.stderr if ran.returncode else ""
    return said


def test_the_hosts_understand_what_is_written_for_them() -> None:
    assert schema_faults(*SCHEMAS) == ""


@pytest.mark.parametrize(
    ("schema", "path", "old", "new", "told"),
    [
        ("github-workflows", ".github/workflows/check.yml", "runs-on:", "run-on:", "run-on"),
        ("gitlab-ci", ".gitlab-ci.yml", "when: always", "when: sometimes", "sometimes"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/practice.yml", 'type: "input"', 'type: "field"', "$.body"),
    ],
)
def test_the_schemas_find_what_a_host_would_not_understand(
    schema: str, path: str, old: str, new: str, told: str, tmp_path: Path
) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "wrong.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert told in schema_faults((schema, tmp_path / "wrong.yml"))


def test_what_gitlab_does() -> None:
    jobs = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    entries, review, pages = jobs["entries"], jobs["review"], jobs["pages"]
    assert entries["artifacts"] == {"when": "always", "reports": {"codequality": "gl-code-quality-report.json"}}
    assert entries["script"][-1] == ".venv/bin/observatory check"  # which judges
    assert review["artifacts"]["paths"] == ["review.md"] and review["script"][-1].endswith("> review.md")
    assert pages["artifacts"]["paths"] == ["public"] and pages["script"][-1].endswith("--site-dir public")
    assert pages["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_a_pull_request_is_answered_whether_the_check_passes_or_not() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    runs = [step["run"] for step in workflow["jobs"]["entries"]["steps"] if "run" in step]
    review = ".venv/bin/observatory review HEAD^1 --format"
    assert runs[1:4] == [
        f"{review} github",
        f'{review} markdown >> "$GITHUB_STEP_SUMMARY"',
        ".venv/bin/observatory check",  # the first that can fail because of an entry
    ]


HOSTILE = "### Title\n\n$(touch obeyed) `touch obeyed` '; touch obeyed #\n````````\n::error::x\n"


def submitted(folder: Path, author: str, is_open: str = "") -> str:
    """The steps of the workflow, run on an issue that would like to be obeyed, with programs that only note what they are told."""
    (folder / "bin").mkdir()
    (folder / ".venv" / "bin").mkdir(parents=True)
    for program in ("bin/git", "bin/gh", ".venv/bin/observatory"):
        path = folder / program
        path.write_text(f'#!/bin/sh\necho "{path.name} $*" >> "$RUNNER_TEMP/told"\n{STUBS.get(path.name, "")}')
        path.chmod(0o755)
    event = folder / "event.json"
    event.write_text(json.dumps({"issue": {"body": HOSTILE, "title": "$(touch obeyed)"}}), encoding="utf-8")
    around = {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(folder),
        "GITHUB_EVENT_PATH": str(event),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "ISSUE": "7",
        "BOT": BOT,
        "AUTHOR": author,
        "OPEN": is_open,
    }
    submission = yaml.safe_load((ROOT / ".github/workflows/submission.yml").read_text(encoding="utf-8"))
    for step in submission["jobs"]["submission"]["steps"][-2:]:
        subprocess.run(["bash", "-e", "-o", "pipefail", "-c", step["run"]], cwd=folder, env=around, check=True)
    return (folder / "told").read_text(encoding="utf-8")


NEEDS_JQ = pytest.mark.skipif(not shutil.which("jq"), reason="jq, which GitHub's runners have, is not here")


@NEEDS_JQ
def test_the_text_of_an_issue_reaches_no_shell(tmp_path: Path) -> None:
    told = submitted(tmp_path, BOT)
    assert (tmp_path / "issue-7.md").read_text(encoding="utf-8").rstrip("\n") == HOSTILE.rstrip("\n")
    assert "touch" not in told and "gh pr create --head submission-7 --base main" in told
    assert not (tmp_path / "obeyed").exists()


@NEEDS_JQ
def test_a_pull_request_that_is_open_is_written_anew(tmp_path: Path) -> None:
    told = submitted(tmp_path, BOT, is_open="12")
    assert "git push" in told and "gh pr create" not in told


@NEEDS_JQ
def test_what_a_reviewer_did_is_not_overwritten(tmp_path: Path) -> None:
    told = submitted(tmp_path, "reviewer@example.org")
    assert "gh issue comment 7" in told and "git push" not in told and "gh pr create" not in told
