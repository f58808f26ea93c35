"""What a period rests on beside its facts: instruments, court acts, the best source, its rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.derive.closures import derived_quad
from tradegraph.derive.events import read_event
from tradegraph.derive.standing import PRESS, Telling, read_tellings
from tradegraph.derive.statements import Facts
from tradegraph.vocabulary import PROV, XSD, document_graph, document_iri, tg

INTEGER = NamedNode(XSD + "integer")
Ranked = tuple[int, Telling]


def write_grounds(facts: Facts, period: str, causes: Iterable[str]) -> Iterator[Quad]:
    """Yield what a period rests on according to the facts that cause it."""
    every = list(dict.fromkeys(causes))
    for instrument in sorted({i for cause in every for i in facts.iris(cause, "byInstrument")}):
        yield derived_quad(period, tg("byInstrument"), NamedNode(instrument))
    for act in sorted({act for cause in every for act in _find_court_acts(facts, cause)}):
        yield derived_quad(period, tg("subjectTo"), NamedNode(act))
    ranked = [each for cause in every for each in _rank_tellings(facts, cause)]
    rank = min((rank for rank, _ in ranked), default=PRESS)
    yield derived_quad(period, tg("sourceRank"), Literal(str(rank), datatype=INTEGER))
    if ranked:
        graph = min(ranked)[1].graph
        document = document_iri(graph.removeprefix(document_graph("")))
        yield derived_quad(period, PROV + "hadPrimarySource", NamedNode(document))


def _rank_tellings(facts: Facts, cause: str) -> Iterator[Ranked]:
    """Yield who affirms a fact; of an event no telling ranks better than the event as a whole."""
    event = read_event(facts, cause)
    for telling in event.tellings if event else read_tellings(facts, cause):
        yield max(telling.rank, event.rank) if event else telling.rank, telling


def _find_court_acts(facts: Facts, cause: str) -> Iterator[str]:
    """Yield the court act that a cause is, and the ruling that a stay suspends."""
    if facts.is_a(cause, "CourtAction"):
        yield cause
        yield from facts.iris(cause, "stays")
