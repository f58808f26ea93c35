"""Whether more annotated text would help: how well a test set is read after part of the training.

`python -m tradegraph.learning.curve --gold DIR --docs FILE --test-gold DIR --test-docs FILE` prints
a row for rules alone and for a quarter, half, three quarters and all of the training documents.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from tradegraph.evaluation import Evaluation, count_figures
from tradegraph.learning.crossvalidate import HEAD, say_figures, score_samples
from tradegraph.learning.recipe import train_weights
from tradegraph.learning.samples import Sample, read_samples
from tradegraph.learning.sources import add_sources, pair_sources

SHARES = (25, 50, 75, 100)
SALT = "curve"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the learning curve."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add_sources(parser)
    parser.add_argument("--test-gold", type=Path, required=True, metavar="DIR")
    parser.add_argument("--test-docs", type=Path, required=True, metavar="FILE")
    options = parser.parse_args(arguments)
    samples = shuffle(read_samples(pair_sources(options)))
    test = read_samples([(options.test_gold, options.test_docs)])
    sys.stdout.write(f"{HEAD}\n")
    say_figures(count_figures(Evaluation(tuple(score_samples(test, None)))), "rules alone")
    for share in SHARES:
        weights = train_weights(samples[: round(len(samples) * share / 100)])
        scores = score_samples(test, weights)
        say_figures(count_figures(Evaluation(tuple(scores))), f"{share} % of training")
    return 0


def shuffle(samples: Sequence[Sample]) -> list[Sample]:
    """Return the samples in an order that depends on their names alone."""
    return sorted(samples, key=lambda sample: crc32((SALT + sample.name).encode()))


if __name__ == "__main__":
    sys.exit(main())
