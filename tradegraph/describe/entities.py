"""What the graph knows about an entity: its names, its own properties, its facts, its sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tradegraph.describe.names import find_node
from tradegraph.describe.nodes import Node, read_node, read_nodes
from tradegraph.describe.rows import select, select_about
from tradegraph.store import Store


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact about an entity: when, what, how firmly, according to how many documents."""

    fact: Node
    modalities: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A document that names an entity, with the words it uses and how often it does."""

    document: str
    identifier: str
    published: str
    wordings: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class EntityDescription:
    """An entity with the facts that name it, oldest first, and the documents that mention it."""

    node: Node
    facts: tuple[FactLine, ...]
    facts_left_out: int
    sources: tuple[SourceLine, ...]


def describe_entity(store: Store, name: str, *, limit: int = 40) -> EntityDescription:
    """Return what the graph knows about the entity `name`, with the latest `limit` of its facts.

    Raises UsageError for a name that nothing or several things bear.
    """
    iri = find_node(store, name)
    days: dict[str, str] = {}
    for row in select(store, "facts_about", iri):
        days[row["fact"]] = max(row["day"], days.get(row["fact"], ""))
    latest = sorted(days, key=lambda fact: (days[fact], fact), reverse=True)[:limit]
    lines = list(read_fact_lines(store, latest))
    sources = tuple(_sources_of(store, iri))
    return EntityDescription(read_node(store, iri), tuple(lines), len(days) - len(lines), sources)


def read_fact_lines(store: Store, facts: Iterable[str]) -> list[FactLine]:
    """Return a line about each fact, oldest first and the undated last."""
    modalities: defaultdict[str, set[str]] = defaultdict(set)
    documents: defaultdict[str, set[str]] = defaultdict(set)
    nodes = read_nodes(store, facts)
    for row in select_about(store, "assertions", nodes):
        modalities[row["node"]].add(_commitment(row["modality"], row["polarity"]))
        documents[row["node"]].add(row["document"])
    lines = [
        FactLine(node, tuple(sorted(modalities[iri])), len(documents[iri]))
        for iri, node in nodes.items()
    ]
    return sorted(lines, key=lambda line: (line.fact.first_day, line.fact.kind, line.fact.iri))


def _commitment(modality: str, polarity: str) -> str:
    return f"not {modality}" if polarity == "negative" and modality != "denied" else modality


def _sources_of(store: Store, iri: str) -> list[SourceLine]:
    wordings: defaultdict[str, list[str]] = defaultdict(list)
    for row in select(store, "mentions", iri):
        wordings[row["document"]].append(row["quote"])
    sources = []
    for document, words in wordings.items():
        about = next(select(store, "documents", document))
        distinct = tuple(sorted(set(words)))
        sources.append(
            SourceLine(document, about["identifier"], about["published"], distinct, len(words))
        )
    return sorted(sources, key=lambda source: (source.published, source.identifier))
