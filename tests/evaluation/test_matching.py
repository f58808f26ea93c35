from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tradegraph.evaluation.facts import Fact
from tradegraph.evaluation.matching import pair_facts
from tradegraph.model import DateRange, Span

HERE, THERE = (Span(0, 10),), (Span(50, 60),)
MONDAY, FRIDAY = (DateRange(date(2025, 3, day), date(2025, 3, day)) for day in (3, 7))


def fact(
    fact_type: str, spans: tuple[Span, ...] = HERE, modality: str = "actual", **fields: Any
) -> Fact:
    """Return a fact; actors may be given as roles with one name."""
    roles = {"phrases", "days", "rates", "codes"}
    actors = {
        role: tuple(frozenset({name}) for name in names.split(", "))
        for role, names in fields.items()
        if role not in roles
    }
    others = {name: fields[name] for name in roles & fields.keys()}
    return Fact(fact_type, modality, spans, actors, **others)


def kind(word: str) -> dict[str, str]:
    return {"kind": word}


SAME = [
    pytest.param(
        fact("MeasureEvent", imposer="CA", codes=kind("increase")),
        fact("MeasureEvent", imposer="CA", codes=kind("imposition")),
        id="a change by its passage",
    ),
    pytest.param(
        fact("MeasureEvent", rates={"rate": frozenset({25.0})}),
        fact("MeasureEvent", THERE, rates={"rate": frozenset({25.0})}),
        id="a change by its rate",
    ),
    pytest.param(fact("Ruling", court="cit"), fact("Ruling"), id="a ruling of an unnamed court"),
    pytest.param(
        fact("Stay", days={"date": MONDAY}),
        fact("Stay", THERE, days={"date": MONDAY}),
        id="a stay by its day",
    ),
    pytest.param(
        fact("Appeal", fromCourt="Court of Ports"),
        fact("Appeal", THERE, fromCourt="court ports"),
        id="an appeal by the court below",
    ),
    pytest.param(
        fact("CaseFiling", plaintiff="Lucan Importers"),
        fact("CaseFiling", THERE, plaintiff="lucan importers"),
        id="a filing by who files",
    ),
    pytest.param(
        fact("Investigation", phrases={"product": ("glass",)}),
        fact("Investigation", THERE, phrases={"product": ("glass",)}),
        id="an investigation by the product",
    ),
    pytest.param(
        fact("Encounter", participants="CA, CL"),
        fact("Encounter", THERE, participants="CA, PE"),
        id="a meeting by all but one participant",
    ),
    pytest.param(
        fact("NegotiationState", parties="CA, CL, PE"),
        fact("NegotiationState", THERE, parties="CA, PE"),
        id="a negotiation by half of the parties",
    ),
    pytest.param(
        fact("Statement", speaker="Ada Marlow"),
        fact("Statement", (Span(9, 20),), speaker="ada marlow"),
        id="a statement by speaker and passage",
    ),
    pytest.param(
        fact("OfficeHolding", person="Ada Marlow", office="Premier"),
        fact("OfficeHolding", THERE, person="ada marlow", office="premier"),
        id="a holding wherever it is told",
    ),
]
DIFFERENT = [
    pytest.param(fact("Ruling"), fact("Stay"), id="another type"),
    pytest.param(
        fact("MeasureEvent", codes=kind("increase")),
        fact("MeasureEvent", codes=kind("decrease")),
        id="the opposite change",
    ),
    pytest.param(
        fact("MeasureEvent", codes=kind("pause")),
        fact("MeasureEvent", codes=kind("threat")),
        id="the opposite change, the other way round",
    ),
    pytest.param(
        fact("MeasureEvent", target="CL"), fact("MeasureEvent", target="PE"), id="another target"
    ),
    pytest.param(fact("MeasureEvent"), fact("MeasureEvent", THERE), id="nothing in common"),
    pytest.param(
        fact("Ruling", court="cit"), fact("Ruling", court="court:dcd"), id="another court"
    ),
    pytest.param(
        fact("Hearing", days={"date": MONDAY}),
        fact("Hearing", THERE, days={"date": FRIDAY}),
        id="another day elsewhere",
    ),
    pytest.param(
        fact("Appeal", appellant="CA"), fact("Appeal", appellant="CL"), id="another appellant"
    ),
    pytest.param(fact("CaseFiling"), fact("CaseFiling", THERE), id="a filing told elsewhere"),
    pytest.param(fact("Investigation"), fact("Investigation", THERE), id="an inquiry elsewhere"),
    pytest.param(
        fact("Encounter", participants="CA, CL, PE"),
        fact("Encounter", THERE, participants="CA"),
        id="one of three participants",
    ),
    pytest.param(
        fact("Encounter", participants="CA"), fact("Encounter", participants="PE"), id="others met"
    ),
    pytest.param(
        fact("NegotiationState", parties="CA, CL, PE"),
        fact("NegotiationState", parties="CA"),
        id="one of three parties",
    ),
    pytest.param(
        fact("NegotiationState", parties="CA, CL", codes={"state": "stalled"}),
        fact("NegotiationState", parties="CA, CL", codes={"state": "active"}),
        id="another state",
    ),
    pytest.param(
        fact("Statement", speaker="Ada Marlow"),
        fact("Statement", THERE, speaker="ada marlow"),
        id="she said something else",
    ),
    pytest.param(
        fact("OfficeHolding", person="Ada Marlow", office="Premier"),
        fact("OfficeHolding", person="ada marlow", office="warden"),
        id="another office",
    ),
]


@pytest.mark.parametrize(("gold", "found"), SAME)
def test_two_facts_are_one(gold: Fact, found: Fact) -> None:
    assert pair_facts([gold], [found]) == [(0, 0)]


@pytest.mark.parametrize(("gold", "found"), DIFFERENT)
def test_two_facts_are_not_one(gold: Fact, found: Fact) -> None:
    assert pair_facts([gold], [found]) == []


def test_of_several_the_one_that_agrees_most_is_taken() -> None:
    gold = [fact("Hearing"), fact("Hearing", THERE)]
    found = [fact("Hearing", THERE), fact("Hearing", (Span(0, 60),)), fact("Hearing", THERE)]
    assert sorted(pair_facts(gold, found)) == [(0, 1), (1, 0)]


def test_the_modality_decides_between_equals() -> None:
    found = [fact("Hearing", modality="planned"), fact("Hearing")]
    assert pair_facts([fact("Hearing")], found) == [(0, 1)]
