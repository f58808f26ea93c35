"""From a graph to a timeline: which lanes there are, and what of them is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from tradegraph.errors import UsageError
from tradegraph.network.text import clean_text
from tradegraph.store import Store
from tradegraph.timeline.lanes import Lane, Mark, Timeline
from tradegraph.timeline.marks import read_marks
from tradegraph.timeline.periods import read_stretches, read_tracks
from tradegraph.timeline.view import View, open_view

KINDS = {
    "TariffMeasure": "measure",
    "MeasureGroup": "measure",
    "LegalCase": "case",
    "Negotiation": "negotiation",
}
"""Class -> kind of lane, in the order of a timeline."""

OTHER = "other"
_ORDER = (*dict.fromkeys(KINDS.values()), OTHER)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which part of a graph is wanted.

    `about` are IRIs: lanes that they are or that name them are shown whole, of others the events
    that name them. `start` and `end` are days, both included; `known_on` leaves out documents that
    were published later.
    """

    about: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    known_on: date | None = None


def read_timeline(store: Store, choice: Choice | None = None) -> Timeline:
    """Return the timeline of a store.

    Raises UsageError when the choice leaves nothing to show.
    """
    wanted = choice or Choice()
    view = open_view(store, wanted.known_on)
    lanes = (_choose_about(view, lane, wanted.about) for lane in _read_lanes(view))
    within = (_choose_days(lane, wanted) for lane in lanes)
    kept = sorted((each for each in within if any(each.entries())), key=_rank)
    if not kept:
        raise UsageError(
            "nothing to show: no event, status or rate in this selection",
            where="timeline",
            how="a longer --from/--to, a later --known-on, or others in --about",
        )
    return _make_timeline(tuple(kept), wanted)


def _make_timeline(lanes: tuple[Lane, ...], choice: Choice) -> Timeline:
    days = [day for lane in lanes for day in lane.days()]
    edges = [day for day in (choice.start, choice.end) if day]
    passages = [p for lane in lanes for entry in lane.entries() for p in entry.passages]
    published = [each.published for each in passages if each.published]
    return Timeline(
        lanes=lanes,
        first=choice.start or min([*days, *edges], default=None),
        last=choice.end or max([*days, *edges], default=None),
        documents=len({each.document for each in passages}),
        published=max(published, default=None),
        known_on=choice.known_on,
    )


def _read_lanes(view: View) -> Iterable[Lane]:
    kinds = {iri: kind for name, kind in KINDS.items() for iri in view.triples.instances(name)}
    marks: dict[str, list[Mark]] = defaultdict(list)
    for mark, lanes in read_marks(view):
        for iri in [each for each in lanes if each in kinds] or [""]:
            marks[iri].append(mark)
    stretches, tracks = read_stretches(view), read_tracks(view)
    for iri in sorted({*marks, *stretches, *tracks}):
        yield Lane(
            iri=iri,
            label=clean_text(view.triples.label(iri)) if iri else "Other events",
            kind=kinds.get(iri, OTHER),
            marks=tuple(sorted(marks[iri], key=_order_mark)),
            stretches=stretches.get(iri, ()),
            tracks=tracks.get(iri, ()),
        )


def _order_mark(mark: Mark) -> tuple[date, date, str, tuple[str, ...]]:
    day = mark.day or date.max
    return day, mark.first or day, mark.entry.what, mark.entry.facts


def _rank(lane: Lane) -> tuple[int, date, str, str]:
    return _ORDER.index(lane.kind), min(lane.days(), default=date.max), lane.label, lane.iri


def _choose_about(view: View, lane: Lane, about: Collection[str]) -> Lane:
    if not about or (lane.iri and _mentions(view, lane.iri) & set(about)):
        return lane
    # A ruling on a whole programme concerns each measure in it.
    groups = {group for each in about for group in view.triples.all(each, "withinGroup")}
    wanted = {*about, *groups}
    marks = tuple(
        mark
        for mark in lane.marks
        if any(_mentions(view, fact) & wanted for fact in mark.entry.facts)
    )
    return replace(lane, marks=marks, stretches=(), tracks=())


def _mentions(view: View, node: str) -> set[str]:
    """Return a node, what it names, and what the decision it is about names."""
    found = {node}
    for values in view.triples.source.properties(node).values():
        found.update(values)
    for name in ("stays", "appealsDecision"):
        for decision in view.triples.all(node, name):
            found.update(view.triples.all(decision, "rulesOn"))
    return found


def _choose_days(lane: Lane, choice: Choice) -> Lane:
    if choice.start is None and choice.end is None:
        return lane
    first, last = choice.start or date.min, choice.end or date.max

    def overlaps(start: date | None, end: date | None) -> bool:
        return (start or date.min) <= last and (end is None or first < end)

    marks = (m for m in lane.marks if m.day and (m.first or m.day) <= last and first <= m.day)
    tracks = (
        replace(track, steps=tuple(step for step in track.steps if overlaps(step.start, step.end)))
        for track in lane.tracks
    )
    return replace(
        lane,
        marks=tuple(marks),
        stretches=tuple(each for each in lane.stretches if overlaps(each.start, each.end)),
        tracks=tuple(track for track in tracks if track.steps),
    )
