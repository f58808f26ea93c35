"""What the page knows of a network: actors, ties and passages as JSON, ready to show."""

from __future__ import annotations

import math
from datetime import date
from typing import Final

from tradegraph.draw.caption import write_day
from tradegraph.draw.compose import measure_strand
from tradegraph.draw.curves import divide_line, measure_line, sample_chain
from tradegraph.draw.layout import Layout, Route, group_nodes
from tradegraph.draw.palette import ACTOR_STYLES, NAME, TIE_WORDS, ActorStyle, Look
from tradegraph.draw.picture import Node, Picture, Strand, Told, word_told
from tradegraph.draw.shapes import Box, Point
from tradegraph.network import Passage
from tradegraph.network.text import clean_text
from tradegraph.network.words import MODALITY_WORDS

MOST_PASSAGES = 40
"""So many passages of one wording are on the page; a count tells how many more there are."""

_BENDS = 4  # bends of a line on either side of its label
_NARROW = 40.0  # pixels from an end that are too few for them

Json = dict[str, object]

# Outline here -> Cytoscape's shape of it, and whether its edge is double.
_SHAPES: Final[dict[str, tuple[str, bool]]] = {
    "rectangle": ("rectangle", False),
    "framed": ("rectangle", True),
    "stack": ("rectangle", True),
    "stadium": ("round-rectangle", False),
    "octagon": ("octagon", False),
    "hexagon": ("hexagon", False),
    "slanted": ("cut-rectangle", False),
    "page": ("tag", False),
    "ticket": ("barrel", False),
    "seal": ("concave-hexagon", False),
}


def describe_network(picture: Picture, layout: Layout, look: Look) -> Json:
    """Return everything the page's script needs; a layout may have no routes."""
    numbers = {node.iri: number for number, node in enumerate(picture.nodes)}
    groups = list(group_nodes(picture))
    return {
        "actors": [_describe_actor(node, groups, layout) for node in picture.nodes],
        "ties": [
            _describe_tie(strand, numbers) | bend
            for strand, bend in zip(picture.strands, _describe_routes(picture, layout), strict=True)
        ],
        "places": [picture.places[iri] for iri in groups],
        "shapes": {kind: _describe_shape(style) for kind, style in ACTOR_STYLES.items()},
        "families": {
            family: {"colour": colour, "words": TIE_WORDS[family]}
            for family, colour in look.ties.items()
        },
        "modalities": MODALITY_WORDS,
        "look": {**look.paints, "onActor": look.mix(NAME)},
    }


def _describe_shape(style: ActorStyle) -> Json:
    shape, double = _SHAPES[style.outline]
    return {"shape": shape, "double": double, "fill": style.fill}


def _describe_actor(node: Node, groups: list[str], layout: Layout) -> Json:
    box = layout.boxes[node.iri]
    return {
        "label": node.label,
        "lines": "\n".join(node.lines),
        "kind": node.kind if node.kind in ACTOR_STYLES else "group",
        "place": groups.index(node.group) if node.group in groups else None,
        "width": node.width,
        "height": node.height,
        "x": round(box.x, 1),
        "y": round(box.y, 1),
    }


def _describe_routes(picture: Picture, layout: Layout) -> list[Json]:
    """Return the bends of each strand's line as the page has them: parts along and pixels across.

    Both count from the straight line between the middles of the actors, so that the line follows
    an actor that is moved. The middle bend is where the label stands.
    """
    if not layout.routes:
        return [{"along": [], "across": []} for _ in picture.strands]
    return [
        _describe_route(route, layout.boxes[strand.source], layout.boxes[strand.target])
        for strand, route in zip(picture.strands, layout.routes, strict=True)
    ]


def _describe_route(route: Route, source: Box, target: Box) -> Json:
    dx, dy = target.x - source.x, target.y - source.y
    reach = math.hypot(dx, dy)
    bends = _choose_bends(route)
    # Cytoscape cannot draw a line that bends inside one of the actors.
    if not reach or any(box.holds(bend) for box in (source, target) for bend in bends):
        return {"along": [], "across": []}
    along, across = [], []
    for x, y in bends:
        px, py = x - source.x, y - source.y
        along.append(round((px * dx + py * dy) / reach**2, 3))
        across.append(round((py * dx - px * dy) / reach, 1))
    return {"along": along, "across": across}


def _choose_bends(route: Route) -> list[Point]:
    """Return as many points of a line before its label as behind it, and the label's own.

    The ends are left out: Cytoscape finds them where the line meets the actors' outlines.
    """
    points = sample_chain(route.points, 12)
    label = (route.label.x, route.label.y)
    inner = range(1, len(points) - 1)
    middle = min(inner, key=lambda n: (math.dist(points[n], label), n))
    before, behind = points[: middle + 1], points[middle:]
    if min(measure_line(before), measure_line(behind)) < _NARROW:
        return divide_line(points, 2 * _BENDS + 1)
    return [*divide_line(before, _BENDS), points[middle], *divide_line(behind, _BENDS)]


def _describe_tie(strand: Strand, numbers: dict[str, int]) -> Json:
    certainty = "firm" if strand.firm else "open"
    return {
        "source": numbers[strand.source],
        "target": numbers[strand.target],
        "directed": strand.directed,
        "family": strand.family,
        "certainty": certainty if strand.positive else "denied",
        "weight": strand.weight,
        "width": round(measure_strand(strand), 2),
        "label": "\n".join(strand.lines),
        "words": "; ".join(dict.fromkeys(map(word_told, strand.told))),
        "told": [_describe_told(told) for told in strand.told],
    }


def _describe_told(told: Told) -> Json:
    documents = f"{told.weight} document" + ("s" if told.weight != 1 else "")
    return {
        "label": word_told(told),
        "modality": told.modality,
        "first": told.first.isoformat() if told.first else None,
        "last": told.last.isoformat() if told.last else None,
        "weight": told.weight,
        "days": _write_days(told.first, told.last),
        "documents": documents,
        "passages": [describe_passage(each) for each in told.passages[:MOST_PASSAGES]],
        "more": max(len(told.passages) - MOST_PASSAGES, 0),
    }


def _write_days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "without a date"
    days = write_day(first), write_day(last)
    return days[0] if first == last else f"between {days[0]} and {days[1]}"


def describe_passage(passage: Passage) -> Json:
    """Return a passage as the page shows it."""
    return {
        "title": clean_text(passage.title),
        "date": write_day(passage.published) if passage.published else "undated",
        "quote": clean_text(passage.quote),
        "modality": MODALITY_WORDS.get(passage.modality, passage.modality),
        "confidence": f"{passage.confidence:.2f}",
        "place": _tell_place(passage.iri),
        "url": passage.url or "",
    }


def _tell_place(iri: str) -> str:
    """Return where in its document a passage stands, in words before others."""
    _, found, span = iri.partition("#char=")
    return f"characters {span.replace(',', '–')}; " if found else ""
