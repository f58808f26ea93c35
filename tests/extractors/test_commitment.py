"""How a text commits to what it says: modality and polarity."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import tell

PLANS = (
    pytest.param(
        "Norway's duties on steel take effect on Monday.",
        ["planned: imposition NO> steel effective 2025-06-02"],
        id="scheduled-in-the-present",
    ),
    pytest.param(
        "Norway's duty on steel expires in June.",
        ["planned: expiry NO> steel effective 2025-06-01..2025-06-30"],
        id="ends-in-the-present",
    ),
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
        "Peru vowed on Monday to lift its duty on Chilean grapes.",
        ["planned: revocation PE>CL grapes on 2025-05-26"],
        id="vowed-on-a-day-to",
    ),
    pytest.param(
        "The senate passed a bill that lifts Peru's duty on Chilean grapes.",
        ["planned: revocation PE>CL grapes"],
        id="bill-that",
    ),
    pytest.param(
        "The deal cuts Peru's duty on Chilean grapes.",
        ["planned: decrease PE>CL grapes"],
        id="deal-says",
    ),
    pytest.param(
        "Peru to impose 5% duty on Chilean grapes.",
        ["planned: imposition PE>CL grapes 5%"],
        id="a-headline",
    ),
    pytest.param(
        "Peru's looming 5% duty on Chilean grapes worries farmers.",
        ["planned: imposition PE>CL grapes 5%"],
        id="looming",
    ),
    pytest.param(
        "Peru will keep pushing to lower its duty on Chilean grapes.",
        ["planned: decrease PE>CL grapes"],
        id="keeps-asking",
    ),
    pytest.param(
        "Peru said it would have no choice but to impose a duty on Chilean grapes.",
        ["planned: imposition PE>CL grapes"],
        id="no-choice-but-to",
    ),
    pytest.param(
        "Peru unveiled plans for a 5% duty on Chilean grapes.",
        ["planned: announcement PE>CL grapes 5%"],
        id="plans-for",
    ),
    pytest.param(
        "Higher Peruvian duties on Chilean grapes were set to take effect on June 15.",
        ["planned: increase PE>CL grapes effective 2025-06-15"],
        id="set-to-take-effect",
    ),
    pytest.param(
        "Peru named the Chilean goods to receive a zero percent duty rate.",
        ["planned: exemption PE>CL 0%"],
        id="goods-to-receive",
    ),
    pytest.param(
        "Peru is on the verge of imposing a 5% duty on Chilean grapes.",
        ["planned: imposition PE>CL grapes 5%"],
        id="on-the-verge-of",
    ),
    pytest.param(
        "Peru's duty on Chilean grapes will not exceed 10%.",
        ["planned: imposition PE>CL grapes up-to 10%"],
        id="will-not-exceed",
    ),
    pytest.param(
        "Peru announced that Chilean grapes will be duty-free.",
        ["planned: exemption PE> 0%"],
        id="will-be-free",
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
        "Chile called on Peru to lift its duty on grapes.",
        ["possible: revocation PE>CL grapes"],
        id="called-on",
    ),
    pytest.param(
        "The arbitrators cleared Peru to impose a duty on Chilean grapes.",
        ["possible: imposition PE>CL grapes"],
        id="cleared-to",
    ),
    pytest.param(
        "Peru reserves the right to impose duties on Chilean grapes.",
        ["possible: imposition PE>CL grapes"],
        id="the-right-to",
    ),
    pytest.param(
        "The goal is to lift Peru's duty on Chilean grapes.",
        ["possible: revocation PE>CL grapes"],
        id="goal-is",
    ),
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
        "Peru will lift its duty on Chilean grapes if talks succeed.",
        ["conditional: revocation PE>CL grapes"],
        id="if-clause-after",
    ),
    pytest.param(
        "If talks succeed, Peru will lift its duty on Chilean grapes.",
        ["conditional: revocation PE>CL grapes"],
        id="if-clause-before",
    ),
    pytest.param(
        "If Peru imposes a duty on Chilean grapes, prices will rise.",
        ["conditional: imposition PE>CL grapes"],
        id="the-condition-itself",
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
    pytest.param(
        "Peru threatened on Monday to raise its duty on Chilean grapes to 5%.",
        ["threatened: increase PE>CL grapes 5% on 2025-05-26"],
        id="threatened-on-a-day-to",
    ),
    pytest.param(
        "Peru threatened a duty on Chilean grapes unless Chile agrees.",
        ["threatened: threat PE>CL grapes"],
        id="threatened-unless",
    ),
    pytest.param(
        "Peru would impose a 5% duty on Chilean grapes if talks fail.",
        ["threatened: threat PE>CL grapes 5%"],
        id="would-if",
    ),
    pytest.param(
        "If talks fail, Peru will impose a 5% duty on Chilean grapes.",
        ["threatened: threat PE>CL grapes 5%"],
        id="if-will",
    ),
    pytest.param(
        "Should talks fail, Peru will impose a 5% duty on Chilean grapes.",
        ["threatened: threat PE>CL grapes 5%"],
        id="should-talks-fail",
    ),
    pytest.param(
        "Peru will impose a duty on Chilean grapes unless Chile agrees.",
        ["threatened: threat PE>CL grapes"],
        id="will-unless",
    ),
    pytest.param(
        "Peru said it is prepared to raise its duty on Chilean grapes if talks fail.",
        ["threatened: increase PE>CL grapes"],
        id="prepared-to-if",
    ),
    pytest.param(
        "Peru said it would impose a 5% duty on Chilean grapes and lift it to 10% if talks fail.",
        [
            "planned: imposition PE>CL grapes 5%",
            "threatened: increase PE>CL grapes 10% from 5%",
        ],
        id="a-pronoun-for-the-duty",
    ),
    pytest.param(
        "Peru is ready to tax Chilean grape imports if talks fail.",
        ["threatened: threat PE>CL grape"],
        id="a-verb-without-the-noun",
    ),
    pytest.param(
        "Peru will not hesitate to retaliate against Chile.",
        ["threatened: threat PE>CL against CL"],
        id="will-not-hesitate",
    ),
    pytest.param(
        "Peru promised to retaliate against Chile.",
        ["threatened: threat PE>CL against CL"],
        id="promised-to-retaliate",
    ),
)


@pytest.mark.parametrize(("text", "told"), THREATS)
def test_a_warning_or_a_burden_promised_on_a_condition_is_a_threat(
    text: str, told: list[str]
) -> None:
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
        "Peru has abandoned plans to impose a duty on Chilean grapes.",
        ["denied: not imposition PE>CL grapes"],
        id="abandoned-plans",
    ),
    pytest.param(
        "Peru ruled out new duties on Chilean grapes.",
        ["denied: not imposition PE>CL grapes"],
        id="ruled-out-new-duties",
    ),
    pytest.param(
        "Peru has yet to impose a duty on Chilean grapes.",
        ["denied: not imposition PE>CL grapes"],
        id="has-yet-to",
    ),
    pytest.param(
        "Peru stopped short of imposing a duty on Chilean grapes.",
        ["denied: not imposition PE>CL grapes"],
        id="stopped-short-of",
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


IDLE = (
    pytest.param("Peru was urged not to raise its duty on Chilean grapes.", id="urged-not-to"),
    pytest.param("Peru rejected calls to lift its duty on Chilean grapes.", id="rejected-calls"),
    pytest.param("Chile does not want an increase in Peru's duty on grapes.", id="wants-none"),
    pytest.param(
        "Peru had been warned not to impose a duty on Chilean grapes.", id="warned-not-to"
    ),
)


@pytest.mark.parametrize("text", IDLE)
def test_what_one_is_told_not_to_do_is_no_event(text: str) -> None:
    assert tell(text, MeasureEvent) == []


FACTS = (
    pytest.param(
        "The Norwegian duty takes effect on July 1, 2024.",
        ["entry-into-effect NO> effective 2024-07-01"],
        id="present-of-a-day-gone-by",
    ),
    pytest.param(
        "Peru has imposed a duty on Chilean grapes.", ["imposition PE>CL grapes"], id="has-imposed"
    ),
    pytest.param(
        "Peru's decision to raise its duty on Chilean grapes stands.",
        ["increase PE>CL grapes"],
        id="decision-to",
    ),
    pytest.param(
        "Peru will maintain the 5% duty on Chilean grapes.",
        ["imposition PE>CL grapes 5%"],
        id="will-maintain",
    ),
    pytest.param(
        "Customs will keep collecting Peru's 5% duty on Chilean grapes.",
        ["imposition PE>CL grapes 5%"],
        id="will-keep-doing",
    ),
    pytest.param(
        "Peru charges a 5% duty on Chilean grapes; rice is not touched.",
        ["imposition PE>CL grapes 5%"],
        id="not-beyond-a-semicolon",
    ),
    pytest.param(
        "Peru will review the duty imposed on Chilean grapes.",
        ["imposition PE>CL grapes"],
        id="a-participle-of-the-past",
    ),
)


@pytest.mark.parametrize(("text", "told"), FACTS)
def test_a_plain_sentence_asserts(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told
