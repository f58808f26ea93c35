"""Measures that a verb tells by itself: *tax nearly all Swedish imports*, *ban beef imports*.

No noun names the measure; the verb's object are the goods.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.goods import Goods, read_all_goods
from tradegraph.extractors.grammar import (
    clause_span,
    clause_verb,
    find_agent,
    find_patients,
    objects_of,
)
from tradegraph.extractors.measure_commitment import read_burden
from tradegraph.extractors.measure_context import MeasureContext
from tradegraph.extractors.measure_phrases import MeasurePhrase
from tradegraph.extractors.occasions import find_effective, find_when
from tradegraph.extractors.passages import cover
from tradegraph.extractors.products import product_mention
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, MeasureEvent, Rate, Span

EXTRACTOR = "measures"
CONFIDENCE = 0.65


def find_taxings(analysis: Analysis, context: MeasureContext) -> Iterator[Fact]:
    """Yield the goods that somebody taxes, or bans from import, where no noun names a measure."""
    for token in analysis.tokens:
        taxing = analysis.is_word(token, "taxing-verb")
        if token.pos != "verb" or not (taxing or analysis.is_word(token, "banning-verb")):
            continue
        patients = find_patients(analysis, token)
        inside = [t for p in patients for t in analysis.subtree(p)]
        inside += [t for t in analysis.subtree(token) if clause_verb(analysis, t) is token]
        named = any(analysis.is_word(t, "measure-noun", "weak-measure-noun") for t in inside)
        goods = read_all_goods(analysis, patients)
        if not named and _are_traded(analysis, patients, goods, strict=not taxing):
            yield from _read_taxing(analysis, token, goods, context)


def _are_traded(analysis: Analysis, patients: list[Token], goods: Goods, *, strict: bool) -> bool:
    """Tell whether the objects are goods in trade: *imports*, or goods of a place.

    To ban exports is no import measure.
    """
    words = [t for p in patients for t in (p, *objects_of(analysis, p, "of", "in", "worth"))]
    outward = strict and any(analysis.is_word(t, "other-trade") for t in words)
    flow = any(analysis.is_word(t, "trade-flow-noun") for t in words) and not outward
    of_goods = any(analysis.is_word(t, "goods-noun") or product_mention(analysis, t) for t in words)
    placed = bool(goods.targets) and of_goods
    return flow or (placed and not strict)


def _read_taxing(
    analysis: Analysis, verb: Token, goods: Goods, context: MeasureContext
) -> Iterator[Fact]:
    by = find_actors(analysis, find_agent(analysis, verb))
    span = Span(verb.begin, verb.end)
    measure = context.settle(MeasurePhrase(verb, span, goods=goods), by, goods)
    if measure is None:
        return
    commitment = read_burden(analysis, verb, "imposition")
    content = MeasureEvent(
        "threat" if commitment.modality == "threatened" else "imposition",
        measure,
        by=by,
        rate=_find_rate(analysis, verb),
        when=find_when(analysis, verb, commitment),
        effective=find_effective(analysis, verb, commitment),
    )
    passage = cover(analysis, verb)
    yield commitment.claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _find_rate(analysis: Analysis, verb: Token) -> Rate | None:
    """Return the rate at which the verb says it is done: *tax Swedish cheese at 20%*."""
    words = objects_of(analysis, verb, "at")
    rates = analysis.rates_in(clause_span(analysis, verb))
    return next((r.rate for r in rates if analysis.head_of(r.span) in words), None)
