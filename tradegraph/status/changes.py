"""What changed between two days: statuses, rates, rulings and stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from tradegraph.status.rows import StatusRow

CHANGE_COLUMNS: Final = ("measureLabel", "target", "what", "before", "after", "since", "measure")
"""The columns: `since` is the day from which the later status holds."""

COMPARED: Final = {"status": "status_label", "rate": "rate", "ruling": "ruling", "stay": "stay"}
"""What is compared -> the field that holds it."""

Key = tuple[str, str]


def list_changes(before: Iterable[StatusRow], after: Iterable[StatusRow]) -> list[tuple[str, ...]]:
    """Return what differs between the rows of two days, in the order of `CHANGE_COLUMNS`."""
    earlier, later = (_by_measure(rows) for rows in (before, after))
    keys = sorted({*earlier, *later}, key=lambda key: _sort_key(key, earlier, later))
    return [row for key in keys for row in _compare(earlier.get(key), later.get(key))]


def _by_measure(rows: Iterable[StatusRow]) -> dict[Key, StatusRow]:
    found: dict[Key, StatusRow] = {}
    for row in rows:
        key = row.measure, row.target
        known = found.get(key)
        rates = [each.rate for each in (known, row) if each and each.rate]
        found[key] = replace(row, rate=", ".join(dict.fromkeys(rates)))
    return found


def _sort_key(
    key: Key, earlier: dict[Key, StatusRow], later: dict[Key, StatusRow]
) -> tuple[int, str, str]:
    row = later.get(key) or earlier[key]
    return row.rank, row.label, row.target


def _compare(before: StatusRow | None, after: StatusRow | None) -> Iterator[tuple[str, ...]]:
    row = after or before
    assert row is not None  # noqa: S101 - the key comes from one of the two
    since = after.since.isoformat() if after and after.since else ""
    for what, field in COMPARED.items():
        old, new = (getattr(each, field) if each else "" for each in (before, after))
        if old != new:
            yield row.label, row.target, what, old, new, since, row.measure
