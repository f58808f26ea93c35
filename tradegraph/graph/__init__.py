"""From a reading to one document's named graph: deterministic IRIs, no blank nodes, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import Quad, RdfFormat, serialize

from tradegraph.graph.builder import Builder
from tradegraph.graph.facts import write_content
from tradegraph.graph.names import Namer
from tradegraph.graph.provenance import (
    write_assertion,
    write_document,
    write_entity,
    write_headings,
    write_instrument,
    write_mention,
)
from tradegraph.graph.statements import statement_iri
from tradegraph.model import Entity, Fact, Reading, Requirement, Statement
from tradegraph.registry import Registry

__all__ = ["document_quads", "name_facts", "to_nquads"]


def document_quads(reading: Reading, registry: Registry) -> list[Quad]:
    """Return the statements of the document's graph, each once."""
    builder = Builder(reading.document, Namer(registry, _find_named(reading)))
    write_document(builder)
    write_headings(builder, reading.lists)
    if reading.publishes:
        write_instrument(builder, reading.publishes)
    for mention in reading.mentions:
        write_mention(builder, mention)
    for entity in reading.entities:
        write_entity(builder, entity, registry)
    written = [(fact, write_content(builder, fact.content)) for fact in reading.facts]
    for fact, nodes in written:
        for node in (nodes.iri, *nodes.also):
            write_assertion(builder, fact, node, nodes.told)
        if fact.attribution and not isinstance(fact.content, Statement):
            builder.link(statement_iri(fact.attribution), "reports", [nodes.iri])
    told = {node for _, nodes in written for node in (nodes.iri, *nodes.also)}
    for fact, nodes in written:
        for node in nodes.implied:
            if node not in told:
                write_assertion(builder, _imply(fact), node)
    return list(builder.quads)


def name_facts(reading: Reading, registry: Registry) -> list[str]:
    """Return the IRI of each fact's node in the document's graph."""
    builder = Builder(reading.document, Namer(registry, _find_named(reading)))
    return [write_content(builder, fact.content).iri for fact in reading.facts]


def _find_named(reading: Reading) -> tuple[Entity, ...]:
    """Return what the document introduces, and the instrument that it publishes."""
    own = reading.publishes
    published = (Entity(own.iri, "LegalInstrument", own.label),) if own else ()
    return (*published, *reading.entities)


def _imply(fact: Fact) -> Fact:
    """Return how the document commits to what the fact implies; what is needed is only possible."""
    needed = isinstance(fact.content, Requirement)
    return replace(fact, modality="possible", positive=True) if needed else fact


def to_nquads(quads: Iterable[Quad]) -> bytes:
    """Return the statements as N-Quads, sorted by line: the same statements give the same bytes."""
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(written.splitlines(keepends=True)))
