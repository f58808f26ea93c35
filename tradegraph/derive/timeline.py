"""From changes to periods: one status at a time, half-open, nothing where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from tradegraph.derive.changes import IN_EFFECT, STATUSES, Change

RUNNING: Final = IN_EFFECT | {"uncertain", "enjoined"}
"""The statuses that a court's order can change."""

OVER: Final = frozenset({"revoked", "expired", "replaced"})
"""The statuses after which a measure can be announced anew."""

OPENING: Final = frozenset({"in-effect", "announced"})
"""A change to one of these, when it comes first, has an unknown start if its day is vague."""


@dataclass(frozen=True, slots=True)
class Period:
    """A status from `start`, included, until `end`, excluded; None where not known or not over.

    `is_law` tells that an order or a schedule made it so, `by_court` that a court did.
    """

    status: str
    start: date | None
    end: date | None
    facts: tuple[str, ...]
    is_law: bool = False
    by_court: bool = False


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
        self._court: Change | None = None

    def apply(self, change: Change) -> None:
        if change.status != "prolonged":
            self._run_out(change.first or change.last)
        current = self._current(change.first or change.last)
        if change.by_court:
            self._hear(change)
            if current is None or not _can_reach(change, current):
                return
        if change.status == "in-effect" and self._court:
            if current and current.by_court:
                return  # another rate, but the court's word stands
            self._turn_under_court(change, self._court, current)
            return
        if change.status == "prolonged":
            self._prolong(change)
        elif change.status == "expired" and current and current.status == "paused":
            self._cut(change.last)  # the pause ran out; what came next follows in `finish`
        elif current and change.status == current.status:
            self._confirm(change, current)
        elif change.status != "announced" or current is None or current.status in OVER:
            self._turn(change, current)

    def finish(self) -> list[Period]:
        """Return the periods with what follows the end of a term, the facts of each sorted."""
        filled = [each for pair in self._with_next() for each in _follow_up(*pair)]
        joined: list[Period] = []
        for period in filled:
            if joined and _continues(joined[-1], period):
                facts = (*joined[-1].facts, *period.facts)
                joined[-1] = replace(joined[-1], end=period.end, facts=facts)
            else:
                joined.append(period)
        return [replace(each, facts=tuple(sorted(set(each.facts)))) for each in joined]

    def _with_next(self) -> Iterator[tuple[Period, Period | None]]:
        yield from pairwise(self._periods)
        if self._periods:
            yield self._periods[-1], None

    def _run_out(self, day: date | None) -> None:
        """Let what follows the end of a term begin, if that lies before the day."""
        last = self._periods[-1] if self._periods else None
        if last and last.end and day and last.end <= day:
            self._periods += list(_follow_up(last, None))[1:]

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
        if change.status in OVER:
            self._court = None  # what is laid anew is another duty
        self._cut(first)
        if first != last:
            doubt = Period("uncertain", first, last, (change.fact,), by_court=change.by_court)
            self._periods.append(doubt)
        turned = Period(change.status, last, _after(last, change), (change.fact,))
        self._periods.append(replace(turned, is_law=change.is_law, by_court=change.by_court))

    def _hear(self, change: Change) -> None:
        """Remember the court's last word on a measure that was there when it spoke."""
        known = self._court
        if self._periods and not (known and not _goes_beyond(change.status, known.status)):
            self._court = change

    def _turn_under_court(self, change: Change, court: Change, current: Period | None) -> None:
        """Collect again what a court has spoken on in the meantime: its word holds for it, too."""
        self._turn(replace(change, status=court.status, by_court=True), current)
        last = self._periods[-1]
        self._periods[-1] = replace(last, facts=(*last.facts, court.fact))

    def _confirm(self, change: Change, current: Period) -> None:
        end, term = current.end, _after(current.start, change)
        if current.status == "paused":
            end = max((each for each in (end, term) if each), default=None)
        elif end and change.is_law and (term is None or end < term):
            end = term  # another heading collects the duty beyond the term of the first
        facts = (*current.facts, change.fact)
        is_law = current.is_law or change.is_law
        self._periods[-1] = replace(current, end=end, facts=facts, is_law=is_law)

    def _prolong(self, change: Change) -> None:
        """Move the end of the term; what is prolonged was still running."""
        current = self._periods[-1] if self._periods else None
        if current is None or current.end is None:
            return
        end = _after(current.start, change)
        if end is None or current.end < end:
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


def _can_reach(change: Change, current: Period) -> bool:
    """Tell whether a court's act turns a status: it must be collected, and the act go beyond.

    A court's finding without relief adds nothing once a stay of such a finding is in force.
    """
    return current.status in RUNNING and _goes_beyond(change.status, current.status)


def _goes_beyond(status: str, known: str) -> bool:
    return status != "uncertain" or known != "in-effect-pending-appeal"


def _continues(before: Period, after: Period) -> bool:
    return before.status == after.status and before.end is not None and before.end == after.start


def _follow_up(period: Period, following: Period | None) -> Iterator[Period]:
    """Yield a period and what follows the end of its term until the next one.

    A suspended duty is collected again, a temporary one is not any more. Of a pause that only other
    sources than the law tell of, nobody knows what followed.
    """
    yield period
    end = following.start if following else None
    if period.end is None or period.end == end:
        return
    if period.status == "paused":
        status = "in-effect" if period.is_law else "uncertain"
    elif period.status in RUNNING:
        status = "expired"
    else:
        return
    yield Period(status, period.end, end, period.facts, period.is_law)
