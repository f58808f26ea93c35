"""Which goods a measure told before hits, where a sentence of its own says so: *They include cars*.

News tells what was done first and lists the goods after it: *The list ranges from cars to wine*,
*The duties hit rice*. Such a sentence tells no further event.
"""

from __future__ import annotations

from dataclasses import replace

from tradegraph.extractors.goods import read_all_goods
from tradegraph.extractors.grammar import find_patients, find_subject
from tradegraph.extractors.measure_context import MeasureContext
from tradegraph.extractors.measure_triggers import TAKING_EFFECT, event_of
from tradegraph.extractors.passages import cover
from tradegraph.extractors.products import CUE_ENDS, list_examples, list_products
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, MeasureEvent

REACH = 3
"""How many sentences back the measure may have been told."""
NEAR = 6
"""Words after the verb within which its examples begin: *covered sectors including textiles*."""
POINTING = frozenset(("they", "these", "those", "it", "this", "which"))
DEFINITE = frozenset(("the", "these", "those", "this", "its", "their"))


def complete_scopes(analysis: Analysis, context: MeasureContext) -> None:
    """Give the goods that a sentence lists to the measure told last, if that has none."""
    for verb in analysis.tokens:
        if verb.pos != "verb" or not analysis.is_word(verb, "scope-verb"):
            continue
        before = context.latest_fact(verb.begin)
        if before is not None and _is_of_goods(analysis, verb) and _is_near(analysis, before, verb):
            _complete(analysis, verb, before, context)


def _is_of_goods(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb's subject stands for the goods of a measure: *the list*, *they*."""
    subject = find_subject(analysis, verb)
    if subject is None or analysis.children(verb, "neg"):
        return False
    listing = event_of(analysis, subject) is not None or analysis.is_word(
        subject, "goods-noun", "quantity-noun", "measure-noun", "act-noun"
    )
    determiners = analysis.children(subject, "det", "poss")
    definite = any(t.lower in DEFINITE for t in determiners) or (
        not determiners and analysis.is_word(subject, "goods-noun")  # items affected include
    )
    pointing = subject.lower in POINTING and not analysis.is_word(verb, "striking-verb")
    return pointing or (listing and definite)


def _complete(analysis: Analysis, verb: Token, before: Fact, context: MeasureContext) -> None:
    content = before.content
    if not isinstance(content, MeasureEvent) or content.measure.products:
        return
    if content.event not in TAKING_EFFECT and content.event != "pause":
        return
    following = analysis.tokens[verb.index + 1 : verb.index + 2]
    ranging = any(t.lower in CUE_ENDS for t in following)
    listed = list_examples(analysis, verb, NEAR) or list_products(
        analysis, verb.index + (2 if ranging else 1)
    )
    products = listed or read_all_goods(analysis, find_patients(analysis, verb)).products
    if products:
        measure = replace(content.measure, products=products)
        evidence = (*before.evidence, cover(analysis, verb))
        whole = replace(content, measure=measure)
        context.amend(before, replace(before, content=whole, evidence=evidence))


def _is_near(analysis: Analysis, fact: Fact, verb: Token) -> bool:
    """Tell whether the fact was told shortly before the verb's sentence, or in it."""
    places = [analysis.sentence_at(span.begin) for span in fact.evidence]
    return any(p is not None and 0 < verb.sentence - p.index <= REACH for p in places)
