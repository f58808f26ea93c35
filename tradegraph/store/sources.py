"""Where the documents' N-Quads are kept: in the store's folder, or in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from tradegraph.errors import InputError, UsageError
from tradegraph.spelling import advise
from tradegraph.vocabulary import document_graph, document_iri


class Sources(Protocol):
    """Documents by their key."""

    def keys(self) -> list[str]:
        """Return the keys of the documents, sorted."""

    def contains(self, key: str) -> bool:
        """Tell whether there is a document with this key."""

    def read(self, key: str) -> bytes:
        """Return the N-Quads of a document."""

    def write(self, items: Mapping[str, bytes]) -> None:
        """Write documents, in place of those with the same keys."""

    def remove(self, key: str) -> None:
        """Delete a document."""


class MemorySources:
    """Documents that end with the process."""

    def __init__(self) -> None:
        self._items: dict[str, bytes] = {}

    def keys(self) -> list[str]:
        """Return the keys of the documents, sorted."""
        return sorted(self._items)

    def contains(self, key: str) -> bool:
        """Tell whether there is a document with this key."""
        return key in self._items

    def read(self, key: str) -> bytes:
        """Return the N-Quads of a document."""
        return self._items[key]

    def write(self, items: Mapping[str, bytes]) -> None:
        """Write documents, in place of those with the same keys."""
        self._items.update(items)

    def remove(self, key: str) -> None:
        """Delete a document."""
        self._items.pop(key, None)


def parse_document(key: str, nquads: bytes) -> list[Quad]:
    """Return the quads of a document; raise InputError unless all stand in its own graph."""
    graph = NamedNode(document_graph(key))
    try:
        quads = list(parse(nquads, RdfFormat.N_QUADS))
    except (SyntaxError, ValueError) as error:
        raise InputError(f"the N-Quads cannot be read: {error}", where=key) from error
    stray = next((quad for quad in quads if quad.graph_name != graph), None)
    if stray:
        raise InputError(f"a statement stands outside of the document's graph: {stray}", where=key)
    return quads


def find_key(name: str, keys: Sequence[str], identifiers: Iterable[Triple]) -> str:
    """Return the key of the document whose key, IRI or identifier is `name`.

    Raises UsageError when there is none, and when several documents share the identifier.
    """
    by_name = {document_iri(key): {key} for key in keys} | {key: {key} for key in keys}
    for triple in identifiers:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal):
            key = triple.subject.value.rpartition("/")[2]
            by_name.setdefault(triple.object.value, set()).add(key)
    found = sorted(by_name.get(name, ()))
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"several documents are called {name!r}", how=f"one of {', '.join(found)}")
    how = advise(name, by_name, otherwise="the key or identifier of a document in the store")
    raise UsageError(f"no document is called {name!r}", how=how)
