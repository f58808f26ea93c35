"""What a picture shows of a network: boxes for actors, strands for what ties them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tradegraph.draw.letters import measure_lines, wrap_text
from tradegraph.network import Passage, find_communities, rank_ties
from tradegraph.network.text import clean_text
from tradegraph.network.words import MODALITY_WORDS

if TYPE_CHECKING:
    import networkx as nx

ACTOR_SIZE = 12.0
TIE_SIZE = 10.5
GROUPS = ("jurisdictions", "communities", "none")
"""What the boxes around actors can stand for."""

_ACTOR_WIDTH, _ACTOR_LINES = 132.0, 3
_TIE_WIDTH, _TIE_LINES = 128.0, 4


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a picture may be, and how large the backbone is that is drawn of what is larger.

    A network fits with at most `actors`, and `strands` and `strands_an_actor` for each of them.
    """

    actors: int
    strands: float
    strands_an_actor: float
    kept_actors: int
    kept_strands: float

    def fit(self, actors: int, strands: int) -> bool:
        """Tell whether so many actors and strands can be shown at once."""
        most = self.strands + self.strands_an_actor * actors
        return actors <= self.actors and strands <= most


@dataclass(frozen=True, slots=True)
class Node:
    """An actor as a box with lines of text; `group` is the IRI of its jurisdiction."""

    iri: str
    kind: str
    label: str
    lines: tuple[str, ...]
    width: float
    height: float
    group: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One tie of a strand, with what documents say of it."""

    type: str
    label: str
    modality: str
    positive: bool
    first: date | None
    last: date | None
    weight: int
    documents: tuple[str, ...]
    published: tuple[date, date] | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Strand:
    """Ties between two actors that are drawn as one line: same family, direction and certainty."""

    source: str
    target: str
    family: str
    directed: bool
    firm: bool
    positive: bool
    weight: int
    lines: tuple[str, ...]
    width: float
    height: float
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Actors, strands and the names of jurisdictions, with what is to be said below them.

    `hidden` and `hidden_strands` count those that are not drawn.
    """

    nodes: tuple[Node, ...]
    strands: tuple[Strand, ...]
    places: dict[str, str]
    hidden: int
    hidden_strands: int
    documents: int
    published: tuple[date, date] | None


def make_picture(
    graph: nx.MultiDiGraph, limits: Limits | None = None, groups: str = "jurisdictions"
) -> Picture:
    """Return what to draw of a network: its backbone where it is larger than the limits.

    `groups` is one of `GROUPS`: what the boxes around actors stand for.
    """
    strands = every = _bundle_ties(graph)
    shown = graph
    if limits and not limits.fit(len(graph), len(every)):
        strands = _keep_backbone(every, limits)
        shown = graph.subgraph({iri for each in strands for iri in (each.source, each.target)})
    grouped, places = _group_actors(shown, groups)
    told = [each for strand in strands for each in strand.told]
    days = sorted(day for each in told for day in each.published or ())
    return Picture(
        nodes=tuple(_make_node(iri, shown.nodes[iri], grouped.get(iri)) for iri in sorted(shown)),
        strands=strands,
        places=places,
        hidden=len(graph) - len(shown),
        hidden_strands=len(every) - len(strands),
        documents=len({iri for each in told for iri in each.documents}),
        published=(days[0], days[-1]) if days else None,
    )


def _bundle_ties(graph: nx.MultiDiGraph) -> tuple[Strand, ...]:
    bundles: dict[tuple[str, str, str, bool, bool, bool], list[Told]] = defaultdict(list)
    for source, target, data in graph.edges(data=True):
        directed, firm = bool(data["directed"]), bool(data["firm"])
        key = (source, target, data["family"], directed, firm, bool(data["positive"]))
        bundles[key].append(_read_told(data))
    return tuple(_make_strand(key, bundles[key]) for key in sorted(bundles))


def _keep_backbone(strands: Sequence[Strand], limits: Limits) -> tuple[Strand, ...]:
    ranked = rank_ties([(each.source, each.target, each.weight) for each in strands])
    actors: set[str] = set()
    kept: list[int] = []
    for number in ranked:
        ends = {strands[number].source, strands[number].target}
        if len(actors | ends) <= limits.kept_actors and len(kept) < limits.kept_strands:
            actors |= ends
            kept.append(number)
    return tuple(strands[number] for number in sorted(kept))


def _group_actors(
    graph: nx.MultiDiGraph, groups: str
) -> tuple[dict[str, str | None], dict[str, str]]:
    """Return the group of each actor, and the names of the groups."""
    if groups == "communities":
        found = {f"community-{n:03d}": group for n, group in enumerate(find_communities(graph), 1)}
        strength: dict[str, float] = dict(graph.degree(weight="weight"))
        heads = {name: min(g, key=lambda iri: (-strength[iri], iri)) for name, g in found.items()}
        names = {
            name: clean_text(f"around {graph.nodes[iri]['label']}") for name, iri in heads.items()
        }
        return {iri: name for name, group in found.items() for iri in group}, names
    if groups == "none":
        return {}, {}
    grouped = {iri: data.get("jurisdiction") for iri, data in graph.nodes(data=True)}
    places = {
        data["jurisdiction"]: clean_text(data.get("place") or data["jurisdiction"])
        for _, data in sorted(graph.nodes(data=True))
        if data.get("jurisdiction")
    }
    return grouped, places


def _make_node(iri: str, data: dict[str, str | None], group: str | None) -> Node:
    label = clean_text(data["label"] or iri) or "(without a name)"
    lines = wrap_text(label, ACTOR_SIZE, _ACTOR_WIDTH, _ACTOR_LINES)
    width, height = measure_lines(lines, ACTOR_SIZE)
    return Node(
        iri=iri,
        kind=data["kind"] or "group",
        label=label,
        lines=lines,
        width=math.ceil(max(width, 34.0)) + 26.0,
        height=math.ceil(height) + 14.0,
        group=group,
    )


def _read_told(data: dict[str, Any]) -> Told:
    return Told(**{name: data.get(name, ()) for name in Told.__slots__})


def _make_strand(key: tuple[str, str, str, bool, bool, bool], told: list[Told]) -> Strand:
    source, target, family, directed, firm, positive = key
    ranked = sorted(told, key=lambda each: (-each.weight, each.label, each.type, each.modality))
    lines = _word_lines(ranked)
    width, height = measure_lines(lines, TIE_SIZE)
    documents = {iri for each in told for iri in each.documents}
    return Strand(
        source=source,
        target=target,
        family=family,
        directed=directed,
        firm=firm,
        positive=positive,
        weight=len(documents) or max(each.weight for each in told),
        lines=lines,
        width=math.ceil(width) + 6.0,
        height=math.ceil(height) + 2.0,
        told=tuple(ranked),
    )


def _word_lines(told: list[Told]) -> tuple[str, ...]:
    """Return the wordings of a strand as lines; of more than fit, the best documented."""
    lines: list[str] = []
    labels = list(dict.fromkeys(map(word_told, told)))
    for number, label in enumerate(labels, 1):
        end = ";" if number < len(labels) else ""
        wrapped = wrap_text(label + end, TIE_SIZE, _TIE_WIDTH, 2)
        if len(lines) + len(wrapped) > _TIE_LINES:
            return (*lines, f"and {len(labels) - number + 1} more")
        lines.extend(wrapped)
    return tuple(lines)


def word_told(told: Told) -> str:
    """Return the label of a tie, with its modality where it is neither given as fact nor said."""
    label = clean_text(told.label)
    if not told.positive:
        return f"{label} (denied)"
    modality = MODALITY_WORDS[told.modality]
    said = label.startswith("threatens") or label.endswith(modality)
    return label if said or told.modality in {"asserted", "reported"} else f"{label} ({modality})"
