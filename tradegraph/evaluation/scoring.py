"""From documents, annotations and a graph to what was found, missed and made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tradegraph.errors import InputError
from tradegraph.evaluation.dataset import Dataset
from tradegraph.evaluation.facts import Fact
from tradegraph.evaluation.gold import read_gold
from tradegraph.evaluation.matching import Pair, pair_facts
from tradegraph.evaluation.predictions import Prediction, read_predictions
from tradegraph.model import Document
from tradegraph.pipeline import Progress, ingest
from tradegraph.readers import read_sources
from tradegraph.render import render_graph
from tradegraph.selection import select_quads
from tradegraph.store import MEMORY, open_store


@dataclass(frozen=True, slots=True)
class Score:
    """How one document's facts fare. `predicted` is all that the graph asserts of it.

    A document without annotations has neither pairs nor missed nor extra facts.
    """

    document: Document
    name: str
    predicted: Prediction
    pairs: tuple[Pair, ...] = ()
    missed: tuple[Fact, ...] = ()
    extra: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How the facts of all documents fare, in the order of the documents."""

    scores: tuple[Score, ...]


def read_documents(file: Path) -> dict[str, Document]:
    """Return the documents of a JSON Lines file by their identifiers.

    Raises InputError for the first that cannot be read or has no identifier.
    """
    documents: dict[str, Document] = {}
    for item in read_sources([file], reader="jsonl"):
        if isinstance(item, InputError):
            raise item
        if not item.identifiers:
            raise InputError("a document without 'id'", where=str(file), how='{"id": "...", ...}')
        documents[item.identifiers[0]] = item
    return documents


def evaluate_graph(gold: Path, documents: Mapping[str, Document], graph: Path) -> Evaluation:
    """Return how the facts of a graph fare, an N-Quads or TriG file, against a folder of gold."""
    return score_documents(gold, documents, load_graph(documents, graph))


def evaluate_documents(
    gold: Path, documents: Mapping[str, Document], *, progress: Progress | None = None
) -> Evaluation:
    """Return how the facts fare that tradegraph reads out of the documents now."""
    return score_documents(gold, documents, load_graph(documents, None, progress=progress))


def load_graph(
    documents: Mapping[str, Document],
    graph: Path | None,
    *,
    least: float | None = None,
    progress: Progress | None = None,
) -> Dataset:
    """Return the graph in a file, without one what tradegraph reads out of the documents now.

    Read are facts from the confidence `least` on, without it from the threshold of their type on.
    """
    if graph is not None:
        return Dataset.read(graph)
    return Dataset.parse(read_graph(documents, least=least, progress=progress))


def read_graph(
    documents: Mapping[str, Document],
    *,
    least: float | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Return the graph of the documents as N-Quads, as they are exported."""
    with open_store(MEMORY) as store:
        ingest(store, documents.values(), least=least, progress=progress)
        return render_graph(select_quads(store), "nq").encode()


def score_documents(gold: Path, documents: Mapping[str, Document], dataset: Dataset) -> Evaluation:
    """Return how the facts of the graphs fare, document by document."""
    texts = {name: document.text for name, document in documents.items()}
    annotated = {each.document: each.facts for each in read_gold(gold, texts)}
    predictions = read_predictions(dataset, texts)
    return Evaluation(
        tuple(
            score_document(name, document, annotated.get(name), predictions.get(name, Prediction()))
            for name, document in documents.items()
        )
    )


def score_document(
    name: str, document: Document, gold: Sequence[Fact] | None, predicted: Prediction
) -> Score:
    """Return which annotated facts were found; None of annotations is not to have looked."""
    if gold is None:
        return Score(document, name, predicted)
    places = pair_facts(gold, predicted.facts)
    pairs = tuple(Pair(gold[one], predicted.facts[other]) for one, other in places)
    return Score(
        document,
        name,
        predicted,
        pairs,
        _leave_out(gold, {one for one, _ in places}),
        _leave_out(predicted.facts, {other for _, other in places}),
    )


def _leave_out(facts: Iterable[Fact], places: set[int]) -> tuple[Fact, ...]:
    return tuple(fact for place, fact in enumerate(facts) if place not in places)
