"""What an observatory has of its program: copies that hold no data, with a list by which they are brought up to date.

A copy rather than a package to be installed: nobody has to go on publishing one, pages can be changed where they stand, and an
observatory builds for as long as its own files are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator import exchange, files
from generator.exchange import Exchange
from generator.founding.guides import guides
from generator.phrase import phrase

HERE = Path(__file__).parents[2]
"""The folder that this package stands in: that of an observatory, unless it was installed without its theme."""

FOLDERS = ("generator", "theme", ".github/workflows")
FILES = (
    "pyproject.toml", "requirements.lock", "requirements-test.lock", "setup.mk",
    ".github/pull_request_template.md", ".github/ISSUE_TEMPLATE/config.yml",
    ".vscode/extensions.json", ".vscode/settings.json", ".pre-commit-hooks.yaml",
    ".gitlab-ci.yml", ".gitignore", ".gitattributes", "LICENSE",
)  # fmt: skip
LIST = ".program"
"""The copies as they were made, in the form of ``sha256sum``: what differs from it was changed by hand."""

_MADE = (".pyc", ".mo")
_PAGES = "docs/"


def languages(root: Path) -> list[str]:
    """The languages in which an observatory has hand-written pages."""
    return sorted(path.name for path in (root / _PAGES).glob("*") if path.is_dir())


def copies(root: Path, languages: Sequence[str]) -> dict[str, bytes]:
    """The program of the observatory below a root, with guides in some languages: bytes by path, with its list.

    Raises OSError, FileNotFoundError where a folder is missing.
    """
    paths = [root / name for name in FILES]
    for folder in FOLDERS:
        if not (root / folder).is_dir():
            raise FileNotFoundError(
                phrase(
                    "%(folder)s is missing; run the program of an observatory, in its folder", folder=str(root / folder)
                )
            )
        paths += [path for path in files.every(root / folder) if _is_ours(path.relative_to(root / folder))]
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(paths) if path.is_file()}
    found |= guides(root, languages)
    return {**found, LIST: list_of(found)}


def bring_up_to_date(root: Path, fresh: Mapping[str, bytes], *, overwrite: bool) -> tuple[list[str], list[str]]:
    """Replace the copies in an observatory: the paths that were written or taken away, and those that hinder it.

    What was changed there by hand and would be lost hinders, unless it may be overwritten; then nothing is written. Files
    that are in no list, such as a catalogue of another language, stay, and so do pages that were changed or taken away: they are
    the observatory's own from then on. Raises OSError, FileNotFoundError without a list.
    """
    given = dict(_read_list((root / LIST).read_text(encoding="utf-8")))
    present = {path: _hash(root / path) for path in {*given, *fresh}}
    wanted = {path: sha256(data).hexdigest() for path, data in fresh.items()}
    differing = sorted(path for path in present if path != LIST and present[path] != wanted.get(path))
    by_hand = [path for path in differing if present[path] != given.get(path, "")]
    own = [path for path in by_hand if path.startswith(_PAGES)]
    differing = [path for path in differing if path not in own]
    if by_hand != own and not overwrite:
        return [], [path for path in by_hand if path not in own]
    written = [path for path in differing if path in fresh]
    gone = [path for path in differing if path not in fresh and present[path]]
    exchange.carry_out([_exchange(root, path, fresh[path]) for path in (*written, LIST)])
    for path in gone:
        (root / path).unlink()
    return [*written, *gone], []


def place(root: Path, made: Mapping[str, bytes]) -> None:
    """Write all files of a new observatory into a folder, which is empty or not there yet; raises OSError, and leaves nothing then."""
    was_there = root.is_dir()
    try:
        exchange.carry_out([_exchange(root, path, data) for path, data in made.items()])
    except BaseException:
        folders = {root / above for path in made for above in Path(path).parents if above.name or not was_there}
        for folder in sorted(folders, reverse=True):
            with suppress(OSError):
                folder.rmdir()  # nothing is lost: a folder in which something stands stays
        raise


def _exchange(root: Path, path: str, data: bytes) -> Exchange:
    return Exchange(root / path, root / path, data)


def _is_ours(path: Path) -> bool:
    return path.suffix not in _MADE and "__pycache__" not in path.parts and not path.name.startswith(".")


def list_of(found: Mapping[str, bytes]) -> bytes:
    """The list of some copies."""
    return "".join(f"{sha256(data).hexdigest()}  {path}\n" for path, data in found.items()).encode()


def _read_list(text: str) -> Iterator[tuple[str, str]]:
    """Hash by path; lines that are something else, and paths that lead out of the folder, are no part of it."""
    for line in text.splitlines():
        hash, _, path = line.partition("  ")
        if path and not Path(path).is_absolute() and ".." not in Path(path).parts:
            yield path, hash


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
