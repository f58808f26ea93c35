"""The derived periods of a measure as statuses and rates on its lane."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from tradegraph.network.rules.measures import word_term
from tradegraph.network.text import clean_text
from tradegraph.network.triples import Triples
from tradegraph.timeline.entries import make_entry
from tradegraph.timeline.lanes import Step, Stretch, Track
from tradegraph.timeline.view import View
from tradegraph.vocabulary import PROV

Course = tuple[tuple[str, date | None, date | None], ...]


def read_stretches(view: View) -> dict[str, tuple[Stretch, ...]]:
    """Return the statuses of each measure, in order of time."""
    found: dict[str, list[Stretch]] = defaultdict(list)
    for period in view.triples.instances("StatusPeriod"):
        status = view.triples.one(period, "status")
        for measure in view.triples.all(period, "ofMeasure"):
            start, end = _read_days(view, period)
            entry = make_entry(view, view.triples.label(status or ""), _facts(view, period))
            notation = view.triples.notation(period, "status") or ""
            found[measure].append(Stretch(entry, notation, start, end))
    return {
        measure: tuple(sorted(each, key=lambda one: (_order(one.start, one.end), one.status)))
        for measure, each in found.items()
    }


def read_tracks(view: View) -> dict[str, tuple[Track, ...]]:
    """Return the rates of each measure over time; targets with the same rates share a track."""
    periods: dict[tuple[str, str], list[str]] = defaultdict(list)
    for period in view.triples.instances("RatePeriod"):
        target = view.triples.one(period, "rateTarget") or ""
        for measure in view.triples.all(period, "ofMeasure"):
            periods[measure, target].append(period)
    shared: dict[str, dict[Course, list[str]]] = defaultdict(lambda: defaultdict(list))
    steps: dict[tuple[str, Course], tuple[Step, ...]] = {}
    for (measure, target), named in sorted(periods.items()):
        ordered = sorted(named, key=lambda each: (_order(*_read_days(view, each)), each))
        course = tuple(
            (view.triples.one(each, "rate") or "", *_read_days(view, each)) for each in ordered
        )
        shared[measure][course].append(target)
        if (measure, course) not in steps:
            steps[measure, course] = tuple(_read_step(view, each) for each in ordered)
    return {
        measure: tuple(
            Track(_name_targets(view.triples, targets), steps[measure, course])
            for course, targets in courses.items()
        )
        for measure, courses in shared.items()
    }


def _name_targets(triples: Triples, targets: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(clean_text(triples.label(target)) for target in targets if target))


def _read_step(view: View, period: str) -> Step:
    term = view.triples.one(period, "rate") or ""
    low, high = (_read_percent(view.triples.one(term, name)) for name in ("rateLow", "rateHigh"))
    words = word_term(view.triples, term) or view.triples.one(term, "rateText") or "rate not known"
    start, end = _read_days(view, period)
    return Step(make_entry(view, words, _facts(view, period)), low, high, start, end)


def _read_percent(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def _facts(view: View, period: str) -> Sequence[str]:
    return view.triples.values(period, PROV + "wasDerivedFrom")


def _read_days(view: View, period: str) -> tuple[date | None, date | None]:
    start, end = (view.facts.dates(period, name)[:1] for name in ("from", "until"))
    return (start[0] if start else None), (end[0] if end else None)


def _order(start: date | None, end: date | None) -> tuple[date, date]:
    return start or date.min, end or date.max
