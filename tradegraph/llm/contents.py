"""From a model's record to the content of a fact; None where a name that it needs is unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from tradegraph.identifiers import mint, slugify, tail
from tradegraph.language.analysis import Analysis
from tradegraph.llm.answers import Record
from tradegraph.llm.names import find_actors, find_named, find_places, introduce_person
from tradegraph.model import (
    Appeal,
    CaseFiling,
    Content,
    DateRange,
    Encounter,
    Entity,
    Hearing,
    Injunction,
    Investigation,
    Measure,
    MeasureEvent,
    NegotiationState,
    OfficeHolding,
    Rate,
    Ruling,
    Statement,
    Stay,
)

QUOTED: Final = ("“", '"')
LEAST_PARTIES: Final = 2
"""It takes two to negotiate or to meet."""


@dataclass(frozen=True)
class _Reader:
    """A record's roles as values of the model."""

    analysis: Analysis
    record: Record

    def text(self, role: str) -> str | None:
        value = self.record.values.get(role)
        return value.strip() or None if isinstance(value, str) else None

    def texts(self, role: str) -> tuple[str, ...]:
        value = self.record.values.get(role)
        return tuple(map(str, value)) if isinstance(value, list) else ()

    def actor(self, role: str) -> str | None:
        name = self.text(role)
        return next(iter(find_actors(self.analysis, [name])), None) if name else None

    def actors(self, role: str) -> tuple[str, ...]:
        return find_actors(self.analysis, self.texts(role))

    def places(self, role: str) -> tuple[str, ...]:
        return find_places(self.analysis, self.texts(role))

    def days(self, role: str) -> DateRange | None:
        try:
            first, last = map(date.fromisoformat, self.texts(role))
        except ValueError:
            return None
        if first > last:
            return None
        return DateRange(first, last, "day" if first == last else "range")

    def rate(self, role: str) -> Rate | None:
        told = self.record.values.get(role)
        if not isinstance(told, Mapping):
            return None
        low, high = (_percent(told.get(bound)) for bound in ("low", "high"))
        if low is None and high is None:
            return None
        return Rate(low, high, str(told.get("qualifier") or "exact"))


def _percent(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and 0 <= value < 10_000 else None


def read_content(analysis: Analysis, record: Record) -> Content | None:
    """Return the content of the fact that a record tells."""
    return READERS[record.fact_type](_Reader(analysis, record))


def _read_measure_event(told: _Reader) -> MeasureEvent | None:
    imposers = told.places("imposer")
    if not imposers:
        return None
    measure = Measure(
        imposers, told.places("target"), told.texts("product"), told.text("authority")
    )
    return MeasureEvent(
        told.text("kind") or "",
        measure,
        told.actors("by"),
        told.rate("rate"),
        told.rate("oldRate"),
        told.days("date"),
        told.days("effective"),
    )


def _read_ruling(told: _Reader) -> Ruling | None:
    court, outcome = told.actor("court"), told.text("outcome")
    return Ruling(court, (outcome,), when=told.days("date")) if court and outcome else None


def _read_stay(told: _Reader) -> Stay | None:
    court, stayed = told.actor("court"), told.actor("staysCourt")
    if court is None or stayed is None:
        return None
    lifted = told.record.values.get("lifted") is True
    return Stay(court, Ruling(stayed, ()), lifted=lifted, when=told.days("date"))


def _read_injunction(told: _Reader) -> Injunction | None:
    court = told.actor("court")
    return Injunction(court, when=told.days("date")) if court else None


def _read_hearing(told: _Reader) -> Hearing | None:
    court = told.actor("court")
    return Hearing(court, told.days("date")) if court else None


def _read_appeal(told: _Reader) -> Appeal | None:
    appellants, court = told.actors("appellant"), told.actor("fromCourt")
    if not appellants or court is None:
        return None
    return Appeal(appellants, Ruling(court, ()), told.actor("toCourt"), told.days("date"))


def _read_filing(told: _Reader) -> CaseFiling | None:
    plaintiffs, court = told.actors("plaintiff"), told.actor("court")
    if not plaintiffs:
        return None
    return CaseFiling(plaintiffs, court, told.actors("defendant"), when=told.days("date"))


def _read_investigation(told: _Reader) -> Investigation | None:
    agency = told.actor("agency")
    if agency is None:
        return None
    return Investigation(
        told.text("kind") or "",
        agency,
        told.text("authority"),
        told.texts("product"),
        told.places("target"),
        told.days("date"),
    )


def _read_encounter(told: _Reader) -> Encounter | None:
    participants = told.actors("participants")
    if len(participants) < LEAST_PARTIES:
        return None
    return Encounter(told.text("kind") or "", participants, when=told.days("date"))


def _read_negotiation(told: _Reader) -> NegotiationState | None:
    parties, status = told.places("parties"), told.text("state")
    if len(parties) < LEAST_PARTIES or status is None:
        return None
    return NegotiationState(parties, status, told.text("agreement"), told.days("date"))


def _read_statement(told: _Reader) -> Statement | None:
    speakers, span = told.actors("speaker"), told.record.span
    if not speakers:
        return None
    inside = (q for q in told.analysis.quotations if q.words.overlaps(span))
    quotes = tuple(told.analysis.text(q.words) for q in inside)
    return Statement(
        speakers, quotes, outlet=told.actor("outlet"), when=told.days("date"), content=(span,)
    )


def _read_holding(told: _Reader) -> OfficeHolding | None:
    name, words = told.text("person"), told.text("office")
    if not name or not words:
        return None
    person = introduce_person(told.analysis, name)
    return OfficeHolding(person, _find_office(told, person, words))


def _find_office(told: _Reader, person: str, words: str) -> str:
    """Return the registry's office of that name that the person holds, else one of the document."""
    registry = told.analysis.registry
    named = registry.offices_named(words)
    held = [o for o in registry.offices(person, told.analysis.document.published) if o in named]
    if len(held) == 1 or len(named) == 1:
        return held[0] if held else next(iter(named))
    owner = find_named(told.analysis, told.text("of") or "")
    iri = mint("office", slugify(f"{tail(owner) if owner else ''} {words}"))
    if iri not in registry.entities:
        told.analysis.entities.setdefault(iri, Entity(iri, "Office", words, (), owner))
    return iri


READERS: Final[Mapping[str, Callable[[_Reader], Content | None]]] = {
    "MeasureEvent": _read_measure_event,
    "Ruling": _read_ruling,
    "Stay": _read_stay,
    "Injunction": _read_injunction,
    "Hearing": _read_hearing,
    "Appeal": _read_appeal,
    "CaseFiling": _read_filing,
    "Investigation": _read_investigation,
    "Encounter": _read_encounter,
    "NegotiationState": _read_negotiation,
    "Statement": _read_statement,
    "OfficeHolding": _read_holding,
}
