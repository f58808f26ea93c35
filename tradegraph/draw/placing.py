"""Labels of ties, each at a free spot as near to its line as there is one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from tradegraph.draw.curves import Chain, sample_chain
from tradegraph.draw.layout import FRAME_TITLE, Route
from tradegraph.draw.picture import Picture
from tradegraph.draw.shapes import Box, Point

_STEPS = 20
_CELL = 120.0
_AIR = 2.0
_ALONG = (10, 9, 11, 8, 12, 7, 13, 6, 14, 5, 15, 4, 16)  # samples from the middle outwards
_LEADER_FROM = 12.0  # a label farther from its line than this gets a leader
_RINGS = 26
_COVERED = 24.0  # cost of a line that a label hides
_DENSE = 9.0  # pixels between the points that stand for a line


class _Floor:
    """Boxes and points by the cells of a grid, to ask quickly what a spot would cover."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[int, int], list[Box]] = defaultdict(list)
        self.bottom = 0.0
        self._points: dict[tuple[int, int], list[tuple[int, Point]]] = defaultdict(list)

    def add_box(self, box: Box) -> None:
        self.bottom = max(self.bottom, box.bottom)
        for cell in _cells(box):
            self._boxes[cell].append(box)

    def add_line(self, number: int, points: list[Point]) -> None:
        for point in points:
            cell = (math.floor(point[0] / _CELL), math.floor(point[1] / _CELL))
            self._points[cell].append((number, point))

    def is_free(self, box: Box) -> bool:
        near = (other for cell in _cells(box) for other in self._boxes[cell])
        return not any(box.overlaps(other) for other in near)

    def count_lines(self, box: Box, but: int) -> int:
        """Count the other lines that the box would cover."""
        near = (each for cell in _cells(box) for each in self._points[cell])
        return len({number for number, point in near if number != but and box.holds(point)})


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(math.floor(box.left / _CELL), math.floor(box.right / _CELL) + 1):
        for row in range(math.floor(box.top / _CELL), math.floor(box.bottom / _CELL) + 1):
            yield column, row


def place_labels(
    picture: Picture, boxes: dict[str, Box], frames: dict[str, Box], chains: list[Chain]
) -> tuple[Route, ...]:
    """Return the routes with their labels; those of short lines choose first."""
    floor = _Floor()
    for box in boxes.values():
        floor.add_box(box.grow(3.0))
    for iri, frame in frames.items():
        width = min(7.0 * len(picture.places[iri]) + 12.0, frame.width)
        title = Box(frame.left + width / 2, frame.top + FRAME_TITLE / 2, width, FRAME_TITLE)
        floor.add_box(title)
    lines = [sample_chain(chain, _STEPS) for chain in chains]
    for number, chain in enumerate(chains):
        steps = max(_STEPS, math.ceil(_measure(lines[number]) / _DENSE))
        floor.add_line(number, sample_chain(chain, steps))
    found: dict[int, Route] = {}
    for number in sorted(range(len(chains)), key=lambda n: (_measure(lines[n]), n)):
        strand = picture.strands[number]
        size = Box(0.0, 0.0, strand.width, strand.height)
        label, leader = _find_spot(floor, number, lines[number], size)
        floor.add_box(label.grow(_AIR))
        found[number] = Route(chains[number], label, leader)
    return tuple(found[number] for number in range(len(chains)))


def _measure(points: list[Point]) -> float:
    return math.dist(points[0], points[-1])


def _find_spot(
    floor: _Floor, number: int, points: list[Point], size: Box
) -> tuple[Box, Point | None]:
    best: tuple[float, Box, Point | None] | None = None
    for cost, box, leader in _offer_spots(points, size):
        if best is not None and cost >= best[0]:
            break
        if floor.is_free(box):
            total = cost + _COVERED * floor.count_lines(box, number)
            if best is None or total < best[0]:
                best = (total, box, leader)
    if best is None:
        # Every spot in reach is taken: below everything there is room.
        x, y = points[len(points) // 2]
        return size.move(x, floor.bottom + size.height), (x, y)
    return best[1], best[2]


def _offer_spots(points: list[Point], size: Box) -> Iterator[tuple[float, Box, Point | None]]:
    """Yield spots for a label in the order of their cost: on the line, beside it, farther off."""
    middle = _STEPS / 2
    spots: list[tuple[float, Box, Point | None]] = []
    for index in _ALONG:
        x, y = points[index]
        slide = abs(index - middle) * 1.5
        spots.append((slide, size.move(x, y), None))
        for side_x, side_y in _beside(points, index):
            dx, dy = side_x * (size.width / 2 + 4.0), side_y * (size.height / 2 + 4.0)
            spots.append((slide + 4.0, size.move(x + dx, y + dy), None))
    center = points[len(points) // 2]
    for ring in range(1, _RINGS):
        for turn in range(16):
            angle = math.pi * turn / 8
            reach = _LEADER_FROM * ring
            dx = math.cos(angle) * (reach * 1.6 + size.width / 2)
            dy = math.sin(angle) * (reach + size.height / 2)
            spots.append((30.0 + reach, size.move(center[0] + dx, center[1] + dy), center))
    yield from sorted(spots, key=lambda spot: spot[0])


def _beside(points: list[Point], index: int) -> Iterator[Point]:
    """Yield the two directions across the line, as parts of a label's half width and height."""
    (ax, ay), (bx, by) = points[index - 1], points[index + 1]
    reach = math.dist((ax, ay), (bx, by)) or 1.0
    nx, ny = -(by - ay) / reach, (bx - ax) / reach
    yield nx, ny
    yield -nx, -ny
