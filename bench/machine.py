"""Where and when this is measured."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tools import Tool

IN_MEMORY = ("tmpfs", "ramfs")


def machine(tools: Sequence[Tool]) -> str:
    """Time, processors, memory, system and versions, in one line."""
    processor = _first(r"model name\s*: (.*)", Path("/proc/cpuinfo")) or platform.machine()
    memory = int(_first(r"MemTotal:\s*(\d+)", Path("/proc/meminfo")) or 0)
    parts = (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"{os.cpu_count()} processors ({processor})",
        f"{memory / 1e6:.0f} GB of memory",
        f"load {os.getloadavg()[0]:.1f} at the start",
        platform.platform(),
        f"Python {platform.python_version()}",
        *(tool.version for tool in tools),
    )
    return ", ".join(parts)


def place(folder: Path) -> str:
    """Whether a folder is in memory or on a disk, with its file system."""
    folder = folder.resolve()
    found = "", "unknown file system"
    for line in Path("/proc/self/mounts").read_text().splitlines():
        _, mounted, system, *_ = line.split()
        if folder.is_relative_to(mounted) and len(mounted) >= len(found[0]):
            found = mounted, system
    return f"in memory ({found[1]})" if found[1] in IN_MEMORY else f"on disk ({found[1]})"


def _first(pattern: str, path: Path) -> str:
    found = re.search(pattern, path.read_text()) if path.is_file() else None
    return found[1] if found else ""
