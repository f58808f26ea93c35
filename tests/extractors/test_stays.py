"""Stays of rulings, injunctions against measures, and what they leave in place."""

from __future__ import annotations

import pytest

from tradegraph.model import Injunction, MeasureState, Stay

from .telling import tell

STAYS = (
    pytest.param(
        (
            "The US Court of International Trade struck down the tariffs. The Court of "
            "Appeals for the Federal Circuit paused the ruling on Thursday."
        ),
        ["us-cafc stays us-cit on 2025-05-29"],
        id="paused-the-ruling",
    ),
    pytest.param(
        (
            "The US Court of International Trade struck down the tariffs. The Court of "
            "Appeals for the Federal Circuit stayed the judgment."
        ),
        ["us-cafc stays us-cit"],
        id="stayed-judgment",
    ),
    pytest.param(
        (
            "The US Court of International Trade struck down the tariffs. The Court of "
            "Appeals for the Federal Circuit granted a stay."
        ),
        ["us-cafc stays us-cit"],
        id="granted-a-stay",
    ),
    pytest.param(
        (
            "The US Court of International Trade struck down the tariffs. The Court of "
            "Appeals for the Federal Circuit lifted the stay."
        ),
        ["us-cafc lifts us-cit"],
        id="lifted-the-stay",
    ),
)


@pytest.mark.parametrize(("text", "told"), STAYS)
def test_a_higher_court_stays_the_ruling_told_before(text: str, told: list[str]) -> None:
    assert tell(text, Stay) == told


NO_STAYS = (
    pytest.param(
        (
            "The US Court of International Trade struck down the tariffs. The government "
            "asked for a stay."
        ),
        [],
        id="asked-for-a-stay",
    ),
    pytest.param("The government paused the tariffs.", [], id="measure-paused-is-no-stay"),
)


@pytest.mark.parametrize(("text", "told"), NO_STAYS)
def test_a_request_or_a_pause_of_the_measure_is_no_stay(text: str, told: list[str]) -> None:
    assert tell(text, Stay) == told


HELD = (
    pytest.param(
        "The US Court of International Trade held that the retaliation had lapsed.",
        [],
        id="to-hold-that-is-to-decide",
    ),
    pytest.param(
        "The US Court of International Trade struck down the tariffs. An appellate court allowed "
        "the tariffs to go back into effect on Thursday.",
        ["us-cafc stays us-cit"],
        id="allowed-to-go-back-into-effect",
    ),
)


@pytest.mark.parametrize(("text", "told"), HELD)
def test_a_stay_is_more_than_a_holding(text: str, told: list[str]) -> None:
    assert tell(text, Stay) == told


INJUNCTIONS = (
    pytest.param(
        (
            "The US District Court for the District of Columbia granted a preliminary "
            "injunction against the tariffs."
        ),
        ["us-dcd US>"],
        id="granted-injunction",
    ),
    pytest.param(
        "The US District Court for the District of Columbia enjoined the tariffs.",
        ["us-dcd US>"],
        id="enjoined",
    ),
    pytest.param(
        (
            "The US District Court for the District of Columbia denied an injunction against "
            "the tariffs."
        ),
        ["denied: not us-dcd US>"],
        id="denied-injunction",
    ),
    pytest.param(
        "An injunction from the US Court of International Trade barred the tariffs.",
        ["us-cit US>"],
        id="injunction-from",
    ),
)


@pytest.mark.parametrize(("text", "told"), INJUNCTIONS)
def test_a_court_enjoins_or_refuses_to(text: str, told: list[str]) -> None:
    assert tell(text, Injunction) == told


STATES = (
    pytest.param(
        (
            "The US Court of International Trade struck down the US tariffs. An appellate "
            "court paused the ruling on Thursday, allowing the tariffs to remain in place."
        ),
        ["in-effect-pending-appeal US> since 2025-05-29"],
        id="remain-in-place",
    ),
)


@pytest.mark.parametrize(("text", "told"), STATES)
def test_a_stay_leaves_the_measure_in_place(text: str, told: list[str]) -> None:
    assert tell(text, MeasureState) == told
