"""A timeline as a table: a row an event, status or rate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tradegraph.timeline.lanes import Entry, Lane, Timeline

COLUMNS = (
    *("lane", "laneLabel", "kind", "entry", "what"),
    *("first", "last", "modality", "low", "high", "targets", "documents", "facts"),
)
"""The columns: of an event the first and last day it can have been; of a status or rate its first
day and the day after its last. `low` and `high` are percent."""

Row = tuple[str | int | float, ...]


def list_rows(timeline: Timeline) -> list[Row]:
    """Return the rows, lane by lane in order of time; what is not known is empty."""
    return [row for lane in timeline.lanes for row in _list_lane(lane)]


def _list_lane(lane: Lane) -> Iterator[Row]:
    for mark in lane.marks:
        days = _write(mark.first), _write(mark.last)
        yield _row(lane, "event", mark.entry, (*days, mark.modality, "", "", ""))
    for each in lane.stretches:
        days = _write(each.start), _write(each.end)
        yield _row(lane, "status", each.entry, (*days, "", "", "", ""))
    for track in lane.tracks:
        for step in track.steps:
            days = _write(step.start), _write(step.end)
            bounds = _number(step.low), _number(step.high)
            yield _row(lane, "rate", step.entry, (*days, "", *bounds, ", ".join(track.targets)))


def _row(lane: Lane, kind: str, entry: Entry, values: Row) -> Row:
    begin = (lane.iri, lane.label, lane.kind, kind, entry.what)
    return (*begin, *values, entry.documents, " ".join(entry.facts))


def _write(day: date | None) -> str:
    return day.isoformat() if day else ""


def _number(percent: float | None) -> float | str:
    return "" if percent is None else percent
