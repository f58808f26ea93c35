"""Measures told without their noun: bare pauses, bare retaliation, countries listed with rates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.commitment import Commitment, read_commitment
from tradegraph.extractors.goods import NOTHING, read_all_goods
from tradegraph.extractors.grammar import clause_verb, find_agent, objects_of
from tradegraph.extractors.jurisdictions import JURISDICTIONS, find_imposers, find_jurisdictions
from tradegraph.extractors.measure_commitment import read_answer
from tradegraph.extractors.measure_context import MeasureContext
from tradegraph.extractors.measure_phrases import MeasurePhrase
from tradegraph.extractors.measure_triggers import event_of
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.language.analysis import Analysis
from tradegraph.language.quantities import RateMention
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Measure, MeasureEvent, Mention, Span

EXTRACTOR = "measures"
CONFIDENCE = 0.6
# Between a country and its rate in a list: " (", ": ", " - ", " at ", " ".
JOINT = re.compile(r"\s*(?:[(:–—|,-]|at|by)?\s*")
PAIR = 2
SHORTEST_LIST = 2
LISTED = ("announcement", "imposition", "increase", "decrease", "threat")
"""Events of which a list of rates may give the details."""

Pair = tuple[Mention, RateMention]


def find_bare_pauses(analysis: Analysis, context: MeasureContext) -> Iterator[Fact]:
    """Yield pauses told without the measure's noun: *before the 90-day pause ends*."""
    for token in analysis.tokens:
        if token.pos != "noun" or event_of(analysis, token) != "pause":
            continue
        inside = list(analysis.subtree(token))
        span = Span(min(t.begin for t in inside), token.end)
        length = next((d.duration for d in analysis.durations if d.span in span), None)
        if any(analysis.is_word(t, "measure-noun") for t in inside):
            continue
        if analysis.is_word(token, "truce-noun"):
            yield from _read_truce(analysis, token, length, context)
            continue
        if length is None:
            continue
        measure = context.settle(MeasurePhrase(token, span), (), NOTHING)
        if measure is not None:
            content = MeasureEvent("pause", measure, duration=length)
            passage = cover(analysis, token)
            yield Commitment().claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _read_truce(
    analysis: Analysis, token: Token, length: str | None, context: MeasureContext
) -> Iterator[Fact]:
    """Yield a pause for each of two sides: *the leaders declared a 90-day truce*."""
    sentence = analysis.sentence_of(token).span
    verb = clause_verb(analysis, token)
    agents = find_actors(analysis, find_agent(analysis, verb)) if verb is not None else ()
    named = [m.entity for m in analysis.mentions_in(sentence) if m.entity]
    pairs = (find_imposers(analysis, agents), find_imposers(analysis, named), context.sides())
    sides = next((pair for pair in pairs if len(pair) == PAIR), ())
    traded = any(analysis.is_word(t, "trade-modifier") for t in analysis.subtree(token))
    if len(sides) != PAIR or not (traded or (length and context.are_at_odds(sides))):
        return  # a truce of arms
    commitment = read_commitment(analysis, token)
    for imposer, target in (sides, sides[::-1]):
        by = tuple(a for a in named if find_jurisdictions(analysis, (a,)) == (imposer,))
        content = MeasureEvent(
            "pause",
            Measure((imposer,), (target,)),
            by=tuple(dict.fromkeys(by)),
            when=find_when(analysis, token, commitment),
            duration=length,
        )
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def find_retaliations(analysis: Analysis, context: MeasureContext) -> Iterator[Fact]:
    """Yield retaliation told by the verb alone: *the neighbours hit back*."""
    for token in analysis.tokens:
        if token.pos != "verb" or not analysis.is_word(token, "retaliating-verb"):
            continue
        if not any(analysis.is_word(t, "measure-noun") for t in analysis.subtree(token)):
            yield from _read_retaliation(analysis, token, context)


def _read_retaliation(analysis: Analysis, verb: Token, context: MeasureContext) -> Iterator[Fact]:
    by = find_actors(analysis, find_agent(analysis, verb))
    imposers = find_jurisdictions(analysis, by)
    if not imposers:
        return
    goods = read_all_goods(analysis, objects_of(analysis, verb, "against", "at", "on"))
    hit = tuple(t for t in goods.targets if t not in imposers) or context.opponents(imposers)
    commitment = read_answer(analysis, verb)
    content = MeasureEvent(
        "threat" if commitment.modality == "threatened" else "imposition",
        Measure(imposers[:1], hit[:1]),
        by=by,
        when=find_when(analysis, verb, commitment),
        retaliates_against=hit[0] if hit else None,
    )
    passage = cover(analysis, verb)
    yield commitment.claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def find_rate_lists(analysis: Analysis, context: MeasureContext) -> Iterator[Fact]:
    """Yield one fact a rate for lists such as *Norway (15%), Iceland (20%)*.

    What the list is about, the measure told last before it says; without one it is planned.
    """
    pairs = list(_find_pairs(analysis))
    if len(pairs) < SHORTEST_LIST:
        return
    before = context.latest_event(pairs[0][0].span.begin, LISTED)
    imposers = before.measure.imposers if before else context.presume_imposers()
    programme = before.measure.programme if before else None
    commitment = Commitment(context.modality_of(before) if before else "planned")
    for listed in _group_by_rate(pairs):
        named = [mention.entity for mention, _ in listed if mention.entity]
        targets = tuple(dict.fromkeys(target for target in named if target not in imposers))
        if not imposers or not targets:
            continue
        content = MeasureEvent(
            before.event if before else "imposition",
            Measure(imposers, targets, programme=programme),
            by=before.by if before else (),
            rate=listed[0][1].rate,
            when=before.when if before else None,
            effective=before.effective if before else None,
        )
        passage = Span(listed[0][0].span.begin, listed[0][1].span.end)
        yield commitment.claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _group_by_rate(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Yield the pairs with the same rate together, the lowest rate first."""
    ordered = sorted(pairs, key=lambda pair: (pair[1].rate.low or 0, pair[0].span))
    for _, group in groupby(ordered, key=lambda pair: (pair[1].rate.low, pair[1].rate.high)):
        yield list(group)


def _find_pairs(analysis: Analysis) -> Iterator[Pair]:
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
