"""`validate` on the seed graph and on files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run
from .reading_csv import rows


def test_the_seed_graph_conforms(ask_seed: Run) -> None:
    result = ask_seed("validate", "-f", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["conforms"] is True
    assert result.stderr.startswith("validation: 0 violations")


BROKEN_STAY = """@prefix tg: <https://w3id.org/tradegraph/ont#> .
<https://w3id.org/tradegraph/id/event/stay-x> a tg:Stay .
"""


@pytest.mark.parametrize(
    ("fail_on", "code"), [("violation", 1), ("warning", 1), ("info", 1), ("none", 0)]
)
def test_violations_in_a_file_fail_unless_told_otherwise(run: Run, fail_on: str, code: int) -> None:
    Path("stay.ttl").write_text(BROKEN_STAY)
    result = run("validate", "stay.ttl", "--fail-on", fail_on, "-f", "csv")
    assert result.exit_code == code
    assert "violation" in {row[0] for row in rows(result.stdout)[1:]}


def test_a_graph_on_stdin_is_validated(run: Run) -> None:
    result = run("validate", "-", "-f", "json", stdin=BROKEN_STAY)
    assert result.exit_code == 1
    assert {each["document"] for each in json.loads(result.stdout)["findings"]} == {"-"}


def test_a_report_is_turtle_on_request(run: Run) -> None:
    Path("stay.ttl").write_text(BROKEN_STAY)
    assert (
        "ValidationReport"
        in run("validate", "stay.ttl", "-o", "report.ttl").stdout + Path("report.ttl").read_text()
    )


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "message"),
    [
        pytest.param(["broken.ttl"], None, 3, "broken.ttl:2: the RDF cannot be read", id="syntax"),
        pytest.param(["-"], "<a> <b>", 3, "-:1: the RDF cannot be read", id="stdin"),
        pytest.param(["missing.ttl"], None, 3, "missing.ttl: ", id="missing"),
        pytest.param(["x.docx"], None, 3, "x.docx: not a name of an RDF file", id="suffix"),
        pytest.param(["x.ttl", "--document", "y"], None, 2, "--document is about", id="both"),
    ],
)
def test_a_file_that_cannot_be_validated_is_one_line(
    run: Run, arguments: list[str], stdin: str | None, code: int, message: str
) -> None:
    Path("broken.ttl").write_text("# one line\n<a> <b>\n")
    result = run("validate", *arguments, stdin=stdin)
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert message in line
