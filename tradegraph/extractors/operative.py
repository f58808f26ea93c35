"""Operative language as facts: what the orders themselves do, with their four days.

An order's own words go before what the general rules read in the same sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from tradegraph.extractors.operative_acts import Act, find_acts
from tradegraph.extractors.operative_measures import name_measures
from tradegraph.extractors.own_instruments import (
    ACTS,
    find_own_instrument,
    published_on,
    read_signature,
    signed_on,
)
from tradegraph.extractors.tellings import add_telling
from tradegraph.language.analysis import Analysis
from tradegraph.model import DateRange, Fact, MeasureEvent

EXTRACTOR: Final = "operative"
CONFIDENCE: Final = 0.9
ALIKE: Final = {
    "imposition": "entry-into-effect",
    "announcement": "entry-into-effect",
    "expiry": "revocation",
}
"""Events that the general rules tell apart and an order's words do not."""


def read_operative(analysis: Analysis, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts, the operative ones in place of general ones that tell the same."""
    if analysis.document.doc_type not in ACTS:
        yield from facts
        return
    acts = list(find_operative(analysis))
    for fact in facts:
        if not any(_repeats(fact, act) for act in acts):
            yield fact
    yield from acts


def find_operative(analysis: Analysis) -> Iterator[Fact]:
    """Yield what the order's sentences do, each change of each measure once."""
    document, registry = analysis.document, analysis.registry
    own = find_own_instrument(document, registry)
    signed = signed_on(registry, own) or read_signature(document) or document.published
    acts = list(find_acts(document.text, signed))
    told: list[Fact] = []
    for act in acts:
        for content in _describe(analysis, act, own, signed):
            fact = Fact(content, (act.span,), confidence=CONFIDENCE, extractor=EXTRACTOR)
            add_telling(told, fact, _unite)
    yield from told


def _unite(first: Fact, second: Fact) -> MeasureEvent | None:
    """Return one event for two tellings of a change, with the days of both."""
    a, b = first.content, second.content
    if not isinstance(a, MeasureEvent) or not isinstance(b, MeasureEvent):
        return None
    if (a.event, a.measure, a.rate, a.instruments) != (b.event, b.measure, b.rate, b.instruments):
        return None
    return replace(
        a,
        old_rate=a.old_rate or b.old_rate,
        effective=a.effective or b.effective,
        until=a.until or b.until,
        duration=a.duration or b.duration,
    )


def _describe(
    analysis: Analysis, act: Act, own: str | None, signed: date | None
) -> Iterator[MeasureEvent]:
    """Yield the event of an act for each measure that it changes."""
    told = analysis.registry.entities_named(act.by) if act.by else ()
    instrument = (told[0] if told else None) if act.by else own
    day = (act.when or signed_on(analysis.registry, instrument)) if act.by else signed
    for measure in name_measures(analysis, act, own):
        yield MeasureEvent(
            event=act.event,
            measure=measure,
            rate=act.rate,
            old_rate=act.old_rate,
            when=_on(day),
            effective=_on(act.effective),
            until=act.until,
            duration=act.duration,
            instruments=(instrument,) if instrument else (),
            implemented=None if act.by else published_on(analysis.document),
        )


def _on(day: date | None) -> DateRange | None:
    return DateRange(day, day) if day else None


def _repeats(fact: Fact, act: Fact) -> bool:
    """Tell whether a general fact tells what the act does: the same rate, or the same change."""
    general, own = fact.content, act.content
    if not isinstance(general, MeasureEvent) or not isinstance(own, MeasureEvent):
        return False
    if not any(a.overlaps(b) for a in fact.evidence for b in act.evidence):
        return False
    if general.rate and own.rate:
        return general.rate.low == own.rate.low
    return ALIKE.get(general.event, general.event) == own.event
