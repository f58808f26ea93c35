"""Steps of investigations: opened, determined, terminated."""

from __future__ import annotations

import pytest

from tradegraph.model import Investigation

from .telling import tell

STEPS = (
    pytest.param(
        "The Commerce Department opened an investigation into steel imports.",
        ["investigation-opened us-commerce> steel"],
        id="opened",
    ),
    pytest.param(
        "The US Trade Representative launched an investigation of Brazil under Section 301.",
        ["investigation-opened us-ustr>BR under s301"],
        id="launched-under",
    ),
    pytest.param(
        "The Commerce Department is investigating imports of drones from China.",
        ["investigation-opened us-commerce>CN drones"],
        id="verb-investigates",
    ),
    pytest.param(
        (
            "The Commerce Department issued a final determination in its antidumping "
            "investigation of Chinese paper."
        ),
        ["determination us-commerce>CN paper under adcvd"],
        id="determination",
    ),
    pytest.param(
        "An investigation into Turkish pasta was initiated by the European Commission.",
        ["investigation-opened eu-commission>TR pasta"],
        id="initiated-by",
    ),
    pytest.param(
        "The Commerce Department may open an investigation into copper imports.",
        ["possible: investigation-opened us-commerce> copper"],
        id="may-open",
    ),
    pytest.param(
        "The Commerce Department opened a probe of copper imports on Monday.",
        ["investigation-opened us-commerce> copper on 2025-05-26"],
        id="passive-with-date",
    ),
)


@pytest.mark.parametrize(("text", "told"), STEPS)
def test_an_agency_takes_a_step(text: str, told: list[str]) -> None:
    assert tell(text, Investigation) == told


NONE = (pytest.param("An investigation of the accident began.", [], id="no-agency-no-fact"),)


@pytest.mark.parametrize(("text", "told"), NONE)
def test_an_inquiry_without_an_agency_is_left_out(text: str, told: list[str]) -> None:
    assert tell(text, Investigation) == told
