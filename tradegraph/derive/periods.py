"""Status and rate periods of every measure whose own changes are known.

A measure's timeline is made of the events that affect it, and of what reaches it through its
groups: announcements, and rulings and injunctions. Other events of a group say too little about
each member: a programme is paused, and its baseline goes on. A group has an announced period
only if none of its members has a timeline.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.derive.changes import (
    Change,
    is_actual,
    read_event,
    read_injunction,
    read_ruling,
    read_state,
)
from tradegraph.derive.closures import derived_quad
from tradegraph.derive.rates import RatePeriod, build_rates
from tradegraph.derive.statements import TYPE, Statements
from tradegraph.derive.timeline import Period, build_timeline
from tradegraph.identifiers import mint, short_hash, tail
from tradegraph.vocabulary import PROV, XSD, code, tg

DAY = NamedNode(XSD + "date")


def derive_periods(facts: Statements) -> list[Quad]:
    """Return the status and rate periods that the actual facts give; closures come first."""
    events = _by_measure(facts, "affects")
    states = _by_measure(facts, "ofMeasure", of_class="MeasureState")
    quads: list[Quad] = []
    own = {
        measure: _own_changes(facts, events.get(measure, ()), states.get(measure, ()))
        for measure in sorted({*events, *states})
    }
    known = {measure for measure, changes in own.items() if changes}
    court = _court_changes(facts)
    for measure in sorted(known):
        changes = [*own[measure], *_reaching(facts, measure, own, court)]
        if _only_announced(changes) and known & _members(facts, measure):
            changes = []
        for number, period in enumerate(build_timeline(changes), start=1):
            quads += _write_status(measure, number, period)
    for measure, affecting in sorted(events.items()):
        for number, rate in enumerate(build_rates(facts, measure, affecting), start=1):
            quads += _write_rate(measure, number, rate)
    return quads


def _by_measure(facts: Statements, name: str, of_class: str | None = None) -> dict[str, list[str]]:
    """Return the actual facts about each measure, by the property that names it."""
    found: dict[str, list[str]] = defaultdict(list)
    for fact in facts.subjects(name):
        is_wanted = of_class is None or NamedNode(tg(of_class)) in facts.values(fact, TYPE)
        if is_wanted and is_actual(facts, fact):
            for measure in facts.iris(fact, name):
                found[measure].append(fact)
    return found


def _own_changes(facts: Statements, events: Iterable[str], states: Iterable[str]) -> list[Change]:
    told = (read_state(facts, state) for state in states)
    changes = [change for event in events for change in read_event(facts, event)]
    return [*changes, *(change for change in told if change)]


def _court_changes(facts: Statements) -> Mapping[str, list[Change]]:
    found: dict[str, list[Change]] = defaultdict(list)
    for measure, rulings in _by_measure(facts, "rulesOn").items():
        found[measure] += [change for each in rulings for change in read_ruling(facts, each)]
    for measure, orders in _by_measure(facts, "enjoins").items():
        found[measure] += [change for each in orders for change in read_injunction(facts, each)]
    return found


def _reaching(
    facts: Statements,
    measure: str,
    own: Mapping[str, list[Change]],
    court: Mapping[str, list[Change]],
) -> Iterator[Change]:
    """Yield the changes of its groups that reach a measure, a ruling on both only once."""
    groups = (measure, *facts.iris(measure, "withinGroup"))
    seen = (change for group in groups for change in court.get(group, ()))
    yield from dict.fromkeys(seen)
    for group in groups:
        if group != measure:
            yield from (each for each in own.get(group, ()) if each.status == "announced")


def _only_announced(changes: Iterable[Change]) -> bool:
    return all(change.status == "announced" or change.by_court for change in changes)


def _members(facts: Statements, group: str) -> set[str]:
    return set(facts.subjects("withinGroup", group)) - {group}


def _write_status(measure: str, number: int, period: Period) -> Iterator[Quad]:
    iri = _mint("status", measure, number, period.status, period.start, period.end)
    yield from _write_period(iri, "StatusPeriod", measure, period)
    yield derived_quad(iri, tg("status"), NamedNode(code("status", period.status)))


def _write_rate(measure: str, number: int, period: RatePeriod) -> Iterator[Quad]:
    iri = _mint("rate", measure, number, period.rate, period.target, period.start, period.end)
    yield from _write_period(iri, "RatePeriod", measure, period)
    yield derived_quad(iri, tg("rate"), NamedNode(period.rate))
    if period.target:
        yield derived_quad(iri, tg("rateTarget"), NamedNode(period.target))


def _mint(kind: str, measure: str, number: int, *content: object) -> str:
    slug = f"{kind}-{tail(measure)}-{number}"
    return mint("period", f"{slug}-{short_hash(kind, measure, *content)}")


def _write_period(iri: str, kind: str, measure: str, period: Period | RatePeriod) -> Iterator[Quad]:
    yield derived_quad(iri, TYPE, NamedNode(tg(kind)))
    yield derived_quad(iri, tg("ofMeasure"), NamedNode(measure))
    for fact in period.facts:
        yield derived_quad(iri, PROV + "wasDerivedFrom", NamedNode(fact))
    yield from _write_day(iri, "from", period.start)
    yield from _write_day(iri, "until", period.end)


def _write_day(iri: str, name: str, day: date | None) -> Iterator[Quad]:
    if day:
        yield derived_quad(iri, tg(name), Literal(day.isoformat(), datatype=DAY))
