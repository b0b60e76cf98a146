"""Sites that many tests look at, each built once for all processes that test, and copies of them to change."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import msgpack

from generator import templates, tree, words
from generator.build import build
from generator.edition import Edition
from generator.exports import questionnaires
from generator.plugin import MkDocs
from generator.search import program
from generator.search.records import Record
from generator.search.standing import Indexing
from generator.templates import Templates
from tests.conftest import THEME, Lights, copied, lay_out
from tests.safety.published import TEXTS, publish

ROOT = Path(__file__).parents[1]
Memory = Callable[[object, Callable[[], bytes]], bytes]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this session have in common."""
    own = tmp_path_factory.getbasetemp().resolve()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder, made by whoever comes first."""
    folder.parent.mkdir(exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder.with_suffix(".done")
        if not done.exists():
            make(folder)
            done.touch()
    return folder


class _Made(dict[Any, Any]):
    """What Jinja made of templates, by their name alone: they stand in another folder in every test."""

    def get(self, key: tuple[str, str], default: Any = None) -> Any:
        return super().get(key[0], default)

    def __setitem__(self, key: tuple[str, str], made: Any) -> None:
        super().__setitem__(key[0], made)


@pytest.fixture(scope="session")
def compiled() -> None:
    """The templates, compiled once for all builds of this process and of its copies, as long as they are the same."""
    templates._Environment._made = _Made()
    folder = THEME / "templates"
    names = [path.name for path in folder.glob("*.html")]
    templates.Templates(folder, words.load(THEME / "locales", "en", "ltr")).prepare(names)


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The real content, built as ``observatory build`` does."""
    return once(shared / "site", lambda folder: build(ROOT, lambda: MkDocs(ROOT), folder))


@pytest.fixture(scope="session")
def built(shared: Path) -> Lights:
    """The tiny complete observatory, built by the command; for tests that only look at it."""

    def make(folder: Path) -> None:
        said = lay_out(folder).start("build", PYTHONHASHSEED="0", TZ="UTC")
        assert said.code == 0, said.err

    return Lights(once(shared / "built" / "observatory", make))


@pytest.fixture(scope="session")
def drafted(shared: Path, compiled: None, forms: None) -> Lights:
    """The same without search, which is dear and has tests of its own; for tests that only look at it."""

    def make(folder: Path) -> None:
        said = lay_out(folder).run("build", "--no-search")
        assert said.code == 0, said.err

    return Lights(once(shared / "drafted" / "observatory", make))


@pytest.fixture(scope="session")
def hostile(shared: Path, forms: None) -> Lights:
    """An observatory with a payload in every field of its entries, built; for tests that only look at it."""
    return Lights(once(shared / "hostile" / "observatory", lambda folder: publish(folder, TEXTS, Indexing.NOW)))


@pytest.fixture
def known(built: Lights, compiled: None, remembered: None, tmp_path: Path) -> Lights:
    """A new copy of the tiny complete observatory, which was built before."""
    return copied(built, tmp_path)


@pytest.fixture
def draft(drafted: Lights, remembered: None, tmp_path: Path) -> Lights:
    """The same without search."""
    return copied(drafted, tmp_path)


@pytest.fixture(scope="session")
def memory(shared: Path) -> Memory:
    """What was made in this session, by what it was made of; all processes have it in common."""
    folder = shared / "remembered"
    folder.mkdir(exist_ok=True)

    def known(asked: object, make: Callable[[], bytes]) -> bytes:
        file = folder / tree.digest(msgpack.encode(asked)).hex()
        if not file.exists():
            made = file.with_suffix(f".{os.getpid()}")
            made.write_bytes(make())
            made.rename(file)
        return file.read_bytes()

    return known


@pytest.fixture(scope="session")
def forms(memory: Memory) -> Iterator[None]:
    """The libraries for Word and Excel, which take most of the time of a small build, write the same questionnaire once in this session.

    Builds in this process and in copies of it hear that; a command that is started by itself does not.
    """
    write = questionnaires.draw

    def questionnaire(form: str, edition: Edition, templates: Templates) -> bytes:
        words = edition.words.folder
        files = sorted(path for place in (words, words.parents[1] / "registry") for path in place.rglob("*.??*"))
        asked = (form, edition.language, [path.read_bytes() for path in files if path.is_file()])
        return memory(asked, lambda: write(form, edition, templates))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(questionnaires, "draw", questionnaire)
        yield


@pytest.fixture
def remembered(memory: Memory, forms: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pagefind, which makes the same of the same, makes nothing twice in this session, and so with questionnaires."""
    ask = program.index

    def index(records: Iterable[Record], language: str, threads: int) -> dict[str, bytes]:
        every = list(records)
        data = memory((every, language), lambda: msgpack.encode(ask(every, language, threads)))
        return msgpack.decode(data, type=dict[str, bytes])

    monkeypatch.setattr(program, "index", index)
