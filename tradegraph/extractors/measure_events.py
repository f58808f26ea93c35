"""Measure events: who imposed, raised, paused, threatened, exempted or ended which measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tradegraph.extractors.actors import everyone, find_actors, find_jurisdictions
from tradegraph.extractors.commitment import Commitment, read_commitment
from tradegraph.extractors.goods import Goods, read_goods
from tradegraph.extractors.grammar import (
    clause_span,
    clause_verb,
    find_agent,
    find_patients,
    is_within,
    objects_of,
)
from tradegraph.extractors.measure_context import MeasureContext
from tradegraph.extractors.measure_lists import find_rate_lists, find_retaliations
from tradegraph.extractors.measure_phrases import MeasurePhrase, find_measure_phrases, read_phrase
from tradegraph.extractors.measure_triggers import Trigger, event_of, find_triggers
from tradegraph.extractors.occasions import find_duration, find_effective, find_when, since_office
from tradegraph.extractors.passages import cover
from tradegraph.extractors.ruling_terms import is_asked
from tradegraph.language.analysis import Analysis
from tradegraph.language.quantities import RateMention
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Measure, MeasureEvent, Rate, Span

CHANGES = ("increase", "decrease", "extension", "revocation", "pause")


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts on whose goods in the clause of a trigger."""

    by: tuple[str, ...] = ()
    goods: Goods = Goods()


def find_measure_events(analysis: Analysis) -> Iterator[Fact]:
    """Yield what the document says of import measures, each change once."""
    context = MeasureContext(analysis)
    for phrase in find_measure_phrases(analysis):
        for trigger in find_triggers(analysis, phrase):
            outer = _outer_phrase(analysis, phrase, trigger)
            for fact in _read_events(analysis, outer, trigger, context):
                context.remember(fact)
    for fact in (
        *find_bare_pauses(analysis, context),
        *find_retaliations(analysis, context),
        *find_rate_lists(analysis, context),
    ):
        context.remember(fact)
    yield from context.facts()


def find_bare_pauses(analysis: Analysis, context: MeasureContext) -> Iterator[Fact]:
    """Yield pauses told without the measure's noun: *before the 90-day pause ends*."""
    for token in analysis.tokens:
        if token.pos != "noun" or event_of(analysis, token) != "pause":
            continue
        span = Span(min(t.begin for t in analysis.subtree(token)), token.end)
        length = next((d.duration for d in analysis.durations if d.span in span), None)
        if length is None or any(
            analysis.is_word(t, "measure-noun") for t in analysis.subtree(token)
        ):
            continue
        measure = context.settle(MeasurePhrase(token, span), (), Goods())
        if measure is not None:
            content = MeasureEvent("pause", measure, duration=length)
            yield Fact(content, (cover(analysis, token),), confidence=0.6, extractor="measures")


def _outer_phrase(analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger) -> MeasurePhrase:
    """Add what stands around the event's own noun: *US tariff cuts on cars*."""
    if trigger.way != "noun":
        return phrase
    outer = read_phrase(analysis, trigger.token)
    return replace(
        phrase,
        goods=phrase.goods + outer.goods,
        imposers=phrase.imposers or outer.imposers,
        by=phrase.by or outer.by,
        beside=phrase.beside or outer.beside,
        rates=phrase.rates or outer.rates,
        authority=phrase.authority or outer.authority,
        retaliatory=phrase.retaliatory or outer.retaliatory,
        trade_value=phrase.trade_value or outer.trade_value,
    )


def _read_events(
    analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger, context: MeasureContext
) -> Iterator[Fact]:
    if is_asked(analysis, trigger.token):
        return
    commitment = read_commitment(analysis, trigger.token, phrase.head)
    trigger, commitment = _turn_negation(analysis, trigger, commitment)
    roles = _read_roles(analysis, phrase, trigger)
    measure = context.settle(phrase, roles.by, roles.goods)
    if measure is None or not _is_told(phrase, trigger, measure):
        return
    rate, old = _choose_rates(analysis, phrase, trigger)
    event = _event_name(trigger, commitment, rate)
    targets = tuple(t for t in measure.targets if t not in everyone(analysis))
    content = MeasureEvent(
        event=event,
        measure=measure,
        by=roles.by or phrase.by,
        rate=rate,
        old_rate=old,
        when=find_when(analysis, trigger.token, commitment)
        or since_office(analysis, trigger.token, roles.by),
        effective=find_effective(analysis, trigger.token, commitment),
        duration=find_duration(analysis, trigger.token, phrase.span)
        if event in ("pause", "extension", "imposition")
        else None,
        retaliates_against=targets[0]
        if targets and _retaliates(analysis, phrase, trigger)
        else None,
        trade_value=phrase.trade_value,
    )
    span = cover(analysis, trigger.token, phrase.span)
    if len(measure.imposers) > 1:
        yield from _split_mutual(analysis, phrase, content, span, commitment)
        return
    confidence = {"verb": 0.85, "noun": 0.75, "participle": 0.8, "adjective": 0.65, "none": 0.5}[
        trigger.way
    ]
    fact = Fact(
        content, (span,), commitment.modality, commitment.positive, confidence, extractor="measures"
    )
    yield fact
    yield from _spread(analysis, fact, phrase, trigger)


def _turn_negation(
    analysis: Analysis, trigger: Trigger, commitment: Commitment
) -> tuple[Trigger, Commitment]:
    """Read *shall not apply to* and *will escape* as what they are: an exemption."""
    if analysis.is_word(trigger.token, "avoid-verb"):
        return replace(trigger, event="exemption"), commitment
    applies = trigger.token.lemma == "apply" or analysis.is_word(trigger.token, "bearing-verb")
    if (
        applies
        and commitment == Commitment("denied", positive=False)
        and trigger.event == "imposition"
    ):
        ahead = any(
            "modality-planned" in analysis.concepts(c)
            for c in analysis.children(trigger.token, "aux")
        )
        return replace(trigger, event="exemption"), Commitment("planned" if ahead else "asserted")
    return trigger, commitment


def _split_mutual(
    analysis: Analysis,
    phrase: MeasurePhrase,
    content: MeasureEvent,
    span: Span,
    commitment: Commitment,
) -> Iterator[Fact]:
    """Yield one fact for each imposer; on *each other's goods* the others are the targets."""
    sentence = analysis.sentence_of(phrase.head)
    following = [t.lower for t in analysis.tokens[phrase.head.index : sentence.last]]
    mutual = (
        "each" in following or "other" in following[following.index("one") :]
        if "one" in following
        else "each" in following
    )
    for imposer in content.measure.imposers:
        others = (
            tuple(i for i in content.measure.imposers if i != imposer)
            if mutual
            else content.measure.targets
        )
        by = tuple(
            b
            for b in content.by
            if find_jurisdictions(analysis, (b,)) == (imposer,) and b != imposer
        )
        measure = replace(content.measure, imposers=(imposer,), targets=others)
        yield Fact(
            replace(content, measure=measure, by=by),
            (span,),
            commitment.modality,
            commitment.positive,
            0.75,
            extractor="measures",
        )


def _is_told(phrase: MeasurePhrase, trigger: Trigger, measure: Measure) -> bool:
    """Tell whether a measure merely mentioned is specific enough to count as said to be in force."""
    if trigger.way not in ("none", "adjective"):
        return True
    specific = bool(
        phrase.rates or phrase.goods.products or phrase.goods.targets or phrase.authority
    )
    return specific and bool(measure.imposers)


def _event_name(trigger: Trigger, commitment: Commitment, rate: Rate | None) -> str:
    if commitment.modality == "threatened" and trigger.event in (
        "imposition",
        "announcement",
        "entry-into-effect",
    ):
        return "threat"
    if trigger.event == "entry-into-effect" and commitment.modality != "asserted":
        return "imposition"
    return trigger.event


def _read_roles(analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger) -> Roles:
    """Return who acts and on whose goods, as the clause of the trigger has it."""
    goods = phrase.goods
    verb = trigger.token if trigger.token.pos == "verb" else clause_verb(analysis, trigger.token)
    by: tuple[str, ...] = ()
    if trigger.way == "noun":
        by = phrase.by or tuple(
            i for t in objects_of(analysis, trigger.token, "by") for i in find_actors(analysis, t)
        )
        if trigger.event == "exemption":
            for token in objects_of(analysis, trigger.token, "for", "to", "of"):
                goods += (
                    read_goods(analysis, token)
                    if not _is_phrase(analysis, token, phrase)
                    else Goods()
                )
    if verb is None:
        return Roles(by, goods)
    if analysis.is_word(verb, "bearing-verb") or (
        trigger.event == "exemption" and trigger.way == "adjective"
    ):
        return Roles(by, goods + _bearers(analysis, verb, phrase))
    agent = find_agent(analysis, verb)
    if not by and agent is not None and not _is_phrase(analysis, agent, phrase):
        by = find_actors(analysis, agent)
    for token in find_patients(analysis, verb):
        if (
            not _is_phrase(analysis, token, phrase)
            and token is not agent
            and trigger.way in ("verb", "adjective")
        ):
            goods += _goods_hit(analysis, token, trigger)
    if trigger.way in ("verb", "participle"):
        for token in objects_of(analysis, verb, "on", "upon", "against"):
            if not _is_phrase(analysis, token, phrase):
                goods += read_goods(analysis, token)
    return Roles(by, goods)


def _goods_hit(analysis: Analysis, token: Token, trigger: Trigger) -> Goods:
    """Return the goods in *hit China with duties*, *exempt medicines from the duty*."""
    goods = read_goods(analysis, token)
    return goods if trigger.event == "exemption" else Goods(goods.targets)


def _bearers(analysis: Analysis, verb: Token, phrase: MeasurePhrase) -> Goods:
    """Return whose goods bear the measure: the subject of *face*, *pay*, *be exempt*."""
    found = Goods()
    for child in analysis.children(verb, "nsubj", "nsubjpass"):
        if not _is_phrase(analysis, child, phrase):
            found += read_goods(analysis, child)
    return found


def _is_phrase(analysis: Analysis, token: Token, phrase: MeasurePhrase) -> bool:
    return token is phrase.head or (is_within(analysis, phrase.head, token) and token.pos == "noun")


def _choose_rates(
    analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger
) -> tuple[Rate | None, Rate | None]:
    """Return the rate after and before the change, from the phrase and the clause."""
    verb = clause_verb(analysis, trigger.token) or trigger.token
    around = [
        r
        for r in analysis.rates_in(clause_span(analysis, verb))
        if _belongs(analysis, r, phrase, verb)
    ]
    rates = list(phrase.rates) or around
    rates += [r for r in around if r not in rates and r.side]
    new = next((r for r in rates if r.side == "to"), None)
    old = next((r for r in rates if r.side == "from"), None)
    if new is None and old is None and len(rates) > 1 and trigger.event in ("increase", "decrease"):
        return rates[0].rate, None
    if new is None:
        new = next(
            (
                r
                for r in rates
                if r is not old and not (r.points and trigger.event in ("increase", "decrease"))
            ),
            None,
        )
    if new is not None and old is None and _comes_from(analysis, phrase, trigger):
        return None, new.rate
    return (new.rate if new else None), (old.rate if old else None)


def _comes_from(analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger) -> bool:
    """Tell whether the measure is what a decrease starts from: *retreat from tariffs of 50%*."""
    above = analysis.head(phrase.head)
    return trigger.event == "decrease" and above.lower == "from"


def _belongs(analysis: Analysis, rate: RateMention, phrase: MeasurePhrase, verb: Token) -> bool:
    """Tell whether a rate outside the phrase is the measure's: it hangs on the verb itself."""
    if rate.span in phrase.span:
        return True
    head = analysis.head_of(rate.span)
    if head is None:
        return False
    above = analysis.head(head)
    return above is verb or (above.dep == "prep" and analysis.head(above) in (verb, phrase.head))


def _retaliates(analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger) -> bool:
    if phrase.retaliatory:
        return True
    verb = clause_verb(analysis, trigger.token)
    if verb is None:
        return False
    span = clause_span(analysis, verb)
    return any(
        analysis.is_word(t, "retaliation", "retaliating-verb") for t in analysis.tokens_in(span)
    )


def _spread(
    analysis: Analysis, fact: Fact, phrase: MeasurePhrase, trigger: Trigger
) -> Iterator[Fact]:
    """Yield the further facts of *25% on steel and 10% on aluminum*."""
    content = fact.content
    if not isinstance(content, MeasureEvent) or content.rate is None:
        return
    sentence = analysis.sentence_of(phrase.head)
    used = {content.rate.text, content.old_rate.text if content.old_rate else None}
    for rate in analysis.rates_in(sentence.span):
        if rate.rate.text in used or rate.side or rate.span.begin < phrase.head.begin:
            continue
        head = analysis.head_of(rate.span)
        if head is None or head.dep not in ("conj", "appos", "pobj", "dobj", "ROOT", "nmod"):
            continue
        tokens = objects_of(analysis, head, "on", "for")
        if not tokens:
            continue
        goods = Goods()
        for token in tokens:
            goods += read_goods(analysis, token)
        if goods == Goods():
            continue
        measure = replace(
            content.measure,
            targets=goods.targets or content.measure.targets,
            products=goods.products or (content.measure.products if goods.targets else ()),
        )
        span = cover(analysis, head, rate.span)
        used.add(rate.rate.text)
        yield replace(
            fact,
            content=replace(content, measure=measure, rate=rate.rate, old_rate=None),
            evidence=(span,),
        )
