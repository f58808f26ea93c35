"""Noun phrases that name an import measure: *the 25% US tariffs on steel from Canada*.

What stands inside the phrase is read here: rate, goods, who lays it, under which authority. What
happens to the measure is read from the words around it by `measure_events`. A rate alone stands
for the measure where a verb lays or bears it (*will face 25%*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tradegraph.extractors.actors import actors_of, find_actors
from tradegraph.extractors.coordination import PREMODIFIERS, conjuncts
from tradegraph.extractors.goods import NOTHING, Goods, read_all_goods
from tradegraph.extractors.grammar import clause_verb, find_agent, objects_of
from tradegraph.extractors.jurisdictions import (
    ACTOR_KINDS,
    JURISDICTIONS,
    everyone,
    find_imposers,
)
from tradegraph.extractors.measure_goods import read_named_goods
from tradegraph.extractors.measure_words import is_share, may_name_measure, names_measure
from tradegraph.extractors.programmes import (
    authorities_in,
    confers,
    find_policy,
    find_programme,
    name_authority,
)
from tradegraph.language.analysis import Analysis
from tradegraph.language.quantities import RateMention
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Mention, Span

LEFT = (*PREMODIFIERS, "nummod", "det")
AROUND = (*LEFT, "npadvmod", "quantmod", "acl", "appos")
RATE_ROLES = ("dobj", "pobj", "nsubjpass", "attr", "oprd", "npadvmod")
DEFINITE = frozenset(
    ("the", "these", "those", "this", "that", "its", "their", "his", "such", "both")
)
"""Determiners of what has been spoken of before."""
CONTESTED = ("over", "against")
"""Prepositions before what somebody complains or quarrels about."""
LEAST_TRADE = 1e6
"""Sums in a measure's phrase from here on are trade covered; smaller ones are specific duties."""


@dataclass(frozen=True, slots=True)
class MeasurePhrase:
    """A measure as one noun phrase describes it.

    `imposers` are jurisdictions, `by` the actors named as laying it; `beside` are jurisdictions
    that stand before the noun and may lay it or bear it (*China tariffs*).
    """

    head: Token
    span: Span
    goods: Goods = NOTHING
    imposers: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    rates: tuple[RateMention, ...] = ()
    authority: str | None = None
    programme: str | None = None
    retaliatory: bool = False
    trade_value: float | None = None

    @property
    def is_specific(self) -> bool:
        """Whether the phrase says more than that there is a measure: rate, goods or authority."""
        return bool(self.rates or self.goods or self.authority or self.retaliatory)

    @property
    def is_topic(self) -> bool:
        """Whether the phrase names a kind of goods, but not whose, nor rate or law."""
        named = self.rates or self.authority or self.programme or self.retaliatory
        return bool(self.goods.products) and not (self.goods.targets or named)

    def widen(self, outer: MeasurePhrase) -> MeasurePhrase:
        """Return the phrase with what stands around the event's noun: *US tariff cuts on cars*."""
        return replace(
            self,
            goods=self.goods + outer.goods,
            imposers=self.imposers or outer.imposers,
            by=self.by or outer.by,
            beside=self.beside or outer.beside,
            rates=self.rates or outer.rates,
            authority=self.authority or outer.authority,
            retaliatory=self.retaliatory or outer.retaliatory,
            trade_value=self.trade_value or outer.trade_value,
        )


def find_measure_phrases(
    analysis: Analysis, sentence: Sentence | None = None
) -> Iterator[MeasurePhrase]:
    """Yield the noun phrases that name a measure, of one sentence or of all, then bare rates."""
    for token in analysis.sentence_tokens(sentence) if sentence else analysis.tokens:
        if not may_name_measure(analysis, token):
            continue
        if names_measure(analysis, token):
            yield read_phrase(analysis, token)
        elif analysis.is_word(token, "weak-measure-noun"):
            phrase = read_phrase(analysis, token)
            if _is_on_trade(analysis, phrase):
                yield phrase
    yield from find_rate_phrases(analysis, sentence)


def _is_on_trade(analysis: Analysis, phrase: MeasurePhrase) -> bool:
    """Tell whether a word such as *tax* or *fee* is said of trade."""
    if phrase.rates or phrase.retaliatory or phrase.authority or phrase.goods.targets:
        return True
    modifiers = analysis.children(phrase.head, "compound", "amod")
    if any(analysis.is_word(t, "trade-modifier") for t in modifiers):
        return True
    verb = analysis.head(phrase.head)
    laid = phrase.head.dep == "dobj" and "event-imposition" in analysis.concepts(verb)
    below = objects_of(analysis, verb, "on", "upon", "against") if laid else []
    covered = (*below, *objects_of(analysis, phrase.head, "on", "upon", "against"))
    return any(analysis.is_word(t, "goods-noun") for t in covered) or bool(
        read_all_goods(analysis, below).targets
    )


def find_rate_phrases(
    analysis: Analysis, sentence: Sentence | None = None
) -> Iterator[MeasurePhrase]:
    """Yield rates that stand for the measure themselves: *will face 25%*, *charge 10% on rice*."""
    for rate in analysis.rates:
        outside = sentence is not None and rate.span not in sentence.span
        head = analysis.head_of(rate.span)
        if is_share(analysis, rate):
            continue
        if outside or rate.side or rate.points or head is None or head.dep not in RATE_ROLES:
            continue
        if _stands_for_measure(analysis, head):
            yield read_phrase(analysis, head)


def _stands_for_measure(analysis: Analysis, head: Token) -> bool:
    """Tell whether a rate is laid or borne with no measure's noun near it."""
    above = analysis.head(head)
    verb = above if above.pos == "verb" else analysis.head(above)
    arguments = analysis.children(verb, "dobj", "nsubj", "nsubjpass")
    near = (head, above, *analysis.children(head), *arguments)
    named = any(analysis.is_word(t, "measure-noun", "weak-measure-noun") for t in near)
    if verb.pos != "verb" or named:
        return False
    laid = "event-imposition" in analysis.concepts(verb)
    placed = read_all_goods(analysis, objects_of(analysis, head, "on", "upon")).targets
    return laid or bool(placed) or analysis.is_word(verb, "bearing-verb")


def read_phrase(analysis: Analysis, head: Token) -> MeasurePhrase:
    """Return what the noun phrase headed by the word says of the measure."""
    span = _phrase_span(analysis, head)
    by, beside = _owners(analysis, head)
    by += _agents(analysis, head)
    words = (head, *analysis.children(head, *LEFT))
    programme, mention = _programme(analysis, head), analysis.mention_at(head)
    money = [m for m in analysis.moneys if m.span in span and m.amount >= LEAST_TRADE]
    return MeasurePhrase(
        head=head,
        span=span,
        goods=read_named_goods(analysis, head, analysis.rates_in(span)),
        imposers=find_imposers(analysis, by),
        by=by,
        beside=beside,
        rates=tuple(rate for rate in analysis.rates_in(span) if not is_share(analysis, rate)),
        authority=_authority(analysis, words, span) or name_authority(analysis, mention),
        programme=programme,
        retaliatory=not programme and any(analysis.is_word(t, "retaliation") for t in words),
        trade_value=money[0].amount if money else None,
    )


def _programme(analysis: Analysis, head: Token) -> str | None:
    """Return the programme that is named, also before the noun: *reciprocal tariff rate*."""
    named = (head, *analysis.children(head, "compound", "nmod"))
    found = (find_programme(analysis, analysis.mention_at(token)) for token in named)
    return next((programme for programme in found if programme), None)


def _phrase_span(analysis: Analysis, head: Token) -> Span:
    """Return the span of the phrase: what stands before the noun, and its prepositions."""
    inside = [head]
    for child in analysis.children(head):
        if child.dep in AROUND or (child.dep == "prep" and child.index > head.index):
            inside += analysis.subtree(child)
    return Span(min(t.begin for t in inside), max(t.end for t in inside))


def _agents(analysis: Analysis, head: Token) -> tuple[str, ...]:
    """Return who lays the measure by *by* or a relative clause: *duties that Norway imposed*."""
    clauses = analysis.children(head, "acl", "relcl")
    agents = [t for clause in clauses for t in objects_of(analysis, clause, "by")]
    agents += objects_of(analysis, head, "by")
    laying = [c for c in clauses if "event-imposition" in analysis.concepts(c)]
    subjects = [find_agent(analysis, c) for c in laying if c.dep == "relcl"]
    agents += [agent for agent in subjects if agent is not None and agent is not head]
    return actors_of(analysis, agents)


def _owners(analysis: Analysis, head: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who lays the measure by the words before it, and places that merely stand there."""
    by: list[str] = []
    beside: list[str] = []
    for child in analysis.children(head, *PREMODIFIERS):
        if child.dep == "poss":
            by += find_actors(analysis, child)
            continue
        inner = analysis.children(child, "amod", "compound", "poss")
        for token in (*conjuncts(analysis, child), *inner):
            mention = analysis.mention_at(token)
            if mention is None or mention.entity is None or mention.kind not in ACTOR_KINDS:
                continue
            if mention.entity in everyone(analysis):  # *a global tariff* hits all, laid by one
                continue
            (by if _is_author(analysis, mention) else beside).append(mention.entity)
    return tuple(dict.fromkeys(by)), tuple(dict.fromkeys(beside))


def _is_author(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether a name before a measure's noun lays it: *Chinese duties*, *US duties*.

    A bare country's name may as well bear it (*China tariffs*), unless it is an abbreviation, which
    has no adjective of its own.
    """
    text = analysis.text(mention.span)
    abbreviated = "." in text or text.isupper()
    return mention.role == "demonym" or mention.kind not in JURISDICTIONS or abbreviated


def _authority(analysis: Analysis, words: Sequence[Token], span: Span) -> str | None:
    """Return the legal power that the phrase names, inside it or by a word before its noun."""
    inside = authorities_in(analysis, span)
    if inside:
        return inside[0]
    mentions = (analysis.mention_at(token) for token in words)
    named = (m for m in mentions if m is not None and m.kind == "LegalInstrument")
    return next((found for m in named if (found := confers(analysis, m))), None)


def is_definite(analysis: Analysis, phrase: MeasurePhrase) -> bool:
    """Tell whether the phrase points to a measure that is taken as known."""
    determiners = analysis.children(phrase.head, "det", "poss")
    return any(t.lower in DEFINITE or t.dep == "poss" for t in determiners)


def read_contesting(analysis: Analysis, phrase: MeasurePhrase) -> tuple[str, ...]:
    """Return the countries that contest the measure, so do not lay it: *sued over the duty*."""
    above = analysis.head(phrase.head)
    if above.lower not in CONTESTED:
        return ()
    verb = clause_verb(analysis, above)
    agents = find_actors(analysis, find_agent(analysis, verb)) if verb is not None else ()
    return find_imposers(analysis, agents)


def read_policy(analysis: Analysis, phrase: MeasurePhrase, by: tuple[str, ...] = ()) -> str | None:
    """Return the group of all an administration's measures: *the tariffs she has imposed*.

    Such a phrase is a plural without goods, rate or authority, bound to its author.
    """
    head = phrase.head
    clauses = analysis.children(head, "relcl", "acl")
    plain = not (phrase.is_specific or phrase.beside or phrase.retaliatory)
    if head.tag != "NNS" or not plain or not (phrase.by or clauses):
        return None
    if not is_definite(analysis, phrase):
        return None
    laying = [c for c in clauses if "event-imposition" in analysis.concepts(c)]
    agents = [a for clause in laying if (a := find_agent(analysis, clause)) is not head]
    named = [actor for agent in agents for actor in find_actors(analysis, agent)]
    return find_policy(analysis, {*phrase.by, *named} or set(by))
