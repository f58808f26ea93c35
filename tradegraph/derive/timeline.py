"""From changes to periods: one status at a time, half-open, nothing where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tradegraph.derive.changes import STATUSES, Change

COLLECTED = frozenset({"in-effect", "in-effect-pending-appeal", "uncertain", "enjoined"})
"""The statuses that a court's order can change."""

OVER = frozenset({"revoked", "expired"})
"""The statuses after which a measure can be announced anew."""

OPENING = frozenset({"in-effect", "announced"})
"""A change to one of these, when it comes first, has an unknown start if its day is vague."""


@dataclass(frozen=True, slots=True)
class Period:
    """A status from `start`, included, until `end`, excluded; None where not known or not over."""

    status: str
    start: date | None
    end: date | None
    facts: tuple[str, ...]


def build_timeline(changes: Iterable[Change]) -> list[Period]:
    """Return the periods that the changes make, in order of time, without overlaps.

    A turn on an unknown day says something only when nothing else is known.
    """
    every = sorted(changes, key=_order)
    placed = [each for each in every if each.first or each.last or each.status in OPENING]
    timeline = _Timeline()
    for change in placed or every:
        timeline.apply(change)
    return timeline.finish()


def _order(change: Change) -> tuple[date, date, bool, int, date, str]:
    first = change.first or change.last or date.min
    rank = STATUSES.index(change.status) if change.status in STATUSES else len(STATUSES)
    end = change.until or date.max
    return first, change.last or first, change.by_court, rank, end, change.fact


class _Timeline:
    """The periods so far, in order of time; only the last may be open."""

    def __init__(self) -> None:
        self._periods: list[Period] = []

    def apply(self, change: Change) -> None:
        current = self._current(change.first or change.last)
        if change.by_court and (current is None or current.status not in COLLECTED):
            return
        if change.status == "prolonged":
            self._prolong(change, current)
        elif change.status == "expired" and current and current.status == "paused":
            self._cut(change.last)  # the pause ran out; what came next is another fact's to say
        elif current and change.status == current.status:
            self._confirm(change, current)
        elif change.status != "announced" or current is None or current.status in OVER:
            self._turn(change, current)

    def finish(self) -> list[Period]:
        """Return the periods, the facts of each sorted."""
        return [replace(each, facts=tuple(sorted(set(each.facts)))) for each in self._periods]

    def _current(self, day: date | None) -> Period | None:
        """Return the last period unless it is over before `day`."""
        last = self._periods[-1] if self._periods else None
        return None if last and last.end and day and last.end <= day else last

    def _turn(self, change: Change, current: Period | None) -> None:
        vague = change.first != change.last
        first, last = change.first or change.last, change.last or change.first
        if current and first is None:
            return  # no day: nobody can say whether it came before or after
        if not self._periods and vague and change.status in OPENING:
            first = last = None
        self._cut(first)
        if first != last:
            self._periods.append(Period("uncertain", first, last, (change.fact,)))
        self._periods.append(Period(change.status, last, _after(last, change), (change.fact,)))

    def _confirm(self, change: Change, current: Period) -> None:
        ends = [end for end in (current.end, _after(current.start, change)) if end]
        end = max(ends, default=None) if current.status == "paused" else current.end
        self._periods[-1] = replace(current, end=end, facts=(*current.facts, change.fact))

    def _prolong(self, change: Change, current: Period | None) -> None:
        end = _after(current.start, change) if current else None
        if current and end and (current.end is None or current.end < end):
            self._periods[-1] = replace(current, end=end, facts=(*current.facts, change.fact))

    def _cut(self, day: date | None) -> None:
        """End everything at `day`."""
        while day and self._periods:
            last = self._periods[-1]
            if last.start is None or last.start < day:
                if last.end is None or last.end > day:
                    self._periods[-1] = replace(last, end=day)
                return
            self._periods.pop()


def _after(start: date | None, change: Change) -> date | None:
    """Return the end of a change's term, None for one that ends before it starts."""
    return change.until if change.until and (start is None or start < change.until) else None
