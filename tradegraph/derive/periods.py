"""Status and rate periods of a measure, from its own events and from what reaches it.

A measure's history is made of the events that affect it; of what befalls the programme that it is
a part of; of announcements of its groups; and of rulings and injunctions on them. Other events of a
group say too little about each member: a group is paused, and its baseline goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.derive.changes import Change, is_actual, read_changes, read_state
from tradegraph.derive.closures import derived_quad
from tradegraph.derive.conflicts import write_conflicts
from tradegraph.derive.events import ENDING, Event, read_event
from tradegraph.derive.grounds import write_grounds
from tradegraph.derive.rates import RatePeriod, build_rates
from tradegraph.derive.reach import court_changes, find_groups, find_members, find_parts
from tradegraph.derive.statements import TYPE, Facts
from tradegraph.derive.timeline import Period, build_timeline
from tradegraph.derive.uniting import choose_events, find_disagreements, unite_events
from tradegraph.identifiers import mint, short_hash, tail
from tradegraph.vocabulary import PROV, XSD, code, tg

DAY = NamedNode(XSD + "date")
REACHING_PARTS = frozenset({"pause", "extend", "end"})
"""What an event of a programme does to its parts, too; the rates of parts are their own."""


def derive_measure(facts: Facts, measure: str) -> list[Quad]:
    """Return the periods of a measure and what its sources disagree on; closures come first."""
    turns = unite_events(_read_events(facts, measure))
    events = choose_events(turns)
    statuses = build_timeline(_find_changes(facts, measure, events))
    rates = build_rates(facts, measure, [*events, *_ends_of_programmes(facts, measure)], statuses)
    quads: list[Quad] = []
    for number, period in enumerate(statuses, start=1):
        quads += _write_status(facts, measure, number, period)
    for number, rate in enumerate(rates, start=1):
        quads += _write_rate(facts, measure, number, rate)
    quads += write_conflicts(measure, find_disagreements(turns))
    return quads


def _read_events(facts: Facts, measure: str) -> list[Event]:
    actual = (iri for iri in facts.subjects("affects", measure) if is_actual(facts, iri))
    found = (read_event(facts, iri) for iri in actual)
    return [event for event in found if event]


def _find_changes(facts: Facts, measure: str, events: Iterable[Event]) -> list[Change]:
    """Return the changes of a measure; none if only a group's announcement is known of it."""
    own = list(_own_changes(facts, measure, events))
    if not own:
        return []
    found = [*own, *_reaching(facts, measure), *_openings_of_parts(facts, measure, own)]
    if all(each.status == "announced" or each.by_court for each in found):
        members = (each for each in find_members(facts, measure) if _has_changes(facts, each))
        if any(members):
            return []
    return found


def _has_changes(facts: Facts, measure: str) -> bool:
    return any(_own_changes(facts, measure, _read_events(facts, measure)))


def _own_changes(facts: Facts, measure: str, events: Iterable[Event]) -> Iterator[Change]:
    replaced = bool(facts.subjects("supersedes", measure))
    standing = [each for each in events if not _ends_a_heading(each, events)]
    for event in standing:
        yield from read_changes(event, replaced=replaced)
        if event.is_undated_row:
            yield from _doubt_before(facts, measure, event)
    for state in facts.subjects("ofMeasure", measure):
        if facts.is_a(state, "MeasureState") and is_actual(facts, state):
            change = read_state(facts, state)
            if change:
                yield change


def _doubt_before(facts: Facts, measure: str, row: Event) -> Iterator[Change]:
    """Yield the doubt whether what an undated row lays was collected before the row's edition.

    It cannot have been before the programme was that the measure is a part of.
    """
    for programme in facts.iris(measure, "specializes"):
        events = choose_events(unite_events(_read_events(facts, programme)))
        days = [each.day for each in events if each.does == "set" and each.is_law and each.day]
        if days and not (row.edition and row.edition <= min(days)):
            for fact in row.facts:
                yield Change("uncertain", min(days), min(days), fact, is_law=True)


def _ends_a_heading(event: Event, events: Iterable[Event]) -> bool:
    """Tell whether an end is only that of one heading, while the duty goes on under another."""
    if event.kind not in ENDING or not event.headings:
        return False
    own = set(event.headings)
    return any(
        each.does == "set" and each.headings and not own & set(each.headings) for each in events
    )


def _reaching(facts: Facts, measure: str) -> Iterator[Change]:
    """Yield the changes that reach a measure from elsewhere, a ruling on several groups once."""
    yield from dict.fromkeys(court_changes(facts, measure))
    for group in find_groups(facts, measure):
        announced = (each for each in _read_events(facts, group) if each.does == "announce")
        for event in choose_events(unite_events(announced)):
            yield from read_changes(event)
    for event in _events_of_programmes(facts, measure):
        yield from read_changes(event)


def _events_of_programmes(facts: Facts, measure: str) -> Iterator[Event]:
    """Yield what orders do to the programmes that the measure is a part of, and so to it."""
    for programme in facts.iris(measure, "specializes"):
        for event in choose_events(unite_events(_read_events(facts, programme))):
            if event.is_law and event.does in REACHING_PARTS:
                yield event


def _ends_of_programmes(facts: Facts, measure: str) -> list[Event]:
    return [each for each in _events_of_programmes(facts, measure) if each.kind in ENDING]


def _openings_of_parts(facts: Facts, measure: str, own: list[Change]) -> Iterator[Change]:
    """Yield when a programme is collected that its orders and schedules lay part by part."""
    if not any(each.is_law for each in own):
        return
    for part in find_parts(facts, measure):
        for event in choose_events(unite_events(_read_events(facts, part))):
            if event.does == "set" and event.is_law and event.effective:
                yield from (each for each in read_changes(event) if each.status == "in-effect")


def _write_status(facts: Facts, measure: str, number: int, period: Period) -> Iterator[Quad]:
    iri = _mint("status", measure, number, period.status, period.start, period.end)
    yield from _write_period(iri, "StatusPeriod", measure, period)
    yield derived_quad(iri, tg("status"), NamedNode(code("status", period.status)))
    yield from write_grounds(facts, iri, period.facts)


def _write_rate(facts: Facts, measure: str, number: int, period: RatePeriod) -> Iterator[Quad]:
    iri = _mint("rate", measure, number, period.rate, period.target, period.start, period.end)
    yield from _write_period(iri, "RatePeriod", measure, period)
    yield derived_quad(iri, tg("rate"), NamedNode(period.rate))
    if period.target:
        yield derived_quad(iri, tg("rateTarget"), NamedNode(period.target))
    yield from write_grounds(facts, iri, period.facts)


def _mint(kind: str, measure: str, number: int, *content: object) -> str:
    slug = f"{kind}-{tail(measure)}-{number}"
    return mint("period", f"{slug}-{short_hash(kind, measure, *content)}")


def _write_period(iri: str, kind: str, measure: str, period: Period | RatePeriod) -> Iterator[Quad]:
    yield derived_quad(iri, TYPE, NamedNode(tg(kind)))
    yield derived_quad(iri, tg("ofMeasure"), NamedNode(measure))
    for fact in dict.fromkeys(period.facts):
        yield derived_quad(iri, PROV + "wasDerivedFrom", NamedNode(fact))
    yield from _write_day(iri, "from", period.start)
    yield from _write_day(iri, "until", period.end)


def _write_day(iri: str, name: str, day: date | None) -> Iterator[Quad]:
    if day:
        yield derived_quad(iri, tg(name), Literal(day.isoformat(), datatype=DAY))
