"""From a reading to one document's named graph: deterministic IRIs, no blank nodes, no clock."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, serialize

from tradegraph.graph.builder import Builder
from tradegraph.graph.facts import statement_iri, write_content
from tradegraph.graph.names import Namer
from tradegraph.graph.provenance import (
    write_assertion,
    write_document,
    write_entity,
    write_mention,
)
from tradegraph.model import Reading, Statement
from tradegraph.registry import Registry

__all__ = ["document_quads", "to_nquads"]


def document_quads(reading: Reading, registry: Registry) -> list[Quad]:
    """Return the statements of the document's graph, each once."""
    builder = Builder(reading.document)
    namer = Namer(registry, reading.entities)
    write_document(builder)
    for mention in reading.mentions:
        write_mention(builder, mention)
    for entity in reading.entities:
        write_entity(builder, entity, registry)
    statements: dict[str, list[str]] = {}
    for fact in reading.facts:
        written = write_content(builder, namer, fact.content)
        attribution = statement_iri(fact.attribution) if fact.attribution else None
        for node in (written.iri, *written.also):
            write_assertion(builder, fact, node, attribution)
        if attribution and not isinstance(fact.content, Statement):
            statements.setdefault(attribution, []).append(written.iri)
    for statement, reported in statements.items():
        builder.link(statement, "reports", reported)
    return list(builder.quads)


def to_nquads(quads: Iterable[Quad]) -> bytes:
    """Return the statements as N-Quads, sorted by line: the same statements give the same bytes."""
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(written.splitlines(keepends=True)))
