"""Fitting linear classifiers: the one door to scikit-learn and scipy.

Logistic regression with L2 penalty, solved in the dual by liblinear (Fan et al. 2008, JMLR 9):
the same every time from a seed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tradegraph.trained.features import SIZE, hash_names
from tradegraph.trained.linear import Classifier

SEED = 0
MOST_STEPS = 1000
CERTAIN = 9.0
"""The bias of a class that every example has, or with a minus that none has."""


@dataclass(frozen=True, eq=False)
class Examples:
    """What a classifier is fitted to: features, a column of truth for each class.

    Truth is 1 or 0, or -1 where it is not known.
    """

    rows: csr_matrix
    truth: NDArray[np.int8]


def make_rows(features: Sequence[Sequence[str]]) -> csr_matrix:
    """Return one row for each list of names, scaled to length 1 as the classifier does."""
    places, ends, values = [], [0], []
    for names in features:
        found = hash_names(names)
        places += found
        values += [1 / np.sqrt(max(len(found), 1))] * len(found)
        ends.append(len(places))
    parts = (np.array(values), np.array(places, np.int32), np.array(ends, np.int32))
    return csr_matrix(parts, shape=(len(features), SIZE))


def fit_classifier(classes: Sequence[str], examples: Examples, strength: float) -> Classifier:
    """Return a classifier; the greater the strength, the closer it keeps to the examples."""
    fitted = [_fit(examples, column, strength) for column in range(len(classes))]
    return Classifier(
        tuple(classes),
        np.stack([weights for weights, _ in fitted], 1).astype(np.float16).astype(np.float32),
        np.array([bias for _, bias in fitted], np.float32),
    )


def _fit(examples: Examples, column: int, strength: float) -> tuple[NDArray[np.float64], float]:
    known = examples.truth[:, column] >= 0
    truth = examples.truth[known, column]
    if len(set(truth)) < 2:
        return np.zeros(SIZE), CERTAIN if truth.any() else -CERTAIN
    model = LogisticRegression(
        C=strength, solver="liblinear", dual=True, max_iter=MOST_STEPS, random_state=SEED
    )
    model.fit(examples.rows[known], truth)
    return model.coef_[0], float(model.intercept_[0])
