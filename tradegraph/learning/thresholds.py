"""From which confidence on a fact is told: for each type, so that F1 over all facts is greatest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tradegraph.evaluation.facts import ROLES
from tradegraph.learning.samples import Sample
from tradegraph.learning.truth import Judged
from tradegraph.trained import threshold_of

GRIDS = {
    "rules": tuple(number / 100 for number in range(10, 45, 2)),
    "models": tuple(number / 100 for number in range(40, 61, 2)),
}
COMMON = {"rules": 0.2, "models": 0.5}
"""Where there are few examples. The best is half of the F1 reached (Lipton et al. 2014); what rules
found is given up later and what models propose taken sooner only by what is measured."""
ENOUGH = 60
"""So many facts of a type are needed for a threshold of its own."""
ROUNDS = 3

Weighed = Sequence[tuple[Judged, float]]


def set_thresholds(weighed: Weighed, samples: Sequence[Sample]) -> dict[str, float]:
    """Return the least confidence of each type, found type by type with the others kept."""
    annotated = sum(len(sample.gold) for sample in samples)
    counts = Counter(threshold_of(judged.fact) for judged, _ in weighed)
    chosen = {f"{name}/{source}": least for name in ROLES for source, least in COMMON.items()}
    for _ in range(ROUNDS):
        for name in (name for name in chosen if counts[name] >= ENOUGH):
            grid = GRIDS[name.partition("/")[2]]
            tried = [(score(weighed, {**chosen, name: least}, annotated), least) for least in grid]
            chosen[name] = max(tried)[1]
    return chosen


def score(weighed: Weighed, thresholds: Mapping[str, float], annotated: int) -> float:
    """Return F1 over the facts that are told with these thresholds."""
    told = [j.right for j, chance in weighed if chance >= thresholds[threshold_of(j.fact)]]
    return 2 * sum(told) / max(len(told) + annotated, 1)
