"""Quotas of the schedule: from its notes, its rows, and chapter 99 as published."""

from __future__ import annotations

from functools import cache

import pytest

from schedules.pages import Printed, add, print_page
from tradegraph.model import Document, Quota
from tradegraph.registry import load_registry
from tradegraph.schedules import read_schedule

CARS = Printed(
    "9903.94.31",
    ("Passenger vehicles that are products of the United", "Kingdom"),
    add("6%"),
)


@cache
def told(text: str) -> list[str]:
    """The quotas of a page: heading, partner, volume, period, rates, and days."""
    reading = read_schedule(Document(text, doc_type="schedule"), load_registry())
    assert reading is not None
    quotas = [(f.modality, f.content) for f in reading.facts if isinstance(f.content, Quota)]
    return [show(quota) if how == "asserted" else f"{how}: {show(quota)}" for how, quota in quotas]


def show(quota: Quota) -> str:
    rates = [f"{rate.low:g}" for rate in (quota.in_quota, quota.over_quota) if rate]
    targets = [target.rpartition("/")[2] for target in quota.measure.targets]
    parts = [*quota.headings, *targets, f"{quota.volume:g} {quota.unit}", quota.period]
    return " ".join(filter(None, [*parts, *rates, f"{quota.effective or ''}..{quota.until or ''}"]))


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        pytest.param(
            "The aggregate annual import volume under heading 9903.94.31 for products of the UK "
            "for calendar year 2031 shall be limited to 65,000 passenger vehicles.",
            "9903.94.31 GB 65000 passenger vehicles 6 2031-01-01..2031-12-31",
            id="in one year",
        ),
        pytest.param(
            "Beginning on January 1, 2032, and annually thereafter, the aggregate annual import "
            "volume under heading 9903.94.31\nshall be limited to 90,000 passenger vehicles per "
            "year.",
            "9903.94.31 GB 90000 passenger vehicles P1Y 6 2032-01-01..",
            id="in each year from one on",
        ),
        pytest.param(
            "No shipments are allowed in an aggregate quantity under heading 9903.94.31 during "
            "any of the periods January through March, April through June, July through September, "
            "that is in excess of 25,000 passenger vehicles.",
            "9903.94.31 GB 25000 passenger vehicles P3M 6 ..",
            id="in each quarter",
        ),
    ],
)
def test_note_limits_what_is_entered_under_a_heading(note: str, expected: str) -> None:
    assert told(f"{print_page(CARS)}\n\n{note}\n") == [expected]


@pytest.mark.parametrize(
    "note",
    [
        "The aggregate quantity under heading 9999.94.31 shall be limited to 65,000 vehicles.",
        "Goods of heading 9903.94.31 shall be limited to 65,000 vehicles.",
        "The aggregate quantity under heading 9903.94.31 shall not exceed 30 percent of that.",
    ],
    ids=["another chapter", "no aggregate", "a share"],
)
def test_note_about_other_things_opens_no_quota(note: str) -> None:
    assert told(f"{print_page(CARS)}\n\n{note}\n") == []


def test_row_opens_a_quota_and_the_next_one_lays_the_rate_above_it() -> None:
    page = print_page(
        Printed("", ("Washing machines, as defined in note 17:",)),
        Printed(
            "9903.45.01",
            (
                "If entered in an aggregate quantity, in any quarterly",
                "period, not exceeding 300 units",
            ),
            ("14%",),
            indent=9,
        ),
        Printed("9903.45.02", ("Other",), ("30%",), indent=9),
    )
    assert told(page) == ["9903.45.01 300 units P3M 14 30 .."]


def test_note_lists_a_quota_for_each_period() -> None:
    page = print_page(
        Printed("9903.55.01", ("Entered under bond in quantities of note 32",), ("Free",))
    )
    note = (
        "(a) For the purposes of subheading 9903.55.01 of this subchapter, the maximum annual "
        "aggregate quantity of all such goods shall be as follows:\n\nIf entered during the period "
        "from November 23, 2031, through November 22, 2032 ............ 0 kilograms\n\nIf entered "
        "during the period from\nNovember 23, 2032, through November 22, 2033 ....5,592 kilograms"
    )
    assert told(f"{page}\n\n{note}\n") == [
        "9903.55.01 0 kilograms 2031-11-23..2032-11-22",
        "9903.55.01 5592 kilograms 2032-11-23..2033-11-22",
    ]


def test_row_opens_a_quota_between_two_days() -> None:
    page = print_page(
        Printed(
            "9903.54.01",
            (
                "For any year an additional 800 metric tons of trimmings of",
                "Argentina may be entered for consumption between 12:01",
                "a.m. on February 13, 2031, and 11:59 p.m. on December",
                "31, 2031",
            ),
            ("No change",),
        )
    )
    assert told(page) == [
        "9903.54.01 AR 800 metric tons of trimmings of Argentina 2031-02-13..2031-12-31"
    ]


def test_quota_whose_provision_ended_on_a_day_unknown_is_left_out() -> None:
    page = print_page(
        Printed(
            "9903.45.21",
            (
                "If entered in an annual aggregate quantity not exceeding",
                "12.5 gigawatts [Compiler's note: This subheading has",
                "expired. See 87 Fed. Reg. 7357.]",
            ),
            ("No change",),
        )
    )
    assert told(page) == []
