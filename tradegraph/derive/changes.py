"""The changes of a measure's status that facts tell of, each with the days it can fall on."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tradegraph.derive.statements import Statements

STATUS_AFTER = {
    "announcement": "announced",
    "imposition": "in-effect",
    "entry-into-effect": "in-effect",
    "increase": "in-effect",
    "decrease": "in-effect",
    "reinstatement": "in-effect",
    "pause": "paused",
    "extension": "prolonged",
    "expiry": "expired",
    "revocation": "revoked",
}
"""Notation of an event to the notation of the status after it; `prolonged` keeps the one before."""

STATUSES = (
    "announced",
    "in-effect",
    "paused",
    "uncertain",
    "enjoined",
    "in-effect-pending-appeal",
    "expired",
    "revoked",
)
"""The statuses that periods can have, in the order of turns on one and the same day."""

# What makes a court's finding stop the collection of a duty, once no stay holds it up.
FORBIDDING = frozenset(
    {"reversal-ordered", "vacatur", "permanent-injunction", "preliminary-injunction"}
)
# A ruling for the parties alone or on some of the measures leaves the status of each open.
REACHING = frozenset({None, "all", "most"})

# P90D, P1Y, P2M, P3W, P1Y6M; times of day do not matter here.
DURATION = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
)


@dataclass(frozen=True, slots=True)
class Change:
    """A turn to `status` at some day from `first` to `last`, None where nothing is known.

    `until` is the first day on which it no longer applies, when a term was set. A change by a
    court (`by_court`) touches only what is being collected.
    """

    status: str
    first: date | None
    last: date | None
    fact: str
    until: date | None = None
    by_court: bool = False


def read_event(facts: Statements, event: str) -> Iterator[Change]:
    """Yield the changes that a measure event makes: the act, and what takes effect by it."""
    status = STATUS_AFTER.get(facts.notation(event, "eventType", "event") or "")
    if status is None:
        return
    first, last = event_days(facts, event)
    effective = next(iter(facts.dates(event, "effectiveOn")), None)
    if effective and status != "announced":
        if status == "in-effect" and last and last < effective:
            yield Change("announced", first, last, event)
        first = last = effective
    yield Change(status, first, last, event, until=_end_of_term(facts, event, first, last))


def read_state(facts: Statements, state: str) -> Change | None:
    """Return the change that a source's word on the status of a measure amounts to."""
    status = facts.notation(state, "status", "status")
    days = facts.dates(state, "from") or facts.dates(state, "observedOn")
    if status not in STATUSES:
        return None
    day = days[0] if days else None
    ends = facts.dates(state, "until")
    return Change(status, day, day, state, until=ends[0] if ends else None)


def read_ruling(facts: Statements, ruling: str) -> Iterator[Change]:
    """Yield the changes by a ruling that a measure is unlawful, and by stays of that ruling."""
    unlawful = "unlawful" in facts.notations(ruling, "outcome", "outcome")
    if not unlawful or facts.notation(ruling, "scopeKind", "scope") not in REACHING:
        return
    first, last = event_days(facts, ruling)
    forbids = bool(facts.notations(ruling, "relief", "relief") & FORBIDDING)
    stopped = "enjoined" if forbids else "uncertain"
    stays = [stay for stay in facts.subjects("stays", ruling) if _happened(facts, stay)]
    if not stays:
        if first or last:
            yield Change(stopped, first, last, ruling, by_court=True)
        return
    if first:
        yield Change("uncertain", first, first, ruling, by_court=True)
    for stay in stays:
        yield from _read_stay(facts, stay, stopped, first)


def read_injunction(facts: Statements, injunction: str) -> Iterator[Change]:
    """Yield the change by an order not to enforce a measure."""
    first, last = event_days(facts, injunction)
    if first or last:
        yield Change("enjoined", first, last, injunction, by_court=True)


def event_days(facts: Statements, event: str) -> tuple[date | None, date | None]:
    """Return the first and the last day on which something can have happened."""
    earliest, latest = facts.dates(event, "notBefore"), facts.dates(event, "notAfter")
    # Several documents may bound the same event: it lies within all the bounds they give.
    first = earliest[-1] if earliest else None
    last = latest[0] if latest else None
    if first and last and first > last:
        return earliest[0], latest[-1]
    return first, last


def add_duration(day: date, text: str) -> date | None:
    """Return the day that lies an `xsd:duration` after `day`.

    None for one that does not count in days or leads out of the calendar.
    """
    match = DURATION.match(text)
    if not match or not any(match.groups()):
        return None
    parts = {name: int(value or 0) for name, value in match.groupdict().items()}
    months = day.month - 1 + parts["months"] + 12 * parts["years"]
    year, month = day.year + months // 12, months % 12 + 1
    try:
        moved = date(year, month, min(day.day, monthrange(year, month)[1]))
        return moved + timedelta(weeks=parts["weeks"], days=parts["days"])
    except (ValueError, OverflowError):
        return None


def _read_stay(facts: Statements, stay: str, stopped: str, ruled: date | None) -> Iterator[Change]:
    _, last = event_days(facts, stay)
    if last:
        day = max(last, ruled) if ruled else last
        yield Change("in-effect-pending-appeal", day, day, stay, by_court=True)
    for order in _liftings(facts, stay):
        first, last = event_days(facts, order)
        if first or last:
            yield Change(stopped, first, last, order, by_court=True)


def _liftings(facts: Statements, stay: str) -> list[str]:
    return [order for order in facts.subjects("liftsStay", stay) if is_actual(facts, order)]


def _happened(facts: Statements, stay: str) -> bool:
    """Tell whether there was a stay: somebody affirms it, or that it was lifted."""
    return is_actual(facts, stay) or bool(_liftings(facts, stay))


def _end_of_term(
    facts: Statements, event: str, first: date | None, last: date | None
) -> date | None:
    ends = facts.dates(event, "validUntil")
    if ends:
        return add_duration(ends[0], "P1D")  # the property names the last day that still counts
    duration = facts.text(event, "duration")
    return add_duration(last, duration) if last and first == last and duration else None


def is_actual(facts: Statements, fact: str) -> bool:
    """Tell whether something is curated or affirmed; closures come first."""
    return facts.text(fact, "isActual") == "true"
