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


ASKED_FOR = (
    pytest.param(
        (
            "The US Court of International Trade struck down the tariffs. The government asked "
            "the Court of Appeals for the Federal Circuit for a stay."
        ),
        ["possible: us-cafc stays us-cit"],
        id="asked-for",
    ),
    pytest.param(
        (
            "The US Court of International Trade struck down the tariffs on Monday. On Tuesday the "
            "Court of Appeals for the Federal Circuit granted the motion to stay the judgment."
        ),
        ["us-cafc stays us-cit on 2025-05-27"],
        id="motion-granted",
    ),
    pytest.param(
        "The US Court of International Trade struck down the tariffs. The government moved for a "
        "stay pending appeal, which the Federal Circuit granted on Tuesday.",
        ["us-cafc stays us-cit on 2025-05-27"],
        id="granted-in-a-clause",
    ),
    pytest.param(
        "The US Court of International Trade turned down a motion to put its judgment on hold.",
        ["denied: not us-cit stays us-cit"],
        id="motion-turned-down",
    ),
    pytest.param(
        "The US Court of International Trade agreed on Tuesday to put its own order on hold.",
        ["us-cit stays us-cit on 2025-05-27"],
        id="agreed-to",
    ),
    pytest.param(
        (
            "The US Court of International Trade struck down the tariffs. The Court of Appeals for "
            "the Federal Circuit is weighing a stay."
        ),
        ["possible: us-cafc stays us-cit"],
        id="weighed",
    ),
)


@pytest.mark.parametrize(("text", "told"), ASKED_FOR)
def test_a_stay_that_is_asked_for_is_what_the_court_makes_of_it(text: str, told: list[str]) -> None:
    assert tell(text, Stay) == told


def test_a_pause_of_the_measure_is_no_stay() -> None:
    assert tell("The government paused the tariffs.", Stay) == []


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
        "The US Court of International Trade struck down the US tariffs. Customs officers are "
        "enjoined from collecting them.",
        ["us-cit"],
        id="enjoined-by-the-court-that-sits",
    ),
    pytest.param(
        "The US Court of International Trade issued a ruling. On Monday the Court of Appeals for "
        "the Federal Circuit set aside the injunction.",
        ["us-cit on 2025-05-26"],
        id="set-aside-by-the-court-above",
    ),
    pytest.param(
        "An injunction from the US Court of International Trade barred the tariffs.",
        ["us-cit US>"],
        id="injunction-from",
    ),
    pytest.param(
        "The US District Court for the District of Columbia enjoined the tariffs only as to the "
        "two importers.",
        ["us-dcd US> scope parties-only"],
        id="for-the-parties",
    ),
    pytest.param(
        "The US District Court for the District of Columbia barred customs officers from "
        "collecting the tariffs from Apple and Costco.",
        ["us-dcd US> scope parties-only"],
        id="for-companies-by-name",
    ),
    pytest.param(
        "The US District Court for the District of Columbia barred customs officers from "
        "collecting the tariffs from all importers.",
        ["us-dcd US>"],
        id="for-everybody",
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
