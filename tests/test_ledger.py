"""The ledger of published ids: how it is read and written, and what the command says."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import ledger
from generator.cli import main
from generator.rules.permanence import Published, lost_id
from generator.rules.several import Facts
from generator.source import Source
from tests.conftest import PLACE, SOUND, SOUND_TRANSLATION, Tiny, overlaid

ROOT = Path(__file__).parents[1]
BOOK = "registry/published.txt"
NOR = "practices/article-05/nor-plans.yml"


@pytest.fixture
def plans(tiny: Tiny) -> Tiny:
    """Two entries, one of them with a former id and a translation."""
    tiny.write(PLACE, SOUND + "aliases: [ita-old-plans]\n")
    tiny.write(PLACE.replace(".yml", ".zh.yml"), SOUND_TRANSLATION)
    tiny.write(NOR, overlaid(SOUND, "countries: [NOR]\n"))
    return tiny


def written(tiny: Tiny) -> str:
    """The ledger as it stands."""
    return (tiny.root / BOOK).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "ids", "expected"),
    [
        ("", (), ""),
        ("", ("b", "a"), "a\nb\n"),
        ("a\nb\n", ("a",), "a\nb\n"),
        ("a\nc\n", ("b",), "a\nb\nc\n"),
        ("c\na\na", ("b",), "a\nb\nc\n"),
        ("# head\n\na\n", ("b",), "# head\n\na\nb\n"),
        ("# head\n# more\n\n\n\na\n\n\nb\n", (), "# head\n# more\n\na\nb\n"),
        ("# of c\nc\n# of a\na\n# the end\n", ("b",), "# of a\na\nb\n# of c\nc\n# the end\n"),
        ("# head\n\n# of b\nb\n# of b again\nb\n", ("a",), "# head\n\na\n# of b\n# of b again\nb\n"),
        ("  a  \n\t# note\nb", (), "a\n# note\nb\n"),
        ("a-b\naa\na\n", (), "a\na-b\naa\n"),
    ],
)
def test_written_in_order_each_once_and_with_its_notes(text: str, ids: tuple[str, ...], expected: str) -> None:
    once = ledger.written(ledger.parse(Source(BOOK, text)), ids)
    assert once == expected
    assert ledger.written(ledger.parse(Source(BOOK, once)), ids) == once


def test_the_first_run_writes_all_ids_and_the_second_nothing(plans: Tiny) -> None:
    said = plans.run("ledger")
    assert (said.code, said.out) == (0, f"{BOOK}: 3 ids added, 3 in all\n")
    assert written(plans) == ledger.HEAD + "ita-old-plans\nita-plans\nnor-plans\n"
    before = (plans.root / BOOK).stat().st_mtime_ns
    said = plans.run("ledger")
    assert (said.code, said.out) == (0, f"{BOOK} is up to date: 3 ids\n")
    assert (plans.root / BOOK).stat().st_mtime_ns == before
    assert plans.codes() == []


def test_check_writes_nothing(plans: Tiny) -> None:
    said = plans.run("ledger", "--check")
    assert said.code == 1 and "lacks ita-old-plans, ita-plans, nor-plans; run `observatory ledger`" in said.err
    assert not (plans.root / BOOK).exists()
    plans.write(BOOK, "nor-plans\nita-plans\nita-old-plans\n")
    said = plans.run("ledger", "--check")
    assert said.code == 1 and f"{BOOK} is not in order; run" in said.err
    assert written(plans).startswith("nor-plans\n")
    plans.run("ledger")
    assert plans.run("ledger", "--check").code == 0


def test_nothing_is_ever_taken_out(plans: Tiny) -> None:
    plans.write(BOOK, "ita-plans\nnor-lost\n")
    said = plans.run("ledger")
    assert said.code == 1 and "error[P623] `nor-lost` was published" in said.out and "was left as it was" in said.err
    assert written(plans) == "ita-plans\nnor-lost\n"
    plans.write(NOR, overlaid(SOUND, "countries: [NOR]\naliases: [nor-lost]\n"))
    assert plans.run("ledger").code == 0
    assert written(plans) == "ita-old-plans\nita-plans\nnor-lost\nnor-plans\n"


def test_faulty_entries_are_not_published(plans: Tiny) -> None:
    plans.write(NOR, SOUND.replace("status: in-force", "status: ongoing"))
    said = plans.run("ledger")
    assert said.code == 1 and "error[P107]" in said.out and not (plans.root / BOOK).exists()


def test_an_observatory_without_entries(tiny: Tiny) -> None:
    assert tiny.run("--root", ".", "ledger").out == f"{BOOK} is up to date: 0 ids\n"
    assert tiny.run("--root", ".", "ledger", "--check").code == 0


@pytest.mark.parametrize(
    ("now", "code", "words"),
    [
        ("ita-plans\nnor-plans\n", 0, ""),
        ("ita-new\nita-plans\nnor-plans\n", 0, ""),
        ("# nor-plans\nita-plans\n", 1, "has lost nor-plans; put the lines back"),
        (None, 1, "has lost ita-plans, nor-plans; put"),
    ],
)
def test_compared_with_an_earlier_one(now: str | None, code: int, words: str, tiny: Tiny) -> None:
    tiny.write("before.txt", "# of main\n\nita-plans\nnor-plans\n")
    if now is not None:
        tiny.write(BOOK, now)
    said = tiny.run("--root", ".", "ledger", "--keeps", "before.txt")
    assert said.code == code and words in said.err


def _link(path: Path) -> None:
    path.symlink_to("/etc/hosts")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_link, "Y003"),
        (_pipe, "Y004"),
        (Path.mkdir, "Y004"),
        (lambda path: path.write_bytes("ita-plans\n".encode("utf-16")), "Y007"),
        (lambda path: path.write_bytes(b"ita-plans\xff\n"), "Y007"),
        (lambda path: path.write_text("ita-plans\u200b\n", encoding="utf-8"), "Y008"),
        (lambda path: path.write_text("ita-\u202eplans\n", encoding="utf-8"), "Y008"),
        (lambda path: path.write_text("a\n" * 3_000_000), "Y006"),
    ],
)
def test_what_is_no_readable_text_is_told(spoil, code: str, plans: Tiny) -> None:  # type: ignore[no-untyped-def]
    spoil(plans.root / BOOK)
    (found,) = plans.check().diagnostics
    assert (found.code, found.span.path) == (code, BOOK)
    said = plans.run("ledger")
    assert said.code == 1 and f"error[{found.code}]" in said.out and "Traceback" not in said.err


@pytest.mark.parametrize(
    "text", ["\ufeffita-plans\r\nnor-plans\r\n", "ita-plans\rnor-plans", "\n\n ita-plans \n\tnor-plans\t"]
)
def test_written_by_any_editor(text: str, plans: Tiny) -> None:
    plans.write(BOOK, text)
    assert plans.codes() == []


def test_chosen_files_are_told_only_what_concerns_them(plans: Tiny) -> None:
    plans.write(BOOK, "ita-old-plans\nita-plans\nnor-gone\n")
    assert plans.codes("practices") == []
    assert plans.codes(NOR) == []
    assert plans.codes("registry") == plans.codes(BOOK) == ["P623"]


def test_a_former_id_is_known_whichever_file_is_chosen(plans: Tiny) -> None:
    other = "practices/article-05/nor-copy.yml"
    plans.write(other, overlaid(SOUND, "title: Copy\ncountries: [NOR]\nadapted_from: [ita-old-plans]\n"))
    assert plans.codes(other) == plans.codes() == ["P413"]
    assert plans.codes(PLACE) == plans.codes(NOR) == []


def test_many_lost_ids_are_told_quickly() -> None:
    read = ledger.parse(Source(BOOK, "".join(f"ita-plan-{number}\n" for number in range(3_000))))
    every = [Facts(f"ita-plans-{number}", f"{number}.yml") for number in range(3_000)]
    start = time.process_time()
    assert len(list(lost_id(Published(read, every)))) == 3_000
    assert time.process_time() - start < 2


def test_a_ledger_that_cannot_be_written_is_told(plans: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _text: str, **_how: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    ran = CliRunner().invoke(main, ["--root", str(plans.root), "ledger"])
    assert ran.exit_code == 1 and f"{BOOK}: No space left on device" in ran.output


def test_the_real_ledger_keeps_every_id() -> None:
    read = ledger.read_at(ROOT / BOOK, BOOK)
    assert isinstance(read, ledger.Ledger)
    assert len(read.ids) >= 141 and ledger.written(read, ()) == read.source.text
