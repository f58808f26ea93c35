from __future__ import annotations

from pathlib import Path

import tradegraph.cli
from tradegraph.cli.reference import write_reference

REFERENCE = Path(tradegraph.cli.__file__).with_name("REFERENCE.md")


def test_the_reference_is_up_to_date() -> None:
    how = "python -m tradegraph.cli.reference > tradegraph/cli/REFERENCE.md"
    assert REFERENCE.read_text("utf-8") == write_reference(), f"make it anew: {how}"
