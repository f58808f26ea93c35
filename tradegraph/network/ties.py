"""A tie: one fact seen as an edge between two actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from tradegraph.network.triples import Triples


class Tie(NamedTuple):
    """Who is tied to whom, how, in words. An undirected tie has its actors sorted.

    A tuple, because hundreds of thousands are hashed and sorted.
    """

    source: str
    target: str
    type: str
    label: str
    directed: bool = True


class Telling(NamedTuple):
    """A fact as somebody tells it: the same increase may be decided here and threatened there.

    `things` are the kinds of things that stand between actors as nodes of their own: `measures`,
    `cases`, `authorities`.
    """

    fact: str
    threatened: bool = False
    things: tuple[str, ...] = ()


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


def move_tie(tie: Tie, source: str, target: str) -> Tie:
    """Return the tie between other actors."""
    if source == tie.source and target == tie.target:
        return tie
    if not tie.directed and source > target:
        source, target = target, source
    return Tie(source, target, tie.type, tie.label, tie.directed)
