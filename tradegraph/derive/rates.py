"""Rates over time: what an event sets applies until the next one sets another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tradegraph.derive.changes import first_days
from tradegraph.derive.events import ENDING, SETTING, Event
from tradegraph.derive.statements import Facts
from tradegraph.derive.timeline import Period


@dataclass(frozen=True, slots=True)
class RatePeriod:
    """A rate that goods of `target` bear from `start`, included, to `end`, excluded.

    `headings` are those of the tariff schedule under which it is collected, as far as known.
    """

    rate: str
    target: str | None
    start: date | None
    end: date | None
    facts: tuple[str, ...]
    headings: tuple[str, ...] = ()


def build_rates(
    facts: Facts, measure: str, events: Iterable[Event], statuses: Sequence[Period]
) -> list[RatePeriod]:
    """Return the rate periods of a measure from its events, in order of time for each target.

    While the measure is paused no rate is collected.
    """
    targets: tuple[str | None, ...] = facts.iris(measure, "targets") or (None,)
    timelines: dict[str | None, _Rates] = {}
    for event in sorted(events, key=_order):
        if event.kind in ENDING or _leaves_open(event):
            for rates in timelines.values():
                rates.stop(event)
        if event.kind in SETTING:
            _set_rates(facts, event, targets, timelines)
    periods = (each for target in sorted(timelines, key=str) for each in timelines[target].periods)
    pauses = list(find_pauses(statuses))
    return [part for period in periods for part in _interrupt(period, pauses)]


def _set_rates(
    facts: Facts,
    event: Event,
    targets: tuple[str | None, ...],
    timelines: dict[str | None, _Rates],
) -> None:
    for terms, put in ((event.replaces, _Rates.precede), (event.sets, _Rates.follow)):
        for rate in terms:
            for target in facts.iris(rate, "rateTarget") or targets:
                put(timelines.setdefault(target, _Rates(target)), event, rate)


def find_pauses(statuses: Sequence[Period]) -> Iterator[Period]:
    """Yield the times in which nothing is collected, each from where it may have begun."""
    doubt: Period | None = None
    for period in statuses:
        if period.status == "paused":
            doubted = doubt and doubt.end == period.start and set(doubt.facts) <= set(period.facts)
            yield replace(period, start=doubt.start) if doubt and doubted else period
        doubt = period if period.status == "uncertain" and period.start else None


def _interrupt(period: RatePeriod, pauses: Sequence[Period]) -> Iterator[RatePeriod]:
    """Yield what is left of a period outside of the pauses, which are in order of time."""
    for pause in pauses:
        if pause.end and period.start and pause.end <= period.start:
            continue
        if period.end and (pause.start is None or period.end <= pause.start):
            break
        if pause.start and (period.start is None or period.start < pause.start):
            yield replace(period, end=pause.start)
        if pause.end is None or (period.end and period.end <= pause.end):
            return
        facts = tuple(sorted({*period.facts, *pause.facts}))
        period = replace(period, start=pause.end, facts=facts)
    yield period


def _order(event: Event) -> tuple[date, bool, int, tuple[str, ...]]:
    ends = event.kind in ENDING and bool(event.headings)  # a heading ends before the next begins
    return _begin(event) or date.min, not ends, event.rank, event.facts


def _leaves_open(event: Event) -> bool:
    """Tell whether an order changes the rate without saying, as far as is read, to what."""
    return event.kind in ("increase", "decrease") and event.is_law and not event.sets


def _begin(event: Event) -> date | None:
    """Return the first day on which an event can have effect."""
    first, last = first_days(event)
    return first or last


class _Rates:
    """The rate periods of one target, in order of time; only the last may be open."""

    def __init__(self, target: str | None) -> None:
        self._target = target
        self.periods: list[RatePeriod] = []

    def precede(self, event: Event, rate: str) -> None:
        """Let the old rate end with the event, unless an earlier fact says which rate that was."""
        end = _begin(event)
        if not self.periods and end:
            self.periods.append(RatePeriod(rate, self._target, None, end, event.facts))

    def follow(self, event: Event, rate: str) -> None:
        """Let the new rate begin: with the event, or at a day unknown if nothing came before."""
        last = self.periods[-1] if self.periods else None
        if last and last.rate == rate and last.end is None:
            self.periods[-1] = replace(last, facts=(*last.facts, *event.facts))
            return
        first, latest = first_days(event)
        start = first if first == latest else None
        if last and start is None:
            start = latest
            if start is None:
                return  # no day: nobody can say which of the two rates applies
        self._cut(_begin(event))
        end = event.until_after(start)
        period = RatePeriod(rate, self._target, start, end, event.facts, event.headings)
        self.periods.append(period)

    def stop(self, event: Event) -> None:
        """Let no rate be collected any more; a heading's end stops only what it collects."""
        last = self.periods[-1] if self.periods else None
        day = _begin(event)
        if last is None or day is None:
            return
        if event.headings and last.headings and not set(event.headings) & set(last.headings):
            return
        self._cut(day)

    def _cut(self, day: date | None) -> None:
        """End everything at `day`."""
        while day and self.periods:
            last = self.periods[-1]
            if last.start is None or last.start < day:
                if last.end is None or last.end > day:
                    self.periods[-1] = replace(last, end=day)
                return
            self.periods.pop()
