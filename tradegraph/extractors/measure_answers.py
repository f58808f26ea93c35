"""Which measures answer others of the document, also where only some of their tellings say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import replace
from typing import Final

from tradegraph.model import Fact, MeasureEvent

ANSWERS: Final = ("announcement", "imposition", "increase", "threat")
"""Events by which a measure may answer another."""
Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Who lays a measure, and whose goods it hits."""


def find_answering(facts: Iterable[Fact]) -> set[Sides]:
    """Return who answers whose measures: with at least every other of its own on them."""
    events = [f.content for f in facts if isinstance(f.content, MeasureEvent)]
    told = Counter(_sides_of(e) for e in events if e.event in ANSWERS)
    said = Counter(_sides_of(e) for e in events if e.event in ANSWERS and e.retaliates_against)
    return {sides for sides, often in said.items() if 2 * often >= told[sides]}


def name_opponent(event: MeasureEvent, answering: Container[Sides]) -> MeasureEvent:
    """Return the event with whom it answers, where its imposer answers the only one it hits."""
    targets = event.measure.targets
    if event.event not in ANSWERS or _sides_of(event) not in answering or len(targets) != 1:
        return event
    return replace(event, retaliates_against=targets[0])


def _sides_of(event: MeasureEvent) -> Sides:
    return event.measure.imposers, event.measure.targets
