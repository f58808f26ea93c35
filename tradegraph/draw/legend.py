"""The legend: only what the picture holds, in rows below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tradegraph.draw.letters import measure_text
from tradegraph.draw.palette import (
    ACTOR_STYLES,
    DENIED,
    INK,
    OUTLINE,
    RULE,
    SOFT_INK,
    TIE_WORDS,
)
from tradegraph.draw.picture import Picture
from tradegraph.draw.scene import Area, Mark, Words, draw_straight
from tradegraph.draw.shapes import OUTLINES, Box

_SIZE = 11.0
_ROW, _GAP, SAMPLE = 20.0, 18.0, 26.0

Item = tuple[tuple[Mark, ...], str]


def compose_legend(
    picture: Picture, left: float, top: float, right: float
) -> tuple[tuple[Mark, ...], float]:
    """Return the marks of the legend and its lower edge."""
    samples = (_sample_actors(picture), _sample_ties(picture), _sample_certainty(picture))
    return flow_samples(samples, left, top, right)


def flow_samples(
    groups: Iterable[Sequence[Item]], left: float, top: float, right: float
) -> tuple[tuple[Mark, ...], float]:
    """Return groups of samples with their words under a rule, in rows, and the lower edge.

    A sample is `SAMPLE` wide, around a height of 0.
    """
    marks: list[Mark] = [
        draw_straight((left, top - 16.0), (right, top - 16.0), RULE, 1.0, dashed=False)
    ]
    y = top
    for items in groups:
        x = left
        for sample, word in items:
            needed = SAMPLE + 6.0 + measure_text(word, _SIZE)
            if x > left and x + needed > right:
                x, y = left, y + _ROW
            marks += [_shift_mark(mark, x, y) for mark in sample]
            marks.append(Words(x + SAMPLE + 6.0, y + 4.0, word, _SIZE, fill=SOFT_INK))
            x += needed + _GAP
        y += _ROW if items else 0.0
    return tuple(marks), y - 4.0


def _sample_actors(picture: Picture) -> list[Item]:
    present = {node.kind for node in picture.nodes}
    box = Box(SAMPLE / 2, 0.0, SAMPLE, 13.0)
    return [(draw_shape(kind, box), kind) for kind in ACTOR_STYLES if kind in present]


def draw_shape(kind: str, box: Box) -> tuple[Mark, ...]:
    """Return the shape of a kind of actor, without words."""
    style = ACTOR_STYLES.get(kind, ACTOR_STYLES["group"])
    outline = OUTLINES[style.outline]
    if style.outline == "stack":
        sheet = Box(box.x, box.y, box.width - 3.0, box.height - 3.0)
        sheets = (sheet.move(1.5, 1.5), sheet.move(-1.5, -1.5))
        return tuple(Area(outline(each), style.fill, OUTLINE) for each in sheets)
    marks = (Area(outline(box), style.fill, OUTLINE),)
    if style.outline == "framed":
        return (*marks, Area(outline(box.grow(-2.5)), style.fill, OUTLINE, 0.8))
    return marks


def _sample_ties(picture: Picture) -> list[Item]:
    present = {strand.family for strand in picture.strands}
    return [
        (_sample_line(family, 1.8, dashed=False), word)
        for family, word in TIE_WORDS.items()
        if family in present
    ]


def _sample_certainty(picture: Picture) -> list[Item]:
    items: list[Item] = [(_sample_line(INK, 1.4, dashed=False), "given as fact")]
    if any(not strand.firm for strand in picture.strands):
        items.append((_sample_line(INK, 1.4, dashed=True), "planned, expected or possible"))
    if any(not strand.positive for strand in picture.strands):
        middle = SAMPLE / 2
        bar = draw_straight((middle, -7.0), (middle, 7.0), DENIED, 3.5, dashed=False)
        items.append(((*_sample_line(INK, 1.4, dashed=False), bar), "denied"))
    if any(strand.weight > 1 for strand in picture.strands):
        items.append((_sample_line(INK, 3.6, dashed=False), "thicker: in more documents"))
    return items


def _sample_line(colour: str, width: float, *, dashed: bool) -> tuple[Mark, ...]:
    return (draw_straight((0.0, 0.0), (SAMPLE, 0.0), colour, width, dashed=dashed),)


def _shift_mark(mark: Mark, dx: float, dy: float) -> Mark:
    if isinstance(mark, Area):
        outline = tuple((x + dx, y + dy) for x, y in mark.outline)
        return Area(outline, mark.fill, mark.stroke, mark.width)
    if isinstance(mark, Words):
        return mark
    points = tuple((x + dx, y + dy) for x, y in mark.points)
    return type(mark)(points, mark.stroke, mark.width, mark.dashed)
