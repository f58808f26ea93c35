"""From a picture and its layout to a scene: what is painted where, in which order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from urllib.parse import quote

from tradegraph.draw.caption import Caption, describe_picture, describe_strand
from tradegraph.draw.curves import Chain, sample_chain, shorten_chain
from tradegraph.draw.layout import Layout, Route
from tradegraph.draw.legend import compose_legend, draw_shape
from tradegraph.draw.letters import measure_text, wrap_text
from tradegraph.draw.palette import (
    DENIED,
    FRAME,
    NAME,
    PAPER,
    SOFT_INK,
    TINT,
    Look,
)
from tradegraph.draw.picture import ACTOR_SIZE, TIE_SIZE, Node, Picture, Strand
from tradegraph.draw.scene import (
    Area,
    Line,
    Mark,
    Part,
    Scene,
    Words,
    draw_straight,
    paint_scene,
    write_lines,
)
from tradegraph.draw.shapes import OUTLINES, Box, Point
from tradegraph.network import Passage
from tradegraph.network.text import clean_text

MARGIN = 20.0
_TITLE_SIZE, _PERIOD_SIZE, _NOTE_SIZE = 18.0, 12.0, 11.0
_PLACE_SIZE = 11.0
_LEAST_WIDTH = 560.0
_THINNEST, _THICKEST = 1.2, 5.0
_ARROW = 9.0
_WORDS_IN_LINK = 8  # enough to be found, few enough not to cross a paragraph


def compose_scene(picture: Picture, layout: Layout, caption: Caption, look: Look) -> Scene:
    """Return the drawing of a picture with title, legend and note around it."""
    bounds = layout.bounds
    width = max(bounds.width, _LEAST_WIDTH) + 2 * MARGIN
    head = compose_head(caption, width)
    top = max((mark.y for mark in head if isinstance(mark, Words)), default=0.0) + 18.0
    dx, dy = (width - bounds.width) / 2 - bounds.left, top - bounds.top
    placed = _shift_layout(layout, dx, dy)
    legend, bottom = compose_legend(picture, MARGIN, top + bounds.height + 26.0, width - MARGIN)
    note, height = compose_note(caption, bottom + 16.0, width)
    lines, labels = _compose_ties(picture, placed)
    scene = Scene(
        width=width,
        height=height,
        title=caption.title,
        description=f"{caption.period}. {caption.note}. {describe_picture(picture)}",
        parts=(
            *_compose_frames(placed),
            *lines,
            *_compose_names(picture, placed),
            *labels,
            *_compose_actors(picture, placed),
            Part("caption", (*head, *note)),
            Part("legend", legend),
        ),
    )
    return paint_scene(scene, look)


def compose_head(caption: Caption, width: float) -> tuple[Mark, ...]:
    """Return the title and the line under it, from the upper edge of a picture on."""
    room = (width - 2 * MARGIN) / 1.1  # bold letters are wider
    marks: list[Mark] = []
    y = MARGIN
    for line in wrap_text(caption.title, _TITLE_SIZE, room, 2):
        y += _TITLE_SIZE * 1.2
        marks.append(Words(MARGIN, y - 6.0, line, _TITLE_SIZE, bold=True))
    for line in wrap_text(caption.period, _PERIOD_SIZE, width - 2 * MARGIN, 2):
        y += _PERIOD_SIZE * 1.35
        marks.append(Words(MARGIN, y - 4.0, line, _PERIOD_SIZE, fill=SOFT_INK))
    return tuple(marks)


def compose_note(caption: Caption, top: float, width: float) -> tuple[tuple[Mark, ...], float]:
    """Return the note from `top` on, and the lower edge of the picture."""
    lines = wrap_text(caption.note, _NOTE_SIZE, width - 2 * MARGIN, 4)
    step = _NOTE_SIZE * 1.35
    marks = tuple(
        Words(MARGIN, top + number * step, line, _NOTE_SIZE, fill=SOFT_INK)
        for number, line in enumerate(lines)
    )
    return marks, top + len(lines) * step + MARGIN / 2


def _shift_layout(layout: Layout, dx: float, dy: float) -> Layout:
    def shift(point: Point) -> Point:
        return point[0] + dx, point[1] + dy

    return Layout(
        boxes={iri: box.move(dx, dy) for iri, box in layout.boxes.items()},
        frames={iri: box.move(dx, dy) for iri, box in layout.frames.items()},
        routes=tuple(
            Route(
                tuple(map(shift, route.points)),
                route.label.move(dx, dy),
                shift(route.leader) if route.leader else None,
            )
            for route in layout.routes
        ),
    )


def _compose_frames(layout: Layout) -> list[Part]:
    return [
        Part("frame", (Area(OUTLINES["rectangle"](box), TINT, FRAME, 0.8),))
        for box in layout.frames.values()
    ]


def _compose_names(picture: Picture, layout: Layout) -> list[Part]:
    """Return the names of the frames, on plates that hide what would run through them."""
    parts = []
    for iri, box in layout.frames.items():
        for line in wrap_text(picture.places[iri], _PLACE_SIZE, box.width - 16.0, 1):
            width = measure_text(line, _PLACE_SIZE)
            plate = Box(box.left + 8.0 + width / 2, box.top + 10.0, width + 2.0, _PLACE_SIZE + 2.0)
            words = Words(box.left + 8.0, box.top + 14.0, line, _PLACE_SIZE, fill=SOFT_INK)
            parts.append(Part("frame-name", (Area(OUTLINES["rectangle"](plate), TINT), words)))
    return parts


def _compose_ties(picture: Picture, layout: Layout) -> tuple[list[Part], list[Part]]:
    """Return the lines and the labels of the ties."""
    names = {node.iri: node.label for node in picture.nodes}
    lines, labels = [], []
    frames = list(layout.frames.values())
    for number, (strand, route) in enumerate(zip(picture.strands, layout.routes, strict=True)):
        title = describe_strand(strand, names)
        link = find_link(strand)
        lines.append(Part("tie", _draw_strand(strand, route), number, title, link))
        label = _draw_label(strand, route, frames)
        labels.append(Part("tie-label", label, number, title, link))
    return lines, labels


def find_link(strand: Strand) -> str:
    """Return where the first passage behind a strand can be read, nothing where none is known.

    That is its words in the document's page, by a text fragment (https://wicg.github.io/
    scroll-to-text-fragment/), or else the passage's IRI.
    """
    return link_passages([passage for told in strand.told for passage in told.passages])


def link_passages(passages: Sequence[Passage]) -> str:
    """Return where the first of some passages that has an address can be read, as `find_link`."""
    first = next((each for each in passages if each.url), passages[0] if passages else None)
    if first is None:
        return ""
    address = clean_text(first.url or first.iri)
    if not address.startswith(("https://", "http://")):
        return ""
    if not first.url or "#" in address:
        return address
    words = " ".join(clean_text(first.quote).split()[:_WORDS_IN_LINK])
    return f"{address}#:~:text={quote(words, safe='')}"


def _draw_strand(strand: Strand, route: Route) -> tuple[Mark, ...]:
    colour = strand.family
    width = measure_strand(strand)
    marks: list[Mark] = []
    points = route.points
    if strand.directed:
        length = _ARROW + width
        points = shorten_chain(route.points, length * 0.8)
        marks.append(Area(_point_arrow(points[-1], route.points[-1], length), colour))
    marks.insert(0, Line(points, colour, width, dashed=not strand.firm))
    if not strand.positive:
        marks.append(_draw_bar(route))
    return tuple(marks)


def measure_strand(strand: Strand) -> float:
    """Return the width of a strand in pixels: it grows with the number of documents."""
    return min(_THINNEST + 0.7 * math.log2(max(strand.weight, 1)), _THICKEST)


def _point_arrow(base: Point, tip: Point, length: float) -> tuple[Point, ...]:
    reach = math.dist(base, tip) or 1.0
    ux, uy = (tip[0] - base[0]) / reach, (tip[1] - base[1]) / reach
    foot = (tip[0] - ux * length, tip[1] - uy * length)
    half = length * 0.4
    left = (foot[0] - uy * half, foot[1] + ux * half)
    right = (foot[0] + uy * half, foot[1] - ux * half)
    return left, tip, right


def _draw_bar(route: Route) -> Line:
    """Return a short stroke across the line, near its middle but beside its label."""
    (x, y), (ux, uy) = _find_free_spot(route.points, route.label.grow(5.0))
    return draw_straight(
        (x - uy * 8.0, y + ux * 8.0), (x + uy * 8.0, y - ux * 8.0), DENIED, 3.5, dashed=False
    )


def _find_free_spot(chain: Chain, label: Box) -> tuple[Point, Point]:
    points = sample_chain(chain, 16)
    middle = (len(points) - 1) / 2
    inner = sorted(range(1, len(points) - 1), key=lambda n: (abs(n - middle), n))
    spot = next((n for n in inner if not label.holds(points[n])), inner[0])
    before, after = points[spot - 1], points[spot + 1]
    reach = math.dist(before, after) or 1.0
    return points[spot], ((after[0] - before[0]) / reach, (after[1] - before[1]) / reach)


def _draw_label(strand: Strand, route: Route, frames: list[Box]) -> tuple[Mark, ...]:
    box, colour = route.label, strand.family
    marks: list[Mark] = []
    if route.leader:
        near = _nearest_point(box, route.leader)
        marks.append(draw_straight(near, route.leader, colour, 0.6, dashed=False))
    plate = Box(box.x, box.y, box.width - 2.0, box.height - 1.0)
    ground = TINT if any(frame.encloses(plate) for frame in frames) else PAPER
    marks.append(Area(OUTLINES["rectangle"](plate), ground))
    marks += write_lines((box.x, box.y), strand.lines, TIE_SIZE, colour)
    return tuple(marks)


def _nearest_point(box: Box, point: Point) -> Point:
    x = min(max(point[0], box.left), box.right)
    return x, min(max(point[1], box.top), box.bottom)


def _compose_actors(picture: Picture, layout: Layout) -> list[Part]:
    return [
        Part("actor", draw_actor(node, layout.boxes[node.iri]), number, _describe_actor(node))
        for number, node in enumerate(picture.nodes)
    ]


def _describe_actor(node: Node) -> str:
    return f"{node.label} ({node.kind})"


def draw_actor(node: Node, box: Box) -> tuple[Mark, ...]:
    """Return the shape of an actor with its name inside."""
    return (*draw_shape(node.kind, box), *write_lines((box.x, box.y), node.lines, ACTOR_SIZE, NAME))
