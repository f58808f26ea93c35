"""Which documents of a store to read anew, since the registry has learned a name that they use.

What only a document knows has an IRI of its own and is described in the document's graph. When an
entry of that name is in the registry, the document is read again, and its facts are about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.model import Document
from tradegraph.registry import Registry
from tradegraph.store import Store
from tradegraph.store.reference import has_reference
from tradegraph.store.sources import parse_document
from tradegraph.vocabulary import DCTERMS, ONT, RDF, RDFS, code, document_iri, tg

SAME: Final = {
    "Person": ("Person",),
    "Court": ("Court",),
    "Organization": ("Organization", "GovernmentBody", "Company", "InternationalBody"),
}
"""What somebody or something may be in the registry that a document takes for one of a class."""
DOCTYPE: Final = code("doctype", "")


def find_outdated(store: Store, registry: Registry) -> list[Document]:
    """Return the documents that describe what the registry has an entry for, sorted by key.

    None if the store has this very registry, under which its documents were read.
    """
    if has_reference(store, registry):
        return []
    found = []
    for key in store.document_keys():
        quads = parse_document(key, store.document_nquads(key))
        if any(is_known(registry, kind, iri, name) for kind, iri, name in _read_own(quads)):
            document = _restore(quads, key)
            found += [document] if document.key == key else []
    return found


def is_known(registry: Registry, kind: str, iri: str, name: str) -> bool:
    """Tell whether the registry has an entry for what a document describes."""
    if iri in registry.entities:
        return True
    return any(registry.kind(each) in SAME[kind] for each in registry.entities_named(name))


def _read_own(quads: Iterable[Quad]) -> Iterator[tuple[str, str, str]]:
    """Yield class, IRI and label of what a document's graph describes."""
    kinds: dict[object, str] = {}
    labels: dict[object, str] = {}
    for quad in quads:
        if quad.predicate.value == RDF + "type" and isinstance(quad.object, NamedNode):
            kinds[quad.subject] = quad.object.value.removeprefix(ONT)
        if quad.predicate.value == RDFS + "label" and isinstance(quad.object, Literal):
            labels[quad.subject] = quad.object.value
    for node, label in labels.items():
        if isinstance(node, NamedNode) and kinds.get(node) in SAME:
            yield kinds[node], node.value, label


def _restore(quads: Iterable[Quad], key: str) -> Document:
    """Return the document as it was read, from its graph."""
    iri = document_iri(key)
    said: dict[str, list[str]] = {}
    for quad in quads:
        about = isinstance(quad.subject, NamedNode) and quad.subject.value == iri
        if about and isinstance(quad.object, Literal | NamedNode):
            said.setdefault(quad.predicate.value, []).append(quad.object.value)

    def one(predicate: str) -> str | None:
        return next(iter(said.get(predicate, [])), None)

    published = one(tg("publishedOn"))
    return Document(
        one(tg("text")) or "",
        tuple(sorted(said.get(DCTERMS + "identifier", []))),
        published=date.fromisoformat(published) if published else None,
        title=one(DCTERMS + "title"),
        publisher=one(DCTERMS + "publisher"),
        doc_type=(one(tg("docType")) or "").removeprefix(DOCTYPE),
        language=one(DCTERMS + "language"),
        url=one(DCTERMS + "source"),
    )
