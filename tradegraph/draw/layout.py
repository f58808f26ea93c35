"""Where things stand in a picture: boxes, routes of strands, their labels, frames of places."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tradegraph.draw.curves import sample_chain
from tradegraph.draw.palette import ACTOR_STYLES
from tradegraph.draw.picture import Node, Picture
from tradegraph.draw.shapes import OUTLINES, Box, Outline, Point, enclose

FRAME_MARGIN = 16.0
FRAME_TITLE = 18.0


@dataclass(frozen=True, slots=True)
class Route:
    """A chain of cubic curves (1 + 3n points) with the centre of its label.

    `leader` is the point of the line that a thin stroke leads to when the label stands apart.
    """

    points: tuple[Point, ...]
    label: Box
    leader: Point | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A box a node, a route a strand (in the picture's order), a frame a place with company."""

    boxes: dict[str, Box]
    routes: tuple[Route, ...]
    frames: dict[str, Box]

    @property
    def bounds(self) -> Box:
        """The smallest box around everything."""
        lines = [sample_chain(route.points, 8) for route in self.routes]
        curves = [Box(x, y, 0, 0) for points in lines for x, y in points]
        labels = [route.label for route in self.routes]
        return enclose([*self.boxes.values(), *self.frames.values(), *curves, *labels])


def group_nodes(picture: Picture) -> dict[str, list[Node]]:
    """Return the places that hold at least two of the actors, but not all of them."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in picture.nodes:
        if node.group is not None:
            groups[node.group].append(node)
    several = {iri: nodes for iri, nodes in sorted(groups.items()) if len(nodes) > 1}
    return {} if any(len(n) == len(picture.nodes) for n in several.values()) else several


def outline_node(node: Node, box: Box) -> Outline:
    """Return the corners of an actor's shape."""
    style = ACTOR_STYLES.get(node.kind, ACTOR_STYLES["group"])
    return OUTLINES[style.outline](box)


def frame_boxes(boxes: list[Box]) -> Box:
    """Return the frame around the boxes of a place, with room for its name on top."""
    inner = enclose(boxes).grow(FRAME_MARGIN)
    return Box(inner.x, inner.y - FRAME_TITLE / 2, inner.width, inner.height + FRAME_TITLE)
