"""Rates in steps, what a text goes on to tell of a measure, and who does it."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import facts_in, join, tell

STEPS = (
    pytest.param(
        "Norway put a 10% tariff on Swedish cheese on Monday, climbing to 30% in July.",
        [
            "imposition NO>SE cheese 10% on 2025-05-26",
            "planned: increase NO>SE cheese 30% from 10% effective 2025-07-01..2025-07-31",
        ],
        id="a-participle-tells-the-next-step",
    ),
    pytest.param(
        "Norway cut its duty on cheese to 10%, falling to 5% next year.",
        [
            "decrease NO> cheese 10%",
            "planned: decrease NO> cheese 5% from 10% effective 2026-01-01..2026-12-31",
        ],
        id="a-step-of-the-same-kind",
    ),
    pytest.param(
        "Norway's duty on Swedish cheese will stay at 7.5 percent, down from 9.8 percent.",
        ["decrease NO>SE cheese 7.5% from 9.8%"],
        id="staying-at-a-lower-rate",
    ),
    pytest.param(
        "Norway will tax Swedish cheese at 20%.",
        ["planned: imposition NO>SE cheese 20%"],
        id="taxed-at-a-rate",
    ),
    pytest.param(
        "China's retaliatory tariffs on soybeans were imposed at 25% from the current 10%.",
        ["increase CN> soybeans 25% from 10%"],
        id="called-by-who-lays-them",
    ),
)


@pytest.mark.parametrize(("text", "told"), STEPS)
def test_steps_between_rates_are_told_one_by_one(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


FOLLOWING = (
    pytest.param(
        "The Norwegian duty on Swedish cheese remains payable. It lapses on July 24.",
        "expiry NO>SE cheese effective 2025-07-24",
        id="of-what-was-only-spoken-of",
    ),
    pytest.param(
        "The decision left the Norwegian levy on Swedish cheese in place.",
        "imposition NO>SE cheese",
        id="left-in-place",
    ),
)


@pytest.mark.parametrize(("text", "line"), FOLLOWING)
def test_what_becomes_of_a_measure_is_read_on(text: str, line: str) -> None:
    assert any(told.endswith(line) for told in tell(text, MeasureEvent))


AUTHORS = (
    pytest.param(
        "The US put a 10% duty on Norwegian cheese. It ends in July unless Congress extends it.",
        "us-congress",
        id="who-prolongs-it",
    ),
    pytest.param(
        "Donald Trump and his administration imposed duties on Norwegian cheese.",
        "donald-trump",
        id="the-head-stands-for-the-administration",
    ),
)


@pytest.mark.parametrize(("text", "author"), AUTHORS)
def test_the_one_who_acts_is_told_once(text: str, author: str) -> None:
    events = [f.content for f in facts_in(text) if isinstance(f.content, MeasureEvent)]
    assert join(events[-1].by) == author
