"""The namespaces and graph names that tradegraph writes, as plain strings.

Terms are named by their local name (`tg("Ruling")`); that each name used in code exists in the
ontology is tested.
"""

from __future__ import annotations

from typing import Final

BASE: Final = "https://w3id.org/tradegraph/"
ONT: Final = f"{BASE}ont#"
CODE: Final = f"{BASE}code#"
SHAPES: Final = f"{BASE}shapes#"
ID: Final = f"{BASE}id/"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
OWL: Final = "http://www.w3.org/2002/07/owl#"

PREFIXES: Final[dict[str, str]] = {
    "code": CODE,
    "dcterms": DCTERMS,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "tg": ONT,
    "xsd": XSD,
    **{
        short: f"{ID}{kind}/"
        for short, kind in {
            "agr": "agreement",
            "cas": "case",
            "cfl": "conflict",
            "crt": "court",
            "cty": "country",
            "doc": "doc",
            "evt": "event",
            "ext": "extractor",
            "gov": "body",
            "grp": "group",
            "ins": "instrument",
            "lex": "lexicon",
            "msr": "measure",
            "neg": "negotiation",
            "off": "office",
            "out": "outlet",
            "per": "person",
            "plc": "place",
            "prd": "period",
            "pro": "product",
            "run": "run",
            "sit": "situation",
        }.items()
    },
}
"""Prefix -> namespace, as used in shipped queries, in Turtle output and on the command line."""

GRAPH_ONTOLOGY: Final = f"{ID}graph/ontology"
GRAPH_REGISTRY: Final = f"{ID}graph/registry"
GRAPH_DERIVED: Final = f"{ID}graph/derived"


def tg(name: str) -> str:
    """Return the IRI of an ontology term."""
    return ONT + name


def code(scheme: str, notation: str) -> str:
    """Return the IRI of a concept in a code list, e.g. `code("event", "pause")`."""
    return f"{CODE}{scheme}-{notation}"


def document_graph(key: str) -> str:
    """Return the name of the graph that holds what the document with this key claims."""
    return f"{ID}graph/doc/{key}"


def document_iri(key: str) -> str:
    """Return the IRI of the document with this key (16 hexadecimal digits)."""
    return f"{ID}doc/{key}"
