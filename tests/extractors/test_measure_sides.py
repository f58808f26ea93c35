"""Whose measure it is and whose goods it hits, also where a sentence does not say so."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import tell

QUANTITIES = (
    pytest.param(
        "Norway raised tariffs on $250 billion worth of Swedish cheese.",
        ["increase NO>SE cheese"],
        id="worth-of",
    ),
    pytest.param(
        "Norway imposed duties on $16 billion in Swedish goods.",
        ["imposition NO>SE"],
        id="billion-in",
    ),
    pytest.param(
        "Norway imposed tariffs on a range of Swedish machines.",
        ["imposition NO>SE machines"],
        id="a-range-of",
    ),
    pytest.param(
        "Norway imposed tariffs on a list of Swedish goods including butter and cheese.",
        ["imposition NO>SE butter, cheese"],
        id="a-list-including",
    ),
    pytest.param(
        "Norway imposed tariffs on Swedish goods such as skis, clocks and cheese.",
        ["imposition NO>SE skis, clocks, cheese"],
        id="such-as",
    ),
)


@pytest.mark.parametrize(("text", "told"), QUANTITIES)
def test_what_is_counted_is_what_is_hit(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


def test_the_other_side_of_a_text_about_two_is_hit() -> None:
    text = "Norway and Sweden talk. Sweden sells cheese to Norway. Norway imposed a 5% duty."
    assert tell(text, MeasureEvent) == ["imposition NO>SE 5%"]


def test_in_a_text_about_three_nobody_is_presumed_to_be_hit() -> None:
    text = "Sweden and Iceland sell cheese to Norway. They met. Norway raised its duty."
    assert tell(text, MeasureEvent) == ["increase NO>"]


def test_nobody_lays_duties_on_their_own_goods() -> None:
    text = "Norway and Sweden met. Sweden worries. A 5% duty was imposed on Swedish cheese."
    assert tell(text, MeasureEvent) == ["imposition NO>SE cheese 5%"]


def test_those_who_pay_are_no_goods() -> None:
    assert tell("Importers face a 10% Norwegian duty.", MeasureEvent) == ["imposition NO> 10%"]
