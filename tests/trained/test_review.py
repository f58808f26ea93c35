"""Facts with their confidence: weighed, filtered, and attributed to what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.language import Analysis, analyse
from tradegraph.model import Document, Fact, Statement
from tradegraph.registry import load_registry
from tradegraph.trained import gather_facts, review_facts, settle_attribution, threshold_of
from tradegraph.trained.linear import load_weights
from tradegraph.trained.outlook import EXTRACTOR, look_ahead, type_of

TEXT = (
    "The United States imposed a 25% tariff on steel from Canada on Tuesday. "
    'Canada would answer "dollar for dollar," its prime minister said: '
    "it will raise its duties on American bourbon in June. "
    "For a third week running, no headway was made between Ottawa and Washington."
)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse(Document(TEXT, published=date(2025, 5, 30)), load_registry())


@pytest.fixture(scope="module")
def rules(analysis: Analysis) -> tuple[Fact, ...]:
    return extract_facts(analysis)


def test_the_same_facts_are_weighed_the_same(analysis: Analysis, rules: tuple[Fact, ...]) -> None:
    assert review_facts(analysis, rules) == review_facts(analysis, rules)


def test_without_a_least_confidence_every_fact_of_the_rules_stays(
    analysis: Analysis, rules: tuple[Fact, ...]
) -> None:
    kept = review_facts(analysis, rules, least=0)
    assert {fact.content for fact in rules} <= {fact.content for fact in kept}


def test_a_least_confidence_leaves_out_what_is_less_sure(
    analysis: Analysis, rules: tuple[Fact, ...]
) -> None:
    every = review_facts(analysis, rules, least=0)
    middle = sorted(fact.confidence for fact in every)[len(every) // 2]
    kept = review_facts(analysis, rules, least=middle)
    assert len(kept) < len(every)
    assert all(fact.confidence >= middle for fact in kept)


def test_by_default_each_type_has_its_own_threshold(
    analysis: Analysis, rules: tuple[Fact, ...]
) -> None:
    thresholds = load_weights().thresholds
    kept = review_facts(analysis, rules)
    assert kept
    assert all(fact.confidence >= thresholds.get(threshold_of(fact), 0) for fact in kept)


def test_confidence_has_two_digits(analysis: Analysis, rules: tuple[Fact, ...]) -> None:
    assert all(f.confidence == round(f.confidence, 2) for f in review_facts(analysis, rules))


def test_a_proposal_cites_the_sentence_it_was_seen_in(
    analysis: Analysis, rules: tuple[Fact, ...]
) -> None:
    gathered = gather_facts(look_ahead(analysis, load_weights()), rules)
    proposed = [fact for fact in gathered if fact.extractor == EXTRACTOR]
    assert proposed
    spans = {sentence.span for sentence in analysis.sentences}
    for fact in proposed:
        (cited,) = fact.evidence
        assert any(cited in span for span in spans), type_of(fact)


def test_what_a_dropped_statement_reported_is_told_by_the_document(
    rules: tuple[Fact, ...],
) -> None:
    said = next(fact for fact in rules if isinstance(fact.content, Statement))
    other = next(fact for fact in rules if not isinstance(fact.content, Statement))
    assert isinstance(said.content, Statement)
    reported = replace(other, attribution=said.content, modality="reported")
    (kept,) = settle_attribution([reported])
    assert (kept.attribution, kept.modality) == (None, "asserted")
