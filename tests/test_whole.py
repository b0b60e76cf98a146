"""Whatever happens to a build, the old site or the new one stands, complete; and the next build leaves nothing behind."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator import build, cache, draw, publish, tree, workers
from generator.outcome import NotBuiltError
from generator.plugin import MkDocs
from generator.store import CACHE
from tests.conftest import EPOCH, Lights, copied, lay_out
from tests.test_rebuild import COPY, copy_and_site_agree, digest_of, make

CLOCHE = "practices/article-02/ske-cloche.yml"
KILLS = 10  # of a cold build, and as many of a warm one
MEMORY = Path("/dev/shm")  # noqa: S108 - a file system of its own on Linux

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every build is on one day, and in several processes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setattr(workers, "CHUNK", 5)


def leftovers(lights: Lights) -> list[str]:
    """What a build left beside the site and in the cache."""
    inside = sorted(path.name for path in (lights.root / CACHE).iterdir())
    return lights.leftovers() + [name for name in inside if name not in ("lock", "records", "site", "state")]


@contextmanager
def in_a_process(work: Callable[[], object]) -> Iterator[int]:
    """The work in a process of its own, a copy of this one; nothing of it is left when the context ends."""
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            work()
        finally:
            os._exit(0)
    try:
        yield child
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


@pytest.mark.parametrize("begins", ["cold", "warm"])
def test_killed_at_any_moment(begins: str, known: Lights, tmp_path: Path) -> None:
    sites = [digest_of(known.site)]
    known.change(CLOCHE, "title: Une", "title: Encore une")
    known.change("theme/templates/_card.html", "<article", '<article data-new=""')
    other = copied(known, tmp_path / "other")
    if begins == "cold":
        shutil.rmtree(other.root / CACHE)
    started = time.monotonic()
    make(other)
    lasts = time.monotonic() - started
    sites.append(digest_of(other.site))
    chance = random.Random(begins)  # noqa: S311 - only moments
    seen = set()
    for number in range(KILLS):
        if begins == "cold":
            shutil.rmtree(known.root / CACHE, ignore_errors=True)
        with in_a_process(lambda: make(known)):
            time.sleep(lasts * (number + chance.random()) / KILLS)
        seen.add(sites.index(digest_of(known.site)))
    make(known)
    assert 0 in seen
    assert digest_of(known.site) == sites[1] and copy_and_site_agree(known)
    assert leftovers(known) == []


class Moment(Exception):  # noqa: N818 - a moment at which the program is gone
    """Stands for a kill at a chosen place."""


@pytest.mark.parametrize("step", range(1, 4))
def test_killed_between_the_renames_of_a_system_without_exchange(
    step: int, known: Lights, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest_of(known.site)
    known.change(CLOCHE, "title: Une", "title: Encore une")
    monkeypatch.setattr(publish, "_exchanged", lambda new, site: False)
    steps = iter(range(1, 10))
    rename = Path.rename

    def counted(self: Path, target: Path) -> Path:
        if next(steps) == step:
            raise Moment
        return rename(self, target)

    with monkeypatch.context() as patched, pytest.raises(Moment):
        patched.setattr(Path, "rename", counted)
        make(known)
    known.change(CLOCHE, "title: Encore une", "titel: Encore une")
    with pytest.raises(NotBuiltError):
        make(known)  # even a build that fails puts the site back in its place
    assert (digest_of(known.site) == before) is (step < 3)
    known.change(CLOCHE, "titel: Encore une", "title: Une")
    make(known)
    assert digest_of(known.site) == before and leftovers(known) == []


def fails_after(count: int, error: OSError) -> Callable[[str, str, bytes], None]:
    """Writing that goes well for a while."""
    left = [count]
    write = tree.write

    def written(folder: str, path: str, data: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise error
        write(folder, path, data)

    return written


@pytest.mark.parametrize("count", [0, 7, 20])
@pytest.mark.parametrize("cores", [1, 2])
def test_a_full_disk(count: int, cores: int, known: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest_of(known.site)
    known.change("theme/templates/practice.html", "practice-main", "practice-main x")
    known.change("theme/overrides/main.html", 'tabindex="-1"', 'tabindex="-1" data-x')
    monkeypatch.setattr(workers, "cores", lambda: cores)
    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space left"):
        patched.setattr(tree, "write", fails_after(count, OSError(errno.ENOSPC, "No space left on device", "a page")))
        make(known)
    assert digest_of(known.site) == before
    make(known)
    assert digest_of(known.site) != before and copy_and_site_agree(known) and leftovers(known) == []


def test_files_that_may_not_grow(known: Lights) -> None:
    """What the system itself says when a file cannot be written to its end."""
    before = digest_of(known.site)
    known.change("theme/templates/practice.html", "practice-main", "practice-main x")
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=known.root, capture_output=True, text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )  # fmt: skip
    assert ran.returncode == 1 and "Traceback" not in ran.stderr
    assert "File too large; the site was not built, and what was published before is untouched" in ran.stderr
    assert digest_of(known.site) == before


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write everywhere")
@pytest.mark.parametrize("folder", [".", ".cache/observatory", COPY])
def test_a_read_only_folder(folder: str, known: Lights) -> None:
    before = digest_of(known.site)
    known.change(CLOCHE, "title: Une", "title: Encore une")
    as_others = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if folder == ".":
        shutil.rmtree(known.root / ".cache")
    places = [
        known.root / folder,
        *(path for path in (known.root / folder).rglob("*") if folder == COPY and path.is_dir()),
    ]
    for place in places:
        place.chmod(0o555)
    try:
        ran = subprocess.run(
            [*as_others, sys.executable, "-m", "generator", "build"], cwd=known.root, capture_output=True, text=True
        )
    finally:
        for place in places:
            place.chmod(0o755)
    assert ran.returncode == 1 and "Permission denied; the site was not built" in ran.stderr, ran.stderr
    assert "Traceback" not in ran.stderr and digest_of(known.site) == before


def test_a_worker_that_crashes(known: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest_of(known.site)
    known.change("theme/templates/practice.html", "practice-main", "practice-main x")
    starter = os.getpid()

    def crash(*_: object) -> bytes:
        if os.getpid() != starter:
            os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("drawn in one process")

    with monkeypatch.context() as patched, pytest.raises(NotBuiltError, match="a process of the build was ended"):
        patched.setattr(workers, "cores", lambda: 2)
        patched.setattr(draw, "_page", crash)
        make(known)
    assert digest_of(known.site) == before
    make(known)
    assert copy_and_site_agree(known) and leftovers(known) == []


def test_a_fault_in_one_entry(known: Lights) -> None:
    before = digest_of(known.root)
    known.change(CLOCHE, "status: ", "status: un")
    said = known.run("build")
    assert said.code == 1 and "error[P107]" in said.out
    known.change(CLOCHE, "status: un", "status: ")
    assert digest_of(known.root) == before


def test_two_builds_at_once(known: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "PATIENCE", 0.1)
    with cache.held(known.root / CACHE), pytest.raises(NotBuiltError, match="another build"):
        make(known)


def test_the_workers_of_a_killed_build_do_not_outlive_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    mark = tmp_path / "mark"

    def work(chunk: object) -> None:
        mark.write_text(str(os.getpid()))
        time.sleep(60)

    with in_a_process(lambda: list(workers.spread(work, range(10)))):
        until = time.monotonic() + 10
        while not mark.exists() and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(0.05)
        worker = int(mark.read_text())
    until = time.monotonic() + 10
    while Path(f"/proc/{worker}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()


def test_on_another_file_system(known: Lights, built: Lights) -> None:
    if not os.access(MEMORY, os.W_OK) or MEMORY.stat().st_dev == known.root.stat().st_dev:
        pytest.skip("there is no other file system here")
    folder = MEMORY / f"observatory-{os.getpid()}"
    try:
        for change in (("Une", "Encore une"), ("Encore une", "Une")):
            known.change(CLOCHE, *(f"title: {words}" for words in change))
            build.build(known.root, lambda: MkDocs(known.root), folder / "site")
            assert sorted(path.name for path in folder.iterdir()) == ["site"]
            assert digest_of(folder / "site") == digest_of(known.root / COPY)
        assert digest_of(folder / "site") == digest_of(built.site)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_a_site_beside_which_others_stand(tmp_path: Path) -> None:
    lights = lay_out(tmp_path / "observatory")
    lights.write("site/notes.txt", "mine")
    with pytest.raises(OSError, match="something else than a site"):
        make(lights)
    assert digest_of(lights.site) == {"notes.txt": b"mine"}
