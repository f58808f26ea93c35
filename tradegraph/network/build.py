"""The network of actors that documents tell of, as a networkx graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from tradegraph.network.actors import Actor, read_actor, resolve_actor
from tradegraph.network.claims import FIRM, MODALITIES, Claim, Passage, read_claims, read_days
from tradegraph.network.rules import read_ties
from tradegraph.network.selection import DEFAULT_KINDS, Selection
from tradegraph.network.ties import Telling, Tie
from tradegraph.network.triples import QuadSource, Triples, index_triples
from tradegraph.network.words import TIE_TYPES

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Link:
    """An edge: everything the documents tell of one tie, in one polarity and firmness."""

    tie: Tie
    modality: str
    positive: bool
    first: date | None
    last: date | None
    facts: tuple[str, ...]
    documents: tuple[str, ...]
    passages: tuple[Passage, ...]

    @property
    def actors(self) -> set[str]:
        """The two ends."""
        return {self.tie.source, self.tie.target}


def build_network(  # noqa: PLR0913 - each option is a flag of `tradegraph draw`
    source: QuadSource | Iterable[Quad],
    *,
    about: Sequence[str] = (),
    hops: int = 1,
    start: date | None = None,
    end: date | None = None,
    kinds: Sequence[str] | None = None,
    modality: Sequence[str] | None = None,
    min_weight: int = 1,
    outlets: bool = False,
) -> nx.MultiDiGraph:
    """Return the actors that documents tie to each other, and those ties.

    `source` is a store or quads. The options are those of `Selection`: `about` keeps the actors
    within `hops` ties of those named; `start` and `end` keep the facts that can fall between them;
    `kinds` are families or types of ties, by default all but statements; `outlets` adds outlets.

    Nodes are IRIs with `kind`, `label`, `jurisdiction` (an IRI or None) and `place` (its name).
    Edges have `type`, `family`, `label`, `directed`, `weight` (documents), `first` and `last`
    (days or None), `modality` (the firmest told), `firm`, `positive`, `confidence` (the highest),
    `facts`, `documents` (IRIs) and `passages`. An undirected tie is one edge, from the smaller IRI.
    What only the registry knows ties nobody.

    Raises UsageError for an unknown actor, kind or modality and for a period that ends too early.
    """
    selection = Selection(
        about=tuple(about),
        hops=hops,
        start=start,
        end=end,
        kinds=DEFAULT_KINDS if kinds is None else tuple(kinds),
        modality=MODALITIES if modality is None else tuple(modality),
        min_weight=min_weight,
        outlets=outlets,
    )
    triples = index_triples(source)
    links = _gather_links(triples, selection)
    actors = _read_actors(triples, links, selection)
    known = [link for link in links if link.actors <= actors.keys()]
    return _make_graph(actors, _select_around(triples, known, selection))


def _gather_links(triples: Triples, selection: Selection) -> list[Link]:
    tellings: dict[str, list[Claim]] = defaultdict(list)
    for claim in read_claims(triples):
        if claim.modality in selection.modality:
            tellings[claim.fact].append(claim)
    told: dict[tuple[Tie, bool, bool], list[Claim]] = defaultdict(list)
    for fact, claims in tellings.items():
        if selection.wants_days(*read_days(triples, fact, claims)):
            for claim, tie in _read_told_ties(triples, fact, claims):
                if selection.wants_type(tie.type):
                    told[tie, claim.positive, _is_firm(claims, claim)].append(claim)
    links = [_make_link(triples, *key[:2], told[key]) for key in sorted(told)]
    return [link for link in links if len(link.documents) >= selection.min_weight]


def _read_told_ties(
    triples: Triples, fact: str, claims: Iterable[Claim]
) -> Iterable[tuple[Claim, Tie]]:
    ties: dict[str, list[Tie]] = {}
    for claim in claims:
        if claim.modality not in ties:
            ties[claim.modality] = list(read_ties(triples, Telling(fact, claim.modality)))
        for tie in ties[claim.modality]:
            yield claim, tie


def _is_firm(claims: Iterable[Claim], claim: Claim) -> bool:
    """Tell whether the fact is settled: a plan that another document reports as done is done.

    A threat stays one, whatever came of it: it is a tie of its own.
    """
    if claim.modality == "threatened":
        return False
    return any(each.modality in FIRM for each in claims if each.positive == claim.positive)


def _make_link(triples: Triples, tie: Tie, positive: bool, claims: list[Claim]) -> Link:
    by_fact: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_fact[claim.fact].append(claim)
    days = [read_days(triples, fact, each) for fact, each in by_fact.items()]
    return Link(
        tie=tie,
        modality=min((claim.modality for claim in claims), key=MODALITIES.index),
        positive=positive,
        first=min((first for first, _ in days if first), default=None),
        last=max((last for _, last in days if last), default=None),
        facts=tuple(sorted(by_fact)),
        documents=tuple(sorted({claim.document for claim in claims})),
        passages=_sort_passages({each for claim in claims for each in claim.passages}),
    )


def _sort_passages(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    def rank(each: Passage) -> tuple[date, str, str, str, float]:
        day = each.published or date.max
        return day, each.document, each.quote, each.fact, -each.confidence

    return tuple(sorted(passages, key=rank))


def _read_actors(triples: Triples, links: Iterable[Link], selection: Selection) -> dict[str, Actor]:
    named = sorted({iri for link in links for iri in link.actors})
    actors = (read_actor(triples, iri) for iri in named)
    wanted = (actor for actor in actors if actor and (selection.outlets or actor.kind != "outlet"))
    return {actor.iri: actor for actor in wanted}


def _make_graph(actors: dict[str, Actor], links: Iterable[Link]) -> nx.MultiDiGraph:
    import networkx as nx  # noqa: PLC0415 - heavy: only for those who draw

    graph = nx.MultiDiGraph()
    linked = list(links)
    for iri in sorted({iri for link in linked for iri in link.actors}):
        actor = actors[iri]
        graph.add_node(
            iri,
            kind=actor.kind,
            label=actor.label,
            jurisdiction=actor.jurisdiction,
            place=actor.place,
        )
    for link in linked:
        _add_link(graph, link)
    return graph


def _add_link(graph: nx.MultiDiGraph, link: Link) -> None:
    graph.add_edge(
        link.tie.source,
        link.tie.target,
        type=link.tie.type,
        family=TIE_TYPES[link.tie.type],
        label=link.tie.label,
        directed=link.tie.directed,
        weight=len(link.documents),
        first=link.first,
        last=link.last,
        modality=link.modality,
        firm=link.modality in FIRM,
        positive=link.positive,
        confidence=max((each.confidence for each in link.passages), default=0.0),
        facts=link.facts,
        documents=link.documents,
        passages=link.passages,
    )


def _select_around(triples: Triples, links: list[Link], selection: Selection) -> list[Link]:
    """Return the links among the actors within reach of those asked for."""
    if not selection.about:
        return links
    drawn = {iri for link in links for iri in link.actors}
    near = {resolve_actor(triples, name, drawn) for name in selection.about}
    for _ in range(selection.hops):
        near |= {iri for link in links if near & link.actors for iri in link.actors}
    return [link for link in links if link.actors <= near]
