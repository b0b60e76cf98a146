"""What people write, as an entry says it: labels in any language become ids, and digits of any script become 0 to 9."""

from __future__ import annotations

import unicodedata

from msgspec.structs import replace

from generator.blanks.choices import Choices
from generator.document import Mapping as Group
from generator.document import Node, Scalar
from generator.document import Sequence as List
from generator.fields import PRACTICE
from generator.intake.given import part
from generator.kinds import Address, Choice, Kind, Line, Markdown, Moment, Prose, Provision, Record, Reference, item_of


def understood(root: Group, choices: Choices) -> Group:
    """The same fields; what is not understood stays as it is, for the rules to say what is wrong with it."""
    node = _node(root, PRACTICE, choices)
    if not isinstance(node, Group):
        raise TypeError(node)
    return node


def _node(node: Node, kind: Kind, choices: Choices) -> Node:
    if isinstance(node, Group):
        inside = kind.by_name if isinstance(kind, Record) else {}
        pairs = tuple(
            (key, _node(value, inside[key.value].kind, choices) if key.value in inside else value)
            for key, value in node.pairs
        )
        return replace(node, pairs=pairs)
    if isinstance(node, List):
        item = item_of(kind)
        return replace(node, items=tuple(one for inner in node.items for one in _items(inner, item, choices)))
    return _value(node, kind, choices)


def _items(node: Node, kind: Kind, choices: Choices) -> tuple[Node, ...]:
    """An item of a list; several, where all that is written between its commas can be chosen."""
    if isinstance(node, Scalar) and isinstance(kind, Choice | Provision | Reference) and "," in node.value:
        return _parted(node, kind, choices) or (_value(node, kind, choices),)
    return (_node(node, kind, choices),)


def _parted(node: Scalar, kind: Kind, choices: Choices) -> tuple[Scalar, ...]:
    """The items that a text with commas names, each as long as it can be, since a label may have commas itself."""
    ends = [index for index, sign in enumerate(node.value) if sign == ","] + [len(node.value)]
    found: list[Scalar] = []
    start = 0
    while start <= len(node.value):
        for end in reversed([end for end in ends if end > start]):
            piece = part(node, start, end)
            id = choices.meant(kind, piece.value)
            if id:
                found.append(replace(piece, value=id))
                start = end + 1
                break
        else:
            return ()
    return tuple(found)


def _value(scalar: Scalar, kind: Kind, choices: Choices) -> Scalar:
    match kind:
        case Choice() | Provision() | Reference():
            value = _western(scalar.value) if isinstance(kind, Provision) else scalar.value
            return replace(scalar, value=choices.meant(kind, value) or value)
        case Moment():
            return replace(scalar, value=_western(scalar.value))
        case Line(20):  # numbers of paragraphs
            return replace(scalar, value=_western(scalar.value))
        case Line() | Prose() | Markdown() | Address():
            return replace(scalar, value=scalar.value.strip())
    return scalar


def _western(text: str) -> str:
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
