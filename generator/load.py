"""YAML files → Documents. All care about YAML is here, and the only import of it.

A Document is built from the parser's event stream, so nothing of YAML's own typing, aliases or tags takes part
and no recursion follows the input. Whatever is refused is a diagnostic, never an exception.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Problem, Severity, shortened
from generator.document import Document, Mapping, Node, Pair, Scalar, Sequence
from generator.refusals import Refusal, explain_parser_error
from generator.source import Source, Span

PARSER: Any = getattr(yaml, "CLoader", yaml.SafeLoader)
SIZE_LIMIT = 256 * 1024  # bytes; the longest real entry has 6,000
REGISTRY_SIZE_LIMIT = 4 * 1024 * 1024
DEPTH_LIMIT = 16
NODE_LIMIT = 5_000
REGISTRY_NODE_LIMIT = 200_000

# Characters that a reader of the file does not see, or that turn the text around: controls, zero-width and
# bidirectional formatting (Unicode Standard, section 23). The joiners U+200C and U+200D belong to living scripts.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)


class _Refused(Exception):
    """Ends the reading of one file; never leaves this module."""

    def __init__(self, refusal: Refusal, problem: Problem) -> None:
        self.diagnostic = Diagnostic(refusal.code, Severity.ERROR, problem)


def read(path: Path, shown: str, *, registry: bool = False) -> Document | Diagnostic:
    """Read one file. ``shown`` is its path as people are told it."""
    try:
        source = Source(shown, _decode(_bytes(path, shown, registry), shown))
        return parse(source, NODE_LIMIT if not registry else REGISTRY_NODE_LIMIT)
    except _Refused as refused:
        return refused.diagnostic


def parse(source: Source, node_limit: int = NODE_LIMIT) -> Document | Diagnostic:
    """A Document from a text."""
    try:
        _refuse_unseen(source)
        return Document(source, _Builder(source, node_limit).root())
    except _Refused as refused:
        return refused.diagnostic


def stray(path: Path, shown: str) -> Diagnostic | None:
    """What is wrong with a file's kind or name, before it is opened; nothing for a regular ``.yml`` file."""
    place = Source(shown, "").start()
    if path.is_symlink():
        return _refused(Refusal.LINK, place, f"{path.name} is a symbolic link", "put the file itself here; links are not followed")
    if path.suffix == ".yml" and not path.is_file():
        return _refused(Refusal.NOT_A_FILE, place, f"{path.name} is not a regular file", "rename the folder, or move it away")
    if path.is_file() and path.suffix != ".yml":
        stem = path.name.split(".")[0]
        return _refused(Refusal.STRAY, place, f"{path.name} does not end in .yml, so it would not be read", f"rename it to {stem}.yml, or move it away")
    return None


def _refused(refusal: Refusal, span: Span, message: str, advice: str) -> Diagnostic:
    return Diagnostic(refusal.code, Severity.ERROR, Problem(span, message, advice))


def _bytes(path: Path, shown: str, registry: bool) -> bytes:
    place = Source(shown, "").start()
    limit = REGISTRY_SIZE_LIMIT if registry else SIZE_LIMIT
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            raise _Refused(Refusal.LINK, Problem(place, f"{path.name} is a symbolic link", "put the file itself here; links are not followed"))
        if not stat.S_ISREG(status.st_mode):
            raise _Refused(Refusal.NOT_A_FILE, Problem(place, f"{path.name} is not a regular file", "rename the folder, or move it away"))
        if status.st_size > limit:
            raise _Refused(Refusal.TOO_LARGE, Problem(place, f"the file has {status.st_size:,} bytes; at most {limit:,} are read", "shorten the texts, or split the entry"))
        return path.read_bytes()
    except FileNotFoundError:
        raise _Refused(Refusal.MISSING, Problem(place, "there is no such file", "restore it from the repository, or mend the path")) from None
    except OSError as error:
        raise _Refused(Refusal.UNREADABLE, Problem(place, f"the file cannot be read: {error.strerror}", "look at its permissions")) from None


def _decode(data: bytes, shown: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"\x00" in data[:64] and len(data) > 3):
        raise _Refused(Refusal.ENCODING, Problem(Source(shown, "").start(), "the file is not in UTF-8, but probably in UTF-16", "save it again with the encoding UTF-8"))
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        sound = data[: error.start].decode("utf-8", "replace")
        text = data.decode("utf-8", "replace")
        place = Source(shown, text).find(len(sound))
        raise _Refused(Refusal.ENCODING, Problem(place, f"the file is not in UTF-8: byte 0x{data[error.start]:02X} stands here", "save it again with the encoding UTF-8")) from None


def _refuse_unseen(source: Source) -> None:
    found = _UNSEEN.search(source.text)
    if found:
        _refuse_character(source.find(found.start()), found.group())


def _refuse_character(span: Span, character: str) -> None:
    raise _Refused(Refusal.UNSEEN, Problem(span, f"the character U+{ord(character):04X} cannot be seen by a reader of this file", "delete it; typing the words anew removes it"))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    start: Any
    is_mapping: bool
    items: list[Node]
    pairs: list[Pair]
    keys: set[str]
    key: Scalar | None = None


class _Builder:
    """Builds the tree of one file from the parser's events, with a stack of its own."""

    def __init__(self, source: Source, node_limit: int) -> None:
        self.source = source
        self.node_limit = node_limit

    def root(self) -> Mapping:
        try:
            root = self._read(yaml.parse(self.source.text, Loader=PARSER))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            message, advice = explain_parser_error(error.problem or "", error.context or "")
            raise _Refused(Refusal.SYNTAX, Problem(self._at(mark) if mark else self.source.start(), message, advice)) from None
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise _Refused(Refusal.SYNTAX, Problem(self.source.start(), f"this is not YAML: {shortened(str(error))}", "compare it with another entry")) from None
        if root is None:
            raise _Refused(Refusal.EMPTY, Problem(self.source.start(), "the file is empty", "write the entry, or delete the file; `observatory new` writes an empty one with comments"))
        if not isinstance(root, Mapping):
            raise _Refused(Refusal.NOT_A_MAPPING, Problem(root.span, "the file holds no fields", "begin each line with the name of a field and a colon, like `title: …`"))
        return root

    def _read(self, events: Iterable[Any]) -> Node | None:
        stack: list[_Open] = []
        root: Node | None = None
        documents = nodes = 0
        for event in events:
            match event:
                case yaml.ScalarEvent():
                    node: Node | None = self._scalar(event)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._refuse_marks(event)
                    if len(stack) >= DEPTH_LIMIT:
                        raise _Refused(Refusal.TOO_DEEP, Problem(self._at(event.start_mark), f"values are nested more than {DEPTH_LIMIT} levels deep", "take the brackets or indents apart"))
                    stack.append(_Open(event, isinstance(event, yaml.MappingStartEvent), [], [], set()))
                    node = None
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    node = self._close(stack.pop(), event)
                case yaml.AliasEvent():
                    raise _Refused(Refusal.ALIAS, Problem(self._span(event), f"*{shortened(event.anchor, 30)} is a YAML alias", "write the value itself; put a value that begins with * in double quotes"))
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        raise _Refused(Refusal.SECOND_DOCUMENT, Problem(self._at(event.start_mark), "a second document begins here", "keep one entry a file: take the line --- away or move what follows to a file of its own"))
                    if event.version or event.tags:
                        raise _Refused(Refusal.DIRECTIVE, Problem(self._at(event.start_mark), "the file begins with a YAML directive (%)", "delete that line"))
                    continue
                case _:
                    continue
            nodes += 1
            if nodes > self.node_limit:
                raise _Refused(Refusal.TOO_MANY, Problem(self._at(event.start_mark), f"the file holds more than {self.node_limit:,} values", "split the entry"))
            if node is not None:
                if stack:
                    self._add(stack[-1], node)
                else:
                    root = node
        return root

    def _add(self, parent: _Open, node: Node) -> None:
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is not None:
            parent.pairs.append(Pair(parent.key, node))
            parent.key = None
        elif not isinstance(node, Scalar):
            raise _Refused(Refusal.KEY, Problem(node.span, "a list or mapping stands where the name of a field is expected", "put the value in double quotes if it begins with [ or {"))
        elif node.plain and node.value == "<<":
            raise _Refused(Refusal.MERGE, Problem(node.span, "<< is a YAML merge key", "write the fields themselves"))
        elif node.value in parent.keys:
            raise _Refused(Refusal.DUPLICATE, Problem(node.span, f"`{shortened(node.value, 40)}` stands here for the second time", "keep one of the two"))
        else:
            parent.keys.add(node.value)
            parent.key = node

    def _close(self, opened: _Open, end: Any) -> Node:
        start = opened.start.start_mark
        span = Span(self.source, start.line + 1, start.column + 1, end.end_mark.line + 1, end.end_mark.column + 1)
        return Mapping(span, tuple(opened.pairs)) if opened.is_mapping else Sequence(span, tuple(opened.items))

    def _scalar(self, event: Any) -> Scalar:
        self._refuse_marks(event)
        span = self._span(event)
        if event.style == '"' and (unseen := _UNSEEN.search(event.value)):
            _refuse_character(span, unseen.group())
        return Scalar(span, event.value, not event.style)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor:
            raise _Refused(Refusal.ALIAS, Problem(self._at(event.start_mark), f"&{shortened(event.anchor, 30)} is a YAML anchor", "take it away; put a value that begins with & in double quotes"))
        if event.tag:
            raise _Refused(Refusal.TAG, Problem(self._at(event.start_mark), f"{shortened(event.tag, 40)} is a YAML tag", "take it away; put a value that begins with ! in double quotes"))

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.source, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _at(self, mark: Any) -> Span:
        return Span(self.source, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def files(folder: Path) -> Iterator[Path]:
    """Everything below a folder that is not hidden and no README, in the order of names; links are not followed."""
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        return
    for path in inside:
        if path.name.startswith(".") or path.stem == "README":
            continue
        if path.is_dir() and not path.is_symlink() and path.suffix != ".yml":
            yield from files(path)
        else:
            yield path
