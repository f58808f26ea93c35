"""Timelines of measures, cases and negotiations: to look at, for calendars, as tables."""

from __future__ import annotations

from tradegraph.timeline.drawing import FORMATS, draw_timeline
from tradegraph.timeline.lanes import Entry, Lane, Mark, Step, Stretch, Timeline, Track
from tradegraph.timeline.reading import Choice, read_timeline
from tradegraph.timeline.rows import COLUMNS, list_rows

__all__ = [
    "COLUMNS",
    "FORMATS",
    "Choice",
    "Entry",
    "Lane",
    "Mark",
    "Step",
    "Stretch",
    "Timeline",
    "Track",
    "draw_timeline",
    "list_rows",
    "read_timeline",
]
