"""Writing weights: plain arrays in one file, the same bytes for the same weights."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np

from tradegraph.trained.features import SIZE, VERSION
from tradegraph.trained.linear import Weights


def write_weights(weights: Weights, file: Path) -> int:
    """Write the weights and return how many bytes that took."""
    arrays = {
        "version": np.array(VERSION),
        "size": np.array(SIZE),
        "types": np.array(list(weights.thresholds)),
        "thresholds": np.array(list(weights.thresholds.values())),
    }
    for name in ("sentences", "sides", "facts"):
        classifier = getattr(weights, name)
        arrays[f"{name}.classes"] = np.array(classifier.classes)
        arrays[f"{name}.weights"] = classifier.weights.astype(np.float16)
        arrays[f"{name}.biases"] = classifier.biases
    buffer = BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    return file.write_bytes(buffer.getvalue())
