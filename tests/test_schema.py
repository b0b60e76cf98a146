"""The schemas in schema/ are those of the fields and the registry, and fit the real entries."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator import check, schema
from generator.settings import Settings

ROOT = Path(__file__).parents[1]


def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")))


def test_the_files_are_up_to_date() -> None:
    registry, _ = check.registry(Settings(ROOT))
    assert registry is not None
    for name, text in schema.files(registry).items():
        assert (ROOT / name).read_text(encoding="utf-8") == text, "run `observatory schema`"


def test_the_real_entries_fit() -> None:
    validators = {"practice": _validator("practice"), "translation": _validator("translation")}
    for path in sorted((ROOT / "practices").rglob("*.yml")):
        document = _plain(yaml.safe_load(path.read_text(encoding="utf-8")))
        kind = "translation" if path.name.count(".") == 2 else "practice"
        assert [error.message for error in validators[kind].iter_errors(document)] == [], path


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"themes": ["strategy"]}, "'strategy' is not valid under any"),
        ({"provisions": ["15.1"]}, "'15.1' is not valid under any"),
        ({"status": "running"}, "'running' is not one of"),
        ({"contry": ["ITA"]}, "'contry' was unexpected"),
        ({"since": "soon"}, "'soon' does not match"),
    ],
)
def test_what_the_rules_refuse_in_shape_and_vocabulary_the_schema_refuses(change: dict[str, object], said: str) -> None:
    path = ROOT / "practices" / "article-05" / "ita-cascade-model.yml"
    document = _plain(yaml.safe_load(path.read_text(encoding="utf-8")))
    messages = [error.message for error in _validator("practice").iter_errors({**document, **change})]
    assert any(said in message for message in messages)


def _plain(value: object) -> dict[str, object]:
    """What an editor sees: dates are not a type of JSON."""
    return json.loads(json.dumps(value, default=lambda day: day.isoformat() if isinstance(day, date) else str(day)))
