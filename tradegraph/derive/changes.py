"""The changes of a measure's status that events tell of, each with the days it can fall on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tradegraph.derive.events import SETTING, Event
from tradegraph.derive.statements import Facts

STATUS_AFTER: Final = {
    "announcement": "announced",
    **dict.fromkeys(SETTING, "in-effect"),
    "pause": "paused",
    "extension": "prolonged",
    "expiry": "expired",
    "revocation": "revoked",
}
"""Notation of an event to the notation of the status after it; `prolonged` keeps the one before."""

STATUSES: Final = (
    "announced",
    "in-effect",
    "paused",
    "uncertain",
    "partly-enjoined",
    "enjoined",
    "in-effect-pending-appeal",
    "expired",
    "revoked",
    "replaced",
)
"""The statuses that periods can have, in the order of turns on one and the same day."""

IN_EFFECT: Final = frozenset({"in-effect", "in-effect-pending-appeal", "partly-enjoined"})
"""The statuses in which the duty is paid: `in-effect`, and those that are narrower in the codes."""


@dataclass(frozen=True, slots=True)
class Change:
    """A turn to `status` at some day from `first` to `last`, None where nothing is known.

    `until` is the first day on which it no longer applies, when a term was set. A change by a
    court (`by_court`) touches only what is being collected; one by an order or a schedule is law.
    """

    status: str
    first: date | None
    last: date | None
    fact: str
    until: date | None = None
    by_court: bool = False
    is_law: bool = False


def read_changes(event: Event, *, replaced: bool = False) -> Iterator[Change]:
    """Yield the changes that an event makes: the act, and what takes effect by it.

    `replaced` tells that another measure took the place of the one that ends.
    """
    status = STATUS_AFTER[event.kind]
    if event.is_undated_row and event.edition is None:
        status = "uncertain"  # collected as of an edition that nobody can date
    if replaced and status == "revoked":
        status = "replaced"
    first, last = first_days(event)
    for fact in event.facts:
        waits = event.effective and event.last and event.last < event.effective
        if status == "in-effect" and waits:
            yield Change("announced", event.first, event.last, fact, is_law=event.is_law)
        until = event.until_after(last if first == last else None)
        yield Change(status, first, last, fact, until, is_law=event.is_law)


def first_days(event: Event) -> tuple[date | None, date | None]:
    """Return the bounds of the first day on which an event has effect.

    An order that names no day has effect from the next one: duties change at 12:01 a.m., and an
    order signed in the course of a day does not reach back to its beginning. A row of a schedule
    that names no day says what is collected as of its edition.
    """
    if event.is_undated_row:
        return event.edition, event.edition
    if event.does == "announce" or (event.does == "extend" and event.last):
        return event.first, event.last  # what is extended was running on the day of the act
    if event.effective:
        return event.effective, event.effective
    if event.is_law and event.last:
        begins = event.last + timedelta(days=1)
        return begins, begins
    return event.first, event.last


def read_state(facts: Facts, state: str) -> Change | None:
    """Return the change that a source's word on the status of a measure amounts to."""
    status = facts.notation(state, "status", "status")
    days = facts.dates(state, "from") or facts.dates(state, "observedOn")
    if status not in STATUSES:
        return None
    day = days[0] if days else None
    ends = facts.dates(state, "until")
    return Change(status, day, day, state, until=ends[0] if ends else None)


def is_actual(facts: Facts, fact: str) -> bool:
    """Tell whether something is curated or affirmed; closures come first."""
    return facts.text(fact, "isActual") == "true"
