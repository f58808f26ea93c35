"""What stands behind a row: authority, instrument, ruling and stay, and the documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from tradegraph.derive.calendar import event_days
from tradegraph.derive.events import read_event
from tradegraph.derive.standing import PRESS, Telling, read_tellings
from tradegraph.derive.statements import Facts
from tradegraph.status.reach import find_authorities, find_label
from tradegraph.status.rows import StatusRow, write_day
from tradegraph.vocabulary import DCTERMS, PROV, document_graph, document_iri

MOST_SOURCES: Final = 3
"""So many documents are named; the others are counted."""


def describe_row(facts: Facts, row: StatusRow, day: date) -> StatusRow:
    """Return the row with all that it rests on in words, instruments only up to the day."""
    status, rate = (find_facts(facts, period) for period in (row.status_period, row.rate_period))
    rulings, stays = _find_court_acts(facts, status)
    return replace(
        row,
        authority=", ".join(find_label(facts, a) for a in find_authorities(facts, row.measure)),
        instrument=_name_instruments(
            facts, _find_instruments(facts, row.measure, rate, status), day
        ),
        ruling="; ".join(_word_ruling(facts, each) for each in rulings),
        stay="; ".join(_word_court_act(facts, each) for each in stays),
        sources=_name_sources(facts, [*rate, *status]),
    )


def find_rank(facts: Facts, periods: Iterable[str]) -> int:
    """Return the rank of the best source behind the periods."""
    ranks = []
    for fact in (fact for period in periods for fact in find_facts(facts, period)):
        event = read_event(facts, fact)
        ranks += [event.rank] if event else [each.rank for each in read_tellings(facts, fact)]
    return min(ranks, default=PRESS)


def find_facts(facts: Facts, period: str) -> list[str]:
    """Return the facts that a period rests on, sorted; none for no period."""
    values = facts.values(period, PROV + "wasDerivedFrom") if period else []
    return sorted(str(getattr(value, "value", "")) for value in values)


def _find_court_acts(facts: Facts, causes: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the rulings and the stays that a status is subject to."""
    rulings: dict[str, None] = {}
    stays: dict[str, None] = {}
    for cause in causes:
        if facts.is_a(cause, "Stay"):
            stays[cause] = None
            rulings.update(dict.fromkeys(facts.iris(cause, "stays")))
        elif facts.is_a(cause, "Ruling") or facts.is_a(cause, "Injunction"):
            rulings[cause] = None
    return list(rulings), list(stays)


def _word_ruling(facts: Facts, ruling: str) -> str:
    outcomes = (find_label(facts, each) for each in facts.iris(ruling, "outcome"))
    words = [_word_court_act(facts, ruling), *outcomes, *facts.texts(ruling, "slipOpinion")]
    cases = [find_label(facts, case) for case in facts.iris(ruling, "inCase")]
    return ", ".join([*words, *cases[:1]])


def _word_court_act(facts: Facts, act: str) -> str:
    courts = " and ".join(find_label(facts, each) for each in facts.iris(act, "issuedBy"))
    days = " to ".join(dict.fromkeys(write_day(day) for day in event_days(facts, act) if day))
    return " ".join(part for part in (courts, days) if part)


def _find_instruments(
    facts: Facts, measure: str, rate: Iterable[str], status: Iterable[str]
) -> set[str]:
    """Return the instruments of the rate, else of the status, else those known to enact it."""
    for causes in (rate, status):
        found = {i for fact in causes for i in facts.iris(fact, "byInstrument")}
        if found:
            return found
    return set(facts.iris(measure, "enactedBy"))


def _name_instruments(facts: Facts, instruments: set[str], day: date) -> str:
    ordered = sorted(instruments, key=lambda each: (_signed(facts, each) or date.max, each))
    signed = [each for each in ordered if (_signed(facts, each) or day) <= day]
    return "; ".join(_word_instrument(facts, each) for each in signed or ordered)


def _word_instrument(facts: Facts, instrument: str) -> str:
    signed = _signed(facts, instrument)
    citations = facts.texts(instrument, "citation")[:1]
    known = [f"signed {signed}"] if signed else []
    about = ", ".join([*known, *citations])
    return find_label(facts, instrument) + (f" ({about})" if about else "")


def _signed(facts: Facts, instrument: str) -> date | None:
    return next(iter(facts.dates(instrument, "signedOn")), None)


def _name_sources(facts: Facts, causes: Iterable[str]) -> str:
    tellings = sorted({each for fact in causes for each in read_tellings(facts, fact)})
    named = [_word_source(facts, each) for each in tellings[:MOST_SOURCES]]
    more = len(tellings) - len(named)
    return "; ".join([*named, *([f"{more} more"] if more else [])])


def _word_source(facts: Facts, telling: Telling) -> str:
    document = document_iri(telling.graph.removeprefix(document_graph("")))
    kinds = (find_label(facts, each) for each in facts.iris(document, "docType"))
    names = [str(getattr(v, "value", "")) for v in facts.values(document, DCTERMS + "identifier")]
    day = telling.published.isoformat() if telling.published else ""
    return " ".join(part for part in (next(kinds, ""), day, min(names, default="")) if part)
