"""Characters: living scripts pass, what nobody sees is refused, what looks like something else is warned of."""

from __future__ import annotations

import unicodedata

import pytest

from generator import load
from generator.characters import looks, mixed_word, unseen
from generator.diagnostics import Diagnostic
from generator.losses import losses
from generator.source import Source
from generator.text import render
from tests.conftest import PLACE, SOUND, Tiny, overlaid

LIVING = {
    "Arabic": "مكافحة الفساد في القطاع العام، ٢٠١٩",
    "Arabic with vowels": "مُكَافَحَةُ الْفَسَادِ",
    "Persian": "برنامه‌های سه‌ساله می‌خواهیم",
    "Urdu": "بدعنوانی کے خلاف",
    "Hindi": "भ्रष्टाचार के विरुद्ध क्‍ष",
    "Bengali": "দুর্নীতি র‍্যাব",
    "Sinhala": "ශ්‍රී ලංකාව",
    "Malayalam": "അഴിമതി അവൻ‍",
    "Tamil": "ஊழலுக்கு எதிராக",
    "Khmer": "ប្រឆាំងអំពើពុករលួយ",
    "Burmese": "အဂတိလိုက်စားမှု",
    "Thai": "ต่อต้านการทุจริต",
    "Mongolian": "ᠠᠪᠯᠢᠭ᠎ᠠ".replace("\u180e", ""),
    "Chinese": "反腐败战略：三年计划（第二版）",
    "Chinese, traditional and rare": "反貪腐𠮷",
    "Japanese": "腐敗防止の三か年計画、ｶﾅ",
    "Korean": "부패 방지 계획",
    "Russian": "План противодействия коррупции",
    "Greek": "Σχέδιο κατά της διαφθοράς",
    "Georgian": "კორუფციის წინააღმდეგ",
    "Armenian": "Կոռուպցիայի դեմ",
    "Amharic": "ፀረ ሙስና",
    "Hebrew": "נגד שחיתות",
    "Vietnamese": "Chống tham nhũng",
    "Vietnamese, decomposed": unicodedata.normalize("NFD", "Chống tham nhũng"),
    "Turkish": "Yolsuzlukla mücadele İIıi",
    "Polish": "Zażółć gęślą jaźń",
    "typography": "“Plans” – ‘three-year’ … 100 000 €, 5 × 3 ≥ 2, § 4, Nº 1\u00a0%",
    "emoji": "🙂 👍🏽 ❤️ 👩‍⚖️ 👨‍👩‍👧 🇮🇹 1️⃣ ©️",
    "ideographic variation": "葛\U000e0100城",
    "science": "coefficient α of 5 µm",
}
UNSEEN = {
    "zero width space": "pla\u200bns",
    "joiner in a Latin word": "pla\u200dns",
    "non-joiner in a Latin word": "pla\u200cns",
    "two joiners": "می\u200c\u200cخواهیم",
    "joiner at the beginning": "\u200dplans",
    "word joiner": "pla\u2060ns",
    "soft hyphen": "pla\u00adns",
    "byte order mark": "pla\ufeffns",
    "right-to-left mark": "plans\u200f",
    "Arabic letter mark": "plans\u061c",
    "right-to-left override": "\u202eplans",
    "isolate": "\u2067plans\u2069",
    "embedding": "\u202aplans\u202c",
    "line separator": "pl\u2028ans",
    "next line": "pl\u0085ans",
    "invisible plus": "pl\u2064ans",
    "grapheme joiner": "pl\u034fans",
    "Hangul filler": "\u3164",
    "Hangul jamo filler": "\u115f\u1160",
    "halfwidth filler": "\uffa0",
    "blank of Braille": "\u2800",
    "vowel separator": "a\u180eb",
    "tags": "plans\U000e0061\U000e0062",
    "selector on a letter": "a\ufe0f",
    "two selectors": "❤\ufe0f\ufe0e",
    "many selectors": "葛\U000e0100\U000e0101\U000e0102",
    "interlinear mark": "a\ufff9b\ufffbc",
    "musical mark": "a\U0001d173b",
    "noncharacter": "a\uffffb",
    "escape": "a\x1bb",
    "delete": "a\x7fb",
    "bell": "a\x07b",
}
CYRILLIC_A, CYRILLIC_O, GREEK_O = "\u0430", "\u043e", "\u03bf"


@pytest.mark.parametrize("script", LIVING)
def test_living_scripts_pass(script: str, tiny: Tiny) -> None:
    text = LIVING[script]
    assert unseen(text) is None and not mixed_word(text)
    tiny.write(PLACE, overlaid(SOUND, f'title: "{text}"\nresults: "{text}"\n'))
    assert tiny.codes() == []
    if "😀" not in text:
        assert text.split()[0] in render(text)


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nobody_sees_is_refused(name: str, tiny: Tiny) -> None:
    tiny.write(PLACE, overlaid(SOUND, f'title: "Plans {UNSEEN[name]}"\n'))
    (found,) = tiny.check().diagnostics
    assert found.code == "Y008" and found.span.line == 2
    assert found.problem.message.isprintable()


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nobody_sees_is_refused_as_an_escape(name: str) -> None:
    escaped = "".join(f"\\U{ord(c):08X}" for c in UNSEEN[name])
    found = load.parse(Source("x.yml", f'title: "{escaped}"\n'))
    assert isinstance(found, Diagnostic) and found.code in ("Y008", "Y009")


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nobody_sees_is_refused_as_an_entity(name: str) -> None:
    """But for those that Markdown replaces, and those that HTML reads as something visible."""
    text = "".join(f"&#x{ord(c):X};" for c in UNSEEN[name])
    for written in (
        text,
        f"a {text} b",
        f"[a](https://x.example '{text}')",
        f"[a](https://x.example/{text})",
        f"<x@{text}>",
    ):
        assert any(loss.kind == "unseen" for loss in losses(written)) or unseen(str(render(written))) is None, written


@pytest.mark.parametrize(
    "entity", ["&rlm;", "&lrm;", "&zwj;", "&zwnj;", "&shy;", "&ZeroWidthSpace;", "&#8203;", "&#x202E;", "&NoBreak;"]
)
def test_entities_that_nobody_sees(entity: str) -> None:
    for text in (f"a{entity}b", f"[a](https://x.example '{entity}')", f"*{entity}*", f"| {entity} |\n|-|"):
        assert [loss.kind for loss in losses(text)] == ["unseen"], text
    assert losses(f"`{entity}`") == ()


def test_a_line_end_written_as_an_escape_is_refused() -> None:
    found = load.parse(Source("x.yml", 'title: "a\\rb"\n'))
    assert isinstance(found, Diagnostic) and found.code == "Y008"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (f"Pl{CYRILLIC_A}ns of public bodies", f"Pl{CYRILLIC_A}ns"),
        (f"The b{GREEK_O}dy", f"b{GREEK_O}dy"),
        ("\u0421\u041e\u0420 of ministries", "\u0421\u041e\u0420"),
        (f"План Nаtional {CYRILLIC_A}", "Nаtional"),
        ("План COVID", ""),
        ("План corruption СОР", ""),
        ("α-helix", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_words_of_two_scripts(text: str, word: str) -> None:
    assert mixed_word(text) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Plans", f"Pl{CYRILLIC_A}ns"),
        ("Plans", "Ｐｌａｎｓ"),
        ("Plans", "𝐏𝐥𝐚𝐧𝐬"),
        ("Three-year plans", "Three‐year  plans"),
        ("The body's plans", "The body’s plans"),
        ("COP", "\u0421\u041e\u0420"),
        ("Chống", unicodedata.normalize("NFD", "Chống")),
        ("می‌خواهیم", "میخواهیم"),
    ],
)
def test_texts_that_look_alike(one: str, other: str) -> None:
    assert looks(one) == looks(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Plans", "Plan"), ("Plan", "Plán"), ("план", "plan"), ("五", "5"), ("l", "1")]
)
def test_texts_that_do_not_look_alike(one: str, other: str) -> None:
    assert looks(one) != looks(other)
