"""Ties of talks: actors who meet, call or negotiate, without a direction."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.network import words
from tradegraph.network.actors import find_jurisdiction
from tradegraph.network.ties import Telling, Tie, tie_pairs
from tradegraph.network.triples import Triples


def tie_encounters(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie the participants of an encounter; a lone one is tied to the other side of the talks."""
    fact = telling.fact
    actors = list(triples.all(fact, "participant"))
    if len(actors) == 1:
        own = {actors[0], find_jurisdiction(triples, actors[0])}
        actors += [party for party in _parties(triples, fact) if party not in own]
    event = triples.notation(fact, "eventType") or ""
    kind, label = words.ENCOUNTER_WORDS.get(event, ("meets", "meets"))
    yield from tie_pairs(actors, kind, label)


def tie_negotiations(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie the parties of a negotiation, with its state."""
    status = triples.notation(telling.fact, "negotiationStatus") or "active"
    actors = list(_parties(triples, telling.fact))
    if len(actors) < 2:
        actors += triples.all(telling.fact, "participant")
    if status == "deal-reached":
        yield from tie_pairs(actors, "deal", "reach a deal")
    else:
        yield from tie_pairs(actors, "negotiates", f"negotiate: {status.replace('-', ' ')}")


def _parties(triples: Triples, fact: str) -> list[str]:
    talks = triples.all(fact, "inNegotiation")
    return sorted({party for each in talks for party in triples.all(each, "party")})
