"""Operative language as facts: what the orders themselves do, with their four days.

An order's own words go before what the general rules read in the same sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, TypeGuard

from tradegraph.extractors.announcements import find_announced
from tradegraph.extractors.operative_acts import Act, find_acts
from tradegraph.extractors.operative_days import read_split_days
from tradegraph.extractors.operative_measures import choose_day, name_measures
from tradegraph.extractors.operative_quotas import find_quotas
from tradegraph.extractors.operative_refunds import find_refunds
from tradegraph.extractors.operative_stacking import find_relations, is_about_stacking
from tradegraph.extractors.operative_tables import find_listed
from tradegraph.extractors.operative_transit import find_goods_in_transit
from tradegraph.extractors.own_instruments import (
    ACTS,
    RELEASE,
    find_cited,
    find_own_instrument,
    published_on,
    read_signature,
    signed_on,
)
from tradegraph.extractors.tellings import add_telling, may_coincide
from tradegraph.language.analysis import Analysis
from tradegraph.model import Content, DateRange, Fact, MeasureEvent

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
    kind = analysis.document.doc_type
    if kind not in ACTS and kind != RELEASE:
        yield from facts
        return
    acts = list(find_operative(analysis))
    if kind in ACTS:
        acts += find_terms(analysis, acts)
    for fact in facts:
        if not any(_repeats(fact, act) for act in acts):
            yield fact
    yield from acts


def find_terms(analysis: Analysis, acts: Sequence[Fact]) -> list[Fact]:
    """Return how the duties of an order meet others, and on which terms they are paid.

    `acts` are what the order does to them.
    """
    document = analysis.document
    own = find_own_instrument(document, analysis.registry)
    signed = signed_on(analysis.registry, own) or read_signature(document) or document.published
    relations = list(find_relations(analysis, own))
    told = [fact for fact in acts if own and own in _instruments_of(fact)]
    return [
        *relations,
        *find_goods_in_transit(analysis, signed, told),
        *find_quotas(analysis, own, signed),
        *find_refunds(analysis, own, signed, (*told, *relations)),
    ]


def _instruments_of(act: Fact) -> tuple[str, ...]:
    return act.content.instruments if isinstance(act.content, MeasureEvent) else ()


def find_operative(analysis: Analysis) -> Iterator[Fact]:
    """Yield what the order's sentences do, each change of each measure once."""
    document, registry = analysis.document, analysis.registry
    if document.doc_type == RELEASE:
        own, acts = find_announced(analysis)
        signed = document.published
    else:
        own = find_own_instrument(document, registry)
        signed = signed_on(registry, own) or read_signature(document) or document.published
        acts = [*find_acts(document.text, signed), *find_listed(document.text, signed)]
    told: list[Fact] = []
    for act in acts:
        if act.event == "exemption" and is_about_stacking(analysis.text(act.span)):
            continue
        for content in _describe(analysis, act, own, signed):
            fact = Fact(content, act.evidence, confidence=CONFIDENCE, extractor=EXTRACTOR)
            add_telling(told, fact, _unite)
    told = [fact for fact in told if not any(_announces(fact, other) for other in told)]
    yield from _date_parts(told, own)


def _date_parts(told: Sequence[Fact], own: str | None) -> Iterator[Fact]:
    """Yield the facts; a rate of the order's own without a day begins with the programme's first.

    A part of a programme is not collected before the order lets the programme be.
    """
    first: dict[str, DateRange] = {}
    for fact in told:
        event = fact.content
        if _is_own_rate(event, own) and event.effective and event.measure.programme:
            known = first.get(event.measure.programme)
            first[event.measure.programme] = min(known or event.effective, event.effective)
    for fact in told:
        event = fact.content
        if _is_own_rate(event, own) and not event.effective and event.measure.programme in first:
            content = replace(event, effective=first[event.measure.programme])
            yield replace(fact, content=content)
        else:
            yield fact


def _is_own_rate(content: Content, own: str | None) -> TypeGuard[MeasureEvent]:
    """Tell whether the content is a rate that the order itself lays."""
    if not isinstance(content, MeasureEvent) or content.rate is None:
        return False
    if content.event == "announcement":
        return False
    return own is not None and own in content.instruments


def _announces(fact: Fact, other: Fact) -> bool:
    """Tell whether the other fact is the same change with its day: a preamble gives none."""
    early, late = fact.content, other.content
    if not isinstance(early, MeasureEvent) or not isinstance(late, MeasureEvent):
        return False
    if early.effective or not late.effective or early.rate is None:
        return False
    same = (early.rate, early.instruments) == (late.rate, late.instruments)
    a, b = early.measure, late.measure
    alike = same and early.event in (late.event, "announcement")
    return alike and (a.programme, a.targets) == (b.programme, b.targets)


def _unite(first: Fact, second: Fact) -> MeasureEvent | None:
    """Return one event for two tellings of a change, with the days of both."""
    a, b = first.content, second.content
    if not isinstance(a, MeasureEvent) or not isinstance(b, MeasureEvent):
        return None
    if (a.event, a.measure, a.also, a.rate) != (b.event, b.measure, b.also, b.rate):
        return None
    if a.instruments != b.instruments or not may_coincide(a.effective, b.effective):
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
    """Yield the event of an act: one for each measure that gets a rate, one for all others."""
    instrument = find_cited(analysis.registry, act.by) if act.by else own
    day = (act.when or signed_on(analysis.registry, instrument)) if act.by else signed
    measures = list(name_measures(analysis, act, own))
    words = " ".join(analysis.text(span) for span in act.evidence)
    split = read_split_days(words)
    alone = act.rate is not None or bool(split)
    for index, measure in enumerate(measures if alone else measures[:1]):
        spared = act.event == "exemption" and bool(measure.products)
        yield MeasureEvent(
            event="revocation" if act.event == "exemption" and not spared else act.event,
            measure=measure,
            rate=act.rate,
            old_rate=act.old_rate,
            when=_on(day),
            effective=_on(choose_day(analysis, measure, split) or act.effective),
            until=act.until,
            duration=act.duration,
            instruments=(instrument,) if instrument else (),
            implemented=None if act.by else published_on(analysis.document),
            also=() if alone else tuple(measures[index + 1 :]),
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
