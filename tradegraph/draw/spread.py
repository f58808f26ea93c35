"""Boxes pushed apart until none overlaps another."""

from __future__ import annotations

from collections.abc import Sequence

from tradegraph.draw.shapes import Box

_ROUNDS = 400


def spread_boxes(boxes: Sequence[Box], gap_x: float, gap_y: float) -> list[Box]:
    """Return the boxes with at least these gaps between them, moved as little as it takes.

    Each round pushes overlapping pairs apart along the axis that needs the smaller move.
    """
    placed = list(boxes)
    for _ in range(_ROUNDS):
        if not _push_all(placed, gap_x, gap_y):
            return placed
    return _stack_rest(placed, gap_x, gap_y)


def _push_all(boxes: list[Box], gap_x: float, gap_y: float) -> bool:
    pushed = False
    order = sorted(range(len(boxes)), key=lambda i: (boxes[i].left, i))
    for rank, i in enumerate(order):
        for j in order[rank + 1 :]:
            if boxes[j].left - boxes[i].right >= gap_x:
                break
            pushed = _push_pair(boxes, i, j, (gap_x, gap_y)) or pushed
    return pushed


def _push_pair(boxes: list[Box], i: int, j: int, gaps: tuple[float, float]) -> bool:
    a, b = boxes[i], boxes[j]
    short_x = (a.width + b.width) / 2 + gaps[0] - abs(a.x - b.x)
    short_y = (a.height + b.height) / 2 + gaps[1] - abs(a.y - b.y)
    if short_x <= 0.01 or short_y <= 0.01:
        return False
    if short_x < short_y:
        step = (short_x / 2 + 0.01) * (1 if a.x <= b.x else -1)
        boxes[i], boxes[j] = a.move(-step, 0.0), b.move(step, 0.0)
    else:
        step = (short_y / 2 + 0.01) * (1 if a.y <= b.y else -1)
        boxes[i], boxes[j] = a.move(0.0, -step), b.move(0.0, step)
    return True


def _stack_rest(boxes: list[Box], gap_x: float, gap_y: float) -> list[Box]:
    """Return the boxes with those that still overlap moved down, one after the other."""
    placed: list[Box] = []
    order = sorted(range(len(boxes)), key=lambda i: (boxes[i].y, boxes[i].x, i))
    result = list(boxes)
    for i in order:
        box = boxes[i]
        while blockers := [b for b in placed if _near(b, box, gap_x, gap_y)]:
            lowest = max(b.bottom for b in blockers)
            box = box.move(0.0, lowest + gap_y + 0.01 - box.top)
        placed.append(box)
        result[i] = box
    return result


def _near(a: Box, b: Box, gap_x: float, gap_y: float) -> bool:
    wide = Box(a.x, a.y, a.width + 2 * gap_x, a.height + 2 * gap_y)
    return wide.overlaps(b)
