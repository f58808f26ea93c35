"""What a query gives: a table, a graph, or true or false."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
)

T = TypeVar("T")

Term = NamedNode | BlankNode | Literal | Triple
"""An RDF term."""


@dataclass(frozen=True, slots=True)
class Table:
    """The solutions of a SELECT, in the engine's order unless the query orders them.

    A cell is None where the variable is unbound. `truncated` tells that a limit cut rows off.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """The triples of a CONSTRUCT or DESCRIBE, each once."""

    triples: tuple[Triple, ...]
    truncated: bool = False


def read_answer(
    answer: QuerySolutions | QueryBoolean | QueryTriples, limit: int | None
) -> Table | Graph | bool:
    """Take an answer out of the engine, at most `limit` rows or triples of it."""
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    if isinstance(answer, QuerySolutions):
        names = tuple(variable.value for variable in answer.variables)
        rows, truncated = _take((tuple(row) for row in answer), limit)
        return Table(names, rows, truncated)
    triples, truncated = _take(answer, limit)
    return Graph(tuple(dict.fromkeys(triples)), truncated)


def _take(items: Iterable[T], limit: int | None) -> tuple[tuple[T, ...], bool]:
    taken = tuple(islice(items, None if limit is None else limit + 1))
    if limit is None or len(taken) <= limit:
        return taken, False
    return taken[:limit], True
