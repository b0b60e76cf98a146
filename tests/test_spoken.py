"""What the checks say in other languages than English: sentences, explanations, and whoever tells them."""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec import ValidationError, msgpack

from generator import interpreter
from generator.codes import EVERY
from generator.diagnostics import Diagnostic, Problem, Severity
from generator.phrase import (
    Known,
    Phrase,
    also,
    as_asked,
    as_data,
    counted,
    either,
    from_data,
    listed,
    named,
    phrase,
    sentence,
)
from generator.refusals import REFUSALS
from generator.serving import news
from generator.serving.outcome import Outcome
from generator.settings import Settings
from generator.source import Source
from generator.words import CHECKS, Words, path_of
from tests import tongues
from tests.conftest import PLACE, SOUND, THEME, Tiny
from tests.intake import ANSWERS, rows
from tests.running import Said

SAID: Mapping[str | tuple[str, str], str | tuple[str, ...]] = {
    ", ": "、",
    "%(first)s or %(second)s": "%(first)s ou %(second)s",
    "there is no field `%(field)s`": "le champ `%(field)s` n’existe pas",
    "did you mean `%(code)s` (%(name)s)?": "est-ce `%(code)s` (%(name)s) ?",
    "choose one of these: %(words)s": "au choix : %(words)s",
    "an item of `%(field)s`": "un élément de `%(field)s`",
    "%(field)s is empty": "vide : %(field)s",
    "“%(name)s”": "« %(name)s »",
    "write %(field)s below": "répondez à %(field)s",
    ("%(n)s error", "%(n)s errors"): ("%(n)s erreur", "%(n)s erreurs"),
    ("the file has %(n)s byte; at most %(limit)s are read", "the file has %(n)s bytes; at most %(limit)s are read"): (
        "%(n)s octet, %(limit)s au plus",
        "%(n)s octets, %(limit)s au plus",
    ),
}
"""Some sentences in French."""


@pytest.fixture
def french(tmp_path: Path) -> Words:
    """The sentences above."""
    return tongues.speak(tmp_path, SAID)


def item(name: str) -> Phrase:
    """An item of a field, as rules name it."""
    return phrase("an item of `%(field)s`", field=name)


@pytest.mark.parametrize(
    ("said", "english", "french_"),
    [
        (phrase("there is no field `%(field)s`", field="x"), "there is no field `x`", "le champ `x` n’existe pas"),
        (phrase("there is no field `%(field)s`", field="%s %(a)s"), "there is no field `%s %(a)s`", "le champ `%s %(a)s` n’existe pas"),
        (
            phrase("did you mean `%(code)s` (%(name)s)?", code="ITA", name={"fr": "Italie", "en": "Italy"}),
            "did you mean `ITA` (Italy)?",
            "est-ce `ITA` (Italie) ?",
        ),
        (phrase("choose one of these: %(words)s", words=("a", "b")), "choose one of these: a, b", "au choix : a、b"),
        (phrase("%(field)s is empty", field=item("themes")), "an item of `themes` is empty", "vide : un élément de `themes`"),
        (counted("%(n)s error", "%(n)s errors", 1), "1 error", "1 erreur"),
        (counted("%(n)s error", "%(n)s errors", 0), "0 errors", "0 erreur"),
        (
            counted(
                "the file has %(n)s byte; at most %(limit)s are read",
                "the file has %(n)s bytes; at most %(limit)s are read",
                300_000,
                limit=262_144,
            ),
            "the file has 300,000 bytes; at most 262,144 are read",
            "300 000 octets, 262 144 au plus",
        ),
        (either("a", "b", "c"), "a or b or c", "a ou b ou c"),
        (phrase("write each as %20"), "write each as %20", "write each as %20"),
        (also(phrase("take it away"), Phrase()), "take it away", "take it away"),
        ("no phrase", "no phrase", "no phrase"),
    ],
)  # fmt: skip
def test_a_sentence_in_two_languages(said: str, english: str, french_: str, french: Words) -> None:
    assert str(said) == english
    assert french.tell(said).replace("\u202f", " ").replace("\xa0", " ") == french_


def test_a_long_list_tells_how_many_more() -> None:
    words = ("a", "b", "c", "d")
    assert listed(words, 4) == words
    assert phrase("%(words)s", words=listed(words, 1)) == "a and 3 more"


@pytest.mark.parametrize("translation", ["%(made_up)s", "%(field)s %", "%(field)d", "%(field"])
def test_a_sentence_that_cannot_be_filled_in_is_said_in_english(translation: str, tmp_path: Path) -> None:
    words = tongues.speak(tmp_path, {"there is no field `%(field)s`": translation})
    assert words.tell(phrase("there is no field `%(field)s`", field="x")) == "there is no field `x`"


LABELS = {
    "status": {"en": "Status", "fr": "État d’avancement"},
    "in-force": {"en": "in force", "fr": "en vigueur"},
    "pilot": {"en": "on trial", "fr": "à l’essai"},
}
STATUS = Known("in-force", "status"), Known("pilot", "status")


@pytest.mark.parametrize(
    ("said", "written", "asked", "french_"),
    [
        (phrase("%(field)s is empty", field=named("status")), "`status` is empty", "“Status” is empty", "vide : « État d’avancement »"),
        (
            phrase("choose one of these: %(words)s", words=STATUS),
            "choose one of these: in-force, pilot",
            "choose one of these: “in force”, “on trial”",
            "au choix : « en vigueur »、« à l’essai »",
        ),
        (
            sentence("add a line").to_asked("write %(field)s below").about(field=named("status")),
            "add a line",
            "write “Status” below",
            "répondez à « État d’avancement »",
        ),
        (phrase("take it away"), "take it away", "take it away", "take it away"),
    ],
)  # fmt: skip
def test_who_answers_questions_is_told_in_their_words(
    said: Phrase, written: str, asked: str, french_: str, french: Words
) -> None:
    to_asked = as_asked(said, lambda known: LABELS[known])
    assert (str(said), str(to_asked), french.tell(to_asked)) == (written, asked, french_)


@dataclass(frozen=True)
class Held:
    """Something with a phrase in it, which travels between processes."""

    said: Phrase


NESTED = phrase(
    "%(first)s; %(second)s",
    first=counted("%(n)s error", "%(n)s errors", 2),
    second=phrase("%(field)s is empty", field=item("x"), words=(*STATUS, item("y")), name={"en": "Italy"}),
)


def test_a_phrase_travels_with_what_it_was_made_from() -> None:
    there_and_back = msgpack.decode(msgpack.encode(Held(NESTED), enc_hook=as_data), type=Held, dec_hook=from_data).said
    for copy in (there_and_back, pickle.loads(pickle.dumps(NESTED))):  # noqa: S301 - made here
        assert type(copy) is Phrase and copy == NESTED
        assert (copy.template, copy.values, copy.plural, copy.number) == (
            NESTED.template, NESTED.values, NESTED.plural, NESTED.number,
        )  # fmt: skip
        assert isinstance(copy.values["first"], Phrase)


@pytest.mark.parametrize(
    "data", ["text", 3, [], {"template": "x"}, {"template": "%(a)s", "values": {"b": 1}, "plural": "", "number": 1}]
)
def test_other_data_are_no_phrase(data: object) -> None:
    with pytest.raises(ValidationError):
        msgpack.decode(msgpack.encode({"said": data}), type=Held, dec_hook=from_data)


def test_rules_do_not_load_the_library_of_languages() -> None:
    code = "import sys, generator.rules, generator.check; print('babel' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"


def test_every_paragraph_of_an_explanation_is_said_and_examples_stay(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    shutil.copytree(THEME / "locales", settings.locales)
    tongues.translate(settings, CHECKS)
    words = interpreter.voice(settings.locales, tongues.CODE)
    for rule in EVERY:
        passages = interpreter.explained(rule, words)
        assert [one.text for one in passages if one.is_example] == [
            block for block in rule.explanation.split("\n\n") if block.startswith("    ")
        ]
        assert all(one.is_own != one.is_example for one in passages), rule.code
        assert [one.text for one in passages if one.is_own and not one.text.endswith(":")] == [
            tongues.pseudo(paragraph) for paragraph in interpreter.paragraphs(rule)
        ]


def test_an_explanation_that_is_not_translated_keeps_its_lines(french: Words) -> None:
    passages = interpreter.explained(REFUSALS[0], french)
    assert "\n\n".join(one.text for one in passages) == REFUSALS[0].explanation
    assert not any(one.is_own for one in passages)


@pytest.fixture
def spoken(tiny: Tiny) -> Tiny:
    """An observatory whose checks speak a little French and Arabic, with an entry that has a fault."""
    tongues.speak(tiny.settings.locales, SAID)
    tongues.speak(tiny.settings.locales, {"there is no field `%(field)s`": "لا يوجد حقل `%(field)s`"}, "ar")
    tiny.write(PLACE, SOUND + "sumary: Plans.\n")
    return tiny


def run(tiny: Tiny, *arguments: str, **environment: str) -> Said:
    """Run the command in an environment that says no language, unless one is given."""
    return tiny.run(*arguments, **{"OBSERVATORY_LANGUAGE": "", **environment})


@pytest.mark.parametrize("voice", ["full", "concise", "github", "json"])
def test_every_voice_of_the_check_speaks_the_language(voice: str, spoken: Tiny) -> None:
    said = run(spoken, "check", "--language", "fr", "--format", voice)
    assert "le champ `sumary` n’existe pas" in (json.loads(said.out)[0]["message"] if voice == "json" else said.out)
    assert said.code == 1 and "there is no field" not in said.out + said.err


def test_the_language_may_stand_in_the_environment(spoken: Tiny) -> None:
    assert "لا يوجد حقل `sumary`" in run(spoken, "check", OBSERVATORY_LANGUAGE="ar").out
    assert "there is no field" in run(spoken, "check", "--language", "en", OBSERVATORY_LANGUAGE="ar").out
    assert "there is no field" in run(spoken, "check", LANG="fr_FR.UTF-8").out


@pytest.mark.parametrize("language", ["de", "../fr", "fr/../fr", "\x1b[31m", "FR", "."])
@pytest.mark.parametrize("command", [("check",), ("explain", "P101")])
def test_a_language_that_is_not_spoken(command: tuple[str, ...], language: str, spoken: Tiny) -> None:
    said = run(spoken, *command, "--language", language)
    assert said.code == 2 and "choose one of these: ar, en, fr" in said.err and "\x1b" not in said.err


@pytest.mark.parametrize(
    "broken",
    [
        "msgid",
        'msgid "x"\nmsgstr "y',
        "\xff",
        '"Plural-Forms: nplurals=999999999; plural=0;\\n"',
        '"Plural-Forms: nplurals=2; plural=__import__;\\n"',
        "",
    ],
)
def test_a_catalogue_that_cannot_be_read_is_not_spoken(broken: str, spoken: Tiny) -> None:
    path_of(spoken.settings.locales, "fr", CHECKS).write_bytes(broken.encode("latin-1"))
    said = run(spoken, "check", "--language", "fr")
    assert said.code == 1 and "there is no field `sumary`" in said.out


def test_explanations_are_spoken(spoken: Tiny) -> None:
    tongues_said = {"Wrong:": "Faux :", "Right:": "Juste :"}
    tongues.speak(spoken.settings.locales, tongues_said)
    said = run(spoken, "explain", "--language", "fr", "Y001").out
    assert said.startswith("Y001 missing-file (error)\n\nA file that must be there is not.\n\n")
    assert "\n\nFaux :\n\n    registry/ " in said


def test_open_pages_are_told_in_their_language(spoken: Tiny) -> None:
    problem = Problem(Source(PLACE, "sumary: Plans.").find(0), phrase("there is no field `%(field)s`", field="sumary"))
    found = [Diagnostic("P101", Severity.ERROR, problem)]
    told = news.of(Outcome(diagnostics=found, reason="1 error"), spoken.settings.locales)
    by_language = {language: json.loads(told.told(language)) for language in ("en", "fr", "ar", "xx", "../fr", "")}
    assert by_language["ar"]["faults"][0]["message"] == "لا يوجد حقل `sumary`"
    assert (by_language["ar"]["language"], by_language["ar"]["direction"]) == ("ar", "rtl")
    assert by_language["fr"]["faults"][0]["message"] == "le champ `sumary` n’existe pas"
    for other in ("xx", "../fr", ""):
        assert by_language[other] == by_language["en"] and by_language[other]["title"] == "1 error in the files"


def test_spaces_of_french_typography_stay_and_those_of_a_stranger_are_shown(spoken: Tiny) -> None:
    tongues.speak(spoken.settings.locales, {"there is no field `%(field)s`": "champ inconnu\xa0: `%(field)s`"})
    spoken.write(PLACE, SOUND + '"sum\xa0ary": Plans.\n')
    for voice in ("full", "concise", "github"):
        assert "champ inconnu\xa0: `sum<U+00A0>ary`" in run(spoken, "check", "--language", "fr", "--format", voice).out


def test_notes_and_counts_of_commands_are_spoken(six: Tiny) -> None:
    six.write(PLACE, SOUND.replace("[ITA]", "[ 'ITA' ]"))
    assert run(six, "format", "--language", "fr").err == "1 fichier réécrit, 0 laissé tel quel\n"
    assert run(six, "format", "--language", "zh").err == "重写0个文件、1个未动\n"
    (six.root / PLACE).unlink()
    six.write("reply.csv", rows([list(ANSWERS), list(ANSWERS.values())]))
    reply = str(six.root / "reply.csv")
    assert run(six, "import", "--dry-run", "--language", "es", reply).out.endswith(
        "1 archivo leído: 1 ficha por escribir\n"
    )
    assert run(six, "import", "--language", "ru", reply).out.endswith("прочитан 1 файл: записана 1 запись\n")
    assert run(six, "import", "--language", "fr", reply).out.splitlines()[0].startswith(f"{reply}:2 est déjà là\xa0: ")
    said = run(six, "ledger", OBSERVATORY_LANGUAGE="ar")
    assert said.out == "registry/published.txt: أضيف معرف واحد (1)، والمجموع 1\n"


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_every_count_of_commands_can_be_filled_in(language: str, six: Tiny) -> None:
    words = interpreter.voice(six.settings.locales, language)
    for number in (0, 1, 2, 3, 11, 100):
        for said in (
            counted("%(pages)s in %(n)s language, in %(site)s", "%(pages)s in %(n)s languages, in %(site)s", number,
                    pages=counted("%(n)s page", "%(n)s pages", number), site="/site"),
            counted("%(drawn)s of %(n)s page drawn in %(seconds)s seconds",
                    "%(drawn)s of %(n)s pages drawn in %(seconds)s seconds", number, drawn=1, seconds="0.10"),
        ):  # fmt: skip
            assert words.tell(said) != said and "%" not in words.tell(said)


@pytest.mark.parametrize(
    "command",
    [
        ("new", "--state", "ITA", "--provision", "5.1", "--title", "Plans", "--id", "ita-plans"),
        ("ledger",),
        ("import", "reply.csv"),
        ("format",),
        ("questionnaire", "--into", "form.xlsx", "--format", "xlsx"),
        ("translate", "start", "ita-other", "fr"),
    ],
)
def test_a_command_that_cannot_speak_the_language_does_nothing(
    command: tuple[str, ...], tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tiny.root)
    tiny.write("practices/article-05/ita-other.yml", SOUND.replace("[ITA]", "[ 'ITA' ]"))
    tiny.write("reply.csv", rows([list(ANSWERS), list(ANSWERS.values())]))
    before = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    said = run(tiny, *command, OBSERVATORY_LANGUAGE="xx")
    assert said.code == 2 and "the checks do not speak xx" in said.err
    assert {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()} == before
