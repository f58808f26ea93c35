"""Exemptions told without the measure's noun: *spares aircraft*, *a carve-out for Iceland*.

From which measure goods are spared, the document has said before; access granted on better terms
than others' (*duty-free access for Norwegian goods*) is told by whoever grants it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.coordination import conjuncts
from tradegraph.extractors.goods import NOTHING, Goods, read_all_goods
from tradegraph.extractors.grammar import (
    clause_verb,
    find_agent,
    find_patients,
    find_subject,
    objects_of,
)
from tradegraph.extractors.jurisdictions import everyone
from tradegraph.extractors.measure_context import MeasureContext
from tradegraph.extractors.measure_phrases import MeasurePhrase
from tradegraph.extractors.measure_triggers import event_of
from tradegraph.extractors.occasions import find_effective, find_when
from tradegraph.extractors.passages import cover
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Measure, MeasureEvent, Span

EXTRACTOR = "measures"
CONFIDENCE = 0.55
LAYING = ("imposition", "announcement", "increase", "reinstatement", "threat")
"""Events of measures on all that spare some."""
GRANTED = ("for", "to", "from")
"""Prepositions after an exemption's noun, before whose goods it is for."""


def find_bare_exemptions(analysis: Analysis, context: MeasureContext) -> Iterator[Fact]:
    """Yield the goods that are spared from a measure told before, or let in on better terms.

    Whose goods are spared is told once; *all countries except Iceland* spare Iceland.
    """
    spared = NOTHING
    for token in analysis.tokens:
        if analysis.is_word(token, "exception-cue"):
            yield from _read_exceptions(analysis, token, context)
            continue
        access = analysis.is_word(token, "access-noun")
        if not (access or event_of(analysis, token) == "exemption") or context.tells(token.begin):
            continue
        goods = _find_goods(analysis, token)
        known = {*spared.targets, *spared.products} & {*goods.targets, *goods.products}
        if goods and not known:
            spared += goods
            yield from _read_exemption(analysis, token, goods, context)


def _find_goods(analysis: Analysis, token: Token) -> Goods:
    """Return the goods that are spared, by the noun, the verb or the adjective."""
    if token.pos == "noun":
        return read_all_goods(analysis, objects_of(analysis, token, *GRANTED))
    if objects_of(analysis, token, "from"):  # exempt it from certain requirements
        return NOTHING
    if token.pos == "verb":
        return read_all_goods(analysis, find_patients(analysis, token))
    verb = clause_verb(analysis, token)
    subject = find_subject(analysis, verb) if verb is not None else None
    return read_all_goods(analysis, [subject]) if subject is not None else NOTHING


def _read_exemption(
    analysis: Analysis, token: Token, goods: Goods, context: MeasureContext
) -> Iterator[Fact]:
    verb = clause_verb(analysis, token)
    by = find_actors(analysis, find_agent(analysis, verb)) if verb is not None else ()
    measure = _find_measure(analysis, token, goods, context) or _settle(token, by, goods, context)
    if measure is None:
        return
    commitment = read_commitment(analysis, token)
    content = MeasureEvent(
        event_of(analysis, token) or "exemption",
        measure,
        by=by,
        when=find_when(analysis, token, commitment),
        effective=find_effective(analysis, token, commitment),
    )
    passage = cover(analysis, token)
    yield commitment.claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _find_measure(
    analysis: Analysis, token: Token, goods: Goods, context: MeasureContext
) -> Measure | None:
    """Return the measure told last, on the goods that are spared; none for access, which is new."""
    before = context.latest_fact(token.begin)
    told = before.content if before is not None else None
    if analysis.is_word(token, "access-noun") or not isinstance(told, MeasureEvent):
        return None
    targets = tuple(t for t in goods.targets if t not in told.measure.imposers)
    return replace(told.measure, targets=targets, products=goods.products)


def _settle(
    token: Token, by: tuple[str, ...], goods: Goods, context: MeasureContext
) -> Measure | None:
    """Return the measure of whoever grants access; no other exemption is from nothing."""
    phrase = MeasurePhrase(token, Span(token.begin, token.end), goods=goods)
    return context.settle(phrase, by, goods) if by else None


def _read_exceptions(analysis: Analysis, token: Token, context: MeasureContext) -> Iterator[Fact]:
    """Yield whom a measure on all others spares: *from all countries except Norway*."""
    laid = context.fact_at(token.begin)
    heads = [t for head in analysis.children(token, "pobj") for t in conjuncts(analysis, head)]
    spared = read_all_goods(analysis, heads).targets
    if laid is None or not isinstance(laid.content, MeasureEvent) or not spared:
        return
    told = laid.content
    if told.event not in LAYING or not set(told.measure.targets) <= {*spared, *everyone(analysis)}:
        return
    measure = replace(told.measure, targets=spared)
    content = MeasureEvent("exemption", measure, by=told.by, when=told.when)
    yield replace(laid, content=content, evidence=(cover(analysis, token),), confidence=CONFIDENCE)
