"""The settings for VS Code that the repository recommends: they name what is there, and the right schema for each file."""

from __future__ import annotations

import json
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
VSCODE = ROOT / ".vscode"


def test_the_extension_that_knows_schemas_is_recommended() -> None:
    said = json.loads((VSCODE / "extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in said["recommendations"]


def test_every_entry_and_translation_has_its_schema() -> None:
    schemas = json.loads((VSCODE / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert all((ROOT / schema).is_file() for schema in schemas)
    for path in (ROOT / "practices").rglob("*.yml"):
        shown = path.relative_to(ROOT).as_posix()
        named = [schema for schema, patterns in schemas.items() if _fits(shown, patterns)]
        assert named == [f"./schema/{'translation' if '.' in path.stem else 'practice'}.schema.json"], shown


def _fits(shown: str, patterns: list[str] | str) -> bool:
    several = [patterns] if isinstance(patterns, str) else patterns
    return any(fnmatch(shown, one) for one in several if one[0] != "!") and not any(
        fnmatch(shown, one[1:]) for one in several if one[0] == "!"
    )
