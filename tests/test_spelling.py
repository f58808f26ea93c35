from __future__ import annotations

import pytest

from tradegraph.spelling import advise


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        pytest.param("biuld", "did you mean 'build'?", id="letters-swapped"),
        pytest.param("BUILD", "did you mean 'build'?", id="case"),
        pytest.param("xyzzy", "look it up", id="nothing-near"),
        pytest.param("", "look it up", id="empty"),
    ],
)
def test_the_nearest_known_name_is_advised(name: str, advice: str) -> None:
    assert advise(name, ["build", "query"], otherwise="look it up") == advice
