"""The events of a measure as its documents tell them: kind, days, rates, and on whose word.

What an order or a schedule enacts is law (`is_law`): it cites its instrument or the heading under
which the duty is collected. What an order merely recalls of other acts counts as an agency's word.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tradegraph.derive.calendar import add_duration, event_days
from tradegraph.derive.standing import AGENCY, ORDER, PRESS, SCHEDULE, Telling, read_tellings
from tradegraph.derive.statements import Facts
from tradegraph.vocabulary import tg

SETTING: Final = frozenset(
    {"imposition", "entry-into-effect", "increase", "decrease", "reinstatement"}
)
"""Kinds of event after which a duty is collected."""
ENDING: Final = frozenset({"revocation", "expiry"})
"""Kinds of event after which it is not, for good."""
KINDS: Final = {
    **dict.fromkeys(SETTING, "set"),
    **dict.fromkeys(ENDING, "end"),
    "pause": "pause",
    "extension": "extend",
    "announcement": "announce",
}
"""What an event does to a measure: two tellings of one event agree at least in this."""

NOTICE: Final = "fr-notice"

Bounds = frozenset[tuple[str | None, str | None]]


@dataclass(frozen=True, slots=True)
class Event:
    """What happens to a measure; None for a day that is not known.

    `first` and `last` bound the day of the act, `effective` is the first day of its legal effect,
    `until` the day from which it has none any more. `sets` and `replaces` are rate terms, `bounds`
    the rates of the former. `rank` is that of the best source, `tellings` all of them.
    """

    kind: str
    first: date | None
    last: date | None
    effective: date | None
    until: date | None
    duration: str | None
    sets: tuple[str, ...]
    replaces: tuple[str, ...]
    bounds: Bounds
    headings: tuple[str, ...]
    instruments: tuple[str, ...]
    rank: int
    tellings: tuple[Telling, ...]
    facts: tuple[str, ...]

    @property
    def does(self) -> str:
        """What it does to the measure, see `KINDS`."""
        return KINDS[self.kind]

    @property
    def is_law(self) -> bool:
        """Whether an order or a schedule enacts it."""
        return self.rank <= ORDER

    @property
    def day(self) -> date | None:
        """The day to place it by: of effect, else of the act."""
        return self.effective or self.last or self.first

    @property
    def is_undated_row(self) -> bool:
        """Whether it is a row of a schedule that says what is collected, but not since when."""
        return self.rank == SCHEDULE and self.does == "set" and self.day is None

    @property
    def edition(self) -> date | None:
        """The day by which it was in a schedule, as far as the editions that have it are dated."""
        return min((each.edition for each in self.tellings if each.edition), default=None)

    @property
    def age(self) -> int:
        """Order among equals: the latest document first."""
        return min((each.age for each in self.tellings), default=0)

    def until_after(self, start: date | None) -> date | None:
        """Return the day its term is over, counted from `start`; None for one that never began."""
        end = self.until
        if end is None and start and self.duration:
            end = add_duration(start, self.duration)
        return end if end and (start is None or start < end) else None


def read_event(facts: Facts, iri: str) -> Event | None:
    """Return an event of a measure, None for one of a kind that changes nothing."""
    kind = facts.notation(iri, "eventType", "event")
    if kind not in KINDS:
        return None
    tellings = read_tellings(facts, iri)
    first, last = _read_days(facts, iri, tellings)
    sets = facts.iris(iri, "setsRate")
    headings, instruments = facts.texts(iri, "heading"), facts.iris(iri, "byInstrument")
    until = _believe_day(facts, iri, "validUntil", tellings)
    effective = _believe_day(facts, iri, "effectiveOn", tellings)
    rank = find_rank(facts, iri, tellings)
    if effective is None and last is None:
        effective = _day_of_instruments(facts, instruments)
    if kind == "announcement" and sets and rank == ORDER and effective is None:
        effective = find_notice(facts, instruments, last)
        kind = "entry-into-effect" if effective else kind
    return Event(
        kind=kind,
        first=first,
        last=last,
        effective=effective,
        until=until + timedelta(days=1) if until and until < date.max else None,
        duration=facts.text(iri, "duration"),
        sets=sets,
        replaces=facts.iris(iri, "replacesRate"),
        bounds=frozenset(_read_bounds(facts, rate) for rate in sets),
        headings=headings,
        instruments=instruments,
        rank=rank,
        tellings=tellings,
        facts=(iri,),
    )


def find_notice(facts: Facts, instruments: tuple[str, ...], signed: date | None) -> date | None:
    """Return the day on which the first notice of the gazette that cites an order was published.

    An order that leaves the first day of a rate to a notice has effect from then on.
    """
    found = set()
    for instrument in instruments:
        own = set(facts.subjects("publishes", instrument))
        for mention in facts.subjects("refersTo", instrument):
            spans = facts.iris(mention, "evidence")
            documents = {doc for span in spans for doc in facts.iris(span, "inDocument")} - own
            for document in documents:
                if facts.notation(document, "docType", "doctype") == NOTICE:
                    found.update(facts.dates(document, "publishedOn"))
    return min((day for day in found if signed and signed <= day), default=None)


def find_rank(facts: Facts, iri: str, tellings: tuple[Telling, ...]) -> int:
    """Return the rank of the best source; what an order only recalls is an agency's word."""
    rank = min((each.rank for each in tellings), default=PRESS)
    enacted = facts.told(iri, tg("heading")) or facts.told(iri, tg("byInstrument"))
    return rank if rank > ORDER or enacted else AGENCY


def _read_days(
    facts: Facts, iri: str, tellings: tuple[Telling, ...]
) -> tuple[date | None, date | None]:
    """Return the bounds of the act; none when it would come after all who tell of it as done."""
    first, last = event_days(facts, iri)
    published = [each.published for each in tellings]
    if first and published and all(day and day < first for day in published):
        return None, None
    return first, last


def _day_of_instruments(facts: Facts, instruments: tuple[str, ...]) -> date | None:
    """Return the first day of effect of what an instrument does, if it names only one.

    Failing that the day after it was signed, or the day on which it was published: a note such as
    "terminated, see 90 Fed. Reg. 1" has no day of its own.
    """
    events = [event for each in instruments for event in facts.subjects("byInstrument", each)]
    effective = {day for event in events for day in facts.dates(event, "effectiveOn")}
    if len(effective) == 1:
        return effective.pop()
    signed = [day for each in instruments for day in facts.dates(each, "signedOn")]
    if signed:
        return max(signed) + timedelta(days=1)
    documents = [doc for each in instruments for doc in facts.subjects("publishes", each)]
    return max((day for d in documents for day in facts.dates(d, "publishedOn")), default=None)


def _believe_day(facts: Facts, iri: str, name: str, tellings: tuple[Telling, ...]) -> date | None:
    """Return the day as the best of the documents that know it gives it, the first of several."""
    days = (facts.dates(iri, name, each.graph) for each in tellings)
    return next((found[0] for found in days if found), next(iter(facts.dates(iri, name)), None))


def _read_bounds(facts: Facts, rate: str) -> tuple[str | None, str | None]:
    return facts.text(rate, "rateLow"), facts.text(rate, "rateHigh")
