"""Curves from actor to actor that bend around the others."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from tradegraph.draw.curves import Chain, reverse_chain, sample_chain, trim_start
from tradegraph.draw.layout import outline_node
from tradegraph.draw.picture import Picture, Strand
from tradegraph.draw.shapes import Box, Outline, Point, holds

_BENDS = (0.0, 0.14, -0.14, 0.28, -0.28, 0.45, -0.45, 0.65, -0.65, 0.9, -0.9)
_STEPS = 14
_BEND_COST = 2.0  # a bend of 1 is as bad as passing under a box at two of the points
_CLEAR = 5.0  # pixels between a line and a foreign box


def route_strands(picture: Picture, boxes: dict[str, Box]) -> list[Chain]:
    """Return a curve a strand, from outline to outline; strands of one pair never coincide."""
    outlines = {node.iri: outline_node(node, boxes[node.iri]) for node in picture.nodes}
    taken: dict[frozenset[str], set[float]] = defaultdict(set)
    chains = []
    for strand in picture.strands:
        if strand.source == strand.target:
            loops = len(taken[frozenset({strand.source})])
            taken[frozenset({strand.source})].add(float(loops))
            chains.append(_draw_loop(boxes[strand.source], loops))
            continue
        bend = _choose_bend(strand, boxes, taken[frozenset((strand.source, strand.target))])
        chain = _bend_curve(*_order_ends(strand, boxes), bend)
        chain = chain if strand.source < strand.target else reverse_chain(chain)
        chains.append(trim_chain(chain, outlines[strand.source], outlines[strand.target]))
    return chains


def trim_chain(chain: Chain, source: Outline, target: Outline) -> Chain:
    """Return the part of a curve between two outlines."""
    shorter = trim_start(chain, lambda point: holds(source, point))
    return reverse_chain(trim_start(reverse_chain(shorter), lambda point: holds(target, point)))


def _order_ends(strand: Strand, boxes: dict[str, Box]) -> tuple[Point, Point]:
    """Return the ends in an order that both directions of a pair share, so that bends compare."""
    first, last = sorted((strand.source, strand.target))
    return (boxes[first].x, boxes[first].y), (boxes[last].x, boxes[last].y)


def _choose_bend(strand: Strand, boxes: dict[str, Box], taken: set[float]) -> float:
    ends = {strand.source, strand.target}
    others = [box.grow(_CLEAR) for iri, box in boxes.items() if iri not in ends]
    start, end = _order_ends(strand, boxes)
    best, least = 0.0, math.inf
    for bend in _offer_bends():
        cost = abs(bend) * _BEND_COST
        if cost >= least:
            break
        if bend not in taken:
            cost += _count_hits(_bend_curve(start, end, bend), others)
            best, least = (bend, cost) if cost < least else (best, least)
    taken.add(best)
    return best


def _offer_bends() -> Iterator[float]:
    """Yield more bends than there are families of ties, directions and certainties."""
    yield from _BENDS
    for step in range(1, 25):
        yield 0.9 + 0.12 * step
        yield -0.9 - 0.12 * step


def _count_hits(chain: Chain, others: list[Box]) -> int:
    points = sample_chain(chain, _STEPS)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    near = [
        box
        for box in others
        if box.left <= right and box.right >= left and box.top <= bottom and box.bottom >= top
    ]
    return sum(1 for point in points for box in near if box.holds(point))


def _bend_curve(start: Point, end: Point, bend: float) -> Chain:
    """Return a curve that leaves its straight line by at most three quarters of `bend`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    # Far apart ends would make a bend of the same proportion swing across the whole picture.
    reach = math.hypot(dx, dy) or 1.0
    swing = bend * min(1.0, 420.0 / reach)
    nx, ny = -dy * swing, dx * swing
    return (
        start,
        (start[0] + dx * 0.3 + nx, start[1] + dy * 0.3 + ny),
        (start[0] + dx * 0.7 + nx, start[1] + dy * 0.7 + ny),
        end,
    )


def _draw_loop(box: Box, number: int) -> Chain:
    reach = 26.0 + 12.0 * number
    return (
        (box.right - 26.0, box.top),
        (box.right - 20.0, box.top - 2 * reach),
        (box.right + 2 * reach, box.y - reach),
        (box.right, box.y),
    )
