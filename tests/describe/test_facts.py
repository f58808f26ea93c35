from __future__ import annotations

import pytest

from tradegraph.describe import explain_fact, format_explanation
from tradegraph.store import Store
from tradegraph.vocabulary import ID


def text_of(store: Store) -> str:
    (key,) = store.document_keys()
    node = f"{ID}doc/{key}"
    rows = store.query(f"SELECT ?t {{ <{node}> <https://w3id.org/tradegraph/ont#text> ?t }}")
    return str(rows.rows[0][0].value)  # type: ignore[union-attr]


def test_a_ruling_is_explained_by_its_passages(seed_store: Store) -> None:
    (assertion,) = explain_fact(seed_store, "ruling-us-cit").assertions
    assert assertion.identifier == "000_b6e73fb1f3aa604a"
    assert (assertion.published, assertion.modality, assertion.positive) == (
        "2025-05-30",
        "asserted",
        True,
    )
    assert assertion.confidence == 0.98
    assert assertion.extractor == "tradegraph rule extractor 0.1.0"
    assert [(each.begin, each.end) for each in assertion.passages] == [(1088, 1194), (1196, 1386)]


def test_every_passage_with_its_context_is_the_text_of_the_document(seed_store: Store) -> None:
    text = text_of(seed_store)
    for name in ("ruling-us-cit", "stay-us-cafc", "call-trump", "statement-bessent-stalled"):
        for assertion in explain_fact(seed_store, name).assertions:
            for passage in assertion.passages:
                assert text[passage.begin : passage.end] == passage.quote
                assert passage.before + passage.quote + passage.after in text


def test_what_somebody_is_reported_to_believe_names_the_statement(seed_store: Store) -> None:
    (assertion,) = explain_fact(seed_store, "call-required").assertions
    (statement,) = assertion.attribution
    assert statement.kind == "statement"
    assert "Scott Bessent" in statement.wording


def test_a_derived_period_is_explained_by_the_facts_it_rests_on(seed_store: Store) -> None:
    explanation = explain_fact(seed_store, "prd:status-us-trump-2025-3")
    assert explanation.assertions == ()
    assert {base.fact.kind for base in explanation.derived_from} == {"measure state", "stay"}
    assert all(base.assertions for base in explanation.derived_from)


def test_the_text_form_shows_the_passage_between_brackets(seed_store: Store) -> None:
    text = " ".join(format_explanation(explain_fact(seed_store, "stay-us-cafc")).split())
    assert "ordered them reversed. [An appellate court Thursday subsequently paused that" in text
    assert "characters 1387-1446" in text
    assert "2025-05-29 “Thursday”" in text


def test_the_text_form_keeps_to_the_width(seed_store: Store) -> None:
    text = format_explanation(explain_fact(seed_store, "call-trump"), width=60)
    assert max(map(len, text.splitlines())) <= 60


def test_a_curated_fact_says_that_no_document_asserts_it(seed_store: Store) -> None:
    fact = "evt:entry-us-reciprocal-baseline-2025-a5085e4e"
    assert "No document asserts it" in format_explanation(explain_fact(seed_store, fact))


@pytest.mark.parametrize(
    ("fact", "date"),
    [
        pytest.param("stay-us-cafc", "2025-05-29", id="day"),
        pytest.param("ruling-us-cit", "2025-05-26..2025-05-29", id="window"),
        pytest.param("statement-bessent-leaders", "by 2025-05-30", id="last-day-only"),
        pytest.param("call-trump-xi", None, id="unknown"),
        pytest.param("holding-bessent-us-treasury", "from 2025-01-28", id="open-end"),
        pytest.param("prd:status-us-trump-2025-2", "from 2025-05-26 until 2025-05-29", id="period"),
    ],
)
def test_a_date_is_a_day_a_range_or_a_bound(seed_store: Store, fact: str, date: str | None) -> None:
    assert explain_fact(seed_store, fact).fact.date == date
