"""Collecting the statements of one document's graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph import vocabulary
from tradegraph.graph.names import Namer
from tradegraph.model import DateRange, Document, Span
from tradegraph.vocabulary import RDF, RDFS, XSD, code, tg

Value = NamedNode | Literal

INTEGER = NamedNode(XSD + "integer")
DECIMAL = NamedNode(XSD + "decimal")
DATE = NamedNode(XSD + "date")
BOOLEAN = NamedNode(XSD + "boolean")
DURATION = NamedNode(XSD + "duration")


def text(words: str, language: str | None = None) -> Literal:
    """Return a plain or language-tagged string; what RDF cannot hold is replaced."""
    words = words.encode("utf-8", "replace").decode()
    return Literal(words, language=language) if language else Literal(words)


def integer(number: int) -> Literal:
    """Return an `xsd:integer`."""
    return Literal(str(number), datatype=INTEGER)


def decimal(number: float) -> Literal:
    """Return an `xsd:decimal` in its shortest form, so that stores do not rewrite it."""
    shortest = format(Decimal(str(round(number, 6))).normalize(), "f")
    return Literal(shortest, datatype=DECIMAL)


def day(value: date) -> Literal:
    """Return an `xsd:date`."""
    return Literal(value.isoformat(), datatype=DATE)


def boolean(*, value: bool) -> Literal:
    """Return an `xsd:boolean`."""
    return Literal("true" if value else "false", datatype=BOOLEAN)


def concept(scheme: str, notation: str) -> NamedNode:
    """Return a concept of a code list."""
    return NamedNode(code(scheme, notation))


@dataclass(frozen=True, slots=True)
class Written:
    """A fact's node, and the further nodes that the passage speaks of.

    `also` are told with the fact; `implied` are taken for granted, so the document commits to them
    in this passage only where no other passage tells them. `told` is the one property of the node
    that the passage tells, where it does not tell of the node as a whole.
    """

    iri: str
    also: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    told: str | None = None

    @property
    def nodes(self) -> tuple[str, ...]:
        """All of them."""
        return (self.iri, *self.also, *self.implied)


class Builder:
    """The statements of one document's graph, each once."""

    def __init__(self, document: Document, namer: Namer) -> None:
        self.document = document
        self.namer = namer
        self.graph = NamedNode(vocabulary.document_graph(document.key))
        self.quads: dict[Quad, None] = {}
        self._subjects: set[str] = set()
        self._dated: set[str] = set()
        self._told: dict[str, list[tuple[str, DateRange | None]]] = {}

    def add(self, subject: str, predicate: str, *values: Value) -> None:
        """State that the subject has these values of an ontology property."""
        self.state(subject, tg(predicate), *values)

    def state(self, subject: str, predicate: str, *values: Value) -> None:
        """State that the subject has these values of any property."""
        for value in values:
            self._subjects.add(subject)
            self.quads[Quad(NamedNode(subject), NamedNode(predicate), value, self.graph)] = None

    def link(self, subject: str, predicate: str, iris: Iterable[str]) -> None:
        """State that the subject stands in an ontology relation to these things."""
        self.add(subject, predicate, *(NamedNode(iri) for iri in iris))

    def type(self, subject: str, kind: str) -> None:
        """State the subject's class."""
        self.state(subject, RDF + "type", NamedNode(tg(kind)))

    def is_written(self, subject: str) -> bool:
        """Tell whether something was stated of the subject already."""
        return subject in self._subjects

    def label(self, subject: str, words: str) -> None:
        """State the subject's label, in English."""
        self.state(subject, RDFS + "label", text(" ".join(words.split()), "en"))

    def event(self, key: str, when: DateRange | None) -> str:
        """Return the IRI of an event of that key: another one where the days exclude each other."""
        told = self._told.setdefault(key, [])
        for iri, other in told:
            if when is None or other is None or when.overlaps(other):
                return iri
        iri = key if not told else f"{key}#{len(told) + 1}"
        told.append((iri, when))
        return iri

    def date(self, subject: str, when: DateRange | None) -> None:
        """State when the event happened, or that it is not known; the first telling stands."""
        if subject in self._dated:
            return
        self._dated.add(subject)
        if when is None:
            self.add(subject, "datePrecision", concept("precision", "unknown"))
            return
        vague = when.precision == "day" and when.first != when.last
        self.add(subject, "notBefore", day(when.first))
        self.add(subject, "notAfter", day(when.last))
        self.add(
            subject, "datePrecision", concept("precision", "window" if vague else when.precision)
        )
        if when.text and when.anchor:
            self.add(subject, "dateText", text(when.text))
            self.add(subject, "dateAnchor", day(when.anchor))

    def year(self, when: DateRange | None) -> str:
        """Return the year of the date, otherwise of the document; `undated` without either."""
        known = when.first if when else self.document.published
        return str(known.year) if known else "undated"

    def span(self, span: Span) -> NamedNode:
        """State a passage and return it. The quote is the text at these offsets by construction.

        Raises ValueError for a span that the document does not have.
        """
        if not 0 <= span.begin < span.end <= len(self.document.text):
            raise ValueError(f"no such passage: {span}")
        quote = self.document.text[span.begin : span.end]
        iri = f"{self.document.iri}#char={span.begin},{span.end}"
        self.type(iri, "TextSpan")
        self.add(iri, "begin", integer(span.begin))
        self.add(iri, "end", integer(span.end))
        self.add(iri, "quote", text(quote))
        self.link(iri, "inDocument", [self.document.iri])
        return NamedNode(iri)
