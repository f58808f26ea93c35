"""A timeline as a scene: title, axis, lanes, legend and note."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tradegraph.draw.caption import Caption, write_day
from tradegraph.draw.compose import MARGIN, compose_head, compose_note
from tradegraph.draw.legend import SAMPLE, Item, flow_samples
from tradegraph.draw.letters import measure_text
from tradegraph.draw.palette import RULE, SOFT_INK, TIE_WORDS, Look
from tradegraph.draw.scene import Mark, Part, Scene, Words, draw_straight, paint_scene
from tradegraph.draw.shapes import Box
from tradegraph.timeline.axis import Axis, make_axis
from tradegraph.timeline.lanedrawing import NAMES, LanePainter, describe_mark
from tradegraph.timeline.lanes import Entry, Lane, Timeline
from tradegraph.timeline.strokes import STATUS_FILLS, draw_mark, draw_rate, draw_status

MOST_LANES = 40
"""Lanes in one picture; those that the fewest documents tell of are left out, and counted."""

WIDTH = 940.0
"""Of names and axis; labels of the last events can reach farther."""

_AXIS = 30.0
_DESCRIBED = 60  # events read out to those who cannot see the picture
_LONE = date(2000, 1, 1)  # where nothing has a day, the axis names none


class Drawing(NamedTuple):
    """A timeline drawn: the scene, and the entries its numbered parts show."""

    scene: Scene
    entries: list[Entry]


def compose_timeline(timeline: Timeline, title: str | None, look: Look) -> Drawing:
    """Return the drawing of a timeline; later parts lie above earlier ones."""
    dated = _leave_undated(timeline)
    lanes = _choose_lanes(dated)
    caption = write_caption(
        timeline, title, len(timeline.lanes) - len(dated), len(dated) - len(lanes)
    )
    head = compose_head(caption, WIDTH)
    top = max((mark.y for mark in head if isinstance(mark, Words)), default=0.0) + 16.0
    axis = _make_axis(timeline)
    painter = LanePainter(axis)
    parts: list[Part] = []
    y = top + _AXIS
    for lane in lanes:
        drawn, y = painter.draw(lane, y)
        parts += drawn
    width = painter.right + MARGIN
    legend, bottom = flow_samples(_sample(lanes), MARGIN, y + 30.0, width - MARGIN)
    note, height = compose_note(caption, bottom + 16.0, width)
    grid = _draw_axis(axis, top, y) if timeline.first else ()
    scene = Scene(
        width=width,
        height=height,
        title=caption.title,
        description=f"{caption.period}. {caption.note}. {_describe(lanes)}",
        parts=(Part("axis", grid), *parts, Part("caption", (*head, *note)), Part("legend", legend)),
    )
    return Drawing(paint_scene(scene, look), painter.entries)


def write_caption(timeline: Timeline, title: str | None, undated: int, hidden: int) -> Caption:
    """Return title, period and note; `undated` and `hidden` lanes are not shown."""
    known = f"as known on {write_day(timeline.known_on)}" if timeline.known_on else ""
    days = [write_day(day) for day in (timeline.first, timeline.last) if day]
    count = timeline.documents
    told = _count(count, "document", "documents") or "0 documents"
    if timeline.published:
        told += f", the latest of {write_day(timeline.published)}"
    marks = sum(mark.day is None for lane in timeline.lanes for mark in lane.marks)
    notes = [
        told,
        _count(marks, "event without a day is not drawn", "events without a day are not drawn"),
        _count(undated, "lane has no day and is not shown", "lanes have no day and are not shown"),
        _count(hidden, "lane, told of less, is not shown", "lanes, told of less, are not shown"),
    ]
    return Caption(
        title=title or "Timeline of tariffs, cases and negotiations",
        period=", ".join(filter(None, [" to ".join(dict.fromkeys(days)), known])),
        note=" · ".join(filter(None, notes)),
    )


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}" if number else ""


def _leave_undated(timeline: Timeline) -> list[Lane]:
    """Return the lanes on which something is drawn, or all if it is none."""
    drawn = [lane for lane in timeline.lanes if lane.stretches or lane.tracks or any(lane.days())]
    return drawn or list(timeline.lanes)


def _choose_lanes(lanes: list[Lane]) -> list[Lane]:
    def weigh(number: int) -> tuple[int, int]:
        return -sum(entry.documents for entry in lanes[number].entries()), number

    kept = sorted(range(len(lanes)), key=weigh)[:MOST_LANES]
    return [lanes[number] for number in sorted(kept)]


def _make_axis(timeline: Timeline) -> Axis:
    first, last = timeline.first or _LONE, timeline.last or _LONE
    left = MARGIN + NAMES
    return make_axis(first, last, left, WIDTH - left - MARGIN)


def _draw_axis(axis: Axis, top: float, bottom: float) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for x, words in axis.ticks():
        marks.append(draw_straight((x, top + 18.0), (x, bottom), RULE, 0.5, dashed=False))
        if x + measure_text(words, 11.0) <= WIDTH:
            marks.append(Words(x, top + 12.0, words, 11.0, fill=SOFT_INK))
    ends = (MARGIN, top + _AXIS), (axis.right, top + _AXIS)
    return (*marks, draw_straight(*ends, RULE, 1.0, dashed=False))


def _sample(lanes: list[Lane]) -> list[list[Item]]:
    marks = [mark for lane in lanes for mark in lane.marks if mark.day]
    families = {mark.family for mark in marks}
    middle, box = SAMPLE / 2, Box(SAMPLE / 2, 0.0, SAMPLE, 13.0)
    events: list[Item] = [
        ((draw_mark(family, middle, 0.0, firm=True),), words)
        for family, words in TIE_WORDS.items()
        if family in families
    ]
    if any(not mark.firm for mark in marks):
        family = next(mark.family for mark in marks if not mark.firm)
        events.append(
            ((draw_mark(family, middle, 0.0, firm=False),), "planned, expected or possible")
        )
    named = {each.status: each.entry.what for lane in lanes for each in lane.stretches}
    states: list[Item] = [
        (draw_status(status, box), named[status]) for status in STATUS_FILLS if status in named
    ]
    steps = [step for lane in lanes for track in lane.tracks for step in track.steps]
    if any(step.low and step.start for step in steps):
        states.append((draw_rate(box, None), "rate, as high as it is"))
    if any(step.uncertain for step in steps):
        states.append((draw_rate(None, box), "rate or its first day uncertain"))
    return [events, states]


def _describe(lanes: list[Lane]) -> str:
    told = [f"{lane.label}: {describe_mark(mark)}." for lane in lanes for mark in lane.marks]
    left = len(told) - _DESCRIBED
    return " ".join([*told[:_DESCRIBED], f"And {left} more events." if left > 0 else ""]).strip()
