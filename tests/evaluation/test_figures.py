from __future__ import annotations

from pathlib import Path

import pytest

from tradegraph.errors import InputError, UsageError
from tradegraph.evaluation import (
    Cited,
    Evaluation,
    Tally,
    count_figures,
    evaluate_graph,
    group_figures,
    list_misses,
    read_documents,
)


@pytest.fixture(scope="module")
def evaluation(corpus: Path) -> Evaluation:
    documents = read_documents(corpus / "docs.jsonl")
    return evaluate_graph(corpus / "gold", documents, corpus / "graph.nq")


def test_facts_that_agree_are_counted(evaluation: Evaluation) -> None:
    figures = count_figures(evaluation)
    assert figures.facts == Tally(hits=2, found=3, expected=4)
    assert figures.roles == Tally(hits=8, found=9, expected=13)


def test_modality_and_kind_are_of_the_facts_that_agree(evaluation: Evaluation) -> None:
    figures = count_figures(evaluation)
    shares = (figures.modality_accuracy, figures.modality_macro_f1, figures.kind_accuracy)
    assert shares == (1, 1, 1)


def test_passages_and_documents_are_counted(evaluation: Evaluation) -> None:
    assert count_figures(evaluation).cited == Cited(2, 2, 5, 0)


@pytest.mark.parametrize(
    ("by", "found"),
    [
        pytest.param("genre", {"court-ruling": 1, "news": 2}, id="genre"),
        pytest.param("year", {"2025": 2, "undated": 1}, id="year"),
    ],
)
def test_figures_are_grouped_by_the_document(
    evaluation: Evaluation, by: str, found: dict[str, int]
) -> None:
    assert {each.name: each.facts.found for each in group_figures(evaluation, by)} == found


def test_figures_are_grouped_by_the_type_of_fact(evaluation: Evaluation) -> None:
    by_type = {each.name: each for each in group_figures(evaluation, "type")}
    assert list(by_type)[:2] == ["MeasureEvent", "Ruling"]
    assert by_type["Statement"].facts == Tally(hits=0, found=1, expected=1)
    assert by_type["OfficeHolding"].facts == Tally(hits=0, found=0, expected=1)
    assert (by_type["Ruling"].kind_accuracy, by_type["Ruling"].cited) == (None, None)


@pytest.mark.parametrize("by", ["type", "genre", "year"])
def test_groups_add_up(evaluation: Evaluation, by: str) -> None:
    groups = group_figures(evaluation, by)
    total = count_figures(evaluation)
    assert sum((each.facts for each in groups), Tally()) == total.facts
    assert sum((each.roles for each in groups), Tally()) == total.roles


def test_an_unknown_grouping_is_an_error(evaluation: Evaluation) -> None:
    with pytest.raises(UsageError, match="no grouping 'mood'"):
        group_figures(evaluation, "mood")


def test_a_document_without_annotations_counts_neither_way(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "order.json").write_bytes((corpus / "gold" / "order.json").read_bytes())
    documents = read_documents(corpus / "docs.jsonl")
    figures = count_figures(evaluate_graph(tmp_path, documents, corpus / "graph.nq"))
    assert figures.facts == Tally(hits=1, found=1, expected=1)


def test_misses_are_told_with_their_passage(evaluation: Evaluation) -> None:
    told = [(miss.document, miss.outcome, miss.fact_type) for miss in list_misses(evaluation)]
    assert told == [
        ("wire", "missed", "Statement"),
        ("wire", "missed", "OfficeHolding"),
        ("wire", "extra", "Statement"),
    ]
    holding = list_misses(evaluation)[1]
    assert holding.what == "person Ada Marlow; office trade minister; of CA; actual"
    assert holding.passage.endswith("choice,” said [Ada Marlow, the trade minister].…")


def test_documents_must_have_identifiers(tmp_path: Path) -> None:
    file = tmp_path / "docs.jsonl"
    file.write_text('{"text": "The duty stays."}\n', "utf-8")
    with pytest.raises(InputError, match="a document without 'id'"):
        read_documents(file)


def test_a_document_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "docs.jsonl"
    file.write_text('{"id": "a", "text": ""}\n', "utf-8")
    with pytest.raises(InputError, match="holds no text"):
        read_documents(file)


@pytest.mark.parametrize(
    ("content", "message"),
    [pytest.param(None, "no such file", id="missing"), pytest.param("nonsense", "", id="broken")],
)
def test_a_graph_that_cannot_be_read_is_named(
    corpus: Path, tmp_path: Path, content: str | None, message: str
) -> None:
    graph = tmp_path / "graph.nq"
    if content:
        graph.write_text(content, "utf-8")
    with pytest.raises(InputError) as caught:
        evaluate_graph(corpus / "gold", read_documents(corpus / "docs.jsonl"), graph)
    assert str(caught.value).startswith(f"{graph}: {message}")
