from __future__ import annotations

from datetime import date

import pytest

from tradegraph.schedules.terms import (
    leaves_duty,
    read_days,
    read_ending,
    read_loading,
    read_rate,
    read_transit,
)

DUTY = "The duty provided in the applicable subheading"
AT = "12:01 a.m. eastern daylight time on"


@pytest.mark.parametrize(
    ("cell", "percent", "qualifier"),
    [
        pytest.param(f"{DUTY} + 25%", 25.0, "exact", id="added"),
        pytest.param(f"{DUTY} +7.5%", 7.5, "exact", id="close to the sign"),
        pytest.param(
            f"{DUTY} + a duty of 25% upon the value of the non-U.S. content", 25.0, "exact",
            id="on part of the value",
        ),
        pytest.param("15%", 15.0, "baseline", id="in place of the ordinary duty"),
    ],
)  # fmt: skip
def test_rate_of_a_cell(cell: str, percent: float, qualifier: str) -> None:
    rate = read_rate(cell)
    assert rate is not None
    assert (rate.low, rate.high, rate.qualifier) == (percent, percent, qualifier)


@pytest.mark.parametrize(
    "cell", [DUTY, "No change", "No change.", "Free", "4.4¢/kg", "$1.50/kg", ""]
)
def test_cell_without_a_percentage_has_no_rate(cell: str) -> None:
    assert read_rate(cell) is None


@pytest.mark.parametrize(
    ("cell", "left"), [(DUTY, True), ("No change", True), ("", False), ("4.4¢/kg", False)]
)
def test_ordinary_duty_is_left_as_it_is(cell: str, *, left: bool) -> None:
    assert leaves_duty(cell) is left


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        pytest.param(
            f"Except for goods loaded onto a vessel at the port of loading before {AT} May 9, "
            f"2031, and entered for consumption before {AT} July 5, 2031, articles of Chad",
            date(2031, 5, 9), None, id="the exception's end is not the duty's",
        ),
        pytest.param(
            f"articles entered for consumption, or withdrawn from warehouse for consumption, on or "
            f"after {AT} May 4, 2031, and before {AT} June 7, 2031",
            date(2031, 5, 4), date(2031, 6, 6), id="the last day is the one before the end",
        ),
        pytest.param(
            "Except as provided in heading 9903.41.10, effective with respect to entries on or "
            "after May 3, 2031, articles of Chad",
            date(2031, 5, 3), None, id="entries, after an exception",
        ),
        pytest.param(
            "Effective with respect to entries on or after May 3, 2031, certain axles",
            date(2031, 5, 3), None, id="entries",
        ),
        pytest.param(
            "Effective with respect to entries on or after [ ], axles [Compilers note: This "
            "heading is effective on or after June 30, 2031. See 96 Fed. Reg. 1.]",
            date(2031, 6, 30), None, id="left open, filled by the compiler",
        ),
        pytest.param("Articles the product of Chad", None, None, id="none"),
        pytest.param(f"entered on or after {AT} June 31, 2031", None, None, id="no day"),
    ],
)  # fmt: skip
def test_days_of_a_duty(words: str, first: date | None, last: date | None) -> None:
    days = read_days(words)
    assert (days.first, days.last) == (first, last)


def test_goods_in_transit_are_spared_until_the_day_before_the_end() -> None:
    words = (
        f"Articles the product of Chad that (1) were loaded onto a vessel before {AT} May 1, 2031; "
        f"and (2) are entered for consumption on or after {AT} May 4, 2031, and before {AT} "
        "June 7, 2031"
    )
    days = read_transit(words)
    assert (days.first, days.last) == (date(2031, 5, 4), date(2031, 6, 6))
    assert read_loading(words) == date(2031, 5, 1)


def test_compiler_says_before_which_day_goods_in_transit_were_loaded() -> None:
    words = (
        "Articles that (1) were loaded onto a vessel before 12:01 a.m. 7 days after the date of "
        f"the order; and (2) are entered for consumption before {AT} June 7, 2031 [Compiler's "
        "note: the order was signed on May 2, 2031, and became effective on May 9, 2031.]"
    )
    assert read_loading(words) == date(2031, 5, 9)
    assert read_transit(words).last == date(2031, 6, 6)


@pytest.mark.parametrize(
    ("note", "event", "day", "gazette"),
    [
        ("provision terminated. See 90 Fed. Reg. 37963.", "revocation", None, "90 FR 37963"),
        ("provision suspended. See 90 Fed. Reg. 50,729.", "pause", None, "90 FR 50729"),
        ("provision terminated as of May 7, 2031.", "revocation", date(2031, 5, 7), None),
        ("This provision was terminated on May 4, 2031. See 96 Fed. Reg. 5", "revocation",
         date(2031, 5, 4), "96 FR 5"),
        ("expired at the close of Dec. 31, 2030", "expiry", None, None),
        ("Duties suspended except on certain goods.", "pause", None, None),
    ],
)  # fmt: skip
def test_compiler_says_what_has_become_of_a_row(
    note: str, event: str, day: date | None, gazette: str | None
) -> None:
    ending = read_ending(f"Axles [Compiler's note: {note}]")
    assert ending is not None
    assert (ending.event, ending.day, ending.gazette) == (event, day, gazette)


@pytest.mark.parametrize(
    "words",
    ["Axles whose lease was terminated", "Axles [Compiler's note: likely should read wheels]"],
)
def test_row_that_goes_on_has_no_ending(words: str) -> None:
    assert read_ending(words) is None
