from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tradegraph.cli.evaluate import evaluate
from tradegraph.cli.invocation import Invocation
from tradegraph.errors import InputError


def run(corpus: Path, *options: str, graph: bool = True, docs: str = "docs.jsonl") -> Result:
    """Call the command on the corpus; a defect or an error fails the test."""
    scored = ["--graph", str(corpus / "graph.nq")] if graph else []
    arguments = [str(corpus / "gold"), str(corpus / docs), *scored, *options]
    return CliRunner().invoke(evaluate, arguments, obj=Invocation(), catch_exceptions=False)


def test_figures_are_csv_in_a_pipe(corpus: Path) -> None:
    header, total = csv.reader(io.StringIO(run(corpus).stdout))
    figures = dict(zip(header, total, strict=True))
    assert (figures["name"], figures["gold"], figures["found"]) == ("all", "4", "3")
    assert (figures["fact_p"], figures["fact_r"], figures["fact_f1"]) == (
        "0.6667",
        "0.5000",
        "0.5714",
    )


def test_passages_are_counted_on_stderr(corpus: Path) -> None:
    assert run(corpus).stderr == (
        "2 documents, 2 with facts; 5 passages, 0 wrong; modality macro F1 1.000\n"
    )


def test_json_has_all_digits(corpus: Path) -> None:
    figures = json.loads(run(corpus, "-f", "json").stdout)
    assert figures["all"]["fact_f1"] == pytest.approx(4 / 7, abs=1e-15)
    assert figures["all"]["wrong_spans"] == 0


@pytest.mark.parametrize(
    ("by", "names"),
    [
        pytest.param("genre", ["court-ruling", "news"], id="genre"),
        pytest.param("year", ["2025", "undated"], id="year"),
    ],
)
def test_groups_stand_before_the_total(corpus: Path, by: str, names: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(run(corpus, "--by", by).stdout)))
    assert [row[0] for row in rows] == ["name", *names, "all"]


def test_the_table_leaves_out_what_does_not_fit(corpus: Path) -> None:
    lines = run(corpus, "--by", "type", "-f", "table").stdout.splitlines()
    assert lines[0].split()[-2:] == ["modality", "kind"]
    assert max(map(len, lines)) <= 120
    assert len(lines) == 2 + 12 + 1


def test_misses_have_their_passages(corpus: Path) -> None:
    rows = list(csv.reader(io.StringIO(run(corpus, "--misses").stdout)))
    assert [row[:3] for row in rows] == [
        ["document", "outcome", "type"],
        ["wire", "missed", "Statement"],
        ["wire", "missed", "OfficeHolding"],
        ["wire", "extra", "Statement"],
    ]
    assert all("[" in row[4] for row in rows[1:])


def test_misses_are_a_list_in_json(corpus: Path) -> None:
    text = json.loads((corpus / "docs.jsonl").read_text("utf-8").splitlines()[0])["text"]
    for miss in json.loads(run(corpus, "--misses", "-f", "json").stdout):
        assert text[miss["begin"] : miss["end"]] == miss["quote"]


def test_figures_can_be_written_to_a_file(corpus: Path, tmp_path: Path) -> None:
    result = run(corpus, "-o", str(tmp_path / "figures.json"))
    assert result.stdout == ""
    assert json.loads((tmp_path / "figures.json").read_text("utf-8"))["all"]["gold"] == 4


def test_without_a_graph_the_documents_are_read(corpus: Path, tmp_path: Path) -> None:
    result = run(corpus, "-f", "json", graph=False)
    figures = json.loads(result.stdout)["all"]
    assert (figures["documents"], figures["wrong_spans"]) == (2, 0)
    assert figures["fact_f1"] > 0
    assert not (tmp_path / ".tradegraph").exists()


def test_documents_that_are_missing_are_an_error(corpus: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        run(corpus, docs="elsewhere.jsonl")
