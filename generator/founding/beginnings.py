"""The registry of a new observatory: what it can begin with, and whether it holds together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec.structs import replace

from generator import check
from generator.diagnostics import Diagnostic
from generator.founding.charter import Charter
from generator.founding.writing import plain_values, translated, written
from generator.kinds import Record
from generator.registry import Registry
from generator.settings import Settings
from generator.shapes import DOCUMENT, FILES

MODEL = Path(__file__).parent / "model"
ARTICLES = "registry/articles.yml"
DOCUMENTED = "registry/documents/example-document.yml"
_NOTES = {
    "registry/observatory.yml": "The names and sentences that stand on every page: put your own in their place.",
    "registry/themes.yml": "What practices are about, in groups: put your own themes in the place of this one.",
    "registry/measures.yml": "What kinds of measures there are.",
    "registry/countries.yml": "The States, by regional group. One may say since when it is a party: "
    "`party: {state: party, act: ratification, since: 2001-02-03}`.",
    DOCUMENTED: "A source document: entries name it by the name of this file. Delete it once there is a real one.",
}


def registry(charter: Charter, root: Path, words: Mapping[str, str]) -> dict[str, str]:
    """The files of the registry but for the articles: States and kinds of measures are those below ``root``, the rest is the model's."""
    values = {
        "registry/observatory.yml": _observatory(charter, one_article=words["first"] == words["last"]),
        "registry/themes.yml": plain_values(MODEL / "registry/themes.yml"),
        "registry/measures.yml": plain_values(root / "registry/measures.yml"),
        "registry/countries.yml": _without(plain_values(root / "registry/countries.yml"), "countries", "party")
        | plain_values(MODEL / "registry/policy.yml"),
        DOCUMENTED: plain_values(MODEL / DOCUMENTED),
    }
    values["registry/measures.yml"] = _without(values["registry/measures.yml"], "measures", "class")
    return {
        path: written(_NOTES[path], translated(values[path], _shape(path), charter.codes, words), _shape(path))
        for path in values
    }


def understood(texts: Mapping[str, str], shown: str) -> tuple[Registry | None, list[Diagnostic]]:
    """The registry that some files make, as the check reads them; what it finds in the articles names the file ``shown``."""
    with TemporaryDirectory() as folder:
        for path, text in texts.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        known, found = check.registry(Settings(Path(folder)))
    return known, [_called(one, shown) if one.span.path == ARTICLES else one for one in found]


def _observatory(charter: Charter, *, one_article: bool) -> dict[str, Any]:
    values = plain_values(MODEL / "registry/observatory.yml")
    only = values.pop("only_division")
    if one_article:
        values["division"] = only
    values["languages"] = [
        {"code": one.code, "name": one.name, "direction": one.direction, "published": str(one.published).lower()}
        for one in charter.languages
    ]
    return values


def _without(values: dict[str, Any], listed: str, field: str) -> dict[str, Any]:
    """A file whose items say nothing of their standing or class under another instrument."""
    items = [{name: value for name, value in item.items() if name != field} for item in values[listed]]
    return {**values, listed: items}


def _shape(path: str) -> Record:
    return DOCUMENT if path == DOCUMENTED else FILES[Path(path).name]


def _called(found: Diagnostic, shown: str) -> Diagnostic:
    span = found.span._replace(source=replace(found.span.source, path=shown))
    return replace(found, problem=replace(found.problem, span=span))
