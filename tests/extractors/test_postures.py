"""Changes of posture, told or denied."""

from __future__ import annotations

import pytest

from tradegraph.model import PostureChange

from .telling import tell

POSTURES = (
    pytest.param(
        (
            "The United States raised tariffs. We have seen no change in the attitude of "
            "trading partners."
        ),
        ["reported: not all-trading-partners after 0 court actions"],
        id="no-change-in-posture",
    ),
    pytest.param(
        "The United States raised tariffs. The tone of Canada changed.",
        ["CA after 0 court actions"],
        id="tone-changed",
    ),
)


@pytest.mark.parametrize(("text", "told"), POSTURES)
def test_a_change_of_posture_has_those_who_change(text: str, told: list[str]) -> None:
    assert tell(text, PostureChange) == told
