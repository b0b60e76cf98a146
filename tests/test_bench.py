"""The made-up entries that the measurements are of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator import check
from generator.settings import Settings
from tests.conftest import TODAY

ENTRIES = Path(__file__).parents[1] / "bench" / "entries.py"


def test_made_up_entries_and_their_translations_are_without_a_warning(tmp_path: Path) -> None:
    """Else a site in six languages would be measured telling what six sites in one do not."""
    made = [sys.executable, str(ENTRIES), "--n", "60", "--languages", "en,zh,ar,fr,ru,es", "--into", str(tmp_path)]
    subprocess.run(made, check=True)
    found = check.paths(Settings(tmp_path / "ours"), (), TODAY)
    assert [f"{one.code} {one.path}" for one in found.diagnostics] == []
