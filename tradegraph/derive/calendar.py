"""Days of events and lengths of time, by the calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from tradegraph.derive.statements import Facts

# P90D, P1Y, P2M, P3W, P1Y6M; times of day do not matter here.
DURATION = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
)


def event_days(facts: Facts, event: str) -> tuple[date | None, date | None]:
    """Return the first and the last day on which something can have happened."""
    earliest, latest = facts.dates(event, "notBefore"), facts.dates(event, "notAfter")
    # Several documents may bound the same event: it lies within all the bounds they give.
    first = earliest[-1] if earliest else None
    last = latest[0] if latest else None
    if first and last and first > last:
        return earliest[0], latest[-1]
    return first, last


def add_duration(day: date, text: str) -> date | None:
    """Return the day that lies an `xsd:duration` after `day`.

    None for one that does not count in days or leads out of the calendar.
    """
    match = DURATION.match(text)
    if not match or not any(match.groups()):
        return None
    parts = {name: int(value or 0) for name, value in match.groupdict().items()}
    months = day.month - 1 + parts["months"] + 12 * parts["years"]
    year, month = day.year + months // 12, months % 12 + 1
    try:
        moved = date(year, month, min(day.day, monthrange(year, month)[1]))
        return moved + timedelta(weeks=parts["weeks"], days=parts["days"])
    except (ValueError, OverflowError):
        return None
