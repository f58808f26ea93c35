"""Faults in provenance, names, dates, statements, negotiations and the registry."""

from __future__ import annotations

from findings import CODES, TG
from rdflib import DCTERMS, XSD, Graph, Literal

from faults.mutations import (
    Faults,
    change,
    change_first,
    code,
    date,
    decimal,
    drop,
    drop_first,
    first,
    forget,
    node,
    put_first,
    retype,
    unassert,
    unlabel,
)

QUOTED = "evt:statement-marlow-levy"
MEETING = "evt:meeting-port-lucan"
STEEL = "msr:xa-steel-2024"


def disbelieve(graph: Graph) -> None:
    """Leave a belief without the one who holds it."""
    reported = graph.subjects(TG.modality, CODES["modality-reported"])
    graph.remove((min(reported, key=str), TG.attribution, None))


def spread_evidence(graph: Graph) -> None:
    """Give an assertion a second span, in another document."""
    span = node("doc:elsewhere")
    graph.add((span, TG.inDocument, node("doc:other")))
    graph.add((first(graph, "Assertion"), TG.evidence, span))


def keep_candidates(graph: Graph) -> None:
    """Leave each entity that was chosen among the candidates."""
    for mention, entity in list(graph.subject_objects(TG.refersTo)):
        graph.add((mention, TG.candidate, entity))


FAULTS: Faults = {
    "fact without assertion": (
        "provenance",
        unassert("evt:appeal-xa-ministry"),
        "A fact or measure is asserted by a document",
    ),
    "span that begins after it ends": (
        "provenance",
        change_first("TextSpan", "begin", 5000),
        "A span begins before it ends.",
    ),
    "positive denial": (
        "provenance",
        change_first("Assertion", "modality", code("modality-denied")),
        "A denial has negative polarity.",
    ),
    "reported belief without speaker": (
        "provenance",
        disbelieve,
        "A reported belief is attributed to a statement.",
    ),
    "unknown modality": (
        "provenance",
        change_first("Assertion", "modality", code("status-paused")),
        "The modality is not in the scheme code:modality.",
    ),
    "document with two dates": (
        "provenance",
        put_first("Document", "publishedOn", date("2024-05-11")),
        "A document has at most one publication date, of type xsd:date.",
    ),
    "document without date": (
        "provenance",
        drop_first("Document", "publishedOn"),
        "The publication date is not known, so relative dates stay unresolved.",
    ),
    "evidence from two documents": (
        "provenance",
        spread_evidence,
        "All evidence of an assertion lies in one document.",
    ),
    "confidence above one": (
        "provenance",
        change_first("Assertion", "confidence", decimal("1.2")),
        "An assertion has exactly one confidence, a decimal from 0 to 1.",
    ),
    "confidence that is a double": (
        "provenance",
        change_first("Mention", "confidence", Literal("0.9", datatype=XSD.double)),
        "A mention has exactly one confidence, a decimal from 0 to 1.",
    ),
    "entity that is still a candidate": (
        "provenance",
        keep_candidates,
        "The entity that a mention refers to is no longer a candidate.",
    ),
    "span past the end": ("deep", change_first("TextSpan", "end", 99999), "The span ends at 99999"),
    "wrong quote": (
        "deep",
        change_first("TextSpan", "quote", "not the text"),
        "The quote is not the document's text at these offsets: 'not the text'.",
    ),
    "quotation that is not in the evidence": (
        "deep",
        change(QUOTED, "quotedText", "We answer nothing"),
        "The quoted text 'We answer nothing' is not in the statement's evidence.",
    ),
    "country without code": (
        "actors",
        drop("cty:XA", "iso2"),
        "A country has exactly one ISO 3166-1 alpha-2 code",
    ),
    "two countries with one code": (
        "actors",
        change("cty:XA", "iso2", "XB"),
        "No two countries have the same ISO code.",
    ),
    "person who is a country": (
        "actors",
        retype("per:ada-marlow", "Jurisdiction"),
        "An actor is exactly one of person, organization, group and jurisdiction.",
    ),
    "two ministers at once": (
        "actors",
        drop("sit:holding-ben-castor-xa-trade-minister", "until"),
        "Another person,",
    ),
    "measure without name": ("actors", unlabel(STEEL), "A named thing has a label."),
    "investigation that is a pause": (
        "events",
        change("evt:investigation-xa-glass", "eventType", code("event-pause")),
        "An investigation step is an opening, a determination or a termination.",
    ),
    "day that is two days": (
        "events",
        change(MEETING, "notAfter", date("2024-05-10")),
        "An event dated to the day has one and the same earliest and latest day.",
    ),
    "dates in the wrong order": (
        "events",
        change(MEETING, "notBefore", date("2024-05-12")),
        "The earliest day of an event is not after its latest day.",
    ),
    "relative date without anchor": (
        "events",
        drop(MEETING, "dateAnchor"),
        "A date taken from words without a year names the day it was resolved from.",
    ),
    "meeting of one": (
        "events",
        change(MEETING, "participant", "per:cora-vane"),
        "An encounter has at least two participants.",
    ),
    "verbatim statement without words": (
        "statements",
        drop(QUOTED, "quotedText"),
        "A verbatim statement has quoted text.",
    ),
    "negotiation with one party": (
        "negotiation",
        change("neg:xa-xb-2024", "party", "cty:XA"),
        "A negotiation has at least two parties.",
    ),
    "entry without source": (
        "registry",
        forget("cty:XA", DCTERMS.source),
        "A curated entry cites a source.",
    ),
    "word that evokes a made-up class": (
        "registry",
        change("lex:raise", "evokes", code("lexicon-made-up")),
        "A lexical entry evokes at least one concept of the code lists.",
    ),
}
