"""Weeks, months, quarters, seasons and years as first and last day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

Days = tuple[date, date]
"""The first and the last day of something."""

SEASONS: Final = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
"""The first and the last month of the northern seasons."""
MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12}
DAYS_IN: Final = {"hour": 1 / 24, "day": 1.0, "week": 7.0}


def week_span(day: date) -> Days:
    """Return Monday and Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def month_span(year: int, month: int) -> Days:
    """Return the first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def quarter_span(year: int, quarter: int) -> Days:
    """Return the first and the last day of a quarter, 1 to 4."""
    return date(year, 3 * quarter - 2, 1), month_span(year, 3 * quarter)[1]


def season_span(year: int, season: str) -> Days:
    """Return the first and the last day of the season that begins in the year."""
    first, last = SEASONS[season]
    return date(year, first, 1), month_span(year + (last < first), last)[1]


def year_span(year: int) -> Days:
    """Return 1 January and 31 December."""
    return date(year, 1, 1), date(year, 12, 31)


def unit_span(day: date, unit: str) -> Days:
    """Return the week, month, quarter or year that the day lies in; for a shorter unit the day."""
    if unit == "week":
        return week_span(day)
    if unit == "month":
        return month_span(day.year, day.month)
    if unit == "quarter":
        return quarter_span(day.year, (day.month + 2) // 3)
    if unit == "year":
        return year_span(day.year)
    return day, day


def shift(day: date, count: float, unit: str) -> date:
    """Return the day so many units later, or earlier for a negative count."""
    if unit in MONTHS_IN:
        return shift_months(day, round(count * MONTHS_IN[unit]))
    return day + timedelta(days=round(count * DAYS_IN[unit]))


def shift_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def part_of(days: Days, part: str) -> Days:
    """Return the early, middle or late third of a span, or all of it."""
    first, last = days
    third = (last - first) / 3
    if part.startswith("early"):
        return first, first + third
    if part.startswith("mid"):
        return first + third, last - third
    if part.startswith("late") or "end" in part:
        return last - third, last
    return first, last
