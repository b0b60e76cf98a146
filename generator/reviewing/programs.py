"""A review as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from generator.reviewing.review import Review
from generator.voices import Saying, for_programs


def as_json(review: Review, say: Saying = str) -> str:
    """All of it: the fields of ``Review`` under their names, and faults as `check --format json` tells them."""
    faults = [for_programs(one, say) for one in review.faults]
    plain: dict[str, Any] = {
        name: msgspec.to_builtins(getattr(review, name)) for name in Review.__struct_fields__ if name != "faults"
    }
    return json.dumps({**plain, "faults": faults}, indent=2).replace(
        "##[", r"#\u0023["
    )  # the same text; see ``visible``
