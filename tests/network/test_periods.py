from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tradegraph.errors import UsageError
from tradegraph.network import slice_time

from .test_selection import QUADS


def periods(every: str, **options: Any) -> list[tuple[str, str, int]]:
    found = slice_time(QUADS, every, **options)
    return [(f"{p.start}", f"{p.end}", p.network.number_of_edges()) for p in found]


def test_months_run_from_the_first_fact_to_the_last() -> None:
    assert periods("month") == [
        ("2025-03-01", "2025-03-31", 1),
        ("2025-04-01", "2025-04-30", 0),
        ("2025-05-01", "2025-05-31", 3),
    ]


def test_quarters_and_years_begin_where_the_calendar_has_them() -> None:
    assert periods("quarter") == [("2025-01-01", "2025-03-31", 1), ("2025-04-01", "2025-06-30", 3)]
    assert periods("year") == [("2025-01-01", "2025-12-31", 4)]


def test_slices_keep_to_the_other_options() -> None:
    assert periods("month", kinds=["courts"]) == [("2025-05-01", "2025-05-31", 1)]
    assert periods("month", start=date(2025, 5, 1)) == [("2025-05-01", "2025-05-31", 3)]
    assert periods("year", kinds=["inquiries"]) == []


def test_unknown_period_is_told() -> None:
    with pytest.raises(UsageError, match=r"no period is called 'mont'; try: did you mean 'month'"):
        periods("mont")
