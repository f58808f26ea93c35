"""Whose goods, and which, the noun phrase of a measure names around its noun.

They stand before it (*steel tariffs*), after it (*a tariff on steel from Norway*), after its rate,
or in a clause that hangs on it (*tariffs aimed at Norway*).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradegraph.extractors.coordination import PREMODIFIERS, conjuncts
from tradegraph.extractors.goods import COVERAGE, NOTHING, Goods, product_words, read_all_goods
from tradegraph.extractors.grammar import objects_of
from tradegraph.extractors.jurisdictions import ALL_PARTNERS, everyone, named_actor
from tradegraph.extractors.products import is_origin
from tradegraph.language.analysis import Analysis
from tradegraph.language.quantities import RateMention
from tradegraph.language.tokens import Token

LAID_ON: Final = ("on", "upon", "for")
BESIDE: Final = 10
"""Words after the noun among which its goods begin."""
RATING: Final = frozenset(("CC", "CD", "IN", "JJ", "JJR", "RB", "RBR", "TO", "SYM", "HYPH"))
"""Tags of the words that make up a rate: *as high as 25 percent*."""
RATED: Final = ("quantity-noun", "measure-noun", "weak-measure-noun")


def read_named_goods(analysis: Analysis, head: Token, rates: Sequence[RateMention]) -> Goods:
    """Return the goods that the phrase names, before and after the noun, and by a participle.

    `rates` are those inside the phrase.
    """
    goods = Goods(products=product_words(analysis, head))
    before = {named_actor(analysis, t) for t in analysis.children(head, *PREMODIFIERS)}
    if before & everyone(analysis):
        goods += Goods(targets=(ALL_PARTNERS,))
    for word in (head, *_rate_words(analysis, head, rates)):
        goods += read_all_goods(analysis, objects_of(analysis, word, *COVERAGE))
    after = (t for t in analysis.children(head, "amod", "acl") if t.index > head.index)
    for word in after:  # duties worth $3 billion on rice, set forth for rice
        goods += read_all_goods(analysis, objects_of(analysis, word, "on", "for", "against"))
    goods += Goods(_origins_after(analysis, head))
    outer = analysis.head(head)
    if head.dep in ("compound", "nmod") and outer.pos == "noun":  # the duty order | on rice
        goods += read_all_goods(analysis, objects_of(analysis, outer, "on", "against"))
    for clause in analysis.children(head, "acl", "relcl"):
        for verb in (clause, *analysis.children(clause, "xcomp")):  # that it threatened to lay on
            goods += read_all_goods(analysis, objects_of(analysis, verb, "on", "upon", "against"))
        struck = clause.dep == "relcl" and analysis.is_word(clause, "striking-verb")
        if struck or clause.tag == "VBG":
            goods += read_all_goods(analysis, analysis.children(clause, "dobj"))
        goods += read_all_goods(analysis, _aimed_at(analysis, clause))
    return goods if goods.products else goods + _goods_beside(analysis, head)


def _goods_beside(analysis: Analysis, head: Token) -> Goods:
    """Return the goods after *on* or *for* that only a rate parts from the noun.

    Where the words are in between, the parse often takes the goods to another one: *tariffs as high
    as 25 percent on cars*, *raise the tariff rates for furniture*.
    """
    last = min(head.index + BESIDE, analysis.sentence_of(head).last)
    for token in analysis.tokens[head.index + 1 : last]:
        if token.lower in LAID_ON:
            return read_all_goods(analysis, analysis.children(token, "pobj"))
        if token.tag not in RATING and not analysis.is_word(token, *RATED):
            break
    return NOTHING


def _aimed_at(analysis: Analysis, clause: Token) -> list[Token]:
    """Return at whom or what the clause says the measure is aimed."""
    heads = objects_of(analysis, clause, "at")
    return [t for t in heads if is_origin(analysis, t) or analysis.is_word(t, "goods-noun")]


def _origins_after(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return whence the goods come: *a duty on rice and a levy on nuts from Norway*."""
    beside = analysis.children(analysis.head(head), head.dep)
    words = [*conjuncts(analysis, head), *(t for t in beside if t.index > head.index)]
    measures = [w for w in words if analysis.is_word(w, "measure-noun", "weak-measure-noun")]
    found = (read_all_goods(analysis, objects_of(analysis, w, "from")) for w in (head, *measures))
    return next((goods.targets for goods in found if goods.targets), ())


def _rate_words(analysis: Analysis, head: Token, rates: Sequence[RateMention]) -> list[Token]:
    """Return the first rate's words after the noun: *a tariff of 15 to 25 percent on steel*."""
    after = objects_of(analysis, head, "of", "at")
    words = ([t for t in after if rate.span.begin <= t.begin < rate.span.end] for rate in rates)
    return next((found for found in words if found), [])
