"""The events of YAML's parser → the tree of a Document. All care about YAML is here, and the only import of it.

Nothing of YAML's own typing, aliases or tags takes part, and no recursion follows the input.
"""

from __future__ import annotations

import re
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

from generator import complaints
from generator.characters import unseen
from generator.document import Mapping, Node, Scalar, Sequence
from generator.refusals import RefusedError, of_files, of_yaml
from generator.source import Source, Span

PARSER: Any = getattr(yaml, "CLoader", yaml.SafeLoader)
DEPTH_LIMIT = 16
_RETURN = re.compile("\r")  # line ends of the file itself are newlines by now


def root(source: Source, node_limit: int) -> Mapping:
    """The fields of a file with at most so many values; raises RefusedError."""
    try:
        tree = _tree(source, node_limit)
    except yaml.MarkedYAMLError as error:
        place = _broken_at(source, error)
        character = source.line(place.line)[place.column - 1 : place.column]
        said = complaints.in_plain_words(error.problem or "", error.context or "", character)
        raise RefusedError(of_yaml.broken_yaml, place, *said) from None
    except (yaml.YAMLError, ValueError) as error:
        said = complaints.in_plain_words(str(error), "")
        raise RefusedError(of_yaml.broken_yaml, source.start(), *said) from None
    if tree is None or (isinstance(tree, Scalar) and tree.plain and not tree.value):
        raise RefusedError(of_yaml.empty_file, source.start())
    if not isinstance(tree, Mapping):
        raise RefusedError(of_yaml.no_fields, tree.span)
    return tree


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
                raise RefusedError(of_yaml.too_deep, _at(source, event.start_mark), DEPTH_LIMIT)
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
            raise RefusedError(of_yaml.too_many_values, node.span, node_limit)
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
        raise RefusedError(of_yaml.key_not_text, node.span)
    if node.plain and node.value == "<<":
        raise RefusedError(of_yaml.merge_key, node.span)
    if node.value in names:
        raise RefusedError(of_yaml.duplicate_key, node.span, node.value)
    names.add(node.value)
    return node


def _document_starts(source: Source, event: Any, before: int) -> int:
    """1 for the beginning of the file's only document, 0 for an event of no concern."""
    if isinstance(event, AliasEvent):
        raise RefusedError(of_yaml.alias, _at(source, event.start_mark), "*", event.anchor)
    if not isinstance(event, DocumentStartEvent):
        return 0
    if before:
        raise RefusedError(of_yaml.second_document, _at(source, event.start_mark))
    if event.version or event.tags:
        raise RefusedError(of_yaml.directive, _at(source, event.start_mark))
    return 1


def _refuse_escaped(node: Scalar) -> None:
    """Double quotes can hold an unseen character as an escape (``\\u202e``, ``\\r``)."""
    found = unseen(node.value) or _RETURN.search(node.value)
    if found:
        raise RefusedError(of_files.unseen_character, node.span, found.group())


def _refuse_marks(source: Source, event: Any) -> None:
    if event.anchor:
        raise RefusedError(of_yaml.alias, _at(source, event.start_mark), "&", event.anchor)
    if event.tag:
        raise RefusedError(of_yaml.tag, _at(source, event.start_mark), event.tag)


def _at(source: Source, mark: Any) -> Span:
    return Span(source, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
