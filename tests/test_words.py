"""The interface words: what is told of a catalogue, what `make words` writes, each language's rules."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import catalogues, extraction, words
from generator.catalogues import Wording
from generator.diagnostics import Diagnostic, Rule
from generator.rules import INTERFACE
from generator.rules.finding import findings
from generator.settings import Settings
from generator.voices import full
from tests.conftest import example

ROOT = Path(__file__).parents[1]
PAGE = """<h1>{{ _('Sources') }}</h1> {{ _('of %(count)s', count=number(9)) }}
<p>{{ _n('%(n)s entry', '%(n)s entries', 2) }}</p>
"""
COMPLETE = r"""# Made up.
msgid ""
msgstr ""
"Project-Id-Version: observatory\n"
"Language: fr\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"Content-Type: text/plain; charset=utf-8\n"

#, python-format
msgid "%(n)s entry"
msgid_plural "%(n)s entries"
msgstr[0] "%(n)s fiche"
msgstr[1] "%(n)s fiches"

msgid "Sources"
msgstr "Origines"

#, python-format
msgid "of %(count)s"
msgstr "sur %(count)s"

msgid "planned"
msgstr "prévu"
"""
CHINESE = r"""
msgid "%(n)s entry"
msgid_plural "%(n)s entries"
msgstr[0] "%(n)s个条目"

msgid "Sources"
msgstr "来源"

msgid "of %(count)s"
msgstr "共%(count)s"

msgid "planned"
msgstr "计划中"
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A made-up observatory: sources with four messages, in a page and in a module."""
    made_up = Settings(tmp_path)
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "labels.py").write_text('STATUS = N_("planned")\n')
    made_up.templates.mkdir(parents=True)
    (made_up.templates / "page.html").write_text(PAGE)
    made_up.locales.mkdir()
    shutil.copy(Settings(ROOT).locales / "observatory.cfg", made_up.locales)
    return made_up


def write(settings: Settings, text: str, language: str = "fr") -> Path:
    """Put the text where the catalogue of a language stands."""
    path = words.path_of(settings.locales, language)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def lacking(settings: Settings) -> list[str]:
    """What is wrong with the French catalogue, compared with the messages of the sources."""
    wanted = catalogues.messages(extraction.messages(settings))
    (read,) = catalogues.read(settings, ["fr"], wanted)
    assert isinstance(read, Wording)
    return [found.problem.message for found in findings(INTERFACE, read)]


def test_messages_of_pages_and_modules_are_found(settings: Settings) -> None:
    found = {message.id for message in extraction.messages(settings) if message.id}
    assert found == {"Sources", "of %(count)s", ("%(n)s entry", "%(n)s entries"), "planned"}


def test_words_are_taken_in_and_left_out(settings: Settings) -> None:
    path = write(settings, COMPLETE.replace("Sources", "Origins"))
    extraction.take(settings, ["fr"], extraction.messages(settings))
    assert "Origins" not in path.read_text(encoding="utf-8")
    assert lacking(settings) == ["a message is not translated: “Sources” (line 15)"]


def test_a_complete_catalogue_is_written_as_it_stands(settings: Settings) -> None:
    path = write(settings, COMPLETE)
    extraction.take(settings, ["fr"], extraction.messages(settings))
    assert path.read_text(encoding="utf-8") == COMPLETE
    assert lacking(settings) == []


def test_a_new_catalogue_names_no_date_and_nobody(settings: Settings) -> None:
    extraction.take(settings, ["ar"], extraction.messages(settings))
    written = words.path_of(settings.locales, "ar").read_text(encoding="utf-8")
    head = written.partition("\n\n")[0]
    fields = ("Project-Id-Version", "Language", "Plural-Forms", "Content-Type")
    assert [line.partition(":")[0].strip('"') for line in head.splitlines()[2:]] == list(fields)
    assert "nplurals=6" in head
    assert "msgstr[5]" in written
    template = (settings.locales / "observatory.pot").read_text(encoding="utf-8")
    assert "@" not in template + written
    assert "Date" not in template + written


@pytest.fixture
def command(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """What `make words` and `make words-check` run, in an observatory published in English and Chinese."""
    shutil.copytree(ROOT / "tests" / "cases" / "registry", settings.registry)
    monkeypatch.chdir(settings.root)
    return lambda *arguments: CliRunner().invoke(extraction.main, arguments)


def test_the_command_fails_until_a_published_language_is_translated(
    command: Callable[..., Result], settings: Settings
) -> None:
    taken = command("--take")
    assert taken.exit_code == 0 and "4 of 4 messages are not translated" in taken.output
    assert command().exit_code == 1
    words.path_of(settings.locales, "zh").write_text(CHINESE, encoding="utf-8")
    checked = command()
    assert (checked.exit_code, checked.output) == (0, "4 messages in zh: 0 problems\n")


def test_the_command_fails_where_the_template_is_not_what_the_sources_say(
    command: Callable[..., Result], settings: Settings
) -> None:
    command("--take")
    words.path_of(settings.locales, "zh").write_text(CHINESE, encoding="utf-8")
    (settings.templates / "page.html").write_text(PAGE.replace("Sources", "Origins"))
    checked = command()
    assert checked.exit_code == 1
    assert "error[C110] the template lacks: “Origins”" in checked.output
    assert "error[C110] the template has too many: “Sources”" in checked.output


def test_a_catalogue_that_cannot_be_read_is_not_written_anew(
    command: Callable[..., Result], settings: Settings
) -> None:
    command("--take")
    path = words.path_of(settings.locales, "zh")
    path.write_text(broken := CHINESE.replace('msgstr "来源"', '来源"'), encoding="utf-8")
    taken = command("--take")
    assert taken.exit_code == 1 and "error[C102]" in taken.output
    assert path.read_text(encoding="utf-8") == broken


HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
SHOWN_BY_MESSAGES = [rule for rule in INTERFACE if "C103" <= rule.code <= "C108"]


@pytest.mark.parametrize("rule", SHOWN_BY_MESSAGES, ids=lambda rule: rule.code)
@pytest.mark.parametrize(("which", "is_found"), [("Wrong", True), ("Right", False)])
def test_examples_of_rules(rule: Rule, which: str, is_found: bool, settings: Settings) -> None:
    write(settings, HEAD + example(rule, which))
    (alone,) = catalogues.read(settings, ["fr"], {})
    assert isinstance(alone, Wording) and alone.messages
    assert bool(findings([rule], replace(alone, wanted=alone.messages))) == is_found


HOSTILE = (
    "", "\0", "msgid", 'msgid "a', 'msgstr "x"', 'msgid "%(n)s"\nmsgid_plural ""\nmsgstr[9] "x"', "#~ msgid", '"', "\\",
    'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=((((((((((((((n"', 'msgid ""\nmsgstr "Content-Type: x; charset=nil\\n"',
    'msgid ""\nmsgstr "POT-Creation-Date: yesterday\\n"', 'msgid ""\nmsgstr "Plural-Forms: nplurals=x; plural=n;\\n"',
    'msgid ""\nmsgstr "Plural-Forms: plural;\\n"', 'msgctxt "x"', '#, fuzzy\n', 'msgid "a"\nmsgid_plural "b"\nmsgstr "c"',
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_catalogue_brings_the_check_down(text: str, settings: Settings) -> None:
    write(settings, text)
    for read in catalogues.read(settings, ["fr"], {}):
        found = [read] if isinstance(read, Diagnostic) else findings(INTERFACE, read)
        assert all(full(one) for one in found)
        if not any(one.code in ("C102", "Y008") for one in found):
            words.load(settings.locales, "fr", "ltr")


TONGUES = {
    "ar": {
        "dates": ["4 سبتمبر 2019", "1 ديسمبر 2019", "سبتمبر 2019", "2019"],
        "numbers": ["0", "198", "12,345"],
        "lists": ["Fiji", "Fiji وNiue", "Fiji وNiue وIran"],
        "counts": [
            "0 ممارسة", "1 ممارسة", "2 ممارستان", "3 ممارسات", "11 ممارسة", "21 ممارسة", "100 ممارسة", "103 ممارسات",
            "1,000 ممارسة",
        ],
    },
    "en": {
        "dates": ["4 September 2019", "1 December 2019", "September 2019", "2019"],
        "numbers": ["0", "198", "12,345"],
        "lists": ["Fiji", "Fiji and Niue", "Fiji, Niue and Iran"],
        "counts": [
            "0 practices", "1 practice", "2 practices", "3 practices", "11 practices", "21 practices", "100 practices",
            "103 practices", "1,000 practices",
        ],
    },
    "es": {
        "dates": ["4 de septiembre de 2019", "1 de diciembre de 2019", "septiembre de 2019", "2019"],
        "numbers": ["0", "198", "12.345"],
        "lists": ["Fiji", "Fiji y Niue", "Fiji, Niue e Iran"],
        "counts": [
            "0 prácticas", "1 práctica", "2 prácticas", "3 prácticas", "11 prácticas", "21 prácticas", "100 prácticas",
            "103 prácticas", "1.000 prácticas",
        ],
    },
    "fr": {
        "dates": ["4 septembre 2019", "1er décembre 2019", "septembre 2019", "2019"],
        "numbers": ["0", "198", "12\u202f345"],
        "lists": ["Fiji", "Fiji et Niue", "Fiji, Niue et Iran"],
        "counts": [
            "0 pratique", "1 pratique", "2 pratiques", "3 pratiques", "11 pratiques", "21 pratiques", "100 pratiques",
            "103 pratiques", "1\u202f000 pratiques",
        ],
    },
    "ru": {
        "dates": ["4 сентября 2019\u202fг.", "1 декабря 2019\u202fг.", "сентябрь 2019\u202fг.", "2019"],
        "numbers": ["0", "198", "12\xa0345"],
        "lists": ["Fiji", "Fiji и Niue", "Fiji, Niue и Iran"],
        "counts": [
            "0 видов практики", "1 вид практики", "2 вида практики", "3 вида практики", "11 видов практики", "21 вид практики",
            "100 видов практики", "103 вида практики", "1\xa0000 видов практики",
        ],
    },
    "zh": {
        "dates": ["2019年9月4日", "2019年12月1日", "2019年9月", "2019"],
        "numbers": ["0", "198", "12,345"],
        "lists": ["Fiji", "Fiji和Niue", "Fiji、Niue和Iran"],
        "counts": [
            "0项做法", "1项做法", "2项做法", "3项做法", "11项做法", "21项做法", "100项做法", "103项做法", "1,000项做法",
        ],
    },
}  # fmt: skip
"""What stands on a page in each language: dates, numbers, lists and counts."""


@pytest.mark.parametrize("language", TONGUES)
def test_a_language_speaks_by_its_own_rules(language: str) -> None:
    tongue = words.load(Settings(ROOT).locales, language, "ltr")
    states = ["Fiji", "Niue", "Iran"]
    assert TONGUES[language] == {
        "dates": [tongue.moment(iso) for iso in ("2019-09-04", "2019-12-01", "2019-09", "2019")],
        "numbers": [tongue.number(value) for value in (0, 198, 12345)],
        "lists": [tongue.sequence(*states[:number]) for number in (1, 2, 3)],
        "counts": [
            tongue.count("%(n)s practice", "%(n)s practices", number) % {"n": tongue.number(number)}
            for number in (0, 1, 2, 3, 11, 21, 100, 103, 1000)
        ],
    }


def test_the_conjunction_of_spanish_goes_by_the_sound_that_follows() -> None:
    tongue = words.load(Settings(ROOT).locales, "es", "ltr")
    said = [tongue.sequence("Fiji", other) for other in ("India", "Hungría", "Hierro", "Honduras", "Yemen", "Islandia")]
    assert [one.split()[1] for one in said] == ["e", "y", "y", "y", "y", "e"]


SORTED = {
    "ar": ["إثيوبيا", "الأردن", "ألبانيا", "الجـزائر", "أندورا", "أوغندا", "آيسلندا", "إيطاليا", "بنما", "تونس", "سويسرا"],
    "en": ["Cabo Verde", "Costa Rica", "Côte d’Ivoire", "Croatia", "Guinea", "Guinea-Bissau", "Guyana", "Türkiye", "Zambia"],
    "es": ["Níger", "Nigeria", "Noruega", "Nueva Zelandia", "Ñandú", "Omán", "Pakistán", "Panamá"],
    "fr": ["Costa Rica", "Côte d’Ivoire", "Croatie", "Égypte", "Équateur", "Espagne", "États-Unis", "Éthiopie", "Zambie"],
    "pt": ["África do Sul", "Albânia", "Áustria", "Índia", "Itália", "Zâmbia"],
    "ru": ["Италия", "Ихтиандр", "Йемен", "Кабо-Верде", "Нёман", "Непал", "Нигер", "Эстония", "Япония"],
    "zh": ["阿富汗", "奥地利", "澳大利亚", "贝宁", "秘鲁", "朝鲜", "厄瓜多尔", "斐济", "芬兰", "纳米比亚", "瑙鲁", "尼日尔", "中国"],
}  # fmt: skip
"""Names by the alphabet of each language."""


@pytest.mark.parametrize("language", SORTED)
def test_names_are_sorted_by_the_alphabet_of_the_language(language: str) -> None:
    tongue = words.load(Settings(ROOT).locales, language, "ltr")
    backwards = SORTED[language][::-1]
    assert sorted(backwards, key=tongue.collated) == SORTED[language]


def test_a_language_without_a_catalogue_speaks_english(tmp_path: Path) -> None:
    assert words.load(tmp_path, "ru", "ltr").say("Practices") == "Practices"
