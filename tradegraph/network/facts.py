"""A network as RDF: the facts behind its edges, made by a CONSTRUCT."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

from pyoxigraph import NamedNode, Triple

from tradegraph.network.source import read_query

if TYPE_CHECKING:
    import networkx as nx


class Askable(Protocol):
    """A store that answers queries with parameters."""

    def query(self, text: str, *, bindings: dict[str, Sequence[NamedNode]]) -> object:
        """Answer a query; the answer of a CONSTRUCT has `triples`."""


def construct_facts(store: Askable, network: nx.MultiDiGraph) -> list[Triple]:
    """Return the triples of the facts behind a network of `build`.

    With each fact come the names of the actors in it, the assertions that claim it, their passages
    and the names of their documents: all that the claims say of one another, none of their texts.
    """
    facts = sorted({fact for *_, data in network.edges(data=True) for fact in data["facts"]})
    answer = store.query(read_query("facts"), bindings={"fact": [NamedNode(f) for f in facts]})
    return list(cast("Any", answer).triples)
