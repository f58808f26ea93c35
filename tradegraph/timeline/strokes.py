"""What a timeline is painted with: shapes of marks, colours of statuses, hatching."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tradegraph.draw.palette import FRAME, NAME, OUTLINE, PAPER, SOFT_INK
from tradegraph.draw.scene import Area, Line, draw_straight
from tradegraph.draw.shapes import OUTLINES, Box, Outline

STATUS_FILLS: Final[dict[str, str]] = {
    "announced": "#dddddd",
    "in-effect": "#44bb99",
    "paused": "#99ddff",
    "uncertain": "#eedd88",
    "partly-enjoined": "#ffaabb",
    "enjoined": "#ee8866",
    "in-effect-pending-appeal": "#bbcc33",
    "expired": "#ffffff",
    "revoked": "#ffffff",
    "replaced": "#ffffff",
}
"""Notation of a status -> Paul Tol's light colours, which carry black text."""

RATE_FILL: Final = "#77aadd"
_OTHER_FILL = "#dddddd"
_HATCH = 6.0


def mark_outline(family: str, x: float, y: float, radius: float) -> Outline:
    """Return the shape of a mark: a triangle for measures, a diamond for courts, else round."""
    if family == "measures":
        return (x - radius, y - radius), (x + radius, y - radius), (x, y + radius)
    if family == "courts":
        return (x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)
    return OUTLINES["octagon"](Box(x, y, 2 * radius, 2 * radius))


def draw_mark(family: str, x: float, y: float, *, firm: bool) -> Area:
    """Return a mark, hollow for what is not told as a fact."""
    return Area(mark_outline(family, x, y, 5.0), family if firm else PAPER, family, 1.4)


def draw_status(status: str, box: Box) -> tuple[Area | Line, ...]:
    """Return the band of a status; an uncertain one is hatched."""
    band = Area(OUTLINES["rectangle"](box), STATUS_FILLS.get(status, _OTHER_FILL), FRAME, 0.8)
    return (band, *hatch(box, NAME)) if status == "uncertain" else (band,)


def draw_rate(low: Box | None, doubtful: Box | None) -> tuple[Area | Line, ...]:
    """Return a rate: filled as high as it surely is, hatched where it may be."""
    marks: list[Area | Line] = []
    if low:
        marks.append(Area(OUTLINES["rectangle"](low), RATE_FILL, OUTLINE, 0.6))
    if doubtful:
        marks.append(Area(OUTLINES["rectangle"](doubtful), PAPER, FRAME, 0.6))
        marks += hatch(doubtful, SOFT_INK)
    return tuple(marks)


def hatch(box: Box, paint: str) -> Iterator[Line]:
    """Yield thin slanting lines that fill a box and stay inside."""
    start = box.left - box.height + _HATCH
    while start < box.right:
        begin = max(start, box.left), box.bottom - max(box.left - start, 0.0)
        over = max(start + box.height - box.right, 0.0)
        end = start + box.height - over, box.top + over
        yield draw_straight(begin, end, paint, 0.5, dashed=False)
        start += _HATCH
