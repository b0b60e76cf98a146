"""YAML files → Documents. All care about YAML is here, and the only import of it.

A Document is built from the parser's event stream, so nothing of YAML's own typing, aliases or tags takes
part and no recursion follows the input. Whatever is refused is a diagnostic, never an exception.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator import refusals, regular
from generator.characters import unseen
from generator.diagnostics import Diagnostic, Problem
from generator.document import Document, Mapping, Node, Scalar, Sequence
from generator.refusals import refused
from generator.source import Source, Span
from generator.tree import digest

PARSER: Any = getattr(yaml, "CLoader", yaml.SafeLoader)
SIZE_LIMIT = 256 * 1024  # bytes; the longest real entry has 6,000
REGISTRY_SIZE_LIMIT = 512 * 1024  # bytes; the largest real file has 58,000
LEDGER_SIZE_LIMIT = 4 * 1024 * 1024
DEPTH_LIMIT = 16
NODE_LIMIT = 5_000
REGISTRY_NODE_LIMIT = 20_000
_BINARY: int = getattr(os, "O_BINARY", 0)  # elsewhere there is no other way to read
_RETURN = re.compile("\r")  # line ends of the file itself are newlines by now


class _Refused(Exception):  # noqa: N818 - a refusal is no error of ours
    """Ends the reading of one file; never leaves this module."""

    def __init__(self, refusal: Callable[..., Problem], span: Span, *about: object) -> None:
        self.diagnostic = refused(refusal, span, *about)


def read(path: Path, shown: str, *, registry: bool = False) -> Document | Diagnostic:
    """Read one file. ``shown`` is its path as people are told it."""
    try:
        data = _bytes(path, shown, REGISTRY_SIZE_LIMIT if registry else SIZE_LIMIT)
        source = Source(shown, _decode(data, shown))
    except _Refused as stopped:
        return stopped.diagnostic
    return parse(source, REGISTRY_NODE_LIMIT if registry else NODE_LIMIT, digest(data))


def read_text(path: Path, shown: str) -> Source | Diagnostic:
    """Read a file that is no YAML with the same care: a regular one, in UTF-8, not too large, and nothing unseen in it."""
    try:
        source = Source(shown, _decode(_bytes(path, shown, LEDGER_SIZE_LIMIT), shown))
        _refuse_unseen(source)
    except _Refused as stopped:
        return stopped.diagnostic
    return source


def parse(source: Source, node_limit: int = NODE_LIMIT, hash: bytes = b"") -> Document | Diagnostic:
    """A Document from a text; ``hash`` is that of the file it was read from."""
    try:
        _refuse_unseen(source)
        # Every value takes two characters at least, so that a short text cannot hold too many.
        root = regular.root(source) if len(source.text) <= 2 * node_limit else None
        return Document(source, root or _root(source, node_limit), hash)
    except _Refused as stopped:
        return stopped.diagnostic


def _bytes(path: Path, shown: str, limit: int) -> bytes:
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            raise _Refused(refusals.symbolic_link, _start(shown), path.name)
        if not stat.S_ISREG(status.st_mode):
            raise _Refused(refusals.not_a_file, _start(shown), path.name)
        if status.st_size > limit:
            raise _Refused(refusals.too_large, _start(shown), status.st_size, limit)
        descriptor = os.open(path, os.O_RDONLY | _BINARY)  # half the time of an object around it
        try:
            return os.read(descriptor, status.st_size)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise _Refused(refusals.missing_file, _start(shown)) from None
    except OSError as error:
        raise _Refused(refusals.unreadable_file, _start(shown), error.strerror or "unknown reason") from None


def _start(shown: str) -> Span:
    return Source(shown, "").start()


def _decode(data: bytes, shown: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"\x00" in data[:64] and len(data) > 3):
        raise _Refused(refusals.not_utf_8, Source(shown, "").start(), ", but probably in UTF-16")
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        sound = data[: error.start].decode("utf-8", "replace")
        place = Source(shown, data.decode("utf-8", "replace")).find(len(sound))
        raise _Refused(refusals.not_utf_8, place, f": byte 0x{data[error.start]:02X} stands here") from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _refuse_unseen(source: Source) -> None:
    found = unseen(source.text)
    if found:
        raise _Refused(refusals.unseen_character, source.find(found.start()), found.group())


def _root(source: Source, node_limit: int) -> Mapping:
    try:
        root = _tree(source, node_limit)
    except yaml.MarkedYAMLError as error:
        place = _broken_at(source, error)
        character = source.line(place.line)[place.column - 1 : place.column]
        said = refusals.explain_parser_error(error.problem or "", error.context or "", character)
        raise _Refused(refusals.broken_yaml, place, *said) from None
    except (yaml.YAMLError, ValueError) as error:
        said = refusals.explain_parser_error(str(error), "")
        raise _Refused(refusals.broken_yaml, source.start(), *said) from None
    if root is None or (isinstance(root, Scalar) and root.plain and not root.value):
        raise _Refused(refusals.empty_file, source.start())
    if not isinstance(root, Mapping):
        raise _Refused(refusals.no_fields, root.span)
    return root


def _broken_at(source: Source, error: yaml.MarkedYAMLError) -> Span:
    """Where a bracket, quotation or name began, rather than where the parser missed its end; never below the last line."""
    began = any(words in (error.context or "") for words in ("flow", "quoted", "simple key"))
    mark = (began and error.context_mark) or error.problem_mark or error.context_mark
    if not mark:
        return source.start()
    written = source.text.rstrip()
    return _at(source, mark) if mark.line <= written.count("\n") else source.find(max(0, len(written) - 1))


class _Open:
    """A list or mapping whose end has not come yet; ``names`` are its keys so far, ``None`` for a list."""

    __slots__ = ("items", "key", "names", "start")

    def __init__(self, start: Any, names: set[str] | None) -> None:
        self.start = start
        self.names = names
        self.items: list[Any] = []
        self.key: Scalar | None = None


def _tree(source: Source, node_limit: int) -> Node | None:
    """The tree of one file, with a stack of its own.

    One long loop on purpose: it runs for every value of every file.
    """
    stack: list[_Open] = []
    top: _Open | None = None
    node: Node | None = None
    documents = nodes = 0
    has_escapes = "\\" in source.text
    for event in iter(PARSER(source.text).get_event, None):
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                _refuse_marks(source, event)
            start, end = _offset(source, event.start_mark), _offset(source, event.end_mark)
            node = Scalar(source, start, end, event.value, not event.style)
            if has_escapes and event.style == '"':
                _refuse_escaped(node)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _refuse_marks(source, event)
            if len(stack) >= DEPTH_LIMIT:
                raise _Refused(refusals.too_deep, _at(source, event.start_mark), DEPTH_LIMIT)
            top = _Open(event.start_mark, set() if kind is MappingStartEvent else None)
            stack.append(top)
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            node = _closed(source, stack.pop(), event.end_mark)
            top = stack[-1] if stack else None
        else:
            documents += _document_starts(source, event, documents)
            continue
        nodes += 1
        if nodes > node_limit:
            raise _Refused(refusals.too_many_values, node.span, node_limit)
        if top is None:
            continue
        if top.names is None:
            top.items.append(node)
        elif top.key is None:
            top.key = _name(node, top.names)
        else:
            top.items.append((top.key, node))
            top.key = None
    return node


def _closed(source: Source, opened: _Open, mark: Any) -> Node:
    start, end = _offset(source, opened.start), _offset(source, mark)
    inside = tuple(opened.items)
    return Sequence(source, start, end, inside) if opened.names is None else Mapping(source, start, end, inside)


def _offset(source: Source, mark: Any) -> int:
    """The character offset of a mark; one more where the parser has gone on to a line that the file does not have."""
    index: int = mark.index
    if mark.column or index < len(source.text) or source.text.endswith(("\n", "\r")):
        return index
    return index + 1 if index else 0


def _name(node: Node, names: set[str]) -> Scalar:
    """The node as the name of a field that does not stand among ``names`` yet."""
    if not isinstance(node, Scalar):
        raise _Refused(refusals.key_not_text, node.span)
    if node.plain and node.value == "<<":
        raise _Refused(refusals.merge_key, node.span)
    if node.value in names:
        raise _Refused(refusals.duplicate_key, node.span, node.value)
    names.add(node.value)
    return node


def _document_starts(source: Source, event: Any, before: int) -> int:
    """1 for the beginning of the file's only document, 0 for an event of no concern."""
    if isinstance(event, AliasEvent):
        raise _Refused(refusals.alias, _at(source, event.start_mark), "*", event.anchor)
    if not isinstance(event, DocumentStartEvent):
        return 0
    if before:
        raise _Refused(refusals.second_document, _at(source, event.start_mark))
    if event.version or event.tags:
        raise _Refused(refusals.directive, _at(source, event.start_mark))
    return 1


def _refuse_escaped(node: Scalar) -> None:
    """Double quotes can hold an unseen character as an escape (``\\u202e``, ``\\r``)."""
    found = unseen(node.value) or _RETURN.search(node.value)
    if found:
        raise _Refused(refusals.unseen_character, node.span, found.group())


def _refuse_marks(source: Source, event: Any) -> None:
    if event.anchor:
        raise _Refused(refusals.alias, _at(source, event.start_mark), "&", event.anchor)
    if event.tag:
        raise _Refused(refusals.tag, _at(source, event.start_mark), event.tag)


def _at(source: Source, mark: Any) -> Span:
    return Span(source, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
