"""What a picture shows of a network: boxes for actors, strands for what ties them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tradegraph.draw.letters import measure_lines, wrap_text
from tradegraph.network import Passage
from tradegraph.network.text import clean_text
from tradegraph.network.words import MODALITY_WORDS

if TYPE_CHECKING:
    import networkx as nx

ACTOR_SIZE = 12.0
TIE_SIZE = 10.5
MOST_ACTORS = 150
"""How many actors one picture can show; of more the best connected remain."""

_ACTOR_WIDTH, _ACTOR_LINES = 132.0, 3
_TIE_WIDTH, _TIE_LINES = 128.0, 4


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
    """Actors, strands and the names of jurisdictions, with what is to be said below them."""

    nodes: tuple[Node, ...]
    strands: tuple[Strand, ...]
    places: dict[str, str]
    hidden: int
    documents: int
    published: tuple[date, date] | None


def make_picture(graph: nx.MultiDiGraph, most: int = MOST_ACTORS) -> Picture:
    """Return what to draw of a network, reduced to its `most` best connected actors."""
    shown = _choose_actors(graph, most)
    nodes = tuple(_make_node(iri, graph.nodes[iri]) for iri in shown)
    bundles: dict[tuple[str, str, str, bool, bool, bool], list[Told]] = defaultdict(list)
    for source, target, data in graph.edges(data=True):
        if source in shown and target in shown:
            directed, firm = bool(data["directed"]), bool(data["firm"])
            key = (source, target, data["family"], directed, firm, bool(data["positive"]))
            bundles[key].append(_read_told(data))
    strands = tuple(_make_strand(key, bundles[key]) for key in sorted(bundles))
    every = [told for strand in strands for told in strand.told]
    days = sorted(day for told in every for day in told.published or ())
    return Picture(
        nodes=nodes,
        strands=strands,
        places=_read_places(graph, nodes),
        hidden=len(graph) - len(nodes),
        documents=len({iri for told in every for iri in told.documents}),
        published=(days[0], days[-1]) if days else None,
    )


def _choose_actors(graph: nx.MultiDiGraph, most: int) -> list[str]:
    strength: dict[str, int] = dict.fromkeys(graph, 0)
    for source, target, data in graph.edges(data=True):
        strength[source] += data["weight"]
        strength[target] += data["weight"]
    ranked = sorted(strength, key=lambda iri: (-strength[iri], iri))
    return sorted(ranked[:most])


def _read_places(graph: nx.MultiDiGraph, nodes: Iterable[Node]) -> dict[str, str]:
    found = {node.group: graph.nodes[node.iri].get("place") for node in nodes if node.group}
    return {iri: clean_text(name or iri) for iri, name in sorted(found.items())}


def _make_node(iri: str, data: dict[str, str | None]) -> Node:
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
        group=data.get("jurisdiction"),
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
    """Return the labels of a strand; of more than fit, the best documented."""
    lines: list[str] = []
    for number, label in enumerate(dict.fromkeys(map(word_told, told))):
        wrapped = wrap_text(label, TIE_SIZE, _TIE_WIDTH, 2)
        if len(lines) + len(wrapped) > _TIE_LINES:
            left = len({word_told(each) for each in told}) - number
            return (*lines, f"and {left} more")
        lines.extend(wrapped)
    return tuple(lines)


def word_told(told: Told) -> str:
    """Return the label of a tie, with its modality where it is not given as fact."""
    label = clean_text(told.label)
    if not told.positive:
        return f"{label} (denied)"
    if label.startswith("threatens") or told.modality in {"asserted", "reported"}:
        return label
    return f"{label} ({MODALITY_WORDS[told.modality]})"
