"""What is indexed of an entry, and what a name stands for."""

from __future__ import annotations

import pytest

from generator.search.records import key, plain


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("provision", "8.4", "qp8x4z"),
        ("provision", "6.1(a)", "qp6x1xaz"),
        ("article", "10", "qa10z"),
        ("state", "KOR", "qskorz"),
        ("theme", "open-data", "qtopenxdataz"),
    ],
)
def test_keys_are_words_that_begin_no_other(kind: str, value: str, said: str) -> None:
    assert key(kind, value) == said


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("1. First, *then*\n2. second", "First, then second"),
        ("- the [portal](https://lights.example/a_b) and `code`", "the portal and code"),
        ("| State | Year |\n| --- | --- |", "State Year"),
        ("___PAGEFIND_WEIGHT___9 all", "PAGEFIND_WEIGHT 9 all"),
        ("a\u200bb", "a b"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_plain_texts(markdown: str, text: str) -> None:
    assert plain(markdown) == text
