"""A layout without Graphviz: distances as in the network, frames around places, nothing on top."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tradegraph.draw.layout import Layout, frame_boxes, group_nodes
from tradegraph.draw.picture import Picture
from tradegraph.draw.placing import place_labels
from tradegraph.draw.routes import route_strands
from tradegraph.draw.shapes import Box
from tradegraph.draw.spread import spread_boxes
from tradegraph.draw.stress import find_distances, place_points

_ACROSS, _DOWN = 240.0, 128.0  # pixels a link: labels are wide, so links need more room across
_KINSHIP = 1.2  # length of the unseen link that holds the actors of a place together
_AIRY = 2.0  # lines of labels an actor up to which a link has its usual length
_GAP_X, _GAP_Y = 60.0, 44.0
_FRAME_GAP = 38.0


def layout_plainly(picture: Picture) -> Layout:
    """Return a layout made of the standard library alone."""
    boxes = _place_boxes(picture)
    groups = group_nodes(picture)
    members = [[node.iri for node in nodes] for nodes in groups.values()]
    boxes = _part_frames(boxes, members)
    frames = {
        iri: frame_boxes([boxes[node.iri] for node in nodes]) for iri, nodes in groups.items()
    }
    chains = route_strands(picture, boxes)
    return Layout(boxes, place_labels(picture, boxes, frames, chains), frames)


def _place_boxes(picture: Picture) -> dict[str, Box]:
    index = {node.iri: number for number, node in enumerate(picture.nodes)}
    links = [(*pair, length) for pair, length in _measure_links(picture, index).items()]
    lines = sum(len(strand.lines) for strand in picture.strands)
    scale = max(1.0, math.sqrt(lines / len(picture.nodes) / _AIRY))
    for nodes in group_nodes(picture).values():
        numbers = [index[node.iri] for node in nodes]
        links += [(a, b, _KINSHIP) for a in numbers for b in numbers if a < b]
    points = place_points(find_distances(len(picture.nodes), links))
    boxes = [
        Box(x * _ACROSS * scale, y * _DOWN * scale, node.width, node.height)
        for node, (x, y) in zip(picture.nodes, points, strict=True)
    ]
    spread = spread_boxes(boxes, _GAP_X, _GAP_Y)
    return {node.iri: box for node, box in zip(picture.nodes, spread, strict=True)}


def _measure_links(picture: Picture, index: dict[str, int]) -> dict[tuple[int, int], float]:
    """Return how long each link should be: the more labels it carries, the longer."""
    lines: dict[tuple[int, int], int] = defaultdict(int)
    for strand in picture.strands:
        a, b = sorted((index[strand.source], index[strand.target]))
        if a != b:
            lines[a, b] += len(strand.lines)
    return {pair: 1.0 + min(0.12 * (count - 1), 0.6) for pair, count in lines.items()}


def _part_frames(boxes: dict[str, Box], groups: Sequence[Iterable[str]]) -> dict[str, Box]:
    """Return the boxes moved so that no frame touches another frame or a foreign box."""
    framed = {iri for group in groups for iri in group}
    pieces = [list(group) for group in groups]
    pieces += [[iri] for iri in boxes if iri not in framed]
    outer = [
        frame_boxes([boxes[iri] for iri in piece]) if len(piece) > 1 else boxes[piece[0]]
        for piece in pieces
    ]
    moved = spread_boxes(outer, _FRAME_GAP, _FRAME_GAP)
    return {
        iri: boxes[iri].move(after.x - before.x, after.y - before.y)
        for piece, before, after in zip(pieces, outer, moved, strict=True)
        for iri in piece
    }
