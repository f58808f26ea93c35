"""A tie: one fact seen as an edge between two actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from tradegraph.network.triples import Triples


@dataclass(frozen=True, order=True, slots=True)
class Tie:
    """Who is tied to whom, how, in words. An undirected tie has its actors sorted."""

    source: str
    target: str
    type: str
    label: str
    directed: bool = True


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact as somebody tells it: the same increase may be decided here and threatened there."""

    fact: str
    modality: str


TieRule = Callable[[Triples, Telling], Iterable[Tie]]


def tie_pairs(actors: Iterable[str], kind: str, label: str) -> Iterator[Tie]:
    """Yield an undirected tie for each two of the actors."""
    for source, target in combinations(sorted(set(actors)), 2):
        yield Tie(source, target, kind, label, directed=False)


def tie_all(sources: Iterable[str], targets: Iterable[str], kind: str, label: str) -> Iterator[Tie]:
    """Yield a directed tie from each source to each target but itself."""
    goals = list(targets)
    for source in sources:
        for target in goals:
            if source != target:
                yield Tie(source, target, kind, label)
