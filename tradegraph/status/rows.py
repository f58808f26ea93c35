"""A measure on a day as a row of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

STATUS_COLUMNS: Final = (
    *("measureLabel", "target", "rate", "statusLabel", "since", "until", "authority"),
    *("instrument", "ruling", "stay", "terms", "sources", "measure", "statusPeriod", "ratePeriod"),
)
"""The columns: `until` is the first day on which the status does not hold any more."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A measure on a day, for one rate; texts are for reading, empty where nothing is known.

    `low` and `high` are percent. `status` is a notation, `rank` that of the best source (see
    `derive.standing`), `is_narrow` tells that it is for certain goods only. `terms` are quotas,
    refunds, drawback and goods in transit. The IRIs of `measure`,
    `status_period` and `rate_period` are what `explain` and `show` take.
    """

    measure: str
    label: str
    status: str
    status_label: str
    since: date | None
    until: date | None
    status_period: str
    rank: int
    is_narrow: bool = False
    low: float | None = None
    high: float | None = None
    rate: str = ""
    target: str = ""
    rate_period: str = ""
    authority: str = ""
    instrument: str = ""
    ruling: str = ""
    stay: str = ""
    terms: str = ""
    sources: str = ""


def list_status(rows: Iterable[StatusRow]) -> list[Row]:
    """Return the rows of the table, in the order of `STATUS_COLUMNS`."""
    return [
        (
            *(each.label, each.target, each.rate, each.status_label),
            *(write_day(each.since), write_day(each.until), each.authority),
            *(each.instrument, each.ruling, each.stay, each.terms, each.sources),
            *(each.measure, each.status_period, each.rate_period),
        )
        for each in rows
    ]


def write_day(day: date | None) -> str:
    """Return a day in ISO 8601, nothing for one that is not known."""
    return day.isoformat() if day else ""
