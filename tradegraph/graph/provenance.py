"""The document itself, who read it, and what it commits to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pyoxigraph import NamedNode

from tradegraph import __version__
from tradegraph.graph.builder import Builder, concept, day, decimal, integer, text
from tradegraph.graph.statements import statement_iri
from tradegraph.identifiers import mint, short_hash
from tradegraph.model import Entity, Fact, Instrument, Mention
from tradegraph.registry import Registry
from tradegraph.vocabulary import DCTERMS, PROV, RDF, SKOS

# HTS 8703, HTS 9903.01.25; a range of headings has no code of its own
HEADING: Final = re.compile(r"HTS (?P<heading>\d{4}(?:\.\d{2}(?:\.\d{2}){1,2}|\.\d{2}\.\d{4})?)")
OWNER_OF: Final = {
    "Office": "officeOf",
    "ActorGroup": "affiliation",
    "GovernmentBody": "bodyOf",
    "Court": "bodyOf",
    "Place": "inCountry",
}


def write_document(builder: Builder) -> None:
    """State what is known of the document."""
    document = builder.document
    iri = document.iri
    builder.type(iri, "Document")
    for identifier in document.identifiers:
        builder.state(iri, DCTERMS + "identifier", text(identifier))
    described = {
        "title": document.title,
        "publisher": document.publisher,
        "source": document.url,
        "language": document.language,
    }
    for term, value in described.items():
        if value:
            builder.state(iri, DCTERMS + term, text(value))
    builder.add(iri, "docType", concept("doctype", document.doc_type))
    if document.published:
        builder.add(iri, "publishedOn", day(document.published))
    if document.edition:
        builder.add(iri, "publishedNotBefore", day(document.edition.first))
        builder.add(iri, "publishedNotAfter", day(document.edition.last))
    builder.add(iri, "sha256", text(document.sha256))
    builder.add(iri, "text", text(document.text))
    builder.add(iri, "textLength", integer(len(document.text)))
    _write_run(builder)


def write_headings(builder: Builder, headings: Iterable[str]) -> None:
    """State which headings a tariff schedule has."""
    for heading in headings:
        builder.add(builder.document.iri, "listsHeading", text(heading))


def write_instrument(builder: Builder, instrument: Instrument) -> None:
    """State which legal instrument the document publishes, and what it says of it."""
    iri = instrument.iri
    builder.link(builder.document.iri, "publishes", [iri])
    if not builder.namer.is_curated(iri):
        builder.type(iri, "LegalInstrument")
        builder.label(iri, instrument.label)
        if instrument.number:
            builder.add(iri, "instrumentNumber", text(instrument.number))
        if instrument.signed:
            builder.add(iri, "signedOn", day(instrument.signed))
    if instrument.citation:
        builder.add(iri, "citation", text(instrument.citation))
    if instrument.document_number:
        builder.add(iri, "documentNumber", text(instrument.document_number))
    builder.link(iri, "amends", instrument.amends)


def _write_run(builder: Builder) -> None:
    """State that the graph comes from this document, by which run."""
    iri, graph, run = builder.document.iri, builder.graph.value, _run_iri(builder)
    builder.state(graph, RDF + "type", NamedNode(PROV + "Bundle"))
    builder.state(graph, PROV + "hadPrimarySource", NamedNode(iri))
    builder.state(graph, PROV + "wasGeneratedBy", NamedNode(run))
    builder.type(run, "ExtractionRun")
    builder.state(run, PROV + "used", NamedNode(iri))


def _run_iri(builder: Builder) -> str:
    return mint("run", f"{builder.document.key}-{__version__}")


def _write_extractor(builder: Builder, name: str) -> NamedNode:
    """State an extractor with its version and return it."""
    iri = mint("extractor", f"{name}-{__version__}")
    builder.type(iri, "Extractor")
    builder.label(iri, f"tradegraph {name}")
    builder.state(iri, PROV + "value", text(__version__))
    builder.state(_run_iri(builder), PROV + "wasAssociatedWith", NamedNode(iri))
    return NamedNode(iri)


def write_assertion(builder: Builder, fact: Fact, subject: str, told: str | None = None) -> None:
    """State that the document commits to the node, as it commits to the fact.

    `told` is the only property of the node to which it commits.
    """
    document = builder.document
    first = fact.evidence[0]
    polarity = "positive" if fact.positive else "negative"
    digest = short_hash(subject, fact.modality, polarity, *([told] if told else []))
    iri = f"{mint('assertion', document.key)}/{first.begin}-{first.end}-{digest}"
    if builder.is_written(iri):  # told by two facts in one passage: the first says how surely
        return
    builder.type(iri, "Assertion")
    builder.link(iri, "asserts", [subject])
    builder.link(iri, "assertsProperty", [told] if told else [])
    builder.add(iri, "evidence", *(builder.span(span) for span in fact.evidence))
    builder.add(iri, "modality", concept("modality", fact.modality))
    builder.add(iri, "polarity", concept("polarity", polarity))
    builder.add(iri, "confidence", decimal(fact.confidence))
    builder.add(iri, "extractedBy", _write_extractor(builder, fact.extractor))
    if fact.attribution:
        builder.link(iri, "attribution", [statement_iri(fact.attribution)])


def write_mention(builder: Builder, mention: Mention) -> None:
    """State a passage that names an entity, and how the entity was chosen."""
    if mention.entity is None or mention.method is None:
        return
    iri = f"{mint('mention', builder.document.key)}/{mention.span.begin}-{mention.span.end}"
    builder.type(iri, "Mention")
    builder.add(iri, "evidence", builder.span(mention.span))
    builder.link(iri, "refersTo", [mention.entity])
    builder.add(iri, "linkingMethod", concept("linking", mention.method))
    builder.add(iri, "confidence", decimal(mention.confidence))
    builder.add(iri, "extractedBy", _write_extractor(builder, "mentions"))


def write_entity(builder: Builder, entity: Entity, registry: Registry) -> None:
    """Describe an entity that the document introduces; the registry describes its own."""
    if entity.iri in registry.entities:
        return
    builder.type(entity.iri, entity.kind)
    builder.label(entity.iri, entity.label)
    for name in entity.names:
        builder.state(entity.iri, SKOS + "altLabel", text(name, "en"))
    if entity.owner and entity.kind in OWNER_OF:
        builder.link(entity.iri, OWNER_OF[entity.kind], [entity.owner])
    if entity.kind == "ProductScope" and (code := HEADING.fullmatch(entity.label)):
        builder.add(entity.iri, "hsCode", text(code["heading"].replace(".", "")))
    if entity.kind == "Office":
        builder.add(entity.iri, "officeKind", concept("officekind", "functional"))
