"""Measure events: who imposed, raised, paused, threatened, exempted or ended which measure.

Each phrase that names a measure is read with each word that tells what happens to it. Then come the
events told without the noun: bare pauses, retaliation, lists of countries with rates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tradegraph.extractors.commitment import Commitment
from tradegraph.extractors.goods import Goods, read_all_goods
from tradegraph.extractors.grammar import clause_span, clause_verb, objects_of
from tradegraph.extractors.jurisdictions import (
    JURISDICTIONS,
    administrations_of,
    everyone,
    find_jurisdictions,
)
from tradegraph.extractors.measure_commitment import Telling, is_idle, read_telling
from tradegraph.extractors.measure_context import MeasureContext
from tradegraph.extractors.measure_exemptions import find_bare_exemptions
from tradegraph.extractors.measure_follow_ups import find_follow_ups
from tradegraph.extractors.measure_lists import find_bare_pauses, find_rate_lists, find_retaliations
from tradegraph.extractors.measure_phrases import (
    MeasurePhrase,
    find_measure_phrases,
    is_definite,
    read_phrase,
)
from tradegraph.extractors.measure_recitals import find_recitals
from tradegraph.extractors.measure_roles import (
    Roles,
    find_announcer,
    read_authority,
    read_rates,
    read_roles,
)
from tradegraph.extractors.measure_scope import complete_scopes
from tradegraph.extractors.measure_triggers import Trigger, find_triggers
from tradegraph.extractors.measure_verbs import find_taxings
from tradegraph.extractors.occasions import (
    find_duration,
    find_effective,
    find_end,
    find_when,
    since_office,
)
from tradegraph.extractors.passages import cover
from tradegraph.extractors.ruling_terms import is_asked
from tradegraph.language.analysis import Analysis
from tradegraph.language.quantities import RateMention
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Measure, MeasureEvent, Rate

EXTRACTOR = "measures"
THREATENED = ("imposition", "announcement", "entry-into-effect")
LAYING = ("imposition", "entry-into-effect", "announcement")
"""Events by which goods come to bear a duty; at a rate of zero they are free of it."""
LASTING = ("pause", "extension", "imposition")
"""Events of which a text tells how long they last."""
CONFIDENCE = {"verb": 0.85, "participle": 0.8, "noun": 0.75, "adjective": 0.65, "none": 0.5}
"""By the way in which the event's word stands to the measure."""
BARE = 0.1
"""By so much less sure is an event of *tariffs* without rate, goods or law."""
ACTED_ON = 0.05
"""The same of a measure to which something else is done: *enforce*, *evade the duty*."""
MUTUAL_CONFIDENCE = 0.75
PAIR = 2
LISTING = ("conj", "appos", "pobj", "dobj", "ROOT", "nmod")
"""Relations of a further rate that is listed after the first."""


def find_measure_events(analysis: Analysis) -> Iterator[Fact]:
    """Yield what the document says of import measures, each change once."""
    context = MeasureContext(analysis)
    for phrase in find_measure_phrases(analysis):
        for trigger in find_triggers(analysis, phrase):
            for fact in _read_events(analysis, phrase, trigger, context):
                context.remember(fact)
    complete_scopes(analysis, context)
    for fact in (
        *find_recitals(analysis),
        *find_follow_ups(analysis, context),
        *find_taxings(analysis, context),
        *find_bare_pauses(analysis, context),
        *find_bare_exemptions(analysis, context),
        *find_retaliations(analysis, context),
        *find_rate_lists(analysis, context),
    ):
        context.remember(fact)
    yield from context.facts()


def _read_events(
    analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger, context: MeasureContext
) -> Iterator[Fact]:
    if is_asked(analysis, trigger.token):
        return
    if trigger.way == "noun":
        phrase = phrase.widen(read_phrase(analysis, trigger.token))
    phrase = replace(phrase, authority=phrase.authority or read_authority(analysis, trigger))
    told = read_telling(analysis, phrase, trigger)
    told = replace(told, commitment=context.act.enact(told.commitment, told.trigger.token))
    roles = read_roles(analysis, phrase, told.trigger)
    measure = context.settle(phrase, roles.by, roles.goods)
    if measure is None:
        return
    context.speak_of(measure, phrase.span.begin)
    content = _describe_event(analysis, told, roles, measure)
    content = context.act.complete(content, told.trigger.token, told.commitment)
    if is_idle(analysis, told) or not _is_told(analysis, told, content):
        return
    passage = cover(analysis, trigger.token, phrase.span)
    if len(measure.imposers) > 1:
        for event in _split_mutual(analysis, phrase, content):
            yield told.commitment.claim(
                event, passage, confidence=MUTUAL_CONFIDENCE, extractor=EXTRACTOR
            )
        return
    confidence = _rate(told.phrase, trigger)
    fact = told.commitment.claim(content, passage, confidence=confidence, extractor=EXTRACTOR)
    resumes = trigger.event == "entry-into-effect" and is_definite(analysis, phrase)
    if resumes and context.complete_last(fact):
        return
    yield fact
    yield from _read_further_rates(analysis, fact, content, phrase.head)


def _rate(phrase: MeasurePhrase, trigger: Trigger) -> float:
    """Return how sure the event is: less so for a phrase that says nothing of the measure."""
    said = phrase.rates or phrase.goods or phrase.authority or phrase.programme
    acted_on = trigger.way == "none" and phrase.head.dep == "dobj"
    less = (0 if said else BARE) + (ACTED_ON if acted_on else 0)
    return round(CONFIDENCE[trigger.way] - less, 2)


def _describe_event(
    analysis: Analysis, told: Telling, roles: Roles, measure: Measure
) -> MeasureEvent:
    """Return the event with its rates, dates and length."""
    phrase, trigger, commitment = told.phrase, told.trigger, told.commitment
    rate, old_rate = read_rates(analysis, phrase, trigger)
    event = _name_event(trigger, commitment, rate, old_rate)
    when = find_when(analysis, trigger.token, commitment)
    opponents = [t for t in measure.targets if t not in everyone(analysis)]
    answering = bool(opponents) and _retaliates(analysis, phrase, trigger)
    return MeasureEvent(
        event=event,
        measure=measure,
        by=_find_author(analysis, told, roles, measure),
        rate=rate,
        old_rate=old_rate,
        when=when or since_office(analysis, trigger.token, roles.by),
        effective=find_effective(analysis, trigger.token, commitment),
        duration=find_duration(analysis, trigger.token) if event in LASTING else None,
        until=find_end(analysis, trigger.token) if event in LASTING else None,
        retaliates_against=opponents[0] if answering else None,
        trade_value=phrase.trade_value,
    )


def _find_author(
    analysis: Analysis, told: Telling, roles: Roles, measure: Measure
) -> tuple[str, ...]:
    """Return who acts: as named, and where that is only a country, who announces its act."""
    named = roles.by or told.phrase.by
    if any(analysis.kind(actor) not in JURISDICTIONS for actor in named):
        headed = {own for actor in named for own in administrations_of(analysis, actor)}
        return tuple(a for a in named if a not in headed or named == (a,)) or named
    return find_announcer(analysis, told.trigger.token, measure.imposers) or named


def _split_mutual(
    analysis: Analysis, phrase: MeasurePhrase, content: MeasureEvent
) -> Iterator[MeasureEvent]:
    """Yield one event for each imposer.

    On *each other's goods* the others are the targets, and so where both do it to nobody's.
    """
    measure = content.measure
    both = len(measure.imposers) == PAIR and not measure.targets
    mutual = both or _is_mutual(analysis, phrase.head)
    for imposer in measure.imposers:
        others = tuple(i for i in measure.imposers if i != imposer)
        own = replace(measure, imposers=(imposer,), targets=others if mutual else measure.targets)
        acting = (actor for actor in content.by if actor != imposer)
        by = tuple(a for a in acting if find_jurisdictions(analysis, (a,)) == (imposer,))
        yield replace(content, measure=own, by=by)


def _is_mutual(analysis: Analysis, head: Token) -> bool:
    """Tell whether *each other* or *one another* follows the measure's noun."""
    following = analysis.tokens[head.index : analysis.sentence_of(head).last]
    words = [token.lower for token in following]
    return "each" in words or ("one", "another") in pairwise(words)


def _is_told(analysis: Analysis, told: Telling, content: MeasureEvent) -> bool:
    """Tell whether a mere mention is specific enough to count as said to be in force, or to come.

    What is only mentioned is told where it is new and ahead (*pledged more tariffs*), or where more
    is said than on which kind of goods it is: *the car levy* is a topic.
    """
    phrase, trigger = told.phrase, told.trigger
    mentioned = trigger.way in ("none", "adjective") and trigger.event != "revocation"
    mentioned |= analysis.is_word(trigger.token, "bearing-verb")
    words = (t for t in analysis.tokens_in(phrase.span) if t.index <= phrase.head.index)
    new = not is_definite(analysis, phrase) and any(analysis.is_word(t, "novelty") for t in words)
    coming = new and told.commitment.is_ahead
    if not mentioned or coming or content.rate is not None:
        return True
    affected = phrase.head.dep == "nsubjpass"  # duties on steel were not affected
    topic = trigger.way == "none" and phrase.is_topic and not affected
    return phrase.is_specific and not topic


def _name_event(
    trigger: Trigger, commitment: Commitment, rate: Rate | None, old_rate: Rate | None
) -> str:
    """Return the event: a threat of one that is only threatened, an exemption at a zero rate.

    From one rate to another it is a step, whatever the verb: *will charge 18%, down from 25%*.
    """
    before, after = (_top(each) for each in (old_rate, rate))
    if trigger.event == "imposition" and before and after and before != after:
        return "increase" if after > before else "decrease"
    if trigger.event in LAYING and rate is not None and rate.low == rate.high == 0:
        return "exemption"
    if commitment.modality == "threatened" and trigger.event in THREATENED:
        return "threat"
    if trigger.event == "entry-into-effect" and commitment.modality != "asserted":
        return "imposition"
    return trigger.event


def _top(rate: Rate | None) -> float | None:
    """Return the rate's upper bound, or its lower one where it has no other."""
    return None if rate is None else rate.low if rate.high is None else rate.high


def _retaliates(analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger) -> bool:
    """Tell whether the measure answers another one, by its own words or its clause's."""
    if phrase.retaliatory:
        return True
    verb = clause_verb(analysis, trigger.token)
    if verb is None or phrase.programme:
        return False
    if verb.dep in ("pcomp", "xcomp"):  # countered by threatening duties
        verb = clause_verb(analysis, analysis.head(verb)) or verb
    words = analysis.tokens_in(clause_span(analysis, verb))
    return any(analysis.is_word(t, "retaliation", "retaliating-verb") for t in words)


def _read_further_rates(
    analysis: Analysis, fact: Fact, content: MeasureEvent, head: Token
) -> Iterator[Fact]:
    """Yield the further facts of *25% on steel and 10% on aluminum*."""
    if content.rate is None:
        return
    used = {content.rate.text, content.old_rate.text if content.old_rate else None}
    for rate in analysis.rates_in(analysis.sentence_of(head).span):
        goods = _goods_after(analysis, rate)
        if rate.rate.text in used or rate.side or rate.span.begin < head.begin or not goods:
            continue
        used.add(rate.rate.text)
        products = goods.products or (content.measure.products if goods.targets else ())
        targets = goods.targets or content.measure.targets
        measure = replace(content.measure, targets=targets, products=products)
        event = replace(content, measure=measure, rate=rate.rate, old_rate=None)
        word = analysis.head_of(rate.span) or head
        yield replace(fact, content=event, evidence=(cover(analysis, word, rate.span),))


def _goods_after(analysis: Analysis, rate: RateMention) -> Goods:
    """Return the goods of a rate that stands in a list: *and 10% on aluminum*."""
    head = analysis.head_of(rate.span)
    if head is None or head.dep not in LISTING:
        return Goods()
    return read_all_goods(analysis, objects_of(analysis, head, "on", "for"))
