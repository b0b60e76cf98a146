"""What commands say in other languages than English besides what the checks found: tables, prompts, and what goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import interpreter
from generator.aligned import LEFT_TO_RIGHT, left, right, row, width
from generator.external.answers import WORDS, Answer, Verdict
from generator.external.mentions import Mention
from generator.external.report import table
from generator.phrase import phrase
from tests.conftest import PLACE, SOUND, THEME, Tiny

TRANSLATED = "practices/article-05/ita-plans.fr.yml"


@pytest.fixture
def translated(six: Tiny) -> Tiny:
    """An observatory with an entry in English and its draft in French."""
    six.write(PLACE, SOUND)
    six.write(TRANSLATED, "title: Des plans\ntranslation: {status: draft}\n")
    return six


@pytest.mark.parametrize(
    ("text", "columns"),
    [("plans", 5), ("三年计划", 8), ("رسمية", 5), ("é", 1), ("e\u0301", 1), (f"{LEFT_TO_RIGHT}a", 1)],
)
def test_how_wide_a_text_is(text: str, columns: int) -> None:
    assert width(text) == columns
    assert (width(left(text, 9)), width(right(text, 9))) == (9, 9)


def test_cells_stay_in_their_order_where_a_terminal_writes_from_the_right() -> None:
    assert row(["ar", "missing  "]) == "ar  missing"
    assert row(["ناقصة", "رسمية"]) == "\u200eناقصة  \u200eرسمية"


STATUS = {
    "fr": [
        "langue  original  manquante  périmée  à jour  automatique  projet  révisée  officielle",
        "en             1          0        0       0            0       0        0           0",
        "fr             0          0        0       1            0       1        0           0",
        "",
        "1 fiche\xa0; à jour = automatique + projet + révisée + officielle",
        "non publiées\xa0: fr",
    ],
    "zh": [
        "语文  原文  缺译  已过时  最新  机译  草稿  已审校  正式",
        "en       1     0       0     0     0     0       0     0",
        "fr       0     0       0     1     0     1       0     0",
        "",
        "1个条目；最新 = 机译 + 草稿 + 已审校 + 正式",
        "未发布：fr",
    ],
    "ar": [
        "اللغة  الأصل  ناقصة  متقادمة  محدثة  آلية  مسودة  مراجعة  رسمية",
        "en         1      0        0      0     0      0       0      0",
        "fr         0      0        0      1     0      1       0      0",
        "",
        "مدخل واحد (1)؛ محدثة = آلية + مسودة + مراجعة + رسمية",
        "غير منشورة: fr",
    ],
}


@pytest.mark.parametrize("language", STATUS)
def test_how_far_translations_are(language: str, translated: Tiny) -> None:
    said = translated.run("translate", "status", "--language", "en", "--language", "fr", OBSERVATORY_LANGUAGE=language)
    assert said.out.replace(LEFT_TO_RIGHT, "").splitlines() == STATUS[language]
    assert len({width(line) for line in said.out.splitlines()[:3]}) == 1


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ["           en           fr", "ita-plans  original     projet"]),
        ("zh", ["           en      fr", "ita-plans  原文    草稿"]),
        ("ar", ["           en       fr", "\u200eita-plans  \u200eالأصل    \u200eمسودة"]),
    ],
)
def test_how_far_the_translations_of_an_entry_are(language: str, lines: list[str], translated: Tiny) -> None:
    said = translated.run("translate", "status", "ita-plans", "--language", "en", "--language", "fr",
                          OBSERVATORY_LANGUAGE=language)  # fmt: skip
    assert said.out.splitlines()[:2] == lines


def test_programs_are_told_of_translations_in_english(translated: Tiny) -> None:
    english, french = (
        translated.run("translate", "status", "--format", "json", OBSERVATORY_LANGUAGE=code).out for code in ("", "fr")
    )
    assert french == english and '"draft"' in french


MENTIONS = [Mention(f"https://{name}.example/", PLACE, line, "") for line, name in enumerate(("a", "b", "c"), 9)]
ANSWERS = {
    one.url: answer
    for one, answer in zip(
        MENTIONS,
        (
            Answer("", Verdict.FINE, status=200),
            Answer("", Verdict.DEAD, status=404),
            Answer("", Verdict.REFUSED, phrase("it is no address")),
        ),
        strict=True,
    )
}
LINKS = {
    "fr": [
        PLACE,
        "     10  morte          404  https://b.example/",
        "     11  refusée             https://c.example/ (ce n’est pas une adresse)",
        "",
        "        morte\xa0: la page n’existe plus (404, 410)\xa0; cherchez une autre adresse, ou des archives",
        "      refusée\xa0: elle n’est pas demandée, par sécurité",
        "",
        "3 adresses à 3 endroits\xa0; en ordre\xa0: 1, morte\xa0: 1, refusée\xa0: 1",
    ],
    "zh": [
        PLACE,
        "     10  已失效    404  https://b.example/",
        "     11  已拒绝         https://c.example/ (这不是网址)",
        "",
        "  已失效：页面已不存在（404、410）；请另找网址或存档",
        "  已拒绝：为安全起见不予查询",
        "",
        "3个网址，见于3处；正常：1、已失效：1、已拒绝：1",
    ],
    "ar": [
        PLACE,
        "     10  مفقود      404  https://b.example/",
        "     11  مرفوض           https://c.example/ (ليس عنوانا)",
        "",
        "    مفقود: لم تعد الصفحة موجودة (404، 410)؛ ابحث عن عنوان آخر أو عن نسخة محفوظة",
        "    مرفوض: لا يطلب، حرصا على السلامة",
        "",
        "3 عناوين في 3 مواضع؛ سليم: 1، مفقود: 1، مرفوض: 1",
    ],
}


@pytest.mark.parametrize("language", LINKS)
def test_what_came_of_links(language: str) -> None:
    say = interpreter.voice(THEME / "locales", language).tell
    assert [line.replace(LEFT_TO_RIGHT, "") for line in table(MENTIONS, ANSWERS, say=say)] == LINKS[language]


def test_every_answer_has_its_word_in_every_language() -> None:
    for language in ("ar", "es", "fr", "ru", "zh"):
        say = interpreter.voice(THEME / "locales", language).tell
        assert len({say(WORDS[verdict]) for verdict in Verdict} - {str(word) for word in WORDS.values()}) == len(
            Verdict
        )


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "Provision: Title: Name of the file, without .yml [ita-plans]: Wrote practices/"),
        ("fr", "Disposition\xa0: Titre\xa0: Nom du fichier, sans .yml [ita-plans]\xa0: Écrit\xa0: practices/"),
        ("zh", "条款：标题：文件名，不带 .yml [ita-plans]：已写入 practices/"),
        ("ar", "الحكم: العنوان: اسم الملف، بدون .yml [ita-plans]: كتب practices/"),
    ],
)
def test_who_writes_an_entry_is_asked(language: str, asked: str, six: Tiny) -> None:
    said = six.run("new", given="Italy\n5.1\nPlans\n\n", OBSERVATORY_LANGUAGE=language)
    assert said.code == 0 and asked in said.out


def test_an_answer_that_is_refused_is_asked_for_again(six: Tiny) -> None:
    said = six.run("new", given="Atlantis\nnone\n5.1\nPlans\nplans\n", OBSERVATORY_LANGUAGE="fr")
    assert (
        said.code == 0 and said.out.count("État (son code ou son nom\xa0; none, si la source ne nomme personne)") == 2
    )
    assert "Error: il n’y a pas d’État `Atlantis`\xa0; choisissez" in said.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "practises"), "il n’y a pas de fichier ni de dossier practises\xa0; vérifiez son orthographe"),
        (("check", "/etc"), "seul ce qui s’y trouve peut être vérifié"),
        (("explain", "P999"), "il n’y a pas de règle `P999`\xa0; vouliez-vous dire `P9"),
        (("format", "registry"), "seules les fiches et les traductions ont cette forme"),
        (("new", "--language", "xx"), "il n’y a pas de langue `xx`\xa0; choisissez parmi\xa0: ar, zh, en, fr"),
        (("new", "--state", "ITA", "--provision", "99.1"), "il n’y a pas de disposition `99.1`"),
        (("rename", "ita-tow", "ita-two"), "il n’y a pas de fiche ita-tow dans "),
        (("rename", "ita-plans", "ita-plans"), "ita-plans est déjà son identifiant"),
        (("rename", "ita-plans", "Ita"), "`Ita` n’est pas un nom dont on puisse faire une adresse\xa0; "),
        (
            ("translate", "start", "ita-plan", "fr"),
            "il n’y a pas de fiche `ita-plan`\xa0; vouliez-vous dire `ita-plans`",
        ),
        (("translate", "start", "ita-plans", "fr"), "est déjà là\xa0; continuez à y écrire"),
        (("translate", "accept", "ita-plans", "zh"), "ce serait ita-plans.zh.yml, à côté de l’original\xa0; il y a fr"),
        (("translate", "accept", "ita-plans", "fr", "summary"), "ne traduit pas summary\xa0; on y trouve title"),
        (("translate", "import", "nowhere"), "nowhere n’est pas un dossier"),
        (("translate", "export", "practices/out"), "l’exportation serait prise pour autre chose"),
        (("questionnaire", "--into", "form.pdf"), "form.pdf ne se termine pas par .docx"),
        (("serve", "--address", "here"), "here n’est pas HOST:PORT, comme 127.0.0.1:8000"),
        (("review", "-n"), "Error: No such option"),  # which is Click's to say
    ],
)
def test_wrong_usage_is_told_in_the_language(arguments: tuple[str, ...], words: str, translated: Tiny) -> None:
    said = translated.run(*arguments, OBSERVATORY_LANGUAGE="fr")
    assert said.code == 2 and words in said.err and "Error: " in said.err


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Error: there is no entry `ita-plan`; did you mean `ita-plans`?"),
        ("zh", "Error: 没有条目 `ita-plan`；是否想写 `ita-plans`？"),
        ("ar", "Error: لا يوجد مدخل `ita-plan`؛ هل تقصد `ita-plans`؟"),
    ],
)
def test_wrong_usage_in_other_scripts(language: str, words: str, translated: Tiny) -> None:
    said = translated.run("translate", "status", "ita-plan", OBSERVATORY_LANGUAGE=language)
    assert (said.code, said.err.splitlines()[-1]) == (2, words)


def test_the_option_goes_before_the_environment(translated: Tiny) -> None:
    said = translated.run("check", "--language", "es", "nothing", OBSERVATORY_LANGUAGE="fr")
    assert said.code == 2 and "no hay ningún archivo ni carpeta nothing" in said.err


def test_what_a_revision_is_compared_with(translated: Tiny) -> None:
    said = translated.run("review", "main", OBSERVATORY_LANGUAGE="fr")
    assert said.code == 2 and "ne peut pas être comparé à ce qui était avant" in said.err


def test_what_the_system_refuses_is_told_with_what_becomes_of_the_files(translated: Tiny) -> None:
    translated.write("nowhere", "no folder")
    said = translated.run("translate", "export", "nowhere/out", OBSERVATORY_LANGUAGE="fr")
    assert said.code == 1 and said.err.endswith("\xa0; rien n’a été modifié\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--overwrite", "new"), "--overwrite va avec --update"),
        (("registry",), "registry n’est pas vide\xa0: "),
        (("--update", "practices"), "`init` ne l’a pas écrit"),
        (("--name", "<b>", "../new"), "`<b>` contient l’un des caractères < > ` \\ $"),
        (("--name", "x" * 200, "../new"), "le nom a 200 caractères\xa0; 120 au plus sont permis"),
        (("--name", "L", "--instrument", "L", "--languages", "de_AT", "../new"), "`de_AT` n’est pas une langue"),
    ],
)
def test_who_founds_an_observatory_wrongly_is_told(arguments: tuple[str, ...], words: str, six: Tiny) -> None:
    said = six.run("init", *arguments, OBSERVATORY_LANGUAGE="fr")
    assert said.code == 2 and words in said.err


def test_a_stranger_writes_nothing_to_a_terminal(translated: Tiny) -> None:
    said = translated.run("rename", "ita\x1b[31m-plans", "b", OBSERVATORY_LANGUAGE="ar")
    assert said.code == 2 and "\x1b" not in said.err and "ita<U+001B>[31m-plans" in said.err


def test_outside_of_an_observatory_english_is_spoken(tmp_path: Path) -> None:
    said = Tiny(tmp_path).run("translate", "status", OBSERVATORY_LANGUAGE="fr")
    assert said.code == 2 and "is not in an observatory" in said.err
