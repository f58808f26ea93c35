"""Exemptions without the measure's noun: what is spared, and access on better terms."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import tell

LAID = "Norway imposed a 10% tariff on rice from Iceland on Monday. "
SPARED = (
    pytest.param(
        LAID + "Wild rice was spared.",
        "exemption NO> Wild rice",
        id="spared",
    ),
    pytest.param(
        LAID + "There is a carve-out for Sweden.",
        "exemption NO>SE",
        id="carve-out-for",
    ),
    pytest.param(
        "Norway will provide preferential market access for Swedish rice.",
        "planned: decrease NO>SE rice",
        id="preferential-access",
    ),
    pytest.param(
        "Norway imposed a 10% tariff on rice from all countries except Iceland and Sweden.",
        "exemption NO>IS+SE rice",
        id="all-except",
    ),
)


@pytest.mark.parametrize(("text", "expected"), SPARED)
def test_goods_are_spared_from_the_measure_told_before(text: str, expected: str) -> None:
    assert tell(text, MeasureEvent)[-1] == expected


UNTOLD = (
    pytest.param("Wild rice was spared.", [], id="from-nothing"),
    pytest.param(
        LAID + "Sweden was exempted from certain requirements.",
        ["imposition NO>IS rice 10% on 2025-05-26"],
        id="from-something-else",
    ),
    pytest.param(
        LAID + "There is a carve-out for Sweden. Sweden was spared.",
        ["imposition NO>IS rice 10% on 2025-05-26", "exemption NO>SE"],
        id="told-once",
    ),
)


@pytest.mark.parametrize(("text", "expected"), UNTOLD)
def test_what_is_spared_from_no_measure_is_no_exemption(text: str, expected: list[str]) -> None:
    assert tell(text, MeasureEvent) == expected
