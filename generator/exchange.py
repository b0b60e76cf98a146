"""Several files changed or moved together: all of them, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Exchange(NamedTuple):
    """A file that is to have these bytes and stand at ``target``, which is ``path`` where it is not moved.

    There may be no file yet, where it is not moved either.
    """

    path: Path
    target: Path
    data: bytes


def carry_out(exchanges: Sequence[Exchange]) -> None:
    """Write every file beside its place, then put all in their places, then take the old ones away.

    Raises OSError; everything is then as it was, as it is after an interruption. Where the program is killed on the way,
    nothing is lost: an old file goes only when all the new ones stand.
    """
    before = {one.path: one.path.read_bytes() for one in exchanges if os.path.lexists(one.path)}
    drafts: list[Path] = []
    placed: list[Exchange] = []
    try:
        for one in exchanges:
            if one.target != one.path and os.path.lexists(one.target):
                raise FileExistsError(None, "a file stands there already", str(one.target))
            drafts.append(_draft(one, one.path in before))
        for one, draft in zip(exchanges, drafts, strict=True):
            draft.replace(one.target)
            placed.append(one)
        for one in exchanges:
            if one.target != one.path:
                one.path.unlink()
    except BaseException:  # an interruption as well
        _undo(placed, before)
        raise
    finally:
        _take_away(drafts)


def _draft(one: Exchange, is_there: bool) -> Path:
    """The file as it will be, hidden beside its place."""
    one.target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=one.target.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(one.data)
    if is_there:
        shutil.copymode(one.path, name)
    else:
        os.chmod(name, 0o666 & ~_umask())  # noqa: PTH101 - a temporary file is its owner's alone
    return Path(name)


def _undo(placed: Iterable[Exchange], before: dict[Path, bytes]) -> None:
    for one in placed:
        with suppress(OSError):
            if one.target != one.path or one.path not in before:
                one.target.unlink()
            if one.path in before and (one.target == one.path or not one.path.exists()):
                one.path.write_bytes(before[one.path])


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _take_away(drafts: Iterable[Path]) -> None:
    for draft in drafts:
        with suppress(OSError):
            draft.unlink()
