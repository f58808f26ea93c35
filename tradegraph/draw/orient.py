"""An order of actors in which most arrows point forward."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tradegraph.draw.picture import Picture

Arcs = Counter[tuple[str, str]]

_CROWD = 8


def order_actors(picture: Picture) -> dict[str, int]:
    """Return each actor's place in an order that few directed ties run against.

    Actors with a longer chain of ties before them come first: so an undirected tie, which may be
    laid either way, does not push one of its ends far from its other ties.
    """
    arcs: Arcs = Counter()
    for strand in picture.strands:
        if strand.directed and strand.source != strand.target:
            arcs[strand.source, strand.target] += 1
    sequence = _sequence_actors([node.iri for node in picture.nodes], arcs)
    place = {iri: number for number, iri in enumerate(sequence)}
    heights = _measure_heights(sequence, arcs)
    heights |= _guess_heights(picture, heights)
    ranked = sorted(sequence, key=lambda iri: (-heights[iri], place[iri]))
    return {iri: number for number, iri in enumerate(_balance_crowds(picture, ranked))}


def _balance_crowds(picture: Picture, ranked: list[str]) -> list[str]:
    """Return the order with every crowd of actors tied to one hub alone on both sides of it.

    All on one side, as many arrows would have it, they make a picture a tower.
    """
    near: dict[str, set[str]] = {iri: set() for iri in ranked}
    room = dict.fromkeys(ranked, 0.0)
    for strand in picture.strands:
        for iri, other in ((strand.source, strand.target), (strand.target, strand.source)):
            near[iri].add(other)
            room[iri] += strand.height
    for hub in [iri for iri in ranked if len(near[iri]) > _CROWD]:
        place = ranked.index(hub)
        crowd = [iri for iri in ranked if near[iri] == {hub}]
        after = [iri for iri in ranked[place:] if near[iri] == {hub}]
        if len(after) > _CROWD or len(crowd) - len(after) > _CROWD:
            rest = [iri for iri in ranked if near[iri] != {hub}]
            before = _halve_crowd(crowd, room)
            ranked = [*before, *rest, *(iri for iri in crowd if iri not in before)]
    return ranked


def _halve_crowd(crowd: list[str], room: Mapping[str, float]) -> list[str]:
    """Return those of a crowd whose ties take half of the room."""
    half = sum(room[iri] for iri in crowd) / 2
    taken, first = 0.0, []
    for iri in crowd:
        if taken + room[iri] / 2 <= half:
            taken += room[iri]
            first.append(iri)
    return first


def _measure_heights(sequence: list[str], arcs: Arcs) -> dict[str, float]:
    """Return the longest chain of arcs before each actor that has any."""
    place = {iri: number for number, iri in enumerate(sequence)}
    bound = {iri for arc in arcs for iri in arc}
    heights: dict[str, float] = {}
    for iri in reversed([iri for iri in sequence if iri in bound]):
        below = [target for source, target in arcs if source == iri and place[target] > place[iri]]
        heights[iri] = 1.0 + max((heights[target] for target in below), default=-1.0)
    return heights


def _guess_heights(picture: Picture, heights: dict[str, float]) -> dict[str, float]:
    """Return heights for actors without arcs: among those of their place, else before their ties.

    This keeps the frames of places short.
    """
    guesses: dict[str, float] = {}
    for node in picture.nodes:
        if node.iri in heights:
            continue
        kin = [n.iri for n in picture.nodes if node.group and n.group == node.group]
        known = [heights[iri] for iri in kin if iri in heights]
        tied = [s for s in picture.strands if node.iri in {s.source, s.target}]
        others = [heights.get(iri, 0.0) for s in tied for iri in (s.source, s.target)]
        guesses[node.iri] = sum(known) / len(known) if known else max(others, default=0.0) + 0.5
    return guesses


def _sequence_actors(actors: list[str], arcs: Arcs) -> list[str]:
    """Return the actors in a sequence with few arcs from later to earlier ones.

    Eades, Lin and Smyth, "A fast and effective heuristic for the feedback arc set problem" (1993):
    actors on whom nothing acts come first, those who act on nobody last, of the rest always the
    one that acts most and is acted on least.
    """
    left = sorted(actors)
    first: list[str] = []
    last: list[str] = []
    while left:
        out, into = _count_arcs(left, arcs)
        sinks = [iri for iri in left if not out[iri] and into[iri]]
        sources = [iri for iri in left if not into[iri]]
        if sinks:
            last = sinks + last
        elif sources:
            first += sources
        else:
            first.append(min(left, key=lambda iri: (into[iri] - out[iri], iri)))
        placed = {*first, *last}
        left = [iri for iri in left if iri not in placed]
    return first + last


def _count_arcs(actors: list[str], arcs: Arcs) -> tuple[Counter[str], Counter[str]]:
    among = set(actors)
    out: Counter[str] = Counter()
    into: Counter[str] = Counter()
    for (source, target), count in arcs.items():
        if source in among and target in among:
            out[source] += count
            into[target] += count
    return out, into
