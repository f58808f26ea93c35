"""The network of actors that documents tell of, as a networkx graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tradegraph.network.actors import Actor, read_actor, resolve_actor
from tradegraph.network.claims import FIRM, MODALITIES, Claim
from tradegraph.network.passages import Passages, choose_passages
from tradegraph.network.projection import Projection
from tradegraph.network.reading import Reading
from tradegraph.network.rules import choose_classes
from tradegraph.network.selection import Selection
from tradegraph.network.source import Graph
from tradegraph.network.ties import Telling, Tie, move_tie
from tradegraph.network.words import TIE_TYPES

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class Link:
    """An edge: everything the documents tell of one tie, in one polarity and firmness."""

    tie: Tie
    positive: bool
    claims: tuple[Claim, ...]

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The documents that tell it, sorted."""
        if len(self.claims) == 1:
            return tuple(sorted(self.claims[0].documents))
        return tuple(sorted(set().union(*(claim.documents for claim in self.claims))))

    @property
    def actors(self) -> set[str]:
        """The two ends."""
        return {self.tie.source, self.tie.target}


def build(  # noqa: PLR0913 - each option is a flag of `tradegraph draw` and `tradegraph network`
    graph: Graph,
    *,
    about: Sequence[str] = (),
    hops: int = 1,
    start: date | None = None,
    end: date | None = None,
    kinds: Sequence[str] | None = None,
    modality: Sequence[str] | None = None,
    min_weight: int = 1,
    sources: Sequence[str] = (),
    project: str = "actors",
    things: Sequence[str] = (),
    outlets: bool = False,
    lang: str = "en",
    passages: bool = False,
) -> nx.MultiDiGraph:
    """Return the actors that documents tie to each other, and those ties.

    `graph` is a store, an rdflib graph or quads. `about` keeps the actors within `hops` ties of
    those named; `start` and `end` keep the facts that can fall between them, both days included;
    `kinds` are families or types of ties (`FAMILIES`, `TIE_TYPES`), by default all but statements;
    `modality` are notations of `MODALITIES`; `min_weight` is the least number of documents a tie
    needs; `sources` are publishers, types of documents or documents whose claims count; `project`
    is one of `PROJECTIONS`; `things` are those of `THINGS` that become nodes between actors;
    `outlets` adds the media that somebody spoke to; `lang` is the language of names where there are
    any, of countries by Babel, else English; `passages` adds the passages behind each edge, which
    takes time.

    Nodes are IRIs with `kind`, `label`, `jurisdiction` (an IRI or None) and `place` (its name).
    Edges have `type`, `family`, `label`, `directed`, `weight` (documents, not mentions), `first`
    and `last` (days of the facts, or None), `modality` (the firmest told), `modalities`, `firm`,
    `positive` (the polarity), `confidence` (the highest), `facts` and `documents` (IRIs), and
    `published` (the first and last day of the documents, or None); with `passages`, those too.
    An undirected tie is one edge, from the smaller IRI. What only the registry knows ties nobody.
    The same graph gives the same nodes and edges in the same order.

    Raises UsageError for an unknown actor, kind, modality, projection or source, for a language in
    which nothing has a name, and for a period that ends before it begins.
    """
    selection = Selection.of(
        about=about,
        hops=hops,
        start=start,
        end=end,
        kinds=kinds,
        modality=modality,
        min_weight=min_weight,
        outlets=outlets,
        project=project,
        things=things,
    )
    reading = Reading(graph, lang, sources, choose_classes(selection.wants_type))
    network = build_from(reading, selection)
    if passages:
        add_passages(network, reading)
    return network


def build_from(reading: Reading, selection: Selection) -> nx.MultiDiGraph:
    """Return a part of the network of a reading."""
    links = _gather_links(reading, selection)
    actors = _read_actors(reading, links, selection)
    known = [link for link in links if link.actors <= actors.keys()]
    return _make_graph(reading, actors, _select_around(reading, known, selection))


def add_passages(network: nx.MultiDiGraph, reading: Reading) -> None:
    """Give each edge its `passages`, sorted by the day of their document."""
    passages = Passages(reading.triples.source)
    for _, _, data in network.edges(data=True):
        data["passages"] = choose_passages(passages, data)


def _gather_links(reading: Reading, selection: Selection) -> list[Link]:
    told: dict[tuple[Tie, bool, bool], list[Claim]] = defaultdict(list)
    stand_in = Projection(reading.triples, selection.project).stand_in
    for claim, firm in _choose_claims(reading, selection):
        telling = Telling(claim.fact, claim.modality == "threatened", selection.things)
        for tie in reading.ties(telling):
            source, target = stand_in(tie.source), stand_in(tie.target)
            if source and target and source != target and selection.wants_type(tie.type):
                told[move_tie(tie, source, target), claim.positive, firm].append(claim)
    links = (Link(key[0], key[1], tuple(told[key])) for key in sorted(told))
    return [link for link in links if len(link.documents) >= selection.min_weight]


def _choose_claims(reading: Reading, selection: Selection) -> Iterator[tuple[Claim, bool]]:
    """Yield the wanted claims of facts in the period, and whether the fact is settled.

    A plan that another document reports as done is done. A threat stays one, whatever came of it:
    it is a tie of its own.
    """
    for fact, claims in reading.facts.items():
        wanted = [claim for claim in claims if claim.modality in selection.modality]
        if not wanted or not selection.wants_days(reading.days(fact)):
            continue
        settled = {claim.positive for claim in wanted if claim.modality in FIRM}
        for claim in wanted:
            yield claim, claim.positive in settled and claim.modality != "threatened"


def _read_actors(reading: Reading, links: Iterable[Link], selection: Selection) -> dict[str, Actor]:
    named = sorted({iri for link in links for iri in link.actors})
    actors = (read_actor(reading.triples, iri) for iri in named)
    return {each.iri: each for each in actors if each and selection.wants_node(each.kind)}


def _make_graph(
    reading: Reading, actors: dict[str, Actor], links: Sequence[Link]
) -> nx.MultiDiGraph:
    import networkx as nx  # noqa: PLC0415 - heavy: only for those who ask for a network

    graph = nx.MultiDiGraph()
    for iri in sorted({iri for link in links for iri in link.actors}):
        actor = actors[iri]
        graph.add_node(
            iri,
            kind=actor.kind,
            label=actor.label,
            jurisdiction=actor.jurisdiction,
            place=actor.place,
        )
    for link in links:
        graph.add_edge(link.tie.source, link.tie.target, **_describe_link(reading, link))
    return graph


def _describe_link(reading: Reading, link: Link) -> dict[str, Any]:
    facts = sorted({claim.fact for claim in link.claims})
    days = [span for fact in facts if (span := reading.days(fact))]
    modalities = sorted({claim.modality for claim in link.claims}, key=MODALITIES.index)
    known = [day for day in map(reading.published.get, link.documents) if day]
    return {
        "type": link.tie.type,
        "family": TIE_TYPES[link.tie.type],
        "label": link.tie.label,
        "directed": link.tie.directed,
        "weight": len(link.documents),
        "first": min((first for first, _ in days), default=None),
        "last": max((last for _, last in days), default=None),
        "modality": modalities[0],
        "modalities": tuple(modalities),
        "firm": modalities[0] in FIRM,
        "positive": link.positive,
        "confidence": max(max(claim.documents.values()) for claim in link.claims),
        "facts": tuple(facts),
        "documents": link.documents,
        "published": (min(known), max(known)) if known else None,
    }


def _select_around(reading: Reading, links: list[Link], selection: Selection) -> list[Link]:
    """Return the links among the actors within reach of those asked for."""
    if not selection.about:
        return links
    drawn = {iri for link in links for iri in link.actors}
    near = {resolve_actor(reading.triples, name, drawn) for name in selection.about}
    for _ in range(selection.hops):
        near |= {iri for link in links if near & link.actors for iri in link.actors}
    return [link for link in links if link.actors <= near]
