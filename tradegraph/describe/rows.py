"""The answers to this package's own queries, as plain text by variable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from tradegraph.store import Store, Table

BATCH = 500
"""So many nodes are asked about at once."""

Row = Mapping[str, str]
"""Variable -> IRI or lexical form; an unbound variable is the empty string."""


def select(store: Store, name: str, *nodes: str) -> Iterator[Row]:
    """Yield the answers of the query `NAME.rq` of this package, about `nodes` if any are given."""
    bindings = {"node": [ox.NamedNode(node) for node in nodes]} if nodes else {}
    answer = store.query(_read_query(name), bindings=bindings)
    assert isinstance(answer, Table)  # noqa: S101 - all queries here are SELECT
    for row in answer.rows:
        yield {
            variable: "" if term is None else _text_of(term)
            for variable, term in zip(answer.variables, row, strict=True)
        }


def select_about(store: Store, name: str, nodes: Iterable[str]) -> Iterator[Row]:
    """Yield the answers of the query `NAME.rq` about many nodes, some hundreds at a time."""
    waiting = list(dict.fromkeys(nodes))
    for start in range(0, len(waiting), BATCH):
        yield from select(store, name, *waiting[start : start + BATCH])


@cache
def _read_query(name: str) -> str:
    return (files(__package__) / f"{name}.rq").read_text("utf-8")


def _text_of(term: object) -> str:
    if isinstance(term, (ox.NamedNode, ox.Literal, ox.BlankNode)):
        return term.value
    return str(term)
