"""One lane as marks of a drawing: labels above, marks on a line, status and rates below."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tradegraph.draw.caption import write_day
from tradegraph.draw.compose import MARGIN, link_passages
from tradegraph.draw.letters import measure_text, wrap_text
from tradegraph.draw.palette import INK, NAME, RULE, SOFT_INK
from tradegraph.draw.scene import Mark as Stroke
from tradegraph.draw.scene import Part, Words, draw_straight
from tradegraph.draw.shapes import Box
from tradegraph.network.words import MODALITY_WORDS
from tradegraph.timeline.axis import Axis
from tradegraph.timeline.lanes import Entry, Lane, Mark, Step, Stretch, Track
from tradegraph.timeline.stacking import stack_labels
from tradegraph.timeline.strokes import draw_mark, draw_rate, draw_status

NAMES = 190.0
"""Width of the column with the names of lanes."""

LABEL_SIZE, LABEL_WIDTH = 11.0, 340.0
MOST_ROWS = 14
"""Labels for which these do not suffice are left out, and counted: a pointer still gets them."""

MOST_TRACKS = 4
_ROW, _BAND, _TRACK, _GAP = 15.0, 16.0, 34.0, 6.0


class LanePainter:
    """Draws lanes under each other; parts are numbered through."""

    def __init__(self, axis: Axis) -> None:
        self._axis = axis
        self.entries: list[Entry] = []
        self.right = axis.right
        """How far the labels reach."""

    def draw(self, lane: Lane, top: float) -> tuple[list[Part], float]:
        """Return the parts of a lane from `top` on, and its lower edge."""
        dated = [(mark, mark.day) for mark in lane.marks if mark.day]
        marks, middle, hidden = self._draw_marks(dated, top + _GAP)
        parts, bottom = self._draw_stretches(lane.stretches, middle)
        names, height = _write_names(lane, top, len(lane.marks) - len(dated), hidden)
        if lane.tracks:  # whose names stand in the same column
            bottom = max(bottom, height + 12.0 - _TRACK)
        for track in lane.tracks[:MOST_TRACKS]:
            drawn, bottom = self._draw_track(track, bottom)
            parts += drawn
        bottom = max(bottom + _GAP, height)
        right = self._axis.right
        rule = draw_straight((MARGIN, bottom), (right, bottom), RULE, 1.0, dashed=False)
        return [Part("lane", (*names, rule), title=lane.label), *parts, *marks], bottom

    def _number(self, entry: Entry) -> int:
        self.entries.append(entry)
        return len(self.entries) - 1

    def _draw_marks(
        self, dated: list[tuple[Mark, date]], top: float
    ) -> tuple[list[Part], float, int]:
        if not dated:
            return [], top, 0
        lines = [self._write_label(mark, day) for mark, day in dated]
        places = [self._axis.place(day) for _, day in dated]
        spans = [
            (x, measure_text(line, LABEL_SIZE) + 10.0)
            for x, line in zip(places, lines, strict=True)
        ]
        self.right = max(self.right, *(x + width for x, width in spans))
        rows = stack_labels(spans, MOST_ROWS)
        shown = 1 + max(row for row in rows if row is not None)
        y = top + shown * _ROW + 6.0
        dots: list[Part] = []
        labels: list[Part] = []
        for (mark, day), x, line, row in zip(dated, places, lines, rows, strict=True):
            number, title = self._number(mark.entry), describe_mark(mark)
            link = link_passages(mark.entry.passages)
            dots.append(Part("mark", tuple(self._draw_dot(mark, day, y)), number, title, link))
            if row is not None:
                base = y - 10.0 - row * _ROW
                leader = draw_straight((x, base), (x, y), SOFT_INK, 0.6, dashed=False)
                words = Words(x + 4.0, base, line, LABEL_SIZE)
                labels.append(Part("mark-label", (leader, words), number, title, link))
        ends = (self._axis.left, y), (self._axis.right, y)
        ground = Part("line", (draw_straight(*ends, RULE, 1.0, dashed=False),))
        return [ground, *labels, *dots], y + 9.0, rows.count(None)

    def _write_label(self, mark: Mark, day: date) -> str:
        words = write_day(day)
        if self._axis.first.year == self._axis.last.year:
            words = words.rpartition(" ")[0]
        by = "by " if mark.first != mark.last else ""
        return wrap_text(f"{by}{words}: {mark.entry.what}", LABEL_SIZE, LABEL_WIDTH, 1)[0]

    def _draw_dot(self, mark: Mark, day: date, y: float) -> Iterator[Stroke]:
        x = self._axis.place(day)
        if mark.first and mark.first < day:
            start = self._axis.place(mark.first)
            yield draw_straight((start, y), (x, y), mark.family, 2.5, dashed=False)
        yield draw_mark(mark.family, x, y, firm=mark.firm)

    def _draw_stretches(
        self, stretches: tuple[Stretch, ...], top: float
    ) -> tuple[list[Part], float]:
        parts = []
        for each in stretches:
            box = self._stretch(each.start, each.end, top, _BAND)
            strokes: list[Stroke] = list(draw_status(each.status, box))
            strokes += _write_inside(box, each.entry.what, NAME)
            title = f"{each.entry.what}, {describe_days(each.start, each.end)}"
            link = link_passages(each.entry.passages)
            parts.append(Part("status", tuple(strokes), self._number(each.entry), title, link))
        return parts, top + (_BAND + _GAP if stretches else 0.0)

    def _draw_track(self, track: Track, top: float) -> tuple[list[Part], float]:
        bounds = [value for step in track.steps for value in (step.low, step.high) if value]
        scale = (_TRACK - 14.0) / max(bounds, default=1.0)
        names = ", ".join(track.targets)
        name = wrap_text(f"rate on {names}" if names else "rate", 10.0, NAMES - 14.0, 1)[0]
        words = Words(MARGIN, top + _TRACK - 3.0, name, 10.0, fill=SOFT_INK)
        steps = [self._draw_step(step, names, top, scale) for step in track.steps]
        return [Part("track", (words,), title=names), *steps], top + _TRACK + _GAP

    def _draw_step(self, step: Step, names: str, top: float, scale: float) -> Part:
        whole = self._stretch(step.start, step.end, top, _TRACK)
        sure = 0.0 if step.start is None else step.low or 0.0
        most = max(step.high or 0.0, step.low or 0.0)
        low = _stand(whole, 0.0, sure * scale)
        top_of = most if most > sure else sure + (6.0 / scale if step.uncertain else 0.0)
        doubtful = _stand(whole, sure * scale, top_of * scale)
        height = max(sure, top_of) * scale
        above = Box(whole.x, whole.bottom - height - 7.0, whole.width, 14.0)
        strokes = (*draw_rate(low, doubtful), *_write_inside(above, step.entry.what, INK))
        on = f" on {names}" if names else ""
        title = f"{step.entry.what}{on}, {describe_days(step.start, step.end)}"
        link = link_passages(step.entry.passages)
        return Part("rate", strokes, self._number(step.entry), title, link)

    def _stretch(self, start: date | None, end: date | None, top: float, height: float) -> Box:
        left = self._axis.place(start, self._axis.left)
        right = max(self._axis.place(end, self._axis.right), left + 2.0)
        return Box((left + right) / 2, top + height / 2, right - left, height)


def _stand(box: Box, low: float, high: float) -> Box | None:
    """Return the part of a box between two heights above its foot."""
    if high <= low:
        return None
    return Box(box.x, box.bottom - (low + high) / 2, box.width, high - low)


def _write_inside(box: Box, text: str, fill: str) -> list[Stroke]:
    """Return the text inside a box, or nothing where it has no room."""
    if measure_text(text, 10.0) + 6.0 > box.width:
        return []
    return [Words(box.left + 4.0, box.y + 3.5, text, 10.0, fill=fill)]


def _write_names(lane: Lane, top: float, undated: int, hidden: int) -> tuple[list[Words], float]:
    more = len(lane.tracks) - MOST_TRACKS
    notes = [
        lane.kind if lane.kind != "other" else "",
        f"{undated} without a day" if undated else "",
        f"{hidden} more without a label" if hidden else "",
        f"{more} more rates by target" if more > 0 else "",
    ]
    y, words = top + 18.0, []
    for line in wrap_text(lane.label, 12.0, (NAMES - 16.0) / 1.1, 4):
        words.append(Words(MARGIN, y, line, 12.0, bold=True))
        y += 15.0
    for note in filter(None, notes):
        words.append(Words(MARGIN, y, note, 10.0, fill=SOFT_INK))
        y += 13.0
    return words, y


def describe_mark(mark: Mark) -> str:
    """Return a mark in words: day, what happened, how it is told."""
    if mark.first and mark.last and mark.first != mark.last:
        days = f"between {write_day(mark.first)} and {write_day(mark.last)}"
    elif mark.day:
        days = write_day(mark.day)
    else:
        days = "without a date"
    told = MODALITY_WORDS.get(mark.modality, mark.modality)
    count = mark.entry.documents
    documents = f"{count} document" + ("s" if count != 1 else "")
    return f"{days}: {mark.entry.what}; {told}; {documents}"


def describe_days(start: date | None, end: date | None) -> str:
    """Return in words from when until before when something lasted."""
    since = f"from {write_day(start)}" if start else "from a day not known"
    return f"{since} until {write_day(end)}" if end else since
