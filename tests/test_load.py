"""Reading files: whatever stands in one, it becomes a document or a diagnostic, and never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import load
from generator.diagnostics import Diagnostic
from generator.document import Document, Mapping, Node, Scalar, plain
from generator.fields import PRACTICE, TRANSLATION
from generator.kinds import Field, Kind, ListOf, Record
from generator.source import Source
from tests.conftest import PLACE, SOUND, SOUND_ORIGINAL, SOUND_TRANSLATION, Tiny, overlaid

ALIAS_BOMB = "a: &a [x, x]\nb: &b [*a, *a]\n" + "".join(
    f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("bcdef", "cdefg", strict=True)
)
MERGE_BOMB = "a: &a {x: 1}\n" + "".join(f"m{n}: {{<<: [*a, *a]}}\n" for n in range(30))


def _link(tiny: Tiny) -> None:
    (tiny.root / "practices/article-05").mkdir()
    (tiny.root / PLACE).symlink_to("/etc/hosts")


def _folder(tiny: Tiny) -> None:
    (tiny.root / PLACE).mkdir(parents=True)


def _text(text: str | bytes) -> Callable[[Tiny], None]:
    def write(tiny: Tiny) -> None:
        tiny.write(PLACE, text)

    return write


def _without_themes(tiny: Tiny) -> None:
    (tiny.root / "registry/themes.yml").unlink()


HOSTILE: dict[str, tuple[Callable[[Tiny], None], str]] = {
    "Latin-1": (_text(overlaid(SOUND, "lead: Autorità\n").encode("latin-1")), f"{PLACE}:12:14: Y007"),
    "UTF-16": (_text(SOUND.encode("utf-16")), f"{PLACE}:1:1: Y007"),
    "empty": (_text(""), f"{PLACE}:1:1: Y010"),
    "NUL bytes": (_text(SOUND + "lead: a\x00b\n"), f"{PLACE}:12:8: Y008"),
    "only NUL bytes": (_text(b"\x00" * 100), f"{PLACE}:1:1: Y007"),
    "folder with the name of an entry": (_folder, f"{PLACE}:1:1: Y004"),
    "link out of the folder": (_link, f"{PLACE}:1:1: Y003"),
    "alias bomb": (_text(ALIAS_BOMB), f"{PLACE}:1:4: Y012"),
    "merge bomb": (_text(MERGE_BOMB), f"{PLACE}:1:4: Y012"),
    "merge key": (_text("<<: {a: b}\n"), f"{PLACE}:1:1: Y017"),
    "50,000 brackets": (_text("title: " + "[" * 50_000), f"{PLACE}:1:23: Y019"),
    "50,000 nested indents": (_text("".join(f"{' ' * n}- \n" for n in range(300))), f"{PLACE}:17:17: Y019"),
    "huge file": (_text(SOUND + "#" * 300_000), f"{PLACE}:1:1: Y006"),
    "too many values": (_text(overlaid(SOUND, f"partners: [{'a, ' * 6_000}]\n")), f"{PLACE}:12:14901: Y020"),
    "long title": (_text(overlaid(SOUND, f"title: {'x' * 10_000}\n")), f"{PLACE}:2:8: P105"),
    "Norway": (_text(overlaid(SOUND, "countries: [NO]\n")), f"{PLACE}:3:13: P401"),
    "country: NO": (_text(overlaid(SOUND, "country: NO\n")), f"{PLACE}:12:1: P101"),
    "text turned around": (_text(overlaid(SOUND, "title: Plans \u202eof bodies\n")), f"{PLACE}:2:14: Y008"),
    "text turned around, escaped": (_text(overlaid(SOUND, 'title: "\\u202ePlans"\n')), f"{PLACE}:2:8: Y008"),
    "another article": (_text(overlaid(SOUND, 'provisions: ["15.1"]\n')), f"{PLACE}:4:14: P303"),
    "another paragraph": (
        _text(overlaid(SOUND, 'sources: [{document: wg4-2019-4, paragraphs: ["999"]}]\n')),
        f"{PLACE}:9:47: P405",
    ),
    "missing registry file": (_without_themes, "registry/themes.yml:1:1: Y001"),
    "path as an id": (_text(overlaid(SOUND, "themes: [../../../etc/passwd]\n")), f"{PLACE}:5:10: P402"),
}  # fmt: skip

MADE = {"Y001", "Y002", "Y003", "Y004", "Y006", "Y020", "Y022", "Y023"}
"""Refusals that are made here, because no case can hold them."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file(name: str, tiny: Tiny) -> None:
    make, expected = HOSTILE[name]
    make(tiny)
    said = tiny.run("check", "--format", "concise")
    assert said.code == 1
    assert expected in said.out
    assert "Traceback" not in said.err
    assert all(len(line) < 400 for line in said.out.splitlines())


def test_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "file.yml").write_text("a: b")
    found = load.read(tmp_path / "file.yml" / "below.yml", "below.yml")
    assert isinstance(found, Diagnostic) and found.code == "Y002"


def _paths(kind: Kind, field: Field, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The ways to the single values of a field."""
    if isinstance(kind, ListOf):
        return _paths(kind.kind, field, (*before, "[]"))
    if isinstance(kind, Record):
        return [way for inner in kind.fields for way in _paths(inner.kind, inner, (*before, inner.name))]
    return [before]


def _flow(way: tuple[str, ...], value: str) -> str:
    for step in reversed(way):
        value = f"[{value}]" if step == "[]" else f"{{{step}: {value}}}"
    return value


WAYS = [(field.name, way) for field in PRACTICE.fields for way in _paths(field.kind, field)]


@pytest.mark.parametrize(("name", "way"), WAYS, ids=lambda part: part if isinstance(part, str) else ".".join(part))
def test_script_in_every_field_is_an_error(name: str, way: tuple[str, ...], tiny: Tiny) -> None:
    tiny.write(PLACE, overlaid(SOUND, f"{name}: {_flow(way, chr(34) + '<script>alert(1)</script>' + chr(34))}\n"))
    found = tiny.check().diagnostics
    line = next(n for n, line in enumerate((tiny.root / PLACE).read_text().splitlines(), 1) if "<script>" in line)
    assert any(one.severity == "error" and one.span.line == line for one in found)


@pytest.mark.parametrize("name", [field.name for field in TRANSLATION.fields if field.name != "translation"])
def test_script_in_every_field_of_a_translation_is_an_error(name: str, tiny: Tiny) -> None:
    value = '["<script>", "<script>"]' if isinstance(TRANSLATION.by_name[name].kind, ListOf) else '"<script>"'
    tiny.write(PLACE, SOUND_ORIGINAL)
    tiny.write(PLACE.replace(".yml", ".zh.yml"), overlaid(SOUND_TRANSLATION, f"{name}: {value}\n"))
    assert {"P201", "P202"} & set(tiny.codes())


def test_every_scalar_is_a_string_that_knows_its_place() -> None:
    document = load.parse(Source("x.yml", "country: NO\nsince: 2013-05\nlist:\n  - yes\n  - ~\n"))
    assert isinstance(document, Document)
    assert plain(document.root) == {"country": "NO", "since": "2013-05", "list": ["yes", "~"]}
    node = document.root.get("since")
    assert node is not None and node.span[1:] == (2, 8, 2, 15)


@pytest.mark.parametrize(
    "text", ["title: a", "{x: y, title: a}", "x: y\ntitle: >-\n  a\n  b\n\nz: c\n", "x: y\ntitle: ''\n"]
)
def test_a_value_alone_keeps_its_place_and_line(text: str) -> None:
    document = load.parse(Source("x.yml", text))
    title = document.root.get("title") if isinstance(document, Document) else None
    assert isinstance(document, Document) and isinstance(title, Scalar)
    alone = title.alone()
    assert alone.value == title.value and alone.span[1:] == title.span[1:]
    assert alone.source.line(alone.span.line) == document.source.line(title.span.line)
    assert len(alone.source.text) < len(text) or text.startswith(("title", "{"))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(ends: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(ends.join(["title: a", "lead: |", "  b", "  c", ""]).encode())
    document = load.read(path, "x.yml")
    assert isinstance(document, Document)
    assert document.text("lead") == "b\nc\n"
    assert document.source.line(2) == "lead: |"


def test_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(b"\xef\xbb\xbftitle: a\n")
    document = load.read(path, "x.yml")
    assert isinstance(document, Document) and document.text("title") == "a"


def test_living_scripts_keep_their_joiners() -> None:
    assert isinstance(load.parse(Source("x.yml", "title: می\u200cخواهم\n")), Document)


def test_hidden_files_and_readmes_are_left_alone(tiny: Tiny) -> None:
    for name in (".draft.yml", "README.md", "README.zh.md", ".gitkeep"):
        tiny.write(f"practices/article-05/{name}", "nothing: here\n")
    assert tiny.codes() == []


@given(st.text())
def test_any_text_is_a_document_or_a_diagnostic(text: str) -> None:
    _assert_read(text)


@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,? \n\t\\u0<~"))
def test_any_text_of_marks_is_a_document_or_a_diagnostic(text: str) -> None:
    _assert_read(text)


def _assert_read(text: str) -> None:
    read = load.parse(Source("x.yml", text))
    if isinstance(read, Diagnostic):
        assert read.problem.message and read.problem.advice
        assert read.span.line >= 1 and read.span.column >= 1
    else:
        assert all(_stands_there(read, scalar) for scalar in _scalars(read.root))


def _stands_there(document: Document, scalar: Scalar) -> bool:
    """A plain one-line value stands in the file where its span says."""
    span = scalar.span
    there = document.source.line(span.line)[span.column - 1 : span.end_column - 1]
    return not scalar.plain or span.line != span.end_line or there.rstrip() == scalar.value


def _scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    inner = [part for pair in node.pairs for part in pair] if isinstance(node, Mapping) else node.items
    return [scalar for part in inner for scalar in _scalars(part)]
