"""The interface words: what is told of a catalogue, what `make words` writes, each language's rules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import catalogues, words
from generator.settings import Settings

ROOT = Path(__file__).parents[1]
SHOWN = "theme/locales/fr/LC_MESSAGES/observatory.po"
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
FAULTY = {
    "a lost placeholder": ("sur %(count)s", "en tout", "19: “of %(count)s” has lost %(count)s"),
    "a placeholder lost in one form": (
        '[0] "%(n)s fiche"',
        '[0] "une fiche"',
        "10: “%(n)s entry” has lost %(n)s",
    ),
    "a placeholder misspelt": (
        "sur %(count)s",
        "sur %(count)s %(compte)s",
        "19: “of %(count)s” has made up %(compte)s",
    ),
    "a bare per cent sign": (
        "sur %(count)s",
        "sur %(count)s, 100 %",
        "19: “of %(count)s” cannot be filled in: incomplete format; write a per cent sign as %%",
    ),
    "a fuzzy message": (
        'msgid "Sources"',
        '#, fuzzy\nmsgid "Sources"',
        "16: “Sources” is marked fuzzy; read the translation, then take the mark away",
    ),
    "no translation": ('"Origines"', '""', "15: “Sources” is not translated"),
    "no such message": (
        'msgid "Sources"\nmsgstr "Origines"\n\n',
        "",
        "1: “Sources” is missing as it stands in the sources; run `make words`",
    ),
    "a message that has become plural": (
        'msgid_plural "%(n)s entries"\nmsgstr[0] "%(n)s fiche"\nmsgstr[1] "%(n)s fiches"',
        'msgstr "%(n)s fiche"',
        "10: “%(n)s entry” is missing as it stands in the sources; run `make words`",
    ),
    "a missing plural form": (
        'msgstr[1] "%(n)s fiches"\n',
        "",
        "10: “%(n)s entry” lacks a plural form: msgstr[1]",
    ),
    "a broken file": (
        'msgstr "Origines"',
        'mstr "Origines"',
        "16: the catalogue cannot be read: Unknown or misformatted keyword",
    ),
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A made-up observatory: sources with four messages, in a page and in a module."""
    made_up = Settings(tmp_path)
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "labels.py").write_text('STATUS = N_("planned")\n')
    made_up.templates.mkdir(parents=True)
    (made_up.templates / "page.html").write_text(PAGE)
    made_up.locales.mkdir()
    shutil.copy(Settings(ROOT).locales / "babel.cfg", made_up.locales)
    return made_up


def write(settings: Settings, text: str, language: str = "fr") -> Path:
    """Put the text where the catalogue of a language stands."""
    path = catalogues.path_of(settings, language)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(settings: Settings, language: str = "fr") -> list[str]:
    """What is wrong with the catalogue of a language."""
    return [str(fault) for fault in catalogues.faults(settings, language, catalogues.messages(settings))]


def test_messages_of_pages_and_modules_are_found(settings: Settings) -> None:
    found = {message.id for message in catalogues.messages(settings) if message.id}
    assert found == {"Sources", "of %(count)s", ("%(n)s entry", "%(n)s entries"), "planned"}


def test_a_complete_catalogue_passes(settings: Settings) -> None:
    write(settings, COMPLETE)
    assert told(settings) == []


@pytest.mark.parametrize(("before", "after", "line"), FAULTY.values(), ids=FAULTY)
def test_a_fault_is_told_with_its_line(settings: Settings, before: str, after: str, line: str) -> None:
    assert before in COMPLETE
    write(settings, COMPLETE.replace(before, after))
    assert told(settings) == [f"{SHOWN}:{line}"]


def test_an_absent_catalogue_is_told(settings: Settings) -> None:
    assert told(settings) == [f"{SHOWN}:1: there is no catalogue for fr; run `make words`"]


def test_words_are_taken_in_and_left_out(settings: Settings) -> None:
    path = write(settings, COMPLETE.replace("Sources", "Origins"))
    catalogues.take(settings, ["fr"], catalogues.messages(settings))
    assert "Origins" not in path.read_text(encoding="utf-8")
    assert told(settings) == [f"{SHOWN}:15: “Sources” is not translated"]


def test_a_complete_catalogue_is_written_as_it_stands(settings: Settings) -> None:
    path = write(settings, COMPLETE)
    catalogues.take(settings, ["fr"], catalogues.messages(settings))
    assert path.read_text(encoding="utf-8") == COMPLETE


def test_a_new_catalogue_names_no_date_and_nobody(settings: Settings) -> None:
    catalogues.take(settings, ["ar"], catalogues.messages(settings))
    written = catalogues.path_of(settings, "ar").read_text(encoding="utf-8")
    head = written.partition("\n\n")[0]
    fields = ("Project-Id-Version", "Language", "Plural-Forms", "Content-Type")
    assert [line.partition(":")[0].strip('"') for line in head.splitlines()[2:]] == list(fields)
    assert "nplurals=6" in head
    assert "msgstr[5]" in written
    template = (settings.locales / "observatory.pot").read_text(encoding="utf-8")
    assert "@" not in template + written
    assert "Date" not in template + written


def test_the_command_fails_until_a_published_language_is_translated(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "tests" / "cases" / "registry", settings.registry)
    names = settings.registry / "observatory.yml"
    names.write_text(
        names.read_text(encoding="utf-8").replace("rtl, published: true", "rtl, published: false"),
        encoding="utf-8",
    )
    monkeypatch.chdir(settings.root)
    taken = CliRunner().invoke(catalogues.main, ["--take"])
    assert (taken.exit_code, taken.output.count(" is not translated\n")) == (0, 4)
    assert CliRunner().invoke(catalogues.main).exit_code == 1
    catalogues.path_of(settings, "zh").write_text(CHINESE, encoding="utf-8")
    checked = CliRunner().invoke(catalogues.main)
    assert (checked.exit_code, checked.output) == (0, "4 messages in zh, all translated\n")


@pytest.fixture(params=["en", "zh"])
def tongue(request: pytest.FixtureRequest) -> words.Words:
    """The words of a published language."""
    return words.load(Settings(ROOT).locales, request.param, "ltr")


DATES = {
    "2019-09-04": {"en": "4 September 2019", "zh": "2019年9月4日"},
    "2019-09": {"en": "September 2019", "zh": "2019年9月"},
    "2019": {"en": "2019", "zh": "2019"},
}


@pytest.mark.parametrize("iso", DATES)
def test_dates(tongue: words.Words, iso: str) -> None:
    assert tongue.moment(iso) == DATES[iso][tongue.language]


def test_numbers(tongue: words.Words) -> None:
    assert [tongue.number(value) for value in (0, 198, 12345)] == ["0", "198", "12,345"]


def test_lists(tongue: words.Words) -> None:
    expected = {
        "en": ["Fiji", "Fiji and Niue", "Fiji, Niue and Peru"],
        "zh": ["Fiji", "Fiji和Niue", "Fiji、Niue和Peru"],
    }
    states = ["Fiji", "Niue", "Peru"]
    assert [tongue.sequence(*states[:number]) for number in (1, 2, 3)] == expected[tongue.language]


def test_plural_forms(tongue: words.Words) -> None:
    expected = {"en": ["%(n)s practice", "%(n)s practices"], "zh": ["%(n)s项做法", "%(n)s项做法"]}
    said = [tongue.count("%(n)s practice", "%(n)s practices", number) for number in (1, 2)]
    assert said == expected[tongue.language]


def test_a_language_without_a_catalogue_speaks_english(tmp_path: Path) -> None:
    assert words.load(tmp_path, "ru", "ltr").say("Practices") == "Practices"
