"""Terms as people and Turtle write them: prefixed names, quoted literals, plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from tradegraph.store import Term
from tradegraph.vocabulary import PREFIXES, RDF, XSD

BY_LENGTH: Final = sorted(PREFIXES.items(), key=lambda item: (-len(item[1]), item[0]))

# The part of SPARQL's PN_LOCAL that needs no escape: scott-bessent, CN, 0f3f-v1.2
LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")

# Turtle's abbreviated literals, read back with the very same characters.
BARE: Final = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
PLAIN_TYPES: Final = frozenset({XSD + "string", RDF + "langString"})

ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
SPECIAL = re.compile(r'[\x00-\x1f\x7f-\x9f"\\\ufffe\uffff]')
SPECIAL_IN_LONG = re.compile(r'[\x00-\x09\x0b-\x1f\x7f-\x9f\\\ufffe\uffff]|"(?="")|"(?:"?$)')

NO_LABELS: Final[Mapping[str, str]] = MappingProxyType({})


def compact_iri(iri: str) -> str | None:
    """Return the IRI as a prefixed name, `cty:CN`, or None if no prefix fits."""
    for prefix, namespace in BY_LENGTH:
        if iri.startswith(namespace) and LOCAL_NAME.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return None


def display(term: Term | None, labels: Mapping[str, str] = NO_LABELS) -> str:
    """Return a term for people: a label or prefixed name for an IRI, a literal's text."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return labels.get(term.value) or compact_iri(term.value) or term.value
    return term.value if isinstance(term, Literal) else str(term)


def used_prefixes(iris: Iterable[str]) -> dict[str, str]:
    """Return the prefixes, sorted, that the IRIs' short forms need, with their namespaces."""
    names = {short.partition(":")[0] for short in map(compact_iri, iris) if short}
    return {name: PREFIXES[name] for name in sorted(names)}


def write_iri(iri: str) -> str:
    """Return an IRI in Turtle: a prefixed name if one fits."""
    return compact_iri(iri) or f"<{iri}>"


def shown_datatype(literal: Literal) -> str | None:
    """Return the datatype that Turtle must name, None where the literal's form tells it."""
    datatype = literal.datatype.value
    told = datatype in BARE and BARE[datatype].fullmatch(literal.value)
    return None if told or datatype in PLAIN_TYPES else datatype


def write_literal(literal: Literal) -> str:
    """Return a literal in Turtle; texts of several lines stand between triple quotation marks."""
    text, datatype = literal.value, shown_datatype(literal)
    if literal.direction is not None:
        return str(literal)
    if datatype is None and literal.datatype.value in BARE:
        return text
    quoted = f'"""{_escape_long(text)}"""' if "\n" in text else f'"{_escape(text)}"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    return f"{quoted}^^{write_iri(datatype)}" if datatype else quoted


def write_term(term: Term, blanks: Mapping[str, str]) -> str:
    """Return a term in Turtle; `blanks` gives the names of blank nodes."""
    if isinstance(term, NamedNode):
        return write_iri(term.value)
    if isinstance(term, BlankNode):
        return f"_:{blanks[term.value]}"
    return write_literal(term) if isinstance(term, Literal) else str(term)


def _escape(text: str) -> str:
    return SPECIAL.sub(_escape_match, text)


def _escape_long(text: str) -> str:
    return SPECIAL_IN_LONG.sub(lambda match: _escape(match.group()), text)


def _escape_match(match: re.Match[str]) -> str:
    char = match.group()
    return ESCAPES.get(char) or f"\\u{ord(char):04X}"
