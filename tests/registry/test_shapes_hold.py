"""The registry keeps to the shapes: no violation, no warning."""

from __future__ import annotations

from pathlib import Path

from tradegraph.resources import registry_files
from tradegraph.validate import validate_files


def test_shapes_find_nothing_to_mend_in_the_registry() -> None:
    report = validate_files([Path(str(file)) for file in registry_files()])
    grave = [each for each in report.findings if each.severity != "info"]
    assert [(each.focus, each.message) for each in grave] == []
