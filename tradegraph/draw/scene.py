"""A drawing as a list of marks, the same for every format of still pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tradegraph.draw.letters import LINE
from tradegraph.draw.palette import INK, PAPER, Look
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
    screen reader gets to know; `link` leads to the passage behind a tie.
    """

    role: str
    marks: tuple[Mark, ...]
    number: int | None = None
    title: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole drawing; later parts lie above earlier ones. It is shown `scale` times as large."""

    width: float
    height: float
    title: str
    description: str
    parts: tuple[Part, ...]
    paper: str = PAPER
    scale: float = 1.0


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


def paint_scene(scene: Scene, look: Look) -> Scene:
    """Return the drawing with a colour for each paint."""
    colours = {**look.paints, **look.ties}

    def paint(mark: Mark) -> Mark:
        if isinstance(mark, Line):
            return replace(mark, stroke=colours.get(mark.stroke, mark.stroke))
        painted = replace(mark, fill=colours.get(mark.fill, mark.fill))
        if isinstance(painted, Area) and painted.stroke:
            return replace(painted, stroke=colours.get(painted.stroke, painted.stroke))
        return painted

    parts = (replace(part, marks=tuple(map(paint, part.marks))) for part in scene.parts)
    return replace(scene, parts=tuple(parts), paper=look.mix(PAPER))


def scale_scene(scene: Scene, width: float) -> Scene:
    """Return the drawing, to be shown in another width."""
    return replace(scene, scale=width / scene.width)
