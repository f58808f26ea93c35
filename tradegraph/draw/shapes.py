"""Outlines of actors, each as wide and high as the box it is given, around a centre."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

Point = tuple[float, float]
Outline = tuple[Point, ...]


@dataclass(frozen=True, order=True, slots=True)
class Box:
    """An upright rectangle: centre and full width and height, in pixels, y downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        """The smallest x."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """The largest x."""
        return self.x + self.width / 2

    @property
    def top(self) -> float:
        """The smallest y."""
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        """The largest y."""
        return self.y + self.height / 2

    def grow(self, margin: float) -> Box:
        """Return the box with a margin on all sides."""
        return Box(self.x, self.y, self.width + 2 * margin, self.height + 2 * margin)

    def move(self, dx: float, dy: float) -> Box:
        """Return the box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def overlaps(self, other: Box) -> bool:
        """Tell whether the two share more than an edge."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )

    def encloses(self, other: Box) -> bool:
        """Tell whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and self.right >= other.right
            and self.top <= other.top
            and self.bottom >= other.bottom
        )

    def holds(self, point: Point) -> bool:
        """Tell whether the point lies inside or on the edge."""
        dx, dy = abs(point[0] - self.x), abs(point[1] - self.y)
        return dx * 2 <= self.width and dy * 2 <= self.height


def enclose(boxes: list[Box]) -> Box:
    """Return the smallest box around at least one box."""
    left, right = min(b.left for b in boxes), max(b.right for b in boxes)
    top, bottom = min(b.top for b in boxes), max(b.bottom for b in boxes)
    return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def _rectangle(box: Box) -> Outline:
    return (
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    )


def _stadium(box: Box) -> Outline:
    radius, steps = min(box.height / 2, 18.0), 6
    turns = [math.pi / 2 * step / steps for step in range(steps + 1)]
    corners = (
        (box.right - radius, box.top + radius, -math.pi / 2),
        (box.right - radius, box.bottom - radius, 0.0),
        (box.left + radius, box.bottom - radius, math.pi / 2),
        (box.left + radius, box.top + radius, math.pi),
    )
    return tuple(
        (x + radius * math.cos(start + turn), y + radius * math.sin(start + turn))
        for x, y, start in corners
        for turn in turns
    )


def _octagon(box: Box) -> Outline:
    cut = min(7.0, box.height / 4)
    return (
        (box.left + cut, box.top),
        (box.right - cut, box.top),
        (box.right, box.top + cut),
        (box.right, box.bottom - cut),
        (box.right - cut, box.bottom),
        (box.left + cut, box.bottom),
        (box.left, box.bottom - cut),
        (box.left, box.top + cut),
    )


def _hexagon(box: Box) -> Outline:
    point = min(10.0, box.height / 2)
    return (
        (box.left + point, box.top),
        (box.right - point, box.top),
        (box.right, box.y),
        (box.right - point, box.bottom),
        (box.left + point, box.bottom),
        (box.left, box.y),
    )


def _slanted(box: Box) -> Outline:
    slant = min(9.0, box.height / 2)
    return (
        (box.left + slant, box.top),
        (box.right, box.top),
        (box.right - slant, box.bottom),
        (box.left, box.bottom),
    )


def _page(box: Box) -> Outline:
    fold = min(9.0, box.height / 2)
    return (
        (box.left, box.top),
        (box.right - fold, box.top),
        (box.right, box.top + fold),
        (box.right, box.bottom),
        (box.left, box.bottom),
    )


def _ticket(box: Box) -> Outline:
    point = min(10.0, box.height / 2)
    return (
        (box.left, box.top),
        (box.right - point, box.top),
        (box.right, box.y),
        (box.right - point, box.bottom),
        (box.left, box.bottom),
    )


def _seal(box: Box) -> Outline:
    cut = min(12.0, box.height / 3)
    return (
        (box.left + cut, box.top),
        (box.right - cut, box.top),
        (box.right, box.top + cut),
        (box.right - cut / 2, box.bottom),
        (box.left + cut / 2, box.bottom),
        (box.left, box.top + cut),
    )


OUTLINES: Final[dict[str, Callable[[Box], Outline]]] = {
    "rectangle": _rectangle,
    "framed": _rectangle,
    "stack": _rectangle,
    "stadium": _stadium,
    "octagon": _octagon,
    "hexagon": _hexagon,
    "slanted": _slanted,
    "page": _page,
    "ticket": _ticket,
    "seal": _seal,
}
"""Name of an outline -> its corners in order; all are convex."""


def holds(outline: Outline, point: Point) -> bool:
    """Tell whether a convex outline holds a point."""
    x, y = point
    sides = zip(outline, (*outline[1:], outline[0]), strict=True)
    turns = [(bx - ax) * (y - ay) - (by - ay) * (x - ax) for (ax, ay), (bx, by) in sides]
    return all(turn >= 0 for turn in turns) or all(turn <= 0 for turn in turns)
