"""Train the weights: `python -m tradegraph.learning.train --gold DIR --docs FILE`.

The same documents, annotations, rules and registry give the same file, byte by byte. To be run
again whenever rules or registry change: the model of confidence knows what each rule is worth.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tradegraph.learning.files import write_weights
from tradegraph.learning.recipe import train_weights
from tradegraph.learning.samples import read_samples
from tradegraph.learning.sources import add_sources, pair_sources

SHIPPED = Path(__file__).parents[1] / "trained" / "weights.npz"


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, write the weights, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add_sources(parser)
    parser.add_argument(
        "--tune-gold", type=Path, metavar="DIR", help="annotations by which only thresholds are set"
    )
    parser.add_argument("--tune-docs", type=Path, metavar="FILE", help="their documents")
    parser.add_argument("--output", type=Path, default=SHIPPED, metavar="FILE")
    options = parser.parse_args(arguments)
    samples = read_samples(pair_sources(options))
    tuned = options.tune_gold and options.tune_docs
    tuning = read_samples([(options.tune_gold, options.tune_docs)]) if tuned else []
    weights = train_weights(samples, tuning)
    size = write_weights(weights, options.output)
    told = ", ".join(f"{name} {least:.2f}" for name, least in weights.thresholds.items())
    sys.stdout.write(f"{len(samples)} documents; {size} bytes in {options.output}; told from\n")
    sys.stdout.write(f"{told}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
