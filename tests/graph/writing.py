"""Facts written as nodes, in short forms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from invented_registry import invented_registry
from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.graph import document_quads
from tradegraph.model import (
    Content,
    DateRange,
    Document,
    Entity,
    Fact,
    Measure,
    Mention,
    Reading,
    Span,
)
from tradegraph.vocabulary import CODE, ID, ONT, PREFIXES

TEXT = "On Monday the Customs Court struck down the duty of 25% that Arcadia lays on steel."
DOCUMENT = Document(TEXT, ("wire-1",), date(2025, 5, 30), "Court strikes duty", "Lucan Times")
PASSAGE = Span(0, len(TEXT))

XA, XB, UNION = f"{ID}country/XA", f"{ID}country/XB", f"{ID}country/XU"
ADA, ROLF = f"{ID}person/ada-marlow", f"{ID}person/rolf-thane"
COURT, APPEAL_COURT = f"{ID}court/xa-customs", f"{ID}court/xa-appeal"
MONDAY = DateRange(date(2025, 5, 26), date(2025, 5, 26), "day", "Monday", date(2025, 5, 30))
JUNE = DateRange(date(2025, 6, 1), date(2025, 6, 30), "month")
DUTY = Measure((XA,), (XB,), ("steel",), "s301", "sectoral", label="the duty")


def write(
    *contents: Content | Fact,
    mentions: Iterable[Mention] = (),
    entities: Iterable[Entity] = (),
    document: Document = DOCUMENT,
) -> list[Quad]:
    """The graph of a document that states these facts."""
    facts = tuple(
        each if isinstance(each, Fact) else Fact(each, (PASSAGE,), extractor="tests")
        for each in contents
    )
    reading = Reading(document, tuple(mentions), tuple(entities), facts)
    return document_quads(reading, invented_registry())


def short(term: object) -> str:
    """A term in short form: `court/xa`, `event-pause`, `Ruling`, `2025-05-26`."""
    if isinstance(term, Literal):
        return term.value
    assert isinstance(term, NamedNode)
    for space in (ID, CODE, ONT):
        if term.value.startswith(space):
            return term.value.removeprefix(space)
    name = term.value
    spaces = [(iri, prefix) for prefix, iri in PREFIXES.items() if name.startswith(iri)]
    return f"{spaces[0][1]}:{name.removeprefix(spaces[0][0])}" if spaces else name


def nodes(quads: Iterable[Quad], kind: str) -> list[str]:
    """The nodes of a class, sorted, in short form."""
    return sorted(
        short(quad.subject)
        for quad in quads
        if short(quad.predicate) == "rdf:type" and short(quad.object) == kind
    )


def only_node(quads: Iterable[Quad], kind: str) -> str:
    """The single node of a class."""
    (found,) = nodes(quads, kind)
    return found


def told(quads: Iterable[Quad], subject: str) -> dict[str, list[str]]:
    """The properties of a node with their values, sorted, but for its class."""
    found: dict[str, list[str]] = {}
    for quad in quads:
        if short(quad.subject) == subject and short(quad.predicate) != "rdf:type":
            found.setdefault(short(quad.predicate), []).append(short(quad.object))
    return {name: sorted(values) for name, values in found.items()}
