"""How well documents are read by weights that never saw them.

`python -m tradegraph.learning.crossvalidate --gold DIR --docs FILE` (both may be given again)
trains on four folds of the documents and reads the fifth, in turn, and prints a row for each fold,
for each type of fact, and for all. A document's fold depends on its name alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from tradegraph.evaluation import Evaluation, Figures, count_figures, group_figures
from tradegraph.evaluation.scoring import Score
from tradegraph.learning.recipe import Fit, fit_sentences, train_without
from tradegraph.learning.samples import FOLDS, Sample, leave_out, read_samples
from tradegraph.learning.sources import add_sources, pair_sources
from tradegraph.learning.truth import score_facts
from tradegraph.trained import apply_weights
from tradegraph.trained.linear import Weights

HEAD = f"{'':18}{'facts':>7}{'fact F1':>9}{'role F1':>9}{'modality':>10}{'wrong':>7}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Cross-validate, print the figures, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add_sources(parser)
    options = parser.parse_args(arguments)
    samples = read_samples(pair_sources(options))
    sys.stdout.write(f"{HEAD}\n")
    scores: list[Score] = []
    for fold, held in enumerate(cross_validate(samples)):
        scores += held
        say_figures(count_figures(Evaluation(tuple(held))), f"fold {fold + 1}")
    for figures in group_figures(Evaluation(tuple(scores)), "type"):
        say_figures(figures, figures.name)
    say_figures(count_figures(Evaluation(tuple(scores))), "all")
    return 0


def cross_validate(samples: Sequence[Sample]) -> Iterator[list[Score]]:
    """Yield for each fold how its documents fare with weights trained on the others."""
    fit = remember_fits(samples)
    for fold in range(FOLDS):
        weights = train_without(samples, (fold,), fit)
        yield score_samples((s for s in samples if s.fold == fold), weights)


def remember_fits(samples: Sequence[Sample]) -> Fit:
    """Return a way to fit sentences and sides without folds, each once: two folds serve twice."""

    @cache
    def fit(folds: frozenset[int]) -> Weights:
        return fit_sentences(leave_out(samples, *folds))

    return fit


def score_samples(samples: Iterable[Sample], weights: Weights | None) -> list[Score]:
    """Return how documents fare when read with the weights, or by rules alone."""
    return [
        score_facts(
            sample,
            apply_weights(sample.analysis, sample.facts, weights) if weights else sample.facts,
            sample.gold,
        )
        for sample in samples
    ]


def say_figures(figures: Figures, name: str) -> None:
    """Print a row of the table."""
    wrong = figures.cited.wrong_spans if figures.cited else 0
    sys.stdout.write(
        f"{name:18}{figures.facts.expected:7}{figures.facts.f1:9.3f}{figures.roles.f1:9.3f}"
        f"{figures.modality_accuracy:10.3f}{wrong:7}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
