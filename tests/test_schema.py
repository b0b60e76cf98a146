"""The schemas in schema/ are those of the fields and the registry, and fit the real entries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator import check, schema
from generator.settings import Settings
from tests.conftest import Lights, Tiny
from tests.test_rules import RULE_CASES, lay_out

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
        document = _as_editors_read(path.read_text(encoding="utf-8"))
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
    document = _as_editors_read(path.read_text(encoding="utf-8"))
    messages = [error.message for error in _validator("practice").iter_errors(document | change)]
    assert any(said in message for message in messages)


SPOKEN = {
    *("P101", "P102", "P103", "P104", "P105", "P106", "P107", "P108", "P109", "P114"),
    *("P301", "P302", "P303", "P304", "P401", "P402", "P403", "P404", "P407", "P501", "P606"),
}
"""The rules of shape and vocabulary, which a schema can say as well; all the others say what no schema could."""


@pytest.mark.parametrize("case", RULE_CASES, ids=lambda case: case.stem)
def test_schema_and_rules_agree_on_every_case(case: Path, tiny: Tiny) -> None:
    lay_out(tiny, case)
    registry, _ = check.registry(tiny.settings)
    found = tiny.check().diagnostics
    schemas = schema.files(registry) if registry else {}
    for path in sorted(tiny.settings.practices.rglob("*.yml")) if schemas else ():
        codes = {one.code for one in found if one.span.path == tiny.settings.shown(path)}
        if any(code.startswith("Y") for code in codes):
            continue  # it cannot be read, so nothing can be said of it
        name = "translation" if "." in path.stem else "practice"
        validator = Draft202012Validator(json.loads(schemas[f"schema/{name}.schema.json"]))
        refused = [error.message for error in validator.iter_errors(_as_editors_read(path.read_text(encoding="utf-8")))]
        assert bool(refused) == bool(codes & SPOKEN), f"{path.name}: {codes or 'sound'}, {refused}"


def test_every_rule_that_a_schema_can_say_has_a_case() -> None:
    assert {case.name[:4] for case in RULE_CASES} >= SPOKEN


def test_every_field_and_word_is_called_something_and_explained() -> None:
    for path in sorted((ROOT / "schema").glob("*.json")):
        whole = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(whole)
        assert whole["$schema"] == schema.DIALECT and "$id" not in whole
        for name, field in _properties(whole):
            assert field["title"] and field["description"], name
            for example in field.get("examples", ()):
                known = {"$defs": whole["$defs"], **field}
                assert not list(Draft202012Validator(known).iter_errors(example)), (name, example)
        for words in whole["$defs"].values():
            assert all(word["title"] and word["description"] for word in words.get("oneOf", ()))
            assert len(words.get("enum", ())) == len(words.get("markdownEnumDescriptions", ()))


def test_the_schemas_are_published_at_a_stable_address(built: Lights) -> None:
    for name in ("practice", "translation"):
        published = json.loads((built.site / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
        address = re.search("(?m)^site_url: (.+)$", (built.root / "mkdocs.yml").read_text(encoding="utf-8"))
        assert address and published["$id"] == f"{address[1]}schema/{name}.schema.json"


def _properties(node: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The fields of a schema by name, those of fields within them as well."""
    for name, field in node.get("properties", {}).items():
        yield name, field
        yield from _properties(field)
        yield from _properties(field.get("items", {}))


class _Loader(yaml.CSafeLoader):
    """Reads as editors do, by YAML 1.2, for which a date is a text."""


_Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for sign, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _as_editors_read(text: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe one
    return read
