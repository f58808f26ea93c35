"""A drawing as a list of marks, the same for every format of still pictures."""

from __future__ import annotations

from dataclasses import dataclass

from tradegraph.draw.letters import LINE
from tradegraph.draw.palette import INK
from tradegraph.draw.shapes import Outline, Point


@dataclass(frozen=True, slots=True)
class Area:
    """A filled outline."""

    outline: Outline
    fill: str
    stroke: str | None = None
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A chain of cubic curves, 1 + 3n points."""

    points: tuple[Point, ...]
    stroke: str
    width: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is its baseline, `anchor` start or middle."""

    x: float
    y: float
    text: str
    size: float
    anchor: str = "start"
    fill: str = INK
    bold: bool = False


Mark = Area | Line | Words


@dataclass(frozen=True, slots=True)
class Part:
    """Marks that belong together: an actor, a tie, its label, a frame, the legend.

    `number` is the place of the actor or strand in the picture; `title` is what a pointer or a
    screen reader gets to know.
    """

    role: str
    marks: tuple[Mark, ...]
    number: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole drawing; later parts lie above earlier ones."""

    width: float
    height: float
    title: str
    description: str
    parts: tuple[Part, ...]


def draw_straight(start: Point, end: Point, stroke: str, width: float, *, dashed: bool) -> Line:
    """Return a straight line as a curve."""
    return Line((start, start, end, end), stroke, width, dashed)


def write_lines(
    center: Point, lines: tuple[str, ...], size: float, fill: str = INK
) -> tuple[Words, ...]:
    """Return lines of text around a point."""
    x, y = center
    top = y - len(lines) * size * LINE / 2
    return tuple(
        Words(x, top + size * (LINE * number + 0.97), line, size, "middle", fill)
        for number, line in enumerate(lines)
    )
