"""What commands say in other languages than English besides what the checks found: tables and prompts."""

from __future__ import annotations

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
