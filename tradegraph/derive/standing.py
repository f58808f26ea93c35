"""On whose word a fact stands: which documents affirm it, and which of them goes before others.

The tariff schedule goes before orders and notices, those before a court's papers, those before
what an agency says, that before news; among equals the later document goes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from tradegraph.derive.closures import is_affirmation
from tradegraph.derive.statements import Facts
from tradegraph.vocabulary import document_graph, document_iri, tg

SCHEDULE, ORDER, COURT, AGENCY, PRESS = range(5)
"""The ranks of sources; the lower goes first."""

RANKS: Final = {
    "schedule": SCHEDULE,
    "executive-order": ORDER,
    "proclamation": ORDER,
    "fr-notice": ORDER,
    "court-ruling": COURT,
    "press-release": AGENCY,
    "official": AGENCY,
    "transcript": AGENCY,
}
"""Notation of a document type to the rank of what it says; any other is press."""

_GRAPHS: Final = document_graph("")


@dataclass(frozen=True, order=True, slots=True)
class Telling:
    """A document's word for a fact, the one to be believed first in order.

    `graph` is the document's named graph; `age` orders by the day of publication, the latest first.
    `edition` is the earliest day on which it can have been published.
    """

    rank: int
    age: int
    graph: str
    published: date | None = None
    edition: date | None = None


def read_tellings(facts: Facts, fact: str) -> tuple[Telling, ...]:
    """Return the documents that affirm a fact, the one that goes first in front."""
    graphs = {
        graph
        for assertion in facts.subjects("asserts", fact)
        if is_affirmation(facts, assertion)
        for _, graph in facts.told(assertion, tg("asserts"))
        if graph
    }
    return tuple(sorted(_read_telling(facts, graph) for graph in graphs))


def _read_telling(facts: Facts, graph: str) -> Telling:
    document = document_iri(graph.removeprefix(_GRAPHS))
    published = next(iter(facts.dates(document, "publishedOn")), None)
    edition = next(iter(facts.dates(document, "publishedNotBefore")), None)
    rank = RANKS.get(facts.notation(document, "docType", "doctype") or "", PRESS)
    if rank == AGENCY and facts.iris(document, "publishes"):
        rank = ORDER  # a memorandum or an order in a form that its type does not show
    dated = published or edition
    return Telling(rank, -dated.toordinal() if dated else 0, graph, published, dated)
