"""Noun phrases that name an import measure: *the 25% US tariffs on steel from Canada*.

What stands inside the phrase is read here: rate, goods, who lays it, under which authority. What
happens to the measure is read from the words around it by `measure_events`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tradegraph.extractors.actors import (
    ACTOR_KINDS,
    JURISDICTIONS,
    find_actors,
    find_jurisdictions,
)
from tradegraph.extractors.goods import COVERAGE, Goods, product_words, read_goods
from tradegraph.extractors.grammar import conjuncts, objects_of
from tradegraph.language.analysis import Analysis
from tradegraph.language.quantities import RateMention
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Mention, Span

LEFT = ("compound", "amod", "nmod", "poss", "nummod", "det")
UNDER = ("under", "pursuant", "by", "in", "through", "using", "via")


@dataclass(frozen=True, slots=True)
class MeasurePhrase:
    """A measure as one noun phrase describes it.

    `imposers` are jurisdictions, `by` the actors named as laying it; `beside` are jurisdictions
    that stand before the noun and may lay it or bear it (*China tariffs*).
    """

    head: Token
    span: Span
    goods: Goods = Goods()
    imposers: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    rates: tuple[RateMention, ...] = ()
    authority: str | None = None
    kind: str | None = None
    programme: str | None = None
    retaliatory: bool = False
    trade_value: float | None = None


def find_measure_phrases(
    analysis: Analysis, sentence: Sentence | None = None
) -> Iterator[MeasurePhrase]:
    """Yield the noun phrases that name a measure, in order, of one sentence or of all."""
    for token in analysis.sentence_tokens(sentence) if sentence else analysis.tokens:
        if (
            token.pos != "noun"
            or (token.dep in ("compound", "nmod")
            and analysis.is_word(analysis.head(token), "measure-noun"))
        ):
            continue
        strong = analysis.is_word(token, "measure-noun") or _ends_measure(analysis, token)
        weak = not strong and analysis.is_word(token, "weak-measure-noun")
        if not strong and not weak:
            continue
        phrase = read_phrase(analysis, token)
        if (
            strong
            or phrase.rates
            or phrase.retaliatory
            or phrase.authority
            or _names_import(analysis, token)
            or phrase.goods.targets
        ):
            yield phrase
    yield from find_rate_phrases(analysis, sentence)


RATE_ROLES = ("dobj", "pobj", "nsubjpass", "attr", "oprd", "npadvmod")


def find_rate_phrases(
    analysis: Analysis, sentence: Sentence | None = None
) -> Iterator[MeasurePhrase]:
    """Yield rates that stand for the measure themselves: *will face 25%*, *charge 10% on rice*."""
    for rate in analysis.rates:
        if rate.side or rate.points or (sentence is not None and rate.span not in sentence.span):
            continue
        head = analysis.head_of(rate.span)
        if head is None or head.dep not in RATE_ROLES:
            continue
        above = analysis.head(head)
        verb = above if above.pos == "verb" else analysis.head(above)
        near = (
            head,
            above,
            *analysis.children(head),
            *analysis.children(verb, "dobj", "nsubj", "nsubjpass"),
        )
        if verb.pos != "verb" or any(
            analysis.is_word(t, "measure-noun", "weak-measure-noun") for t in near
        ):
            continue
        if analysis.is_word(verb, "bearing-verb") or "event-imposition" in analysis.concepts(verb):
            yield read_phrase(analysis, head)


def _ends_measure(analysis: Analysis, token: Token) -> bool:
    return any(
        m.last == token.index and m.concept == "lexicon-measure-noun"
        for m in analysis.words[token.sentence]
    )


def _names_import(analysis: Analysis, token: Token) -> bool:
    modifiers = analysis.children(token, "compound", "amod")
    return any(t.lemma in ("import", "trade", "border", "safeguard") for t in modifiers)


def read_phrase(analysis: Analysis, head: Token) -> MeasurePhrase:
    """Return what the noun phrase headed by the word says of the measure."""
    span = _phrase_span(analysis, head)
    by, beside = _owners(analysis, head)
    agents = [
        t for c in analysis.children(head, "acl", "relcl") for t in objects_of(analysis, c, "by")
    ]
    agents += objects_of(analysis, head, "by")
    by += tuple(iri for token in agents for iri in find_actors(analysis, token))
    goods = Goods(products=product_words(analysis, head))
    for token in objects_of(analysis, head, *COVERAGE):
        goods += read_goods(analysis, token)
    for token in objects_of(analysis, head, "from"):
        goods += Goods(read_goods(analysis, token).targets)
    goods += _goods_of_participle(analysis, head)
    concepts = {c for t in (head, *analysis.children(head, *LEFT)) for c in analysis.concepts(t)}
    money = [m for m in analysis.moneys if m.span in span and m.amount >= 1e6]
    return MeasurePhrase(
        head=head,
        span=span,
        goods=goods,
        imposers=find_jurisdictions(analysis, by),
        by=by,
        beside=beside,
        rates=tuple(analysis.rates_in(span)),
        authority=_authority(analysis, head, span),
        programme=_programme(analysis, head),
        retaliatory="lexicon-retaliation" in concepts,
        trade_value=money[0].amount if money else None,
    )


def _phrase_span(analysis: Analysis, head: Token) -> Span:
    """Return the span of the phrase: what stands before the noun, and its prepositions."""
    inside = [head]
    for child in analysis.children(head):
        if (
            child.dep in LEFT
            or (child.dep == "prep" and child.index > head.index)
            or child.dep in ("npadvmod", "quantmod", "acl", "appos")
        ):
            inside += list(analysis.subtree(child))
    own = {t.index for t in inside}
    ordered = sorted(inside, key=lambda t: t.index)
    return Span(ordered[0].begin, max(t.end for t in ordered if t.index in own))


def _owners(analysis: Analysis, head: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who lays the measure by the words before it, and jurisdictions that only stand there."""
    by: list[str] = []
    beside: list[str] = []
    for child in analysis.children(head, "poss", "amod", "compound", "nmod"):
        for token in (
            *conjuncts(analysis, child),
            *analysis.children(child, "amod", "compound", "poss"),
        ):
            mention = analysis.mention_at(token)
            if child.dep == "poss":
                by += find_actors(analysis, child)
                break
            if mention is None or mention.entity is None or mention.kind not in ACTOR_KINDS:
                continue
            certain = (
                mention.role == "demonym"
                or mention.kind not in JURISDICTIONS
                or _is_own(analysis, mention)
            )
            (by if certain else beside).append(mention.entity)
    return tuple(dict.fromkeys(by)), tuple(dict.fromkeys(beside))


def _is_own(analysis: Analysis, mention: Mention) -> bool:
    """Tell whether the bare name serves as an adjective: it has no demonym of its own form."""
    text = analysis.text(mention.span)
    return "." in text or text.isupper()


def _goods_of_participle(analysis: Analysis, head: Token) -> Goods:
    """Return the goods of *tariffs imposed on steel*, *duties targeting China*."""
    found = Goods()
    for clause in analysis.children(head, "acl", "relcl"):
        for token in objects_of(analysis, clause, "on", "upon", "against"):
            found += read_goods(analysis, token)
        if clause.tag == "VBG":
            for token in analysis.children(clause, "dobj"):
                found += read_goods(analysis, token)
    return found


def _authority(analysis: Analysis, head: Token, span: Span) -> str | None:
    """Return the legal power that the phrase names, or a word of the noun itself implies."""
    for mention in analysis.mentions_in(span, "LegalInstrument"):
        found = confers(analysis, mention)
        if found:
            return found
    for child in (head, *analysis.children(head, *LEFT)):
        mention = analysis.mention_at(child)
        if mention is not None and mention.kind == "LegalInstrument":
            return confers(analysis, mention)
    return None


def confers(analysis: Analysis, mention: Mention) -> str | None:
    """Return the notation of the authority that a statute gives, or an order relies on."""
    if mention.entity is None:
        return None
    code = analysis.registry.value(mention.entity, "confers")
    return code.rpartition("#authority-")[2] if code else None


EARLIEST = timedelta(days=90)
"""How long before its instrument is signed a programme may be spoken of by its name."""


def _programme(analysis: Analysis, head: Token) -> str | None:
    """Return the registry's programme of that name, unless the document is older than it."""
    mention = analysis.mention_at(head)
    if (
        mention is None
        or mention.entity is None
        or mention.kind not in ("MeasureGroup", "TariffMeasure")
    ):
        return None
    published = analysis.document.published
    registry = analysis.registry
    signed = [
        date.fromisoformat(day)
        for instrument in registry.values(mention.entity, "enactedBy")
        for day in registry.values(instrument, "signedOn")
    ]
    if published and signed and published < min(signed) - EARLIEST:
        return None
    ordered = [
        o
        for o in registry.values(mention.entity, "orderedBy")
        if registry.kind(o) == "Administration"
    ]
    if ordered and not any(registry.lasts(o, published) for o in ordered):
        return None
    return mention.entity
