"""Rates over time: what an event sets applies until the next one sets another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tradegraph.derive.changes import event_days
from tradegraph.derive.statements import Statements

SETTING = frozenset({"imposition", "entry-into-effect", "increase", "decrease", "reinstatement"})
"""Events whose rate is collected; that of an announcement is not yet."""

ENDING = frozenset({"pause", "revocation", "expiry"})
"""After these no rate is collected."""


@dataclass(frozen=True, slots=True)
class RatePeriod:
    """A rate that goods of `target` bear from `start`, included, to `end`, excluded."""

    rate: str
    target: str | None
    start: date | None
    end: date | None
    facts: tuple[str, ...]


def build_rates(facts: Statements, measure: str, events: Iterable[str]) -> list[RatePeriod]:
    """Return the rate periods of a measure from its events, in order of time for each target."""
    targets: tuple[str | None, ...] = facts.iris(measure, "targets") or (None,)
    timelines: dict[str | None, list[RatePeriod]] = {}
    for event in sorted(events, key=lambda event: (_first_day(facts, event) or date.min, event)):
        kind = facts.notation(event, "eventType", "event")
        if kind in ENDING:
            for periods in timelines.values():
                _cut(periods, _first_day(facts, event))
        if kind in SETTING:
            for rate in facts.iris(event, "replacesRate"):
                for target in facts.iris(rate, "rateTarget") or targets:
                    _precede(facts, event, rate, target, timelines.setdefault(target, []))
            for rate in facts.iris(event, "setsRate"):
                for target in facts.iris(rate, "rateTarget") or targets:
                    _follow(facts, event, rate, target, timelines.setdefault(target, []))
    return [period for target in sorted(timelines, key=str) for period in timelines[target]]


def _precede(
    facts: Statements, event: str, rate: str, target: str | None, periods: list[RatePeriod]
) -> None:
    """Let the old rate end with the event, unless an earlier fact says which rate that was."""
    end = _first_day(facts, event)
    if not periods and end:
        periods.append(RatePeriod(rate, target, None, end, (event,)))


def _follow(
    facts: Statements, event: str, rate: str, target: str | None, periods: list[RatePeriod]
) -> None:
    """Let the new rate begin: with the event, or at a day unknown if nothing came before."""
    if periods and periods[-1].rate == rate and periods[-1].end is None:
        periods[-1] = replace(periods[-1], facts=(*periods[-1].facts, event))
        return
    first, last = event_days(facts, event)
    effective = facts.dates(event, "effectiveOn")
    start = effective[0] if effective else (first if first == last else None)
    if periods and start is None:
        start = last
        if start is None:
            return  # no day: nobody can say which of the two rates applies
    _cut(periods, _first_day(facts, event))
    periods.append(RatePeriod(rate, target, start, None, (event,)))


def _first_day(facts: Statements, event: str) -> date | None:
    effective = facts.dates(event, "effectiveOn")
    first, last = event_days(facts, event)
    return effective[0] if effective else first or last


def _cut(periods: list[RatePeriod], day: date | None) -> None:
    """End everything at `day`."""
    while day and periods:
        last = periods[-1]
        if last.start is None or last.start < day:
            if last.end is None or last.end > day:
                periods[-1] = replace(last, end=day)
            return
        periods.pop()
