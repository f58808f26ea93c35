"""Learning: a toy language is learned, the same way every time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="needs the extra `train`")

from tradegraph.evaluation.facts import Fact as Annotated
from tradegraph.extractors import extract_facts
from tradegraph.language import analyse
from tradegraph.learning.files import write_weights
from tradegraph.learning.recipe import train_weights
from tradegraph.learning.samples import FOLDS, Sample, leave_out
from tradegraph.model import Document, Span
from tradegraph.registry import load_registry
from tradegraph.trained import apply_weights
from tradegraph.trained.linear import Weights, read_weights
from tradegraph.trained.outlook import EXTRACTOR, look_ahead

COUNTRIES = ("Norway", "Canada", "Mexico", "Japan", "India", "Brazil", "Chile", "Kenya")
TOLD = "The barrier of {} grew a storey for {} cheese."
"""A way to tell of an increase that no rule knows."""
OTHER = "The harvest of {} was good and {} farmers sang."


def write_sample(number: int) -> Sample:
    """A document of two sentences, of which the first tells that one country raises a duty."""
    one, two = COUNTRIES[number % 8], COUNTRIES[(number + 3) % 8]
    first, second = TOLD.format(one, two), OTHER.format(two, one)
    registry = load_registry()
    document = Document(f"{first} {second}", (f"toy-{number}",), date(2025, 5, 30))
    analysis = analyse(document, registry)
    code = {e.label: iri.rpartition("/")[2].upper() for iri, e in registry.entities.items()}[one]
    gold = Annotated(
        "MeasureEvent",
        "actual",
        (Span(0, len(first)),),
        actors={"imposer": (frozenset({code}),)},
        codes={"kind": "increase"},
    )
    return Sample(f"toy-{number}", analysis, extract_facts(analysis), (gold,))


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    return [write_sample(number) for number in range(40)]


@pytest.fixture(scope="module")
def weights(samples: list[Sample]) -> Weights:
    return train_weights(samples)


def test_a_way_of_telling_is_learned_from_examples(weights: Weights) -> None:
    text = "The harvest of Peru was good. The barrier of Peru grew a storey for Turkish cheese."
    analysis = analyse(Document(text, published=date(2025, 5, 30)), load_registry())
    other, told = (each["MeasureEvent/increase"] for each in look_ahead(analysis, weights).chances)
    assert told > 0.5 > other


def test_what_was_learned_is_told_and_cited(weights: Weights) -> None:
    text = "The barrier of Peru grew a storey for Turkish cheese."
    analysis = analyse(Document(text, published=date(2025, 5, 30)), load_registry())
    assert not extract_facts(analysis)
    (fact,) = apply_weights(analysis, (), weights)
    assert fact.extractor == EXTRACTOR
    assert fact.confidence > 0.5
    assert analysis.text(fact.evidence[0]) == text


def test_the_same_samples_give_the_same_bytes(
    samples: list[Sample], weights: Weights, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.npz", tmp_path / "two.npz"
    write_weights(weights, one)
    write_weights(train_weights(samples), two)
    assert one.read_bytes() == two.read_bytes()


def test_what_is_written_reads_back_equal(weights: Weights, tmp_path: Path) -> None:
    file = tmp_path / "weights.npz"
    write_weights(weights, file)
    back = read_weights(file)
    assert back.thresholds == weights.thresholds
    assert (back.sentences.weights == weights.sentences.weights).all()


def test_each_document_is_left_out_once(samples: list[Sample]) -> None:
    left = [{s.name for s in samples} - {s.name for s in leave_out(samples, f)} for f in range(5)]
    assert sum(map(len, left)) == len(samples)
    assert set().union(*left) == {sample.name for sample in samples}
    assert len(left) == FOLDS
