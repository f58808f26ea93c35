"""What holds on a day: which tariff, at which rate, under which authority, ruling and stay."""

from __future__ import annotations

from tradegraph.status.changes import CHANGE_COLUMNS, list_changes
from tradegraph.status.conflicts import CONFLICT_COLUMNS, list_conflicts
from tradegraph.status.reading import Question, last_day, read_status
from tradegraph.status.rows import STATUS_COLUMNS, StatusRow, list_status
from tradegraph.status.totals import Total, add_up

__all__ = [
    "CHANGE_COLUMNS",
    "CONFLICT_COLUMNS",
    "STATUS_COLUMNS",
    "Question",
    "StatusRow",
    "Total",
    "add_up",
    "last_day",
    "list_changes",
    "list_conflicts",
    "list_status",
    "read_status",
]
