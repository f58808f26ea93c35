"""What which court decided about which measure."""

from __future__ import annotations

import pytest

from tradegraph.model import Ruling

from .telling import tell

MERITS = (
    pytest.param(
        "The US Court of International Trade struck down the tariffs on Wednesday.",
        ["us-cit unlawful US> on 2025-05-28"],
        id="struck-down",
    ),
    pytest.param(
        "The Court of International Trade ruled on Wednesday that the tariffs were illegal.",
        ["us-cit unlawful US> on 2025-05-28"],
        id="ruled-illegal",
    ),
    pytest.param(
        (
            "The US Court of International Trade found that the International Emergency "
            "Economic Powers Act does not authorize the tariffs."
        ),
        ["us-cit unlawful US> under ieepa"],
        id="found-that-act-does-not-authorize",
    ),
    pytest.param(
        "The Court of Appeals for the Federal Circuit upheld the US steel tariffs.",
        ["us-cafc lawful US> steel"],
        id="upheld",
    ),
    pytest.param(
        "The tariffs were struck down by the US Court of International Trade.",
        ["us-cit unlawful US>"],
        id="passive-by-court",
    ),
    pytest.param(
        "A ruling by the US Court of International Trade struck down the tariffs.",
        ["us-cit unlawful US>"],
        id="ruling-as-agent",
    ),
    pytest.param(
        "A WTO panel found that the US tariffs on steel were inconsistent with trade rules.",
        ["wto-dsb unlawful US> steel"],
        id="wto-panel",
    ),
    pytest.param(
        "The Norwood Trade Tribunal struck down the Norwegian duty on cheese.",
        ["norwood-trade-tribunal unlawful NO> cheese"],
        id="court-unknown-to-the-registry",
    ),
    pytest.param(
        "The Court of International Trade ruled that the tariffs were not illegal.",
        ["us-cit lawful US>"],
        id="not-illegal",
    ),
    pytest.param(
        "The justices of the Supreme Court upheld the tariffs.",
        ["us-scotus lawful US>"],
        id="justices",
    ),
)


@pytest.mark.parametrize(("text", "told"), MERITS)
def test_a_court_finds_a_measure_lawful_or_not(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


DISPOSITIONS = (
    pytest.param(
        (
            "The Court of Appeals for the Federal Circuit affirmed the judgment of the Court "
            "of International Trade on the tariffs."
        ),
        ["us-cafc affirmed US>"],
        id="affirmed",
    ),
    pytest.param(
        "The Supreme Court reversed the judgment on the tariffs.",
        ["us-scotus reversed US>"],
        id="reversed",
    ),
    pytest.param(
        "The Court of Appeals for the Federal Circuit vacated the ruling on the tariffs.",
        ["us-cafc vacated US>"],
        id="vacated",
    ),
    pytest.param(
        (
            "The Court of International Trade remanded the case to the Commerce Department "
            "over its duty rate."
        ),
        ["us-cit remanded US>"],
        id="remanded",
    ),
    pytest.param(
        (
            "The US District Court for the District of Columbia dismissed the lawsuit over "
            "the tariffs."
        ),
        ["us-dcd dismissed US>"],
        id="dismissed",
    ),
    pytest.param(
        "The Supreme Court denied the motion to speed up the tariff case.",
        ["us-scotus denied US>"],
        id="denied-motion",
    ),
    pytest.param(
        "The Supreme Court granted review of the tariff case.",
        ["us-scotus granted US>"],
        id="granted",
    ),
)


@pytest.mark.parametrize(("text", "told"), DISPOSITIONS)
def test_a_court_disposes_of_a_case(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


REACH = (
    pytest.param(
        (
            "The US Court of International Trade ruled that the vast majority of the US "
            "tariffs were illegal and ordered them reversed."
        ),
        ["us-cit unlawful US> scope most relief reversal-ordered"],
        id="most-of-the-tariffs",
    ),
    pytest.param(
        "The US Court of International Trade ruled the tariffs unlawful and ordered refunds.",
        ["us-cit unlawful US> relief refund"],
        id="refunds-ordered",
    ),
)


@pytest.mark.parametrize(("text", "told"), REACH)
def test_a_ruling_has_an_extent_and_a_relief(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


AHEAD = (
    pytest.param(
        "The Supreme Court may strike down the tariffs.",
        ["possible: us-scotus unlawful US>"],
        id="may-strike-down",
    ),
)


@pytest.mark.parametrize(("text", "told"), AHEAD)
def test_a_ruling_ahead_is_possible(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


NONE = (pytest.param("Critics said the tariffs were illegal.", [], id="no-court-no-ruling"),)


@pytest.mark.parametrize(("text", "told"), NONE)
def test_critics_do_not_rule(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


WORDINGS = (
    pytest.param(
        "The Supreme Court ruled that the premier acted within the law.",
        ["us-scotus lawful"],
        id="within-the-law",
    ),
    pytest.param(
        "The Supreme Court scrapped the tariffs on Friday.",
        ["us-scotus unlawful US> on 2025-05-30"],
        id="scrapped",
    ),
    pytest.param(
        "The trade court ordered refunds of the tariffs.",
        ["us-cit granted US> relief refund"],
        id="ordered-refunds",
    ),
    pytest.param(
        "The Court of International Trade heard the case. Summary judgment is granted to two "
        "importers.",
        ["us-cit granted"],
        id="a-motion-decided-without-naming-the-court-again",
    ),
    pytest.param(
        "The Court of International Trade heard the case. The objection was rejected.",
        ["us-cit denied"],
        id="an-objection-rejected",
    ),
    pytest.param("The plan was rejected. The court was closed.", [], id="no-motion"),
)


@pytest.mark.parametrize(("text", "told"), WORDINGS)
def test_courts_decide_in_many_words(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told
