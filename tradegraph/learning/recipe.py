"""How the weights come about: sentences and sides first, then how sure each fact is.

The second model must see what the first thinks of documents it was not trained on; so the first is
trained anew for each fold, left out in turn (stacked generalization, Wolpert 1992).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from tradegraph.evaluation.facts import ROLES
from tradegraph.learning.fitting import Examples, fit_classifier, make_rows
from tradegraph.learning.labels import PARTS
from tradegraph.learning.samples import FOLDS, Sample, leave_out
from tradegraph.learning.thresholds import set_thresholds
from tradegraph.learning.truth import Judged, judge_sample
from tradegraph.trained.confidence import CORRECT
from tradegraph.trained.linear import Classifier, Weights
from tradegraph.trained.outlook import KINDS

CLASSES = (*ROLES, *(f"{name}/{kind}" for name, kinds in KINDS.items() for kind in kinds))
STRENGTHS = {"sentences": 4.0, "sides": 1.0, "facts": 0.5}
"""Chosen by cross-validation over train and dev among 0.3, 1, 3 (4), 10 (16)."""
UNTRAINED = Classifier((CORRECT,), np.zeros((1, 1), np.float32), np.zeros(1, np.float32))


Fit = Callable[[frozenset[int]], Weights]
"""Returns the models of sentences and sides that never saw these folds."""


def train_weights(samples: Sequence[Sample], tuning: Sequence[Sample] = ()) -> Weights:
    """Return what is learned from the samples; the same samples give the same weights.

    `tuning` are documents that no model learns from, by which thresholds are set as well.
    """

    def fit(folds: frozenset[int]) -> Weights:
        return fit_sentences(leave_out(samples, *folds))

    return train_without(samples, (), fit, tuning)


def train_without(
    samples: Sequence[Sample], folds: Sequence[int], fit: Fit, tuning: Sequence[Sample] = ()
) -> Weights:
    """Return what is learned from the samples of all other folds."""
    seen = leave_out(samples, *folds)
    judged = judge_facts(seen, folds, fit)
    weights = replace(fit(frozenset(folds)), facts=fit_facts(judged))
    unseen = [each for sample in tuning for each in judge_sample(sample, weights)]
    weighed = [*_weigh_by_folds(judged), *_weigh(unseen, weights.facts)]
    return replace(weights, thresholds=set_thresholds(weighed, [*seen, *tuning]))


def judge_facts(samples: Sequence[Sample], folds: Sequence[int], fit: Fit) -> list[Judged]:
    """Return what rules find and models propose, each fold by models that never saw it."""
    judged: list[Judged] = []
    for fold in range(FOLDS):
        held = [sample for sample in samples if sample.fold == fold]
        if held:
            weights = fit(frozenset((*folds, fold)))
            judged += [each for sample in held for each in judge_sample(sample, weights)]
    return judged


def fit_sentences(samples: Sequence[Sample]) -> Weights:
    """Return the models of sentences and sides; none of facts yet."""
    labels = [each for sample in samples for each in sample.labels]
    truth = np.array([[name in each for name in CLASSES] for each in labels], np.int8)
    rows = make_rows([names for sample in samples for names in sample.features])
    sentences = fit_classifier(CLASSES, Examples(rows, truth), STRENGTHS["sentences"])
    sides = [side for sample in samples for side in sample.sides]
    parts = np.array([[side.parts.get(part, -1) for part in PARTS] for side in sides], np.int8)
    rows = make_rows([side.features for side in sides])
    chosen = fit_classifier(tuple(PARTS), Examples(rows, parts), STRENGTHS["sides"])
    return Weights(sentences, chosen, UNTRAINED, {})


def fit_facts(judged: Sequence[Judged]) -> Classifier:
    """Return the model of how sure a fact is."""
    rows = make_rows([each.features for each in judged])
    truth = np.array([[each.right] for each in judged], np.int8)
    return fit_classifier((CORRECT,), Examples(rows, truth), STRENGTHS["facts"])


def _weigh_by_folds(judged: Sequence[Judged]) -> list[tuple[Judged, float]]:
    """Return the facts with the confidence that a model gives which never saw their document."""
    weighed: list[tuple[Judged, float]] = []
    for fold in range(FOLDS):
        model = fit_facts([each for each in judged if each.sample.fold != fold])
        weighed += _weigh([each for each in judged if each.sample.fold == fold], model)
    return weighed


def _weigh(judged: Sequence[Judged], model: Classifier) -> list[tuple[Judged, float]]:
    """Return the facts with the confidence that the model gives."""
    return [(each, model.judge(each.features)[CORRECT]) for each in judged]
