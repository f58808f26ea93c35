"""RDF terms between the store's library and rdflib, and their short forms in messages."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph
import rdflib

from tradegraph.vocabulary import PREFIXES

# The longest namespace first, so that an entity is not named by a shorter one.
NAMESPACES = sorted(
    ((iri, short) for short, iri in PREFIXES.items()), key=lambda pair: -len(pair[0])
)
KNOWN_IRI = re.compile("|".join(f"{re.escape(iri)}[\\w.-]*\\w" for iri, _ in NAMESPACES))


def to_rdflib(quads: Iterable[pyoxigraph.Quad | pyoxigraph.Triple]) -> rdflib.Graph:
    """Return the triples of quads as an rdflib graph; quoted triples are left out."""
    graph = rdflib.Graph()
    for quad in quads:
        if isinstance(quad.subject, pyoxigraph.Triple) or isinstance(
            quad.object, pyoxigraph.Triple
        ):
            continue
        graph.add(
            (to_node(quad.subject), rdflib.URIRef(quad.predicate.value), to_node(quad.object))
        )
    return graph


def to_node(
    term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal,
) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    """Return a term as rdflib has it."""
    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))


def name_node(node: object) -> str:
    """Return the IRI of a node of rdflib, or its label with `_:` before it."""
    return f"_:{node}" if isinstance(node, rdflib.BNode) else str(node)


def read_name(name: str) -> rdflib.URIRef | rdflib.BNode:
    """Return the node with this name."""
    return rdflib.BNode(name[2:]) if name.startswith("_:") else rdflib.URIRef(name)


def shorten(text: str) -> str:
    """Return a text with the IRIs of known namespaces in their short form, `crt:us-cit`."""
    return KNOWN_IRI.sub(lambda match: _short(match.group()), text)


def _short(iri: str) -> str:
    namespace, prefix = next(pair for pair in NAMESPACES if iri.startswith(pair[0]))
    return f"{prefix}:{iri.removeprefix(namespace)}"
