"""The weights that are shipped: of these features, small, and without a text inside."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from tradegraph.errors import EngineError
from tradegraph.evaluation.facts import ROLES
from tradegraph.trained.confidence import CORRECT
from tradegraph.trained.features import SIZE, VERSION
from tradegraph.trained.linear import WEIGHTS, Classifier, load_weights, read_weights
from tradegraph.trained.outlook import KINDS

MOST_BYTES = 30 * 2**20


def test_the_shipped_weights_are_of_these_features() -> None:
    weights = load_weights()
    kinds = {f"{name}/{kind}" for name, told in KINDS.items() for kind in told}
    assert set(weights.sentences.classes) == set(ROLES) | kinds
    assert weights.facts.classes == (CORRECT,)
    assert {name.partition("/")[0] for name in weights.thresholds} == set(ROLES)
    assert all(each.weights.shape[0] == SIZE for each in (weights.sentences, weights.facts))


@pytest.mark.parametrize(("version", "size"), [(VERSION + 1, SIZE), (VERSION, SIZE // 2)])
def test_weights_of_other_features_are_refused(tmp_path: Path, version: int, size: int) -> None:
    file = tmp_path / "weights.npz"
    np.savez(file, version=np.array(version), size=np.array(size))
    with pytest.raises(EngineError, match="trained for features") as caught:
        read_weights(file)
    assert caught.value.how == "python -m tradegraph.learning.train"


def test_the_weights_hold_numbers_and_class_names_and_are_small() -> None:
    content = WEIGHTS.read_bytes()
    assert len(content) < MOST_BYTES
    with np.load(BytesIO(content), allow_pickle=False) as arrays:
        texts = {name for name in arrays.files if arrays[name].dtype.kind not in "fi"}
    assert texts == {"types", "sentences.classes", "sides.classes", "facts.classes"}


def test_a_classifier_is_sure_of_what_its_weights_favour() -> None:
    weights = np.zeros((SIZE, 2), np.float32)
    weights[:, 1] = 3
    judged = Classifier(("no", "yes"), weights, np.zeros(2, np.float32)).judge(["w=duty"])
    assert judged == {"no": 0.5, "yes": 0.9526}
