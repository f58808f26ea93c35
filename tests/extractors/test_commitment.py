"""How a text commits to what it says: modality and polarity."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import tell

PLANS = (
    pytest.param(
        "Peru will impose a 5% duty on Chilean grapes.",
        ["planned: imposition PE>CL grapes 5%"],
        id="will-is-planned",
    ),
    pytest.param(
        "Peru said it would impose a 5% duty on Chilean grapes.",
        ["planned: imposition PE>CL grapes 5%"],
        id="would-is-planned",
    ),
    pytest.param(
        "Peru plans to impose a 5% duty on Chilean grapes.",
        ["planned: imposition PE>CL grapes 5%"],
        id="plans-to",
    ),
    pytest.param(
        "Peru agreed to lower its duty on Chilean grapes.",
        ["planned: decrease PE>CL grapes"],
        id="agreed-to",
    ),
    pytest.param(
        "Peru decided to raise its duty on Chilean grapes.",
        ["planned: increase PE>CL grapes"],
        id="decided-to",
    ),
    pytest.param(
        "Peru's decision to raise its duty on Chilean grapes stands.",
        ["planned: increase PE>CL grapes"],
        id="decision-to",
    ),
    pytest.param(
        "Peru is expected to impose a duty on Chilean grapes.",
        ["expected: imposition PE>CL grapes"],
        id="expected-to",
    ),
    pytest.param(
        "Peru's duty on Chilean grapes is scheduled to take effect on June 15.",
        ["planned: imposition PE>CL grapes effective 2025-06-15"],
        id="scheduled-to",
    ),
    pytest.param(
        "Peru vowed to lift its duty on Chilean grapes.",
        ["planned: revocation PE>CL grapes"],
        id="vowed-to",
    ),
)


@pytest.mark.parametrize(("text", "told"), PLANS)
def test_what_is_ahead_is_planned_or_expected(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


POSSIBLE = (
    pytest.param(
        "Peru may impose a duty on Chilean grapes.",
        ["possible: imposition PE>CL grapes"],
        id="may-is-possible",
    ),
    pytest.param(
        "Peru could impose a duty on Chilean grapes.",
        ["possible: imposition PE>CL grapes"],
        id="could-is-possible",
    ),
    pytest.param(
        "Peru is considering a duty on Chilean grapes.",
        ["possible: imposition PE>CL grapes"],
        id="considers",
    ),
    pytest.param(
        "Growers urged Peru to cut its duty on Chilean grapes.",
        ["possible: decrease PE>CL grapes"],
        id="urged-to",
    ),
    pytest.param(
        "Peru proposed a 5% duty on Chilean grapes.",
        ["proposed: imposition PE>CL grapes 5%"],
        id="proposal",
    ),
    pytest.param(
        "Peru's proposed duty on Chilean grapes worried growers.",
        ["proposed: imposition PE>CL grapes"],
        id="proposed-adjective",
    ),
    pytest.param(
        "Will Peru impose a duty on Chilean grapes?",
        ["possible: imposition PE>CL grapes"],
        id="question",
    ),
)


@pytest.mark.parametrize(("text", "told"), POSSIBLE)
def test_what_is_weighed_proposed_or_asked_is_possible(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


CONDITIONS = (
    pytest.param(
        "Peru would impose a 5% duty on Chilean grapes if talks fail.",
        ["conditional: imposition PE>CL grapes 5%"],
        id="if-clause-after",
    ),
    pytest.param(
        "If talks fail, Peru will impose a 5% duty on Chilean grapes.",
        ["conditional: imposition PE>CL grapes 5%"],
        id="if-clause-before",
    ),
    pytest.param(
        "Peru will impose a duty on Chilean grapes unless Chile agrees.",
        ["conditional: imposition PE>CL grapes"],
        id="unless",
    ),
)


@pytest.mark.parametrize(("text", "told"), CONDITIONS)
def test_a_condition_makes_the_main_clause_conditional(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


THREATS = (
    pytest.param(
        "Peru threatened to impose a duty on Chilean grapes.",
        ["threatened: threat PE>CL grapes"],
        id="threatens-to",
    ),
    pytest.param(
        "Peru warned that it would impose a duty on Chilean grapes.",
        ["threatened: threat PE>CL grapes"],
        id="warned-it-would",
    ),
)


@pytest.mark.parametrize(("text", "told"), THREATS)
def test_a_warning_makes_a_threat(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


NEGATIONS = (
    pytest.param(
        "Peru did not impose a duty on Chilean grapes.",
        ["denied: not imposition PE>CL grapes"],
        id="did-not",
    ),
    pytest.param(
        "Peru will not impose a duty on Chilean grapes.",
        ["denied: not imposition PE>CL grapes"],
        id="will-not",
    ),
    pytest.param(
        "Peru never imposed a duty on Chilean grapes.",
        ["denied: not imposition PE>CL grapes"],
        id="never",
    ),
    pytest.param(
        "Peru denied that it would impose a duty on Chilean grapes.",
        ["denied: not imposition PE>CL grapes"],
        id="denied-that",
    ),
    pytest.param(
        "Peru refused to cut its duty on Chilean grapes.",
        ["denied: not decrease PE>CL grapes"],
        id="refused-to",
    ),
    pytest.param(
        "Peru ruled out raising its duty on Chilean grapes.",
        ["denied: not increase PE>CL grapes"],
        id="ruled-out",
    ),
    pytest.param(
        "Peru has no plan to impose a duty on Chilean grapes.",
        ["denied: not imposition PE>CL grapes"],
        id="no-plan-to",
    ),
    pytest.param(
        "Peru imposed no duty on Chilean grapes.",
        ["denied: not imposition PE>CL grapes"],
        id="no-argument",
    ),
    pytest.param(
        "Peru may not impose a duty on Chilean grapes.",
        ["possible: not imposition PE>CL grapes"],
        id="may-not",
    ),
)


@pytest.mark.parametrize(("text", "told"), NEGATIONS)
def test_a_negation_denies_what_it_governs(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


FACTS = (
    pytest.param(
        "Peru has imposed a duty on Chilean grapes.", ["imposition PE>CL grapes"], id="has-imposed"
    ),
)


@pytest.mark.parametrize(("text", "told"), FACTS)
def test_a_plain_sentence_asserts(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told
