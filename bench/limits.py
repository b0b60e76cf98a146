"""What no build of ours can undercut: reading its entries, and writing the bytes of its site."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import timed
from results import Series

PROGRAM = Path(__file__).parent / "floor.py"
WORKS = {
    "read": "reading the entries' files",
    "parse": "reading them, libyaml going through",
    "events": "reading them, libyaml's events as Python objects",
    "write": "writing as many bytes in as many files and folders as our site",
}
PROCESSES = (1, 2)


@dataclass(frozen=True)
class Limit:
    """A piece of work in so many processes, with its rounds."""

    work: str
    processes: int
    series: Series


class Limits:
    """All pieces of work on the entries and the site of a course."""

    def __init__(self, into: Path, site: Path) -> None:
        self.into = into / "limits"
        self.target = self.into / "written"
        self.into.mkdir(parents=True, exist_ok=True)
        entries = sorted(str(path) for path in (into / "ours" / "practices").rglob("*.yml"))
        written = [
            (str(path.relative_to(site)), path.stat().st_size) for path in sorted(site.rglob("*")) if path.is_file()
        ]
        (self.into / "entries.json").write_text(json.dumps(entries))
        (self.into / "site.json").write_text(json.dumps(written))
        self.all = [
            Limit(work, processes, Series(f"{label}, {processes} {'process' if processes == 1 else 'processes'}"))
            for work, label in WORKS.items()
            for processes in PROCESSES
        ]

    def run(self, number: int) -> Iterator[Series]:
        """Time each piece of work once."""
        for limit in self.all:
            shutil.rmtree(self.target, ignore_errors=True)
            limit.series.rounds[number] = timed(self._command(limit), self.into)
            yield limit.series
        shutil.rmtree(self.target, ignore_errors=True)

    def _command(self, limit: Limit) -> list[str]:
        start = [sys.executable, str(PROGRAM), limit.work, str(limit.processes)]
        if limit.work == "write":
            return [*start, str(self.into / "site.json"), str(self.target)]
        return [*start, str(self.into / "entries.json")]
