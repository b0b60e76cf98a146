"""Work that no build can do without, as a program of its own: ``floor.py WORK PROCESSES LIST [TARGET]``.

WORK is ``read`` (files), ``parse`` (them, with libyaml), ``events`` (and make an object of each event) or ``write``
(as many bytes). LIST is a JSON file: paths to read, or pairs of a path below TARGET and a number of bytes.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any


def read(items: list[Any]) -> None:
    """Read files."""
    for path in items:
        _bytes(path)


def parse(items: list[Any]) -> None:
    """Read files and let libyaml go through them; no object is made of what it finds."""
    from yaml._yaml import CParser

    for path in items:
        CParser(_bytes(path)).raw_parse()


def events(items: list[Any]) -> None:
    """Read files and make a Python object of each event of libyaml."""
    import yaml

    for path in items:
        for _ in yaml.parse(_bytes(path), Loader=yaml.CLoader):
            pass


def write(target: str, items: list[Any]) -> None:
    """Write files of so many bytes, with their folders."""
    filler = memoryview(b"x" * max(size for _, size in items))
    folders = set()
    for path, size in items:
        folder = os.path.dirname(f"{target}/{path}")  # noqa: PTH120 - a Path each would cost more than the work
        if folder not in folders:
            folders.add(folder)
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        with open(f"{target}/{path}", "wb", buffering=0) as file:  # noqa: PTH123
            file.write(filler[:size])


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def shared(work: Callable[[list[Any]], None], items: list[Any], processes: int) -> int:
    """Do the work in so many processes, a share each; the number of those that failed."""
    if processes == 1:
        work(items)
        return 0
    size = -(-len(items) // processes)
    fork = multiprocessing.get_context("fork")
    workers = [fork.Process(target=work, args=(items[at : at + size],)) for at in range(0, len(items), size)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(worker.exitcode != 0 for worker in workers)


if __name__ == "__main__":
    name, processes, listed, *rest = sys.argv[1:]
    works: dict[str, Callable[..., None]] = {"read": read, "parse": parse, "events": events, "write": write}
    items = json.loads(Path(listed).read_bytes())
    sys.exit(shared(partial(works[name], *rest), items, int(processes)))
