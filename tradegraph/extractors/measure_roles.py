"""Who acts on whose goods at which rate, as the clause of a measure event has it.

Imposers are subjects or follow *by*; what is hit follows *on* or is the object (*hit China with
duties*). With *face*, *pay*, *be exempt* the subject is the one whose goods are meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from tradegraph.extractors.actors import actors_of, find_actors
from tradegraph.extractors.coordination import conjuncts
from tradegraph.extractors.goods import NOTHING, Goods, read_all_goods, read_goods
from tradegraph.extractors.grammar import (
    clause_span,
    clause_verb,
    find_agent,
    find_patients,
    find_subject,
    is_passive,
    objects_of,
    shares_clause,
)
from tradegraph.extractors.jurisdictions import (
    JURISDICTIONS,
    find_jurisdiction,
    find_jurisdictions,
)
from tradegraph.extractors.measure_phrases import MeasurePhrase, is_definite, read_contesting
from tradegraph.extractors.measure_triggers import STEPS, Trigger, event_of, goes_on
from tradegraph.extractors.measure_words import is_share
from tradegraph.extractors.programmes import authorities_in
from tradegraph.language.analysis import Analysis
from tradegraph.language.quantities import RateMention
from tradegraph.language.tokens import Token
from tradegraph.model import Rate

HIT = ("on", "upon", "against")
UNDER = ("under", "pursuant", "using", "through", "via")
SPARED = ("for", "to", "of")
TOPICAL = ("for", "on")


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts, and on whose goods."""

    by: tuple[str, ...]
    goods: Goods


def read_roles(analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger) -> Roles:
    """Return who acts and on whose goods, by the trigger's noun and by its clause."""
    by: tuple[str, ...] = ()
    goods = phrase.goods
    if trigger.way == "noun":
        by = phrase.by or actors_of(analysis, objects_of(analysis, trigger.token, "by"))
        goods += _goods_of_noun(analysis, phrase, trigger)
    verb = clause_verb(analysis, trigger.token)
    if verb is None:
        return Roles(by, goods)
    if _is_borne(analysis, verb, trigger):
        laying = _laid_by(analysis, verb, phrase)
        places = find_jurisdictions(analysis, laying)
        borne = goods + _bearers(analysis, verb, phrase, trigger)
        borne = borne if borne.products else borne + _topic_goods(analysis, verb)
        targets = tuple(target for target in borne.targets if target not in places)
        return Roles(by or laying, Goods(targets, borne.products))
    by = by or _find_agents(analysis, verb, phrase, trigger) or _told_by(analysis, verb, phrase)
    goods += _goods_of_clause(analysis, verb, phrase, trigger)
    if trigger.event == "imposition" and trigger.way == "verb":
        goods = _leave_own(analysis, by, goods)
    return Roles(by, goods if goods.products else goods + _topic_goods(analysis, verb))


def _told_by(analysis: Analysis, verb: Token, phrase: MeasurePhrase) -> tuple[str, ...]:
    """Return who announces what is done by nobody: *Norway announced that a duty would be cut*."""
    told = analysis.head(verb)
    announced = verb.dep == "ccomp" and event_of(analysis, told) == "announcement"
    known = phrase.imposers or phrase.programme or is_definite(analysis, phrase)
    if not announced or known or not is_passive(analysis, verb):
        return ()
    return find_actors(analysis, find_agent(analysis, told))


def _leave_own(analysis: Analysis, by: tuple[str, ...], goods: Goods) -> Goods:
    """Return the goods without a place that would tax its own: *Norway put duties on its steel*."""
    own = find_jurisdictions(analysis, by)
    return Goods(tuple(target for target in goods.targets if target not in own), goods.products)


def _topic_goods(analysis: Analysis, verb: Token) -> Goods:
    """Return the goods with which the sentence begins: *For rice, the order ends the duty*."""
    first = analysis.tokens[analysis.sentence_of(verb).first]
    fronted = first.lower in TOPICAL and analysis.head(first) in (verb, analysis.head(verb))
    topic = read_all_goods(analysis, analysis.children(first, "pobj")) if fronted else NOTHING
    return Goods(products=topic.products)


def _is_borne(analysis: Analysis, verb: Token, trigger: Trigger) -> bool:
    """Tell whether the clause is about goods that bear the measure, or are spared from it."""
    exempt = trigger.event == "exemption" and trigger.way == "adjective"
    subject = trigger.event in ("imposition", "exemption") and trigger.token.pos == "adjective"
    if exempt or subject or analysis.is_word(verb, "bearing-verb"):
        return True
    objects = analysis.children(verb, "dobj")  # rice is charged a duty
    charged = any(analysis.is_word(t, "measure-noun", "weak-measure-noun") for t in objects)
    return is_passive(analysis, verb) and (charged or analysis.is_word(verb, "striking-verb"))


def _find_agents(
    analysis: Analysis, verb: Token, phrase: MeasurePhrase, trigger: Trigger
) -> tuple[str, ...]:
    """Return who does what the verb says, where that is something done to the measure.

    Who considers or proposes a measure may come to lay it; who defends or fears it does not.
    """
    agent = find_agent(analysis, verb)
    deciding = (verb, analysis.head(verb)) if verb.dep == "xcomp" else (verb,)
    considers = any(c.startswith("modality-") for word in deciding for c in analysis.concepts(word))
    has = verb.lemma == "have" and phrase.head.dep == "dobj" and bool(phrase.goods)
    spared = phrase.retaliatory and analysis.is_word(verb, "negation")  # ruled out retaliation
    acts = trigger.way != "none" or considers or has or spared
    if agent is None or not acts or _is_phrase(analysis, agent, phrase):
        return ()
    return () if read_contesting(analysis, phrase) else find_actors(analysis, agent)


def _goods_of_noun(analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger) -> Goods:
    """Return the goods of *an exemption for medicines from Iceland*."""
    if trigger.event != "exemption":
        return NOTHING
    heads = objects_of(analysis, trigger.token, *SPARED)
    above = analysis.head(trigger.token)
    if trigger.token.dep == "dobj":  # offer Norway an exemption
        given = analysis.children(above, "dobj", "dative")
        heads += [t for each in given for t in conjuncts(analysis, each)]
    heads = [t for t in heads if t is not trigger.token]
    return read_all_goods(analysis, [t for t in heads if not _is_phrase(analysis, t, phrase)])


def _goods_of_clause(
    analysis: Analysis, verb: Token, phrase: MeasurePhrase, trigger: Trigger
) -> Goods:
    """Return the goods in *hit China with duties*, *exempt medicines*, *imposed it on China*."""
    agent = find_agent(analysis, verb)
    goods = NOTHING
    if trigger.way in ("verb", "adjective"):
        for token in find_patients(analysis, verb):
            if token is not agent and not _is_phrase(analysis, token, phrase):
                found = read_goods(analysis, token)
                struck = analysis.is_word(verb, "striking-verb") or phrase.head.dep == "npadvmod"
                whole = struck or trigger.event == "exemption"  # charge cheese 18%
                goods += found if whole else Goods(found.targets)
    laid = (
        trigger.way == "none" and phrase.head.dep == "dobj" and analysis.head(phrase.head) is verb
    )
    if laid or trigger.way in ("verb", "participle"):
        heads = objects_of(analysis, verb, *HIT)
        if analysis.is_word(verb, "apply-verb"):
            heads += objects_of(analysis, verb, "to")
        inner = analysis.head(phrase.head)  # held off on imposing it on cheese
        if inner is not verb and inner.pos == "verb" and phrase.head.dep == "dobj":
            heads += objects_of(analysis, inner, *HIT)
        goods += read_all_goods(analysis, [t for t in heads if not _is_phrase(analysis, t, phrase)])
        if (phrase.goods + goods).targets:  # goods of Norway, | including rice
            examples = read_all_goods(analysis, objects_of(analysis, verb, "including"))
            goods += Goods(products=examples.products)
        if (phrase.goods + goods).products:  # a duty on rice | from Norway
            goods += Goods(read_all_goods(analysis, objects_of(analysis, verb, "from")).targets)
    return goods


def _bearers(analysis: Analysis, verb: Token, phrase: MeasurePhrase, trigger: Trigger) -> Goods:
    """Return whose goods bear the measure: the subject of *face*, *pay*, *be exempt*."""
    word = trigger.token
    beside = word.dep == "amod" and word.head < word.index  # goods subject to duties
    subject = analysis.head(word) if beside else find_subject(analysis, verb)
    if subject is None or _is_phrase(analysis, subject, phrase):
        return NOTHING
    goods = read_goods(analysis, subject)
    if not goods and analysis.is_word(subject, "bearer-noun"):  # importers of rice
        goods = read_all_goods(analysis, objects_of(analysis, subject, "of", "from"))
    return goods


def _laid_by(analysis: Analysis, verb: Token, phrase: MeasurePhrase) -> tuple[str, ...]:
    """Return from whom the measure comes that somebody bears: *face a duty from Norway*."""
    words = (phrase.head, verb)
    return actors_of(analysis, [t for word in words for t in objects_of(analysis, word, "from")])


def find_announcer(
    analysis: Analysis, trigger: Token, imposers: tuple[str, ...]
) -> tuple[str, ...]:
    """Return who tells of the imposers' act and acts for them: *Trump said the US would impose*."""
    verb = clause_verb(analysis, trigger)
    above = (verb, *analysis.ancestors(verb)) if verb is not None else ()
    for word in above:
        if word.pos != "verb" or not analysis.is_word(word, "reporting-verb"):
            continue
        speakers = find_actors(analysis, find_agent(analysis, word))
        officers = [a for a in speakers if analysis.kind(a) not in JURISDICTIONS]
        own = [a for a in officers if find_jurisdiction(analysis, a) in imposers]
        if own:
            return tuple(own)
    return ()


def _is_phrase(analysis: Analysis, token: Token, phrase: MeasurePhrase) -> bool:
    """Tell whether the noun is the measure's, or a part of its phrase: no clause is between."""
    if token is phrase.head:
        return True
    above = takewhile(lambda word: word.pos != "verb", analysis.ancestors(phrase.head))
    return token.pos == "noun" and token in above


def read_authority(analysis: Analysis, trigger: Trigger) -> str | None:
    """Return the power under which the clause says it is done: *imposed it under the act*."""
    verb = clause_verb(analysis, trigger.token)
    laws = objects_of(analysis, verb, *UNDER) if verb is not None else []
    named = [a for law in laws for a in authorities_in(analysis, analysis.subtree_span(law))]
    return named[0] if named else None


def read_rates(
    analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger
) -> tuple[Rate | None, Rate | None]:
    """Return the rate after and before the change, from the phrase and the clause."""
    beside = trigger.way == "adjective" and trigger.token.dep == "amod"  # the applied tariff is 5%
    verb = clause_verb(analysis, phrase.head if beside else trigger.token) or trigger.token
    inside = [
        r for r in analysis.rates_in(clause_span(analysis, verb)) if _is_in(analysis, r, verb)
    ]
    around = [rate for rate in inside if _belongs(analysis, rate, phrase, verb)]
    rates = list(phrase.rates) or around
    rates += [rate for rate in inside if rate not in rates and rate.side]
    rates = [rate for rate in rates if not _is_later(analysis, rate, verb)] or rates
    new = next((rate for rate in rates if rate.side == "to"), None)
    old = next((rate for rate in rates if rate.side == "from"), None)
    steps = trigger.event in STEPS
    if new is None and old is None and len(rates) > 1 and steps:
        return rates[0].rate, None
    if new is None:
        new = next((r for r in rates if r is not old and not (r.points and steps)), None)
    if new is not None and old is None and _comes_from(analysis, phrase, trigger):
        return None, new.rate
    return (new.rate if new else None), (old.rate if old else None)


def _is_in(analysis: Analysis, rate: RateMention, verb: Token) -> bool:
    head = analysis.head_of(rate.span)
    return not is_share(analysis, rate) and (head is None or shares_clause(analysis, head, verb))


def _is_later(analysis: Analysis, rate: RateMention, verb: Token) -> bool:
    """Tell whether a clause below the verb leads to the rate: *25%, which will rise to 30%*."""
    word = analysis.head_of(rate.span)
    above = analysis.ancestors(word) if word is not None else ()
    nearest = next((t for t in above if t.pos == "verb"), verb)
    return nearest is not verb and (nearest.dep == "relcl" or goes_on(analysis, nearest))


def _comes_from(analysis: Analysis, phrase: MeasurePhrase, trigger: Trigger) -> bool:
    """Tell whether the measure is what a decrease starts from: *retreat from tariffs of 50%*."""
    return trigger.event == "decrease" and analysis.head(phrase.head).lower == "from"


def _belongs(analysis: Analysis, rate: RateMention, phrase: MeasurePhrase, verb: Token) -> bool:
    """Tell whether a rate is the measure's: inside its phrase, or hanging on the verb itself."""
    head = analysis.head_of(rate.span)
    if rate.span in phrase.span or head is None:
        return rate.span in phrase.span
    above = analysis.head(head)
    return above is verb or (above.dep == "prep" and analysis.head(above) in (verb, phrase.head))
