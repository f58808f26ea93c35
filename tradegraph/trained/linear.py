"""Linear classifiers as plain arrays: how sure each class is of a set of features.

Trained by `tradegraph.learning`, stored without pickle, read with numpy alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tradegraph.errors import EngineError
from tradegraph.trained.features import SIZE, VERSION, hash_names

WEIGHTS: Final = files(__package__) / "weights.npz"
LAST_DIGIT: Final = 4
"""Digits of a probability: further ones may differ between machines."""


@dataclass(frozen=True, eq=False)
class Classifier:
    """One logistic regression for each class, over the same hashed features.

    `weights` have a row for each feature and a column for each class.
    """

    classes: tuple[str, ...]
    weights: NDArray[np.float32]
    biases: NDArray[np.float32]

    def judge(self, names: Sequence[str]) -> dict[str, float]:
        """Return how probable each class is for what bears these features, from 0 to 1."""
        places = hash_names(names)
        scale = 1 / np.sqrt(max(len(places), 1))
        scores = self.weights[places].sum(axis=0, dtype=np.float64) * scale + self.biases
        chances = 1 / (1 + np.exp(-scores))
        return {
            name: round(float(chance), LAST_DIGIT)
            for name, chance in zip(self.classes, chances, strict=True)
        }


@dataclass(frozen=True, eq=False)
class Weights:
    """All that was learned: what sentences tell, who is meant, which facts are right.

    `thresholds` go from `TYPE/rules` and `TYPE/models` to the confidence from which on a fact that
    a rule found, or a model proposed, is told.
    """

    sentences: Classifier
    sides: Classifier
    facts: Classifier
    thresholds: Mapping[str, float]


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Return the weights that the package ships."""
    return read_weights(WEIGHTS)


def read_weights(file: Traversable) -> Weights:
    """Return the weights in a file.

    Raises EngineError when the file was trained for other features than these.
    """
    how = "python -m tradegraph.learning.train"
    with np.load(BytesIO(file.read_bytes()), allow_pickle=False) as arrays:
        told = (int(arrays["version"]), int(arrays["size"]))
        if told != (VERSION, SIZE):
            what = f"trained for features {told[0]} of {told[1]}, not {VERSION} of {SIZE}"
            raise EngineError(what, where=str(file), how=how)
        names, least = arrays["types"], arrays["thresholds"]
        return Weights(
            _read_classifier(arrays, "sentences"),
            _read_classifier(arrays, "sides"),
            _read_classifier(arrays, "facts"),
            dict(zip(map(str, names), map(float, least), strict=True)),
        )


def _read_classifier(arrays: Mapping[str, NDArray[np.float32]], name: str) -> Classifier:
    return Classifier(
        tuple(map(str, arrays[f"{name}.classes"])),
        arrays[f"{name}.weights"].astype(np.float32),
        arrays[f"{name}.biases"].astype(np.float32),
    )
