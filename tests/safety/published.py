"""Publishes entries that hold payloads in every field, as the command does, but for the rules on words that would refuse them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import rules
from generator.build import build
from generator.characters import unseen
from generator.plugin import MkDocs
from generator.rules.addresses import is_address
from generator.search.standing import Indexing
from tests.conftest import Lights, lay_out
from tests.safety.corpus import EVERY

ADDRESS = next(rule for rule in rules.ENTRY if rule.code == "P109")
SHOWN = [payload for payload in EVERY if not unseen(payload) and "\r" not in payload]
"""The payloads that a file may hold; the others are refused when it is read."""
TEXTS = [*SHOWN[::15], *(" ".join(SHOWN[start : start + 60]) for start in range(0, len(SHOWN), 60))]
"""All of them in a few entries: some alone, and each among others."""
LISTS = (
    "",
    "articles/1/",
    "articles/1/1-2-a/",
    "countries/pha/",
    "themes/keepers/",
    "documents/log-2001/",
    "translations/",
)
"""Pages that show titles and summaries of entries, below a language."""


def entry(text: str, address: str) -> str:
    """A file with a text in every field that takes one, and an address wherever one is asked for."""
    said, url = json.dumps(text, ensure_ascii=False), json.dumps(address, ensure_ascii=False)
    return f"""\
language: en
title: {said}
countries: [PHA]
provisions: ["1.2(a)"]
themes: [keepers]
measures: [drill]
status: in-force
summary: {said}
description: {said}
problem: {said}
results: {said}
challenges: {said}
lessons: {said}
conditions: [{said}]
evidence: {{level: stated}}
lead: {said}
partners: [{said}]
legal_basis: [{{title: {said}, reference: {said}, url: {url}}}]
assistance:
  received: [{{theme: keepers, note: {said}, provider: {said}}}]
  needed: [{{theme: horns, note: {said}, provider: {said}}}]
  offered: [{{theme: horns, note: {said}, provider: {said}}}]
links: [{{title: {said}, url: {url}}}]
sources:
  - {{title: {said}, publisher: {said}, url: {url}, archive: {url}, accessed: 2025-01-01, extent: whole, note: {said}}}
  - {{document: log-2001, paragraphs: ["4"], note: {said}}}
submission: {{by: State, channel: statement, date: 2020}}
review: {{state: draft, date: 2025-01-04}}
"""


def withdrawn(text: str, address: str, number: int) -> str:
    """The same, withdrawn for a reason that leaves the title on its page, and with a former id."""
    review = "review: {state: withdrawn}\nwithdrawal: {reason: superseded, date: 2025-02-03}"
    return (
        entry(text, address).replace("review: {state: draft, date: 2025-01-04}", review)
        + f"aliases: [pha-old-{number}]\n"
    )


def translation(text: str) -> str:
    """A translation with a text in every field."""
    said = json.dumps(text, ensure_ascii=False)
    names = ("title", "summary", "description", "problem", "results", "challenges", "lessons", "lead")
    lines = [f"{name}: {said}" for name in names] + [f"{name}: [{said}]" for name in ("conditions", "partners")]
    return "\n".join([*lines, "translation: {status: reviewed}", ""])


def address(payload: str) -> str:
    """The payload as an address, or at the end of one, as far as the rule for addresses lets it."""
    ways = (payload, f"https://x.example/{payload}", f"https://x.example/?q={payload.replace(' ', '%20')}")
    return next((way for way in ways if is_address(way)), "https://x.example/")


def publish(root: Path, texts: list[str], indexing: Indexing = Indexing.NONE) -> Lights:
    """An observatory with an entry for each text, ``pha-0`` and so on, and a withdrawn one, each with a translation, built."""
    lights = lay_out(root)
    for number, text in enumerate(texts):
        lights.write(f"practices/article-01/pha-{number}.yml", entry(text, address(text)))
        lights.write(f"practices/article-01/pha-{number}.fr.yml", translation(text))
        lights.write(f"practices/article-01/pha-gone-{number}.yml", withdrawn(text, address(text), number))
        lights.write(f"practices/article-01/pha-gone-{number}.fr.yml", translation(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "ENTRY", (ADDRESS,))
        patch.setattr(rules, "TRANSLATION", ())
        patch.setattr(rules, "SEVERAL_ENTRIES", ())
        build(lights.root, lambda: MkDocs(lights.root), indexing=indexing)
    return lights
