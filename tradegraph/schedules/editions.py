"""When an edition of a schedule was published, as precisely as its own text tells.

The running head names the year, *Revision 6 (2026)*, and no day. What the compiler notes as done,
*terminated as of April 6, 2026*, was done by then: the latest such day of the year is the earliest
on which the edition can have been published.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tradegraph.model import DateRange
from tradegraph.schedules.layout import RUNNING_HEAD
from tradegraph.schedules.notes import NoteEnding
from tradegraph.schedules.rows import Row
from tradegraph.schedules.terms import read_ending


def date_edition(text: str, rows: Iterable[Row], endings: Iterable[NoteEnding]) -> DateRange | None:
    """Return the days between which the edition was published, None when it names no year."""
    head = RUNNING_HEAD.search(text)
    if head is None:
        return None
    year = int(head["year"])
    noted = (*(read_ending(row.words) for row in rows), *(each.ending for each in endings))
    days = (ending.day for ending in noted if ending and ending.day and ending.day.year == year)
    first = max(days, default=date(year, 1, 1))
    return DateRange(first, date(year, 12, 31), "window", " ".join(head["edition"].split()))
