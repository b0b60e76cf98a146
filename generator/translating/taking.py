"""What is taken from the file of one language into the translation in the observatory: texts that changed there only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from generator import rules
from generator.diagnostics import Diagnostic, Severity
from generator.document import Document, Mapping, Node, Scalar
from generator.document import Sequence as List
from generator.fields import TRANSLATION, TRANSLATION_STATUSES
from generator.kinds import Choice, Field, Record
from generator.marks import fingerprint
from generator.phrase import Phrase, phrase
from generator.rules.finding import findings
from generator.rules.subject import Subject
from generator.rules.translations import no_text
from generator.translating import parcel, sibling
from generator.translating.faults import fault, newer_text, reviewed_text
from generator.translating.parcel import Key

KEPT = ("reviewed", "official")
"""What is not overwritten unless the file says what it is then."""

_RULES = tuple(rule for rule in rules.TRANSLATION if rule.severity is Severity.ERROR and rule.find is not no_text)
_OFFERED = Record(
    (
        *(one for one in TRANSLATION.fields if one.name != "translation"),
        Field("translation", Record((Field("status", Choice(TRANSLATION_STATUSES), "What the translation is.", "draft", True),)),
              "Says that the file is to be taken as it is.", "{status: draft}"),
    )
)  # fmt: skip


@dataclass(frozen=True)
class Offer:
    """The file of one language of a parcel, beside the original and the translation that there is, and what was recorded of the export.

    ``about`` is the subject that the rules look at, ``beside`` the translation, and ``path`` where that is or would be, as people
    are told it.
    """

    about: Subject
    beside: Document | None
    path: str
    record: parcel.Record


@dataclass(slots=True)
class Taking:
    """What comes of an offer: the new text of the translation (``None`` where nothing changes), the fields taken, faults and notes.

    ``prints`` are the fingerprints of the texts that are the same on both sides then, by key.
    """

    text: str | None = None
    fields: tuple[str, ...] = ()
    prints: dict[str, str] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    notes: list[Phrase] = field(default_factory=list)


def subject(document: Document, **around: object) -> Subject:
    """The file of a language as the rules look at it: see ``Subject``."""
    return Subject(parcel.understood(document), _OFFERED, **around)  # type: ignore[arg-type]


def take(offer: Offer) -> Taking:
    """What is taken: texts that differ from those of the export and of the translation, in fields that are whole."""
    taking = Taking()
    here = parcel.scalars_of(offer.about.document)
    there = parcel.scalars_of(offer.beside) if offer.beside else {}
    own = _status(offer.about.document)
    changed = [key for key, scalar in here.items() if _is_taken(offer, key, scalar, there.get(key), own, taking)]
    values: dict[str, Node] = {}
    for name in dict.fromkeys(key.field for key in changed):
        value = _value(offer, name, here, there, changed)
        if value is None:
            where = offer.about.document.source.path
            taking.notes.append(
                phrase("%(file)s: `%(field)s` is taken once all of its texts are there", file=where, field=name)
            )
        else:
            values[name] = value
    taking.faults += findings(_RULES, _checked(offer.about, values, {key.field for key in here}))
    before = _status(offer.beside) if offer.beside else ""
    status = own or _next(before, values, there)
    if not taking.faults and (values or (own and before not in ("", own))):
        _write(offer, values, changed, status, taking)
        if status == before == "machine":
            taking.notes.append(
                phrase("%(file)s is still `machine`: some of its texts are as a program wrote them", file=offer.path)
            )
    taken = {key for key in changed if key.field in values}
    same = {key: scalar.value for key, scalar in here.items() if key in taken or _is_same(scalar, there.get(key))}
    taking.prints = parcel.prints(same)
    return taking


def _is_same(here: Scalar, there: Scalar | None) -> bool:
    return there is not None and fingerprint(here.value) == fingerprint(there.value)


def _write(offer: Offer, values: dict[str, Node], changed: Sequence[Key], status: str, taking: Taking) -> None:
    """The translation with what is taken, and the marks of the original as it was exported.

    A list of which only some items were translated anew keeps its mark: the others may be older.
    """
    texts = {name: _plain(value) for name, value in values.items()}
    anew = {name for name, text in texts.items() if isinstance(text, str) or len(text) == _count(changed, name)}
    made_from = {name: mark for name, mark in offer.record.original.items() if name in anew}
    taking.fields = tuple(texts)
    if offer.beside:
        taking.text = sibling.changed(offer.beside, texts, status, made_from)
    else:
        taking.text = sibling.whole(texts, status, made_from)


def _count(changed: Sequence[Key], name: str) -> int:
    return sum(key.field == name for key in changed)


def _is_taken(offer: Offer, key: Key, here: Scalar, there: Scalar | None, own: str, taking: Taking) -> bool:
    """Whether a text was changed in the folder; one that may not be taken is a fault."""
    exported = offer.record.translations.get(offer.about.language, {}).get(str(key))
    mark, now = fingerprint(here.value), fingerprint(there.value) if there else None
    if mark in (exported, now):
        return False
    before = _status(offer.beside) if offer.beside else ""
    if not own and now != exported:
        taking.faults.append(fault(newer_text, here.span, str(key), offer.path))
    elif not own and before in KEPT:
        taking.faults.append(fault(reviewed_text, here.span, str(key), before))
    else:
        return True
    return False


def _value(
    offer: Offer, name: str, here: dict[Key, Scalar], there: dict[Key, Scalar], changed: Sequence[Key]
) -> Node | None:
    """The value of a field as it will be; of a list that was changed in part, the other items are those of the translation."""
    if Key(name, 0) in here:
        return here[Key(name, 0)]
    original = offer.about.original.root.get(name) if offer.about.original else None
    wanted = len(original.items) if isinstance(original, List) else 0
    beside = offer.beside.root.get(name) if offer.beside else None
    is_alike = isinstance(beside, List) and len(beside.items) == wanted
    numbers = range(1, max(wanted, *(key.item for key in here if key.field == name)) + 1)
    keys = [Key(name, number) for number in numbers]
    items = [here[key] if key in changed else (is_alike and there.get(key)) or here.get(key) for key in keys]
    scalars = tuple(item for item in items if item)
    first = scalars[0]
    return List(first.source, first.start, first.end, scalars) if len(scalars) == len(items) else None


def _checked(about: Subject, values: dict[str, Node], texts: Set[str]) -> Subject:
    """What the rules are to look at: the fields that are taken, and whatever else is not of ``texts``."""
    root = about.document.root
    taken = ((key, values.get(key.value, value)) for key, value in root.pairs)
    pairs = tuple(pair for pair in taken if pair[0].value in values or pair[0].value not in texts)
    document = Document(about.document.source, Mapping(root.source, root.start, root.end, pairs))
    return Subject(
        document, about.record, about.registry, about.today, about.id, about.folder, about.language, about.original
    )


def _next(before: str, values: dict[str, Node], there: dict[Key, Scalar]) -> str:
    """The status where the file says none: what a program wrote is a person's only when all of it was written anew."""
    if before == "machine":
        return "draft" if {key.field for key in there} <= values.keys() else "machine"
    return before or "draft"


def _status(document: Document) -> str:
    translation = document.root.get("translation")
    return translation.text("status") if isinstance(translation, Mapping) else ""


def _plain(value: Node) -> str | list[str]:
    return value.value.strip() if isinstance(value, Scalar) else list(_items(value))


def _items(value: Node) -> Iterator[str]:
    yield from (
        (item.value.strip() for item in value.items if isinstance(item, Scalar)) if isinstance(value, List) else ()
    )
