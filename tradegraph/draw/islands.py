"""A quick layout for networks too large to draw well: each group an island, nothing on top.

The actors with the most documents stand in the middle of their island, the largest islands in the
middle of the sea. It takes time in proportion to the number of actors.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from tradegraph.draw.layout import frame_boxes, group_nodes
from tradegraph.draw.picture import Node, Picture
from tradegraph.draw.shapes import Box, Point
from tradegraph.draw.spread import spread_boxes

_GOLDEN = 2.399963  # the angle between neighbours in a sunflower's spiral
_ACROSS, _DOWN = 120.0, 52.0
_GAP_X, _GAP_Y = 22.0, 16.0
_SEA = 60.0


def place_islands(picture: Picture) -> dict[str, Box]:
    """Return a box for each actor."""
    strength = _add_weights(picture)
    groups = group_nodes(picture)
    grouped = {node.iri for nodes in groups.values() for node in nodes}
    islands = [list(nodes) for nodes in groups.values()]
    islands.append([node for node in picture.nodes if node.iri not in grouped])
    drawn = [_draw_island(nodes, strength) for nodes in islands if nodes]
    drawn.sort(key=lambda island: (-len(island), min(island)))
    outer = [frame_boxes(list(island.values())) for island in drawn]
    return {
        iri: box.move(after.x - before.x, after.y - before.y)
        for island, before, after in zip(drawn, outer, _set_apart(outer), strict=True)
        for iri, box in island.items()
    }


def _add_weights(picture: Picture) -> dict[str, int]:
    strength = {node.iri: 0 for node in picture.nodes}
    for strand in picture.strands:
        strength[strand.source] += strand.weight
        strength[strand.target] += strand.weight
    return strength


def _draw_island(nodes: Sequence[Node], strength: dict[str, int]) -> dict[str, Box]:
    ranked = sorted(nodes, key=lambda node: (-strength[node.iri], node.iri))
    spots = (_follow_spiral(rank) for rank in range(len(ranked)))
    boxes = [
        Box(x * _ACROSS, y * _DOWN, node.width, node.height)
        for node, (x, y) in zip(ranked, spots, strict=True)
    ]
    spread = spread_boxes(boxes, _GAP_X, _GAP_Y)
    return {node.iri: box for node, box in zip(ranked, spread, strict=True)}


def _set_apart(outer: list[Box]) -> list[Box]:
    """Return the islands around the first, as near as they come without touching."""
    covered = 0.0
    placed = []
    for number, box in enumerate(outer):
        radius = math.sqrt(covered / math.pi) if number else 0.0
        angle = _GOLDEN * number
        placed.append(
            Box(radius * math.cos(angle), radius * math.sin(angle), box.width, box.height)
        )
        covered += (box.width + _SEA) * (box.height + _SEA)
    return spread_boxes(placed, _SEA, _SEA)


def _follow_spiral(rank: int) -> Point:
    radius, angle = math.sqrt(rank), _GOLDEN * rank
    return radius * math.cos(angle), radius * math.sin(angle)
