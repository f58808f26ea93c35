"""Annotated documents as a learner sees them: analysed once, with what rules read in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zlib import crc32

from tradegraph.evaluation.facts import Fact as Annotated
from tradegraph.evaluation.gold import read_gold
from tradegraph.evaluation.scoring import read_documents
from tradegraph.extractors import extract_facts
from tradegraph.language import analyse
from tradegraph.language.analysis import Analysis
from tradegraph.learning.labels import Side, find_labels, find_sides
from tradegraph.model import Fact
from tradegraph.registry import load_registry
from tradegraph.trained.features import describe_sentence
from tradegraph.trained.sides import Sides

FOLDS = 5


@dataclass(frozen=True)
class Sample:
    """One annotated document: its analysis, the rules' facts, and the annotators'."""

    name: str
    analysis: Analysis
    facts: tuple[Fact, ...]
    gold: tuple[Annotated, ...]

    @property
    def fold(self) -> int:
        """The fold in which the document is tested: it depends on nothing but the name."""
        return crc32(self.name.encode()) % FOLDS

    @cached_property
    def features(self) -> list[list[str]]:
        """The names of each sentence's features."""
        return [describe_sentence(self.analysis, each) for each in self.analysis.sentences]

    @cached_property
    def labels(self) -> list[frozenset[str]]:
        """The types and kinds of fact that each sentence tells."""
        return [find_labels(each.span, self.gold) for each in self.analysis.sentences]

    @cached_property
    def sides(self) -> list[Side]:
        """The candidates for the sides of the sentences that tell of sides."""
        found = Sides(self.analysis)
        return [
            side
            for sentence in self.analysis.sentences
            for side in find_sides(found, sentence, self.gold)
        ]


def read_samples(sources: Iterable[tuple[Path, Path]]) -> list[Sample]:
    """Return the documents of these pairs of a folder of annotations and a JSON Lines file.

    Raises InputError for what cannot be read.
    """
    registry = load_registry()
    samples = []
    for gold, file in sources:
        documents = read_documents(file)
        annotations = read_gold(gold, {name: each.text for name, each in documents.items()})
        for annotation in annotations:
            analysis = analyse(documents[annotation.document], registry)
            facts = extract_facts(analysis)
            samples.append(Sample(annotation.document, analysis, facts, annotation.facts))
    return samples


def leave_out(samples: Sequence[Sample], *folds: int) -> list[Sample]:
    """Return the samples of all other folds."""
    return [sample for sample in samples if sample.fold not in folds]
