"""Who acts where a text names no author: the only one who does, or the head of the administration.

A story names once who lays a country's duties and takes it for granted from then on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tradegraph.extractors.jurisdictions import JURISDICTIONS, named_heads
from tradegraph.extractors.measure_triggers import TAKING_EFFECT
from tradegraph.language.analysis import Analysis
from tradegraph.model import MeasureEvent


def name_author(
    analysis: Analysis, event: MeasureEvent, told: Sequence[MeasureEvent]
) -> MeasureEvent:
    """Return the event with who is taken to act, where no person or body is known to.

    `told` are all events of the document.
    """
    if any(analysis.kind(actor) not in JURISDICTIONS for actor in event.by):
        return event
    return replace(event, by=_find_author(analysis, event, told) or event.by)


def _find_author(
    analysis: Analysis, event: MeasureEvent, told: Sequence[MeasureEvent]
) -> tuple[str, ...]:
    imposers = event.measure.imposers
    own = [e for e in told if e.event in TAKING_EFFECT and e.measure.imposers == imposers]
    people = _authors(analysis, own, "Person")
    bodies = () if people else _authors(analysis, own, "GovernmentBody")
    if len(people or bodies) == 1:
        return people or bodies
    heads = (head for place in imposers for head in named_heads(analysis, place))
    return tuple(head for head in heads if head in people or not people)[:1]


def _authors(analysis: Analysis, events: Sequence[MeasureEvent], kind: str) -> tuple[str, ...]:
    """Return the people or bodies who act; judges lay no duties."""
    acting = dict.fromkeys(actor for event in events for actor in event.by)
    return tuple(a for a in acting if analysis.kind(a) == kind and not _judges(analysis, a))


def _judges(analysis: Analysis, person: str) -> bool:
    """Tell whether the person sits on a court."""
    registry = analysis.registry
    offices = registry.offices(person, analysis.document.published)
    seats = [registry.value(office, "officeOf") for office in offices]
    return any(seat is not None and registry.kind(seat) == "Court" for seat in seats)
