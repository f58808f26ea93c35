"""Measures told without their noun: lists of countries with rates, and bare retaliation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from tradegraph.extractors.actors import JURISDICTIONS, find_actors, find_jurisdictions
from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.goods import Goods, read_goods
from tradegraph.extractors.grammar import find_agent, objects_of
from tradegraph.extractors.measure_context import MeasureContext
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.language.analysis import Analysis
from tradegraph.language.quantities import RateMention
from tradegraph.model import Fact, Measure, MeasureEvent, Mention, Span

# Between a country and its rate in a list: " (", ": ", " - ", " at ", " ".
JOINT = re.compile(r"\s*(?:[(:–—|,-]|at|by)?\s*")
SHORTEST_LIST = 2
LISTED = ("announcement", "imposition", "increase", "decrease", "threat")


def find_rate_lists(analysis: Analysis, context: MeasureContext) -> Iterator[Fact]:
    """Yield one fact a rate for lists such as *Norway (15%), Iceland (20%)*.

    What the list is about, the measure told last before it says; without one it is planned.
    """
    pairs = list(_find_pairs(analysis))
    if len(pairs) < SHORTEST_LIST:
        return
    before = context.latest_event(pairs[0][0].span.begin, LISTED)
    imposers = before.measure.imposers if before else context.presumed()
    by_rate = sorted(pairs, key=lambda pair: (pair[1].rate.low or 0, pair[0].span))
    for _, group in groupby(by_rate, key=lambda pair: (pair[1].rate.low, pair[1].rate.high)):
        listed = list(group)
        targets = tuple(
            dict.fromkeys(m.entity for m, _ in listed if m.entity and m.entity not in imposers)
        )
        if not imposers or not targets:
            continue
        measure = Measure(imposers, targets, programme=before.measure.programme if before else None)
        rate = listed[0][1].rate
        span = Span(listed[0][0].span.begin, listed[0][1].span.end)
        event = MeasureEvent(
            before.event if before else "imposition",
            measure,
            by=before.by if before else (),
            rate=rate,
            when=before.when if before else None,
            effective=before.effective if before else None,
        )
        modality = context.latest_modality(before) if before else "planned"
        yield Fact(event, (span,), modality, confidence=0.6, extractor="measures")


def _find_pairs(analysis: Analysis) -> Iterator[tuple[Mention, RateMention]]:
    """Yield the jurisdictions that a rate follows directly."""
    rates = iter(analysis.rates)
    rate = next(rates, None)
    for mention in analysis.mentions:
        if mention.kind not in JURISDICTIONS or mention.role == "demonym" or not mention.entity:
            continue
        while rate is not None and rate.span.begin < mention.span.end:
            rate = next(rates, None)
        if rate is None:
            return
        between = analysis.document.text[mention.span.end : rate.span.begin]
        if JOINT.fullmatch(between) and not rate.side:
            yield mention, rate


def find_retaliations(analysis: Analysis, context: MeasureContext) -> Iterator[Fact]:
    """Yield retaliation told by the verb alone: *the neighbours hit back*."""
    for token in analysis.tokens:
        if token.pos != "verb" or not analysis.is_word(token, "retaliating-verb"):
            continue
        inside = list(analysis.subtree(token))
        if any(analysis.is_word(t, "measure-noun") for t in inside):
            continue
        by = find_actors(analysis, find_agent(analysis, token))
        imposers = find_jurisdictions(analysis, by)
        if not imposers:
            continue
        goods = Goods()
        for target in objects_of(analysis, token, "against", "at", "on"):
            goods += read_goods(analysis, target)
        hit = tuple(t for t in goods.targets if t not in imposers) or context.opponents(imposers)
        commitment = read_commitment(analysis, token)
        event = "threat" if commitment.modality == "threatened" else "imposition"
        measure = Measure(imposers[:1], hit[:1])
        content = MeasureEvent(
            event,
            measure,
            by=by,
            when=find_when(analysis, token, commitment),
            retaliates_against=hit[0] if hit else None,
        )
        span = cover(analysis, token)
        yield Fact(
            content, (span,), commitment.modality, commitment.positive, 0.6, extractor="measures"
        )
