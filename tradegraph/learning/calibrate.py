"""Whether confidence holds: of facts with 0.7, seven in ten should be right.

`python -m tradegraph.learning.calibrate --gold DIR --docs FILE` weighs the facts of documents, best
of ones that the weights never saw, and prints a reliability table by decile and the expected
calibration error (Naeini et al. 2015): the mean distance of confidence and share, by facts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradegraph.learning.samples import Sample, read_samples
from tradegraph.learning.sources import add_sources, pair_sources
from tradegraph.learning.truth import judge_sample
from tradegraph.trained import is_told
from tradegraph.trained.confidence import CORRECT
from tradegraph.trained.linear import Weights, load_weights

BINS = 10


@dataclass(frozen=True, slots=True)
class Weighed:
    """The confidence of a fact, whether it is right, and whether it is told."""

    confidence: float
    right: bool
    told: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The facts of one decile of confidence."""

    facts: int
    confidence: float
    share: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, of the facts that are told and of all that were gathered."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add_sources(parser)
    options = parser.parse_args(arguments)
    weighed = weigh_samples(read_samples(pair_sources(options)), load_weights())
    for name, facts in (("told", [w for w in weighed if w.told]), ("gathered", weighed)):
        sys.stdout.write(f"{name}: {len(facts)} facts, error {measure_error(facts):.3f}\n")
        for each in count_bins(facts):
            sys.stdout.write(f"  confidence {each.confidence:.2f}  right {each.share:.2f}")
            sys.stdout.write(f"  of {each.facts}\n")
    return 0


def weigh_samples(samples: Sequence[Sample], weights: Weights) -> list[Weighed]:
    """Return the facts that are gathered in documents, each with its confidence."""
    weighed = []
    for sample in samples:
        for judged in judge_sample(sample, weights):
            chance = weights.facts.judge(judged.features)[CORRECT]
            weighed.append(Weighed(chance, judged.right, is_told(judged.fact, chance, weights)))
    return weighed


def count_bins(weighed: Sequence[Weighed]) -> Iterator[Bin]:
    """Yield the deciles of confidence that hold facts."""
    for number in range(BINS):
        inside = [w for w in weighed if min(int(w.confidence * BINS), BINS - 1) == number]
        if inside:
            mean = sum(w.confidence for w in inside) / len(inside)
            yield Bin(len(inside), mean, sum(w.right for w in inside) / len(inside))


def measure_error(weighed: Sequence[Weighed]) -> float:
    """Return the expected calibration error, from 0 to 1."""
    distances = (each.facts * abs(each.confidence - each.share) for each in count_bins(weighed))
    return sum(distances) / max(len(weighed), 1)


if __name__ == "__main__":
    sys.exit(main())
