"""Weeks, months, quarters and years as first and last day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def week_span(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def month_span(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def quarter_span(year: int, quarter: int) -> tuple[date, date]:
    """Return the first and the last day of a quarter, 1 to 4."""
    return date(year, 3 * quarter - 2, 1), month_span(year, 3 * quarter)[1]


def year_span(year: int) -> tuple[date, date]:
    """Return 1 January and 31 December."""
    return date(year, 1, 1), date(year, 12, 31)


def shift_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def part_of(first: date, last: date, part: str) -> tuple[date, date]:
    """Return the early, middle or late third of a span, or all of it."""
    third = (last - first) / 3
    part = part.strip(" -").lower()
    if part == "early":
        return first, first + third
    if part == "mid":
        return first + third, last - third
    if part == "late" or part.endswith(("end", "end of")):
        return last - third, last
    return first, last
