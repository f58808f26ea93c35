"""The rates of a measure over time."""

from __future__ import annotations

import pytest

from derive.facts import actual, derived, periods, told
from derive.test_status import bounds, effective

MEASURE = "msr:duty a tg:TariffMeasure ; tg:targets cty:AA , cty:BB ."


def change(
    name: str, kind: str, days: str, *, sets: str = "", replaces: str = "", more: str = ""
) -> str:
    rates = f" ; tg:setsRate sit:{sets}" if sets else ""
    rates += f" ; tg:replacesRate sit:{replaces}" if replaces else ""
    return (
        f"evt:{name} a tg:MeasureEvent ; tg:affects msr:duty ; tg:eventType code:event-{kind}"
        f"{bounds(days)}{rates}{more} . {actual(f'evt:{name}')}"
    )


FIRST = change("first", "imposition", "2024-01-10", sets="ten")

TIMELINES = {
    "a rate applies from the day it is set": ([FIRST], [("ten", "2024-01-10", "")]),
    "a rate applies from the day it takes effect": (
        [change("a", "imposition", "2024-01-02", sets="ten", more=effective("2024-02-01"))],
        [("ten", "2024-02-01", "")],
    ),
    "until the next one": (
        [FIRST, change("b", "increase", "2024-03-01", sets="twenty")],
        [("ten", "2024-01-10", "2024-03-01"), ("twenty", "2024-03-01", "")],
    ),
    "the rate replaced applied before, since when is not known": (
        [change("b", "decrease", "2024-03-01", sets="five", replaces="ten")],
        [("ten", "", "2024-03-01"), ("five", "2024-03-01", "")],
    ),
    "in a vague time the old rate ends where it may, the new one begins where it must": (
        [change("b", "decrease", "2024-03-01..2024-03-31", sets="five", replaces="ten")],
        [("ten", "", "2024-03-01"), ("five", "2024-03-31", "")],
    ),
    "an old rate on an unknown day is not placed": (
        [change("b", "decrease", "", replaces="ten")],
        [],
    ),
    "a rate set at an unknown day": (
        [change("b", "increase", "", sets="ten")],
        [("ten", "", "")],
    ),
    "an earlier fact knows the old rate better": (
        [FIRST, change("b", "increase", "2024-03-01", sets="twenty", replaces="other")],
        [("ten", "2024-01-10", "2024-03-01"), ("twenty", "2024-03-01", "")],
    ),
    "the same rate told twice": (
        [FIRST, change("b", "entry-into-effect", "2024-01-20", sets="ten")],
        [("ten", "2024-01-10", "")],
    ),
    "a pause ends the rate": (
        [FIRST, change("p", "pause", "2024-02-01")],
        [("ten", "2024-01-10", "2024-02-01")],
    ),
    "a revocation in a vague time ends the rate where it may": (
        [FIRST, change("r", "revocation", "2024-02-01..2024-02-20")],
        [("ten", "2024-01-10", "2024-02-01")],
    ),
    "an announced rate is not collected": (
        [change("a", "announcement", "2024-01-02", sets="ten")],
        [],
    ),
}


@pytest.mark.parametrize(("facts", "expected"), TIMELINES.values(), ids=TIMELINES.keys())
def test_rates_for_each_target(facts: list[str], expected: list[tuple[str, str, str]]) -> None:
    quads = derived(MEASURE + "\n".join(facts))
    assert periods(quads, "RatePeriod", "duty") == [*expected, *expected]
    targets = [target for _, target in told(quads, "rateTarget")]
    assert sorted(targets) == sorted([*["AA"] * len(expected), *["BB"] * len(expected)])


def test_a_rate_for_one_country_does_not_end_that_of_another() -> None:
    quads = derived(
        MEASURE
        + "sit:ten tg:rateTarget cty:AA . sit:twenty tg:rateTarget cty:BB ."
        + FIRST
        + change("b", "increase", "2024-03-01", sets="twenty")
    )
    found = sorted(periods(quads, "RatePeriod", "duty"))
    assert found == [("ten", "2024-01-10", ""), ("twenty", "2024-03-01", "")]


def test_a_measure_without_targets_has_rates_without_target() -> None:
    quads = derived("msr:duty a tg:TariffMeasure ." + FIRST)
    assert periods(quads, "RatePeriod", "duty") == [("ten", "2024-01-10", "")]
    assert told(quads, "rateTarget") == []


def test_a_planned_rate_is_not_collected() -> None:
    planned = FIRST.replace("modality-asserted", "modality-planned")
    assert periods(derived(MEASURE + planned), "RatePeriod", "duty") == []
