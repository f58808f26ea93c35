"""What a timeline is read from: the whole graph, or what was known on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tradegraph.derive.known import open_known
from tradegraph.derive.statements import Statements
from tradegraph.network.claims import Claim, read_claims
from tradegraph.network.passages import Passages
from tradegraph.network.source import open_source
from tradegraph.network.triples import Triples
from tradegraph.store import Store


@dataclass(frozen=True, slots=True)
class View:
    """A graph with what follows from it: days by `facts`, names by `triples`, claims by fact."""

    facts: Statements
    triples: Triples
    passages: Passages
    claims: dict[str, list[Claim]]


def open_view(store: Store, known_on: date | None = None) -> View:
    """Return the view of a store, as of today or as of the documents published by a day.

    What follows from those is derived anew, in memory; the store stays as it is. A document whose
    day of publication is not known does not count for `known_on`.
    """
    known = store if known_on is None else open_known(store, known_on)
    source, facts = open_source(known), Statements(lambda name: known.quads(predicate=name))
    claims: dict[str, list[Claim]] = {}
    for claim in read_claims(source):
        claims.setdefault(claim.fact, []).append(claim)
    return View(facts, Triples(source), Passages(source), claims)
