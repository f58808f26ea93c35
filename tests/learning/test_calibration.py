"""How far confidence and the share of right facts lie apart."""

from __future__ import annotations

import pytest

from tradegraph.learning.calibrate import Weighed, count_bins, measure_error


def weigh(confidence: float, right: int, wrong: int) -> list[Weighed]:
    """Facts of one confidence, so many right and so many wrong."""
    truths = [True] * right + [False] * wrong
    return [Weighed(confidence, truth, told=True) for truth in truths]


@pytest.mark.parametrize(
    ("weighed", "error"),
    [
        pytest.param(weigh(0.75, 75, 25), 0.0, id="as sure as it is right"),
        pytest.param(weigh(0.95, 45, 55), 0.5, id="too sure"),
        pytest.param(weigh(0.75, 75, 25) + weigh(0.95, 45, 55), 0.25, id="half of it too sure"),
        pytest.param([], 0.0, id="nothing"),
    ],
)
def test_the_error_is_the_mean_distance(weighed: list[Weighed], error: float) -> None:
    assert measure_error(weighed) == pytest.approx(error)


def test_facts_are_counted_by_decile() -> None:
    counted = list(count_bins([*weigh(1.0, 3, 1), *weigh(0.05, 0, 2)]))
    assert [(each.facts, each.share) for each in counted] == [(2, 0.0), (4, 0.75)]
