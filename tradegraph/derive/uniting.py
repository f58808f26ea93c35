"""Several tellings of one event become one, and what they disagree on is kept.

The best source's day counts, see `standing`; what it leaves open, the next one fills in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tradegraph.derive.changes import first_days
from tradegraph.derive.events import Event
from tradegraph.derive.standing import ORDER, SCHEDULE

NEAR: Final = 45
"""Days that tellings of one event may lie apart: an order comes first, its effect weeks later."""
CLOSE: Final = 3
"""Days within which two sources mean the same moment when they give two rates for it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn in the life of a measure: the event as it is believed, and all tellings of it."""

    event: Event
    tellings: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two tellings that cannot both be right in their `aspect`, `day` or `rate`.

    `rule` says why one is preferred: the better `source`, or the `later` of two equal ones.
    """

    aspect: str
    preferred: Event
    rejected: Event
    rule: str


def unite_events(events: Iterable[Event]) -> list[Turn]:
    """Return the turns that the events tell of, those of the best sources first."""
    turns: list[Turn] = []
    for event in sorted(events, key=_rank):
        fitting = [turn for turn in turns if _tells(turn.event, event)]
        if not fitting:
            turns.append(Turn(event, (event,)))
            continue
        nearest = min(fitting, key=lambda turn: (_distance(turn.event, event), _latest(turn)))
        united = Turn(_fill_in(nearest.event, event), (*nearest.tellings, event))
        turns[turns.index(nearest)] = united
    return turns


def choose_events(turns: Sequence[Turn]) -> list[Event]:
    """Return the events that make a measure's history.

    Where orders and schedules tell when it is collected, other sources only add what comes after
    the last of those, and what was announced.
    """
    law = _place_rows(_drop_editions([turn.event for turn in turns if turn.event.is_law]))
    days = [event.day for event in law if event.day]
    if not any(event.does == "set" and event.day for event in law):
        return _date_rows([turn.event for turn in turns])
    rest = (turn.event for turn in turns if not turn.event.is_law)
    return [*law, *(each for each in rest if _adds(each, min(days), max(days)))]


def _drop_editions(law: Sequence[Event]) -> list[Event]:
    """Leave out rows of a schedule for whose first day an order sets another rate.

    A schedule keeps the first day of a heading and shows its rate as of the edition.
    """
    ordered = [each for each in law if each.does == "set" and each.rank == ORDER and each.bounds]
    return [
        each
        for each in law
        if not _is_edition(each) or not any(_is_contradicted(each, other) for other in ordered)
    ]


def _is_edition(event: Event) -> bool:
    return event.does == "set" and event.rank == SCHEDULE and bool(event.bounds and event.day)


def _is_contradicted(row: Event, order: Event) -> bool:
    if not (row.effective and order.effective) or row.bounds == order.bounds:
        return False
    return abs((row.effective - order.effective).days) <= 1


def _place_rows(law: Sequence[Event]) -> list[Event]:
    """Give a day to the undated rows of a schedule: that on which the last row before them ended.

    Without one they are left out if others are dated: nobody can say which of them applies.
    """
    ends = [each for each in law if each.does == "end" and each.headings]
    ended = [each.day for each in ends if each.day]
    dated = any(each.does == "set" and each.day for each in law)
    placed = []
    for event in law:
        if event.does != "set" or event.day:
            placed.append(event)
        elif ended and len(ended) == len(ends):
            placed.append(replace(event, effective=max(ended)))
        elif not dated:
            placed.append(event)
    return placed


def _date_rows(events: Sequence[Event]) -> list[Event]:
    """Give the undated rows of a schedule the day of the one act that lays the duty, if any.

    It must be of one day, not only that on which somebody spoke of it, and name no rate, and the
    rows one: so they say which.
    """
    rows = [each for each in events if each.is_undated_row]
    acts = [each for each in events if each.does == "set" and each.day and not _is_told_day(each)]
    days = {day for each in acts for day in first_days(each)}
    rates = {each.bounds for each in rows}
    if len(days) != 1 or None in days or len(rates) != 1 or any(each.bounds for each in acts):
        return list(events)
    (day,) = days
    return [replace(e, first=day, last=day) if e.is_undated_row else e for e in events]


def find_disagreements(turns: Sequence[Turn]) -> Iterator[Disagreement]:
    """Yield what the tellings of a measure's history disagree on."""
    for turn in turns:
        best = turn.tellings[0]
        for other in turn.tellings[1:]:
            if _differ_in_day(turn.event, other):
                yield Disagreement("day", best, other, _name_rule(best, other))
    for number, turn in enumerate(turns):
        for event in (each.event for each in turns[number + 1 :]):
            if _differ_in_rate(turn.event, event):
                yield Disagreement("rate", turn.event, event, _name_rule(turn.event, event))


def _rank(event: Event) -> tuple[bool, int, bool, bool, int, date, tuple[str, ...]]:
    """Return the order in which tellings are believed: law, days of effect, the latest document."""
    day = event.day or date.max
    vague = event.effective is None, _is_told_day(event)
    return event.day is None, event.rank, *vague, event.age, day, event.facts


def _latest(turn: Turn) -> int:
    return -turn.event.day.toordinal() if turn.event.day else 0


def _tells(known: Event, other: Event) -> bool:
    """Tell whether `other` may be another telling of `known`."""
    if known.does != other.does or not _same_kind(known, other):
        return False
    if known.bounds and other.bounds and known.bounds != other.bounds:
        return False
    if known.headings and other.headings and not set(known.headings) & set(other.headings):
        return False
    if _are_two_acts(known, other):
        return False
    if other.day is None or known.day is None:
        return not other.is_law or bool(other.bounds & known.bounds)
    return _distance(known, other) <= NEAR


def _are_two_acts(known: Event, other: Event) -> bool:
    """Tell whether two instruments of different days make them."""
    if known.effective and known.effective == other.effective:
        return False
    days = known.last, other.last
    differ = None not in days and known.last != other.last
    return (
        differ
        and bool(known.instruments and other.instruments)
        and not (set(known.instruments) & set(other.instruments))
    )


def _same_kind(known: Event, other: Event) -> bool:
    """Tell whether kinds agree; that a rate rises or falls is told apart by the rate alone."""
    changing = {"increase", "decrease"} & {known.kind, other.kind}
    if not changing or known.kind == other.kind:
        return True
    return bool(known.bounds) and known.bounds == other.bounds


def _distance(known: Event, other: Event) -> int:
    days = [(a, b) for a in _days(known) for b in _days(other)]
    return min((abs((a - b).days) for a, b in days), default=0)


def _days(event: Event) -> list[date]:
    return [day for day in (event.first, event.last, event.effective) if day]


def _fill_in(known: Event, other: Event) -> Event:
    """Return what is known with what only the other telling says."""
    act = known if known.first or known.last else other
    days = known.effective, other.effective
    term = None in days or days[0] == days[1]  # a term is counted from the day that it is told with
    return replace(
        known,
        first=act.first,
        last=act.last,
        effective=known.effective or other.effective,
        until=known.until or (other.until if term and not known.duration else None),
        duration=known.duration or (other.duration if term and not known.until else None),
        sets=known.sets or other.sets,
        replaces=known.replaces or other.replaces,
        bounds=known.bounds or other.bounds,
        headings=known.headings or other.headings,
        instruments=known.instruments or other.instruments,
        rank=min(known.rank, other.rank),
        tellings=tuple(sorted({*known.tellings, *other.tellings})),
        facts=tuple(sorted({*known.facts, *other.facts})),
    )


def _adds(event: Event, first: date, last: date) -> bool:
    """Tell whether a weaker source tells of what came before or after all that the law says."""
    if event.does == "announce":
        return event.day is None or event.day <= first
    turns = event.does in ("pause", "end") or bool(event.bounds)
    return turns and event.day is not None and event.day > last and not _is_told_day(event)


def _is_told_day(event: Event) -> bool:
    """Tell whether the day is only that on which somebody spoke of it."""
    return event.effective is None and any(t.published == event.day for t in event.tellings)


def _differ_in_day(known: Event, other: Event) -> bool:
    if known.effective and other.effective:
        return known.effective != other.effective
    if other.first != other.last or other.last is None or _is_told_day(other):
        return False
    first = known.first or known.last
    if known.effective == other.last or known.last is None or first is None:
        return False
    return not first <= other.last <= known.last


def _differ_in_rate(known: Event, other: Event) -> bool:
    if known.rank == other.rank or known.does != other.does or not (known.day and other.day):
        return False
    if SCHEDULE in (known.rank, other.rank) and ORDER in (known.rank, other.rank):
        return False  # the one of the edition, the other of its day
    exact = all(len(e.bounds) == 1 and all(a == b for a, b in e.bounds) for e in (known, other))
    return exact and known.bounds != other.bounds and _distance(known, other) <= CLOSE


def _name_rule(preferred: Event, rejected: Event) -> str:
    return "source" if preferred.rank < rejected.rank else "later"
