"""Which goods a measure hits where another sentence lists them, and on whose law it may rest."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import tell

SCOPES = (
    pytest.param(
        "Norway imposed a 10% duty on Swedish goods. The list ranges from cars to wine and rice.",
        ["imposition NO>SE cars, wine, rice 10%"],
        id="a-list-that-ranges",
    ),
    pytest.param(
        "Norway imposed a 10% duty on Swedish goods. Items affected include beef and lamb.",
        ["imposition NO>SE beef, lamb 10%"],
        id="items-that-are-named-after",
    ),
    pytest.param(
        "Norway cut duties on Swedish goods. The tariff cuts covered sectors including textiles.",
        ["decrease NO>SE textiles"],
        id="sectors-that-cuts-cover",
    ),
    pytest.param(
        "Norway imposed a 10% duty on Swedish goods, ranging from clothing to cars to toys.",
        ["imposition NO>SE clothing, cars, toys 10%"],
        id="a-range-in-the-same-sentence",
    ),
    pytest.param(
        "Norway imposed a 10% duty on Swedish goods. The list does not include toys.",
        ["imposition NO>SE 10%"],
        id="what-is-not-on-the-list",
    ),
)


@pytest.mark.parametrize(("text", "told"), SCOPES)
def test_goods_are_read_from_the_sentence_that_lists_them(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


def test_no_measure_rests_on_the_law_of_another_country() -> None:
    text = (
        "Switzerland is cutting duties on fish from the United States under the accord. "
        "Switzerland imposes a 10% duty on cars under Section 232 of the Trade Expansion Act."
    )
    assert not [line for line in tell(text, MeasureEvent) if "under" in line]


def test_a_measure_is_laid_by_whose_law_it_rests_on() -> None:
    text = "Section 232 duties on steel hurt Canada. Canada, Canada said, will wait."
    assert tell(text, MeasureEvent) == ["imposition US> steel under s232 of us-s232-steel"]


def test_a_truce_of_arms_pauses_no_measure() -> None:
    text = (
        "The US has a 26% tariff on Indian goods. "
        "Russia and Ukraine declared a 30-day ceasefire on Monday."
    )
    assert tell(text, MeasureEvent) == ["imposition US>IN 26%"]
