"""Positions whose distances follow the distances in a network: stress majorization.

Gansner, Koren and North, "Graph Drawing by Stress Majorization" (GD 2004), one point after the
other. It starts from a fixed spiral and uses no chance, so the same network gives the same picture.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence

from tradegraph.draw.shapes import Point

_ROUNDS = 120
_CALM = 0.002  # moves of less than this part of a link end the rounds
_APART = 1.0  # links that pieces without a path between them are held apart, at least


def find_distances(size: int, links: Sequence[tuple[int, int, float]]) -> list[list[float]]:
    """Return the lengths of the shortest paths between points 0..size-1 over undirected links."""
    near: list[dict[int, float]] = [{} for _ in range(size)]
    for a, b, length in links:
        for one, other in ((a, b), (b, a)):
            near[one][other] = min(length, near[one].get(other, length))
    rows = [_walk(start, near) for start in range(size)]
    longest = max((d for row in rows for d in row if d < math.inf), default=1.0)
    far = longest / 3 + _APART
    return [[min(d, far) if d == math.inf else d for d in row] for row in rows]


def _walk(start: int, near: list[dict[int, float]]) -> list[float]:
    """Return the distances from one point; a queue that revisits improved points."""
    row = [math.inf] * len(near)
    row[start] = 0.0
    queue = deque([start])
    while queue:
        point = queue.popleft()
        for other, length in near[point].items():
            if row[point] + length < row[other] - 1e-9:
                row[other] = row[point] + length
                queue.append(other)
    return row


def place_points(distances: list[list[float]]) -> list[Point]:
    """Return a position for each point, the mean link being as long as its distance."""
    size = len(distances)
    points = _start_spiral(distances)
    for _ in range(_ROUNDS):
        moved = max((_move_point(i, points, distances) for i in range(size)), default=0.0)
        if moved < _CALM:
            break
    return points


def _start_spiral(distances: list[list[float]]) -> list[Point]:
    """Return a spiral with the most central points in the middle."""
    order = sorted(range(len(distances)), key=lambda i: (sum(distances[i]), i))
    points = [(0.0, 0.0)] * len(distances)
    for rank, index in enumerate(order):
        radius, angle = 0.5 * math.sqrt(rank), 2.399963 * rank  # the golden angle
        points[index] = (radius * math.cos(angle), radius * math.sin(angle))
    return points


def _move_point(index: int, points: list[Point], distances: list[list[float]]) -> float:
    """Move one point to where the others want it; return how far it went."""
    x, y = points[index]
    total = wanted_x = wanted_y = 0.0
    for other, distance in enumerate(distances[index]):
        if other == index:
            continue
        ox, oy = points[other]
        dx, dy = x - ox, y - oy
        weight = 1.0 / (distance * distance)
        pull = distance / (math.sqrt(dx * dx + dy * dy) or 1e-6)
        wanted_x += weight * (ox + dx * pull)
        wanted_y += weight * (oy + dy * pull)
        total += weight
    if not total:
        return 0.0
    points[index] = (wanted_x / total, wanted_y / total)
    return math.dist((x, y), points[index])
