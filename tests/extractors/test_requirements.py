"""What is needed for a deal or the talks."""

from __future__ import annotations

import pytest

from tradegraph.model import Requirement

from .telling import tell

NEEDS = (
    pytest.param(
        "A call between Donald Trump and Xi Jinping may be needed to reach a deal.",
        ["possible: for a deal call donald-trump+xi-jinping"],
        id="call-needed",
    ),
    pytest.param(
        (
            "Donald Trump and Xi Jinping lead the two countries. Talks on a deal go on. The "
            "personal involvement of both leaders is essential."
        ),
        ["for the talks engagement donald-trump+xi-jinping"],
        id="leaders-involvement",
    ),
    pytest.param(
        "A meeting between Donald Trump and Xi Jinping is required for a trade deal.",
        ["for a deal meeting donald-trump+xi-jinping"],
        id="meeting-required",
    ),
    pytest.param("A call is needed for a deal.", [], id="no-parties-no-need"),
)


@pytest.mark.parametrize(("text", "told"), NEEDS)
def test_an_encounter_of_two_sides_is_needed(text: str, told: list[str]) -> None:
    assert tell(text, Requirement) == told
