"""What the tests of safety share."""

from __future__ import annotations

import pytest

from tests.conftest import lay_out
from tests.safety.drawing import Studio, studio


@pytest.fixture(scope="session", name="studio")
def _studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """Draws practices with any texts."""
    return studio(lay_out(tmp_path_factory.mktemp("studio").resolve() / "observatory"))
