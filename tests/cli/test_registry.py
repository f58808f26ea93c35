"""`tradegraph registry`: looking after names and words."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tradegraph.resources import REGISTRY_VARIABLE

from .conftest import Run


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for entries of the user's own; the variable is as before afterwards."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv(REGISTRY_VARIABLE, "")
    return folder


def test_the_shipped_registry_passes_its_check(run: Run) -> None:
    result = run("registry", "check", "--quick", "-f", "json")
    assert (result.exit_code, '"conforms": true' in result.stdout) == (0, True)


def test_a_mistake_ends_the_check_with_a_clean_negative(run: Run, own: Path) -> None:
    (own / "people.ttl").write_text("<urn:x> a <https://w3id.org/tradegraph/ont#Oops> .\n")
    result = run("--registry", str(own), "registry", "check", "--quick", "-f", "csv")
    assert result.exit_code == 1
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    violations = [row["message"] for row in rows if row["severity"] == "violation"]
    assert violations == [
        "A term of the ontology is one that it has.",
        "An entry names its source (dcterms:source).",
    ]


def test_broken_turtle_of_the_user_is_one_line_and_unreadable_input(run: Run, own: Path) -> None:
    (own / "people.ttl").write_text("<urn:x> a\n")
    result = run("--registry", str(own), "registry", "ambiguous")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"error: {own}/people.ttl:")
    assert result.stderr.count("\n") == 1


def test_a_person_is_added_to_the_folder_of_the_user(run: Run, own: Path) -> None:
    added = run(
        *("--registry", str(own), "registry", "add", "person", "Jane Marlow"),
        *("--office", "us-trade-representative", "--from", "2031-02-01"),
        *("--source", "https://example.org/doe"),
    )
    assert (added.exit_code, added.stdout) == (0, "")
    assert added.stderr == f"written: {own}/people.ttl, {own}/holdings.ttl\n"


def test_without_a_folder_the_way_out_is_told(run: Run, own: Path) -> None:
    assert own.is_dir()
    result = run("registry", "add", "person", "Jane Marlow", "--source", "x")
    assert result.exit_code == 2
    assert "no folder of your own entries is named; try: --registry DIR" in result.stderr


def test_names_that_several_bear_are_listed(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("registry", "ambiguous", "-f", "csv").stdout)))
    named = {row["name"]: row["entries"].split() for row in rows}
    assert len(named["Canberra"]) == 2
