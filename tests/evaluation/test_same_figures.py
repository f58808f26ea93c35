"""The figures are those of the script that unseen documents are scored with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tradegraph.evaluation import (
    Figures,
    Tally,
    count_figures,
    evaluate_graph,
    group_figures,
    read_documents,
)
from tradegraph.evaluation.scoring import read_graph


@pytest.fixture(scope="module", params=["dev", "train"])
def folder(request: pytest.FixtureRequest, shared: Path) -> Path:
    """A folder with documents and annotations."""
    return shared / "eval" / str(request.param)


@pytest.fixture(scope="module")
def graph(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What tradegraph reads out of the documents, as it is exported."""
    file = tmp_path_factory.mktemp("export") / f"{folder.name}.nq"
    file.write_bytes(read_graph(read_documents(folder / "docs.jsonl")))
    return file


def run_script(folder: Path, graph: Path) -> tuple[dict[str, dict[str, float]], str]:
    """Return the script's figures by name, and its last line."""
    target = graph.with_suffix(".json")
    script = folder.parent / "evaluate.py"
    sources = ["--gold", folder / "gold", "--docs", folder / "docs.jsonl"]
    command = [sys.executable, script, graph, *sources, "--json", target]
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=True)
    return json.loads(target.read_text("utf-8")), done.stdout.splitlines()[-1]


def write_last_line(figures: Figures) -> str:
    """Return the figures as the script's last line has them."""
    assert figures.cited is not None
    assert figures.kind_accuracy is not None
    cited = figures.cited
    return (
        f"modality accuracy {figures.modality_accuracy:.3f}"
        f" macro-F1 {figures.modality_macro_f1:.3f}; kind accuracy {figures.kind_accuracy:.3f};"
        f" spans {cited.spans}, wrong {cited.wrong_spans};"
        f" documents {cited.documents_with_facts}/{cited.documents}"
    )


def summarise(name: str, tally: Tally) -> dict[str, float]:
    return {f"{name}_p": tally.precision, f"{name}_r": tally.recall, f"{name}_f1": tally.f1}


def test_every_figure_is_that_of_the_script(folder: Path, graph: Path) -> None:
    documents = read_documents(folder / "docs.jsonl")
    evaluation = evaluate_graph(folder / "gold", documents, graph)
    theirs, last_line = run_script(folder, graph)
    total = count_figures(evaluation)
    assert total.cited is not None
    assert theirs.pop("ALL") == {
        **summarise("fact", total.facts),
        **summarise("role", total.roles),
        "modality_accuracy": total.modality_accuracy,
        "modality_macro_f1": total.modality_macro_f1,
        "spans": total.cited.spans,
        "wrong_spans": total.cited.wrong_spans,
    }
    assert theirs == {
        each.name: {
            "gold": each.facts.expected,
            "pred": each.facts.found,
            "fact_f1": round(each.facts.f1, 4),
            "role_f1": round(each.roles.f1, 4),
        }
        for each in group_figures(evaluation, "type")
    }
    assert last_line == write_last_line(total)
