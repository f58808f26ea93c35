"""RDF/XML: one description a subject, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from tradegraph.errors import UsageError
from tradegraph.render.characters import escape_attribute, escape_text
from tradegraph.render.terms import PLAIN_TYPES
from tradegraph.render.triples import Statement, describe, merge_graphs, name_blanks
from tradegraph.store import Term
from tradegraph.vocabulary import PREFIXES, RDF

# An XML name at the end of an IRI: ont#|withinGroup
NAME_AT_END = re.compile(r"(?P<namespace>.*?)(?P<name>[A-Za-z_][A-Za-z0-9_.-]*)", re.DOTALL)
# Names that RDF/XML reads as its own syntax and not as a property, section 5.1.
RESERVED: Final = frozenset(
    RDF + name
    for name in (
        "RDF",
        "Description",
        "ID",
        "about",
        "parseType",
        "resource",
        "nodeID",
        "datatype",
        "li",
        "bagID",
        "aboutEach",
        "aboutEachPrefix",
    )
)


def write_rdfxml(statements: Iterable[Statement]) -> str:
    """Return the statements as RDF/XML; the names of their graphs are left out.

    Raises UsageError for what the format cannot hold: properties whose IRI does not end in an XML
    name, control characters, statements about statements.
    """
    quads = merge_graphs(statements)
    blanks = name_blanks(quads)
    names = _name_namespaces({quad.predicate.value for quad in quads})
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<rdf:RDF"]
    lines += [
        f'    xmlns:{prefix}="{escape_attribute(namespace)}"' for namespace, prefix in names.items()
    ]
    lines[-1] += ">"
    for description in describe(quads):
        lines.append(f"  <rdf:Description {_reference('about', description.subject, blanks)}>")
        for predicate, values in description.properties:
            namespace, name = _split(predicate.value)
            element = f"{names[namespace]}:{name}"
            lines += [f"    {_property(element, value, blanks)}" for value in values]
        lines.append("  </rdf:Description>")
    return "\n".join([*lines, "</rdf:RDF>"]) + "\n"


def _name_namespaces(predicates: Iterable[str]) -> dict[str, str]:
    """Return a prefix for each namespace, ours where there is one, sorted by prefix."""
    known = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    namespaces = sorted({_split(predicate)[0] for predicate in predicates} | {RDF})
    fresh = _fresh_prefixes()
    named = {namespace: known.get(namespace) or next(fresh) for namespace in namespaces}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def _fresh_prefixes() -> Iterator[str]:
    return (f"ns{number}" for number in range(1, 1_000_000))


def _split(predicate: str) -> tuple[str, str]:
    match = NAME_AT_END.fullmatch(predicate)
    if match is None or not match["namespace"] or predicate in RESERVED:
        raise _cannot_hold(f"the property <{predicate}>")
    return match["namespace"], match["name"]


def _property(element: str, value: Term, blanks: Mapping[str, str]) -> str:
    if not isinstance(value, Literal):
        return f"<{element} {_reference('resource', value, blanks)}/>"
    attribute = ""
    if value.direction is not None:
        raise _cannot_hold("a text with a direction")
    if value.language:
        attribute = f' xml:lang="{value.language}"'
    elif value.datatype.value not in PLAIN_TYPES:
        attribute = f' rdf:datatype="{escape_attribute(value.datatype.value)}"'
    return f"<{element}{attribute}>{escape_text(value.value, 'rdfxml')}</{element}>"


def _reference(role: str, term: Term, blanks: Mapping[str, str]) -> str:
    if isinstance(term, BlankNode):
        return f'rdf:nodeID="{blanks[term.value]}"'
    if isinstance(term, NamedNode):
        return f'rdf:{role}="{escape_attribute(term.value)}"'
    raise _cannot_hold("a statement about a statement")


def _cannot_hold(what: str) -> UsageError:
    return UsageError(f"RDF/XML cannot hold {what}", how="the format turtle")
