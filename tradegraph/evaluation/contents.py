"""What a graph says a fact consists of: the values of its roles, type by type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from tradegraph.errors import InputError
from tradegraph.evaluation.actors import (
    LABEL,
    find_names,
    find_office_names,
    find_place_names,
)
from tradegraph.evaluation.conventions import read_conventions
from tradegraph.evaluation.dataset import Node
from tradegraph.evaluation.facts import Names
from tradegraph.evaluation.names import normalise
from tradegraph.model import DateRange

TRUE: Final = ("true", "1")
"""How RDF writes that something is so."""


@dataclass(slots=True)
class Contents:
    """The values of a fact's roles, as they are read; a role without values is left out."""

    actors: dict[str, tuple[Names, ...]] = field(default_factory=dict)
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    days: dict[str, DateRange] = field(default_factory=dict)
    rates: dict[str, frozenset[float]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def add_actors(self, role: str, actors: Iterable[Node]) -> None:
        """Take the actors, each once, in place of those that the role had, if there are any."""
        if found := tuple(dict.fromkeys(find_names(actor) for actor in actors)):
            self.actors[role] = found

    def add_phrases(self, role: str, phrases: Iterable[str]) -> None:
        """Take the phrases, each once."""
        if found := tuple(dict.fromkeys(filter(None, phrases))):
            self.phrases[role] = found

    def add_code(self, role: str, code: str | None) -> None:
        """Take a code, if there is one."""
        if code:
            self.codes[role] = code

    def add_rate(self, role: str, rate: Node | None) -> None:
        """Take the bounds of a rate, if there is one."""
        if rate:
            bounds = (rate.text("rateLow"), rate.text("rateHigh"))
            self.rates[role] = frozenset(parse_percent(bound) for bound in bounds if bound)

    def add_days(self, role: str, first: str | None, last: str | None) -> None:
        """Take the first and the last day; one stands for both."""
        first, last = first or last, last or first
        if first and last:
            self.days[role] = DateRange(parse_day(first), parse_day(last))


def parse_day(text: str) -> date:
    """Return the day of an `xsd:date` or `xsd:dateTime`; raises InputError for anything else."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise InputError(f"no ISO date: {text!r}", how="write it as 2025-05-30") from error


def parse_percent(text: str) -> float:
    """Return a bound of a rate; raises InputError for what is no number."""
    try:
        return float(text)
    except ValueError as error:
        raise InputError(f"no percentage: {text!r}", how="write it as 12.5") from error


def read_contents(fact: Node, fact_type: str) -> Contents:
    """Return the values of the roles of a fact of that type."""
    contents = Contents()
    contents.add_days("date", fact.text("notBefore"), fact.text("notAfter"))
    event = fact.first_notation("eventType", "event")
    contents.add_code("kind", read_conventions().kinds.get(event, event) if event else None)
    READERS[fact_type](fact, contents)
    return contents


def read_measure_event(fact: Node, to: Contents) -> None:
    """Read a change of one or several measures."""
    measures = fact.all("affects")
    to.add_actors("imposer", _each(measures, "imposedBy"))
    to.add_actors("target", _each(measures, "targets"))
    rate_targets = _each(fact.all("setsRate"), "rateTarget")
    if rate_targets:  # each that a rate names counts, also one that another rate names too
        to.actors["target"] = tuple(find_names(each) for each in rate_targets)
    if measures:
        to.add_phrases("product", _labels([*_each(measures, "product"), *fact.all("product")]))
    authorities = _each(measures, "legalAuthority")
    to.add_phrases("authority", (each.notation("authority") for each in authorities))
    to.add_rate("rate", fact.first("setsRate"))
    to.add_rate("oldRate", fact.first("replacesRate"))
    to.add_actors("by", fact.all("participant"))
    effective = fact.text("effectiveOn")
    to.add_days("effective", effective, effective)
    to.add_code("duration", fact.text("duration"))
    own = fact.all("retaliatesAgainst")
    to.add_actors("retaliatesAgainst", own or _each(measures, "retaliatesAgainst"))


def read_court_act(fact: Node, to: Contents) -> None:
    """Read a ruling, a stay, an injunction or a hearing."""
    to.add_actors("court", fact.all("issuedBy"))
    to.add_code("outcome", fact.first_notation("outcome", "outcome"))
    for ruling in fact.all("stays"):
        to.add_actors("staysCourt", ruling.all("issuedBy"))
    authorities = _each(fact.all("rulesOn"), "legalAuthority")
    to.add_phrases("authority", (each.notation("authority") for each in authorities))


def read_appeal(fact: Node, to: Contents) -> None:
    """Read an appeal."""
    to.add_actors("appellant", fact.all("appellant"))
    to.add_actors("toCourt", fact.all("appealedTo"))
    for ruling in fact.all("appealsDecision"):
        to.add_actors("fromCourt", ruling.all("issuedBy"))


def read_case_filing(fact: Node, to: Contents) -> None:
    """Read the filing of a case."""
    to.add_actors("plaintiff", fact.all("filedBy"))
    to.add_actors("defendant", fact.all("filedAgainst"))
    to.add_actors("court", fact.all("filedWith"))


def read_investigation(fact: Node, to: Contents) -> None:
    """Read a step of an investigation."""
    to.add_actors("agency", fact.all("conductedBy"))
    to.add_actors("target", fact.all("investigates"))
    to.add_phrases("product", _labels(fact.all("product")))
    to.add_phrases("authority", [fact.first_notation("legalAuthority", "authority") or ""])


def read_encounter(fact: Node, to: Contents) -> None:
    """Read a meeting, a call or talks."""
    to.add_actors("participants", fact.all("participant"))
    to.actors["place"] = tuple(dict.fromkeys(map(find_place_names, fact.all("location"))))


def read_negotiation_state(fact: Node, to: Contents) -> None:
    """Read the state of a negotiation."""
    negotiations = fact.all("inNegotiation")
    to.add_actors("parties", _each(negotiations, "party"))
    to.add_code("state", fact.first_notation("negotiationStatus", "negotiation"))
    to.add_phrases("agreement", _labels(_each(negotiations, "aimsAt")))


def read_statement(fact: Node, to: Contents) -> None:
    """Read a statement."""
    to.add_actors("speaker", fact.all("speaker"))
    to.add_actors("outlet", [*fact.all("outlet"), *_each(fact.all("madeIn"), "outlet")])
    to.codes["verbatim"] = "true" if fact.text("verbatim") in TRUE else "false"


def read_office_holding(fact: Node, to: Contents) -> None:
    """Read that a person holds an office."""
    offices = fact.all("office")
    to.add_actors("person", fact.all("holder"))
    to.actors["office"] = tuple(dict.fromkeys(map(find_office_names, offices)))
    to.add_actors("of", _each(offices, "officeOf"))


READERS: Final[Mapping[str, Callable[[Node, Contents], None]]] = MappingProxyType(
    {
        "MeasureEvent": read_measure_event,
        "Ruling": read_court_act,
        "Stay": read_court_act,
        "Injunction": read_court_act,
        "Hearing": read_court_act,
        "Appeal": read_appeal,
        "CaseFiling": read_case_filing,
        "Investigation": read_investigation,
        "Encounter": read_encounter,
        "NegotiationState": read_negotiation_state,
        "Statement": read_statement,
        "OfficeHolding": read_office_holding,
    }
)


def _each(nodes: Iterable[Node], name: str) -> list[Node]:
    """Return the values of one property of several nodes."""
    return [value for node in nodes for value in node.all(name)]


def _labels(nodes: Iterable[Node]) -> list[str]:
    """Return the first label of each node, normalised."""
    labels = (next(iter(node.all_of(LABEL)), None) for node in nodes)
    return [normalise(label.value) for label in labels if label]
