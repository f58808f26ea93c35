"""Which of the facts that were read annotators state, too: judged by the evaluation itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode, Store

from tradegraph.evaluation.dataset import Dataset
from tradegraph.evaluation.facts import ROLES
from tradegraph.evaluation.facts import Fact as Annotated
from tradegraph.evaluation.predictions import Prediction, read_predictions
from tradegraph.evaluation.scoring import Score, score_document
from tradegraph.graph import document_quads, name_facts
from tradegraph.learning.samples import Sample
from tradegraph.model import Fact, Reading
from tradegraph.registry import load_registry
from tradegraph.trained import gather_facts
from tradegraph.trained.company import Company
from tradegraph.trained.confidence import describe_fact
from tradegraph.trained.linear import Weights
from tradegraph.trained.outlook import EXTRACTOR, look_ahead, type_of
from tradegraph.vocabulary import document_graph


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact that was gathered, with its features, and whether annotators state it, too."""

    fact: Fact
    features: list[str]
    right: bool
    sample: Sample


def judge_sample(sample: Sample, weights: Weights) -> list[Judged]:
    """Return the facts that rules find and models propose in one document."""
    outlook = look_ahead(sample.analysis, weights)
    facts = gather_facts(outlook, sample.facts)
    company = Company(outlook, facts)
    return [
        Judged(fact, describe_fact(outlook, fact, company), right, sample)
        for fact, right in zip(facts, find_truth(sample, facts), strict=True)
        if type_of(fact) in ROLES
    ]


def find_truth(sample: Sample, facts: Sequence[Fact]) -> list[bool]:
    """Return for each fact whether it is one of the annotators'.

    Of what models propose only that counts as right which no rule found.
    """
    proposed = [fact.extractor == EXTRACTOR for fact in facts]
    by_rules = [fact for fact, new in zip(facts, proposed, strict=True) if not new]
    by_models = [fact for fact, new in zip(facts, proposed, strict=True) if new]
    first = score_facts(sample, by_rules, sample.gold)
    second = score_facts(sample, by_models, first.missed)
    found = (iter(_are_found(sample, by_rules, first)), iter(_are_found(sample, by_models, second)))
    return [next(found[new]) for new in proposed]


def score_facts(sample: Sample, facts: Sequence[Fact], gold: Sequence[Annotated]) -> Score:
    """Return how facts of a document fare against annotated ones."""
    reading = _make_reading(sample, facts)
    with _open_dataset(reading) as dataset:
        texts = {sample.name: reading.document.text}
        predicted = read_predictions(dataset, texts).get(sample.name, Prediction())
    return score_document(sample.name, reading.document, gold, predicted)


def _are_found(sample: Sample, facts: Sequence[Fact], score: Score) -> list[bool]:
    """Return for each fact whether its node, affirmed or denied, is one of the pairs'."""
    pairs = {(pair.found.iri, pair.found.modality == "denied") for pair in score.pairs}
    names = name_facts(_make_reading(sample, facts), load_registry())
    return [(name, not fact.positive) in pairs for name, fact in zip(names, facts, strict=True)]


def _make_reading(sample: Sample, facts: Sequence[Fact]) -> Reading:
    analysis = sample.analysis
    entities = tuple(analysis.entities.values())
    return Reading(analysis.document, analysis.mentions, entities, tuple(facts))


@lru_cache(maxsize=1)
def _registry_store() -> Store:
    store = Store()
    store.bulk_extend(load_registry().quads)
    return store


@contextmanager
def _open_dataset(reading: Reading) -> Iterator[Dataset]:
    """Lend the registry with one document's graph."""
    store = _registry_store()
    store.extend(document_quads(reading, load_registry()))
    yield Dataset(store)
    store.remove_graph(NamedNode(document_graph(reading.document.key)))
