"""Which measure is meant: what the document said before, and what it takes for granted.

A definite phrase without goods of its own (*the tariffs*, *the levy*) means the measure spoken of
last; an imposer that is not named is the last one that fits, or the document's main one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tradegraph.extractors.actors import administrations_of, find_actors, find_jurisdictions
from tradegraph.extractors.goods import Goods
from tradegraph.extractors.grammar import find_agent
from tradegraph.extractors.measure_phrases import MeasurePhrase
from tradegraph.extractors.settings import find_issuer, main_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact, Measure, MeasureEvent

DEFINITE = frozenset(
    ("the", "these", "those", "this", "that", "its", "their", "his", "such", "both")
)


class MeasureContext:
    """The measures and events of one document, in the order in which they are told."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._facts: list[Fact] = []
        self._measures: list[Measure] = []
        self._issuer = find_issuer(analysis)
        self._main = self._issuer or main_jurisdiction(analysis, ())

    def settle(self, phrase: MeasurePhrase, by: tuple[str, ...], goods: Goods) -> Measure | None:
        """Return the measure that the phrase means, or None when nobody can have laid it."""
        acting = find_jurisdictions(self.analysis, by)
        imposers, targets = phrase.imposers, goods.targets
        if acting and imposers and set(acting).isdisjoint(imposers) and not targets:
            imposers, targets = acting, imposers
        imposers = imposers or acting
        if phrase.beside:
            if imposers:
                targets = targets or tuple(b for b in phrase.beside if b not in imposers)
            elif targets:
                imposers = phrase.beside
            elif self._main and self._main not in phrase.beside:
                imposers, targets = (self._main,), phrase.beside
            else:
                imposers = phrase.beside
        programme = phrase.programme or find_policy(self.analysis, phrase, by)
        if not imposers and programme:
            imposers = self.analysis.registry.values(programme, "imposedBy")
        before = self._earlier(phrase, imposers, goods, targets) if not programme else None
        if before is not None:
            imposers, targets = imposers or before.imposers, before.targets
            goods = Goods(goods.targets, before.products)
            programme = programme or before.programme
        imposers = imposers or self._presumed(targets)
        if not imposers:
            return None
        if programme and set(imposers).isdisjoint(
            self.analysis.registry.values(programme, "imposedBy")
        ):
            programme = None
        targets = tuple(t for t in targets if t not in imposers)
        authority = phrase.authority or (before.authority if before else None)
        return Measure(imposers, targets, goods.products, authority, phrase.kind, programme)

    def _earlier(
        self,
        phrase: MeasurePhrase,
        imposers: tuple[str, ...],
        goods: Goods,
        targets: tuple[str, ...],
    ) -> Measure | None:
        """Return the measure spoken of before, when the phrase only points back to it."""
        if goods.products or targets or phrase.beside or phrase.programme:
            return None
        determiners = self.analysis.children(phrase.head, "det", "poss")
        if not any(t.lower in DEFINITE for t in determiners) or phrase.rates:
            return None
        for measure in reversed(self._measures):
            if not imposers or set(imposers) == set(measure.imposers):
                return measure
        return None

    def _presumed(self, targets: tuple[str, ...]) -> tuple[str, ...]:
        """Return who lays a measure that nobody is said to lay."""
        for measure in reversed(self._measures):
            if not set(targets) & set(measure.imposers):
                return measure.imposers
        if self._main and self._main not in targets:
            return (self._main,)
        return ()

    def presumed(self) -> tuple[str, ...]:
        """Return who lays a measure that nobody is said to lay and that hits nobody in particular."""
        return self._presumed(())

    def opponents(self, imposers: tuple[str, ...]) -> tuple[str, ...]:
        """Return whose measures hit these jurisdictions, otherwise the document's main one."""
        for measure in reversed(self._measures):
            if set(measure.targets) & set(imposers):
                return measure.imposers
        return (self._main,) if self._main and self._main not in imposers else ()

    def latest_event(self, offset: int, events: tuple[str, ...]) -> MeasureEvent | None:
        """Return the last of these events told before the offset."""
        told = [
            (fact.evidence[0].begin, fact.content)
            for fact in self._facts
            if isinstance(fact.content, MeasureEvent)
            and fact.content.event in events
            and fact.evidence[0].begin < offset
        ]
        return max(told, key=lambda pair: pair[0])[1] if told else None

    def latest_modality(self, event: MeasureEvent) -> str:
        """Return how the document commits to the event."""
        return next((f.modality for f in self._facts if f.content is event), "planned")

    def remember(self, fact: Fact) -> None:
        """Keep the fact, or add its passage to the earlier telling of the same event."""
        if not isinstance(fact.content, MeasureEvent):
            return
        self._measures.append(fact.content.measure)
        for index, earlier in enumerate(self._facts):
            merged = merge_events(earlier, fact)
            if merged is not None:
                self._facts[index] = merged
                return
        self._facts.append(fact)

    def facts(self) -> Iterator[Fact]:
        """Yield the facts in the order in which they were first told."""
        yield from self._facts


def find_policy(analysis: Analysis, phrase: MeasurePhrase, by: tuple[str, ...] = ()) -> str | None:
    """Return the registry's group of all measures of an administration, for *the tariffs she has
    imposed* and *his tariffs*: a plural without goods, rate or authority, bound to its author.
    """
    head = phrase.head
    bound = phrase.by or any(c.dep in ("relcl", "acl") for c in analysis.children(head))
    definite = any(t.lower in DEFINITE or t.dep == "poss" for t in analysis.children(head))
    plain = not (
        phrase.goods.targets
        or phrase.goods.products
        or phrase.rates
        or phrase.authority
        or phrase.beside
    )
    if not (bound and definite and plain) or head.tag != "NNS" or phrase.retaliatory:
        return None
    clauses = [
        c
        for c in analysis.children(head, "relcl", "acl")
        if "event-imposition" in analysis.concepts(c)
    ]
    agents = [a for c in clauses if (a := find_agent(analysis, c)) is not None and a is not head]
    authors = {*phrase.by, *(i for a in agents for i in find_actors(analysis, a))} or set(by)
    groups = {
        group
        for author in authors
        for administration in administrations_of(analysis, author)
        for group in analysis.registry.subjects("orderedBy", administration)
        if not analysis.registry.values(group, "partOfGroup")
        and not analysis.registry.values(group, "legalAuthority")
    }
    return next(iter(groups)) if len(groups) == 1 else None


def merge_events(first: Fact, second: Fact) -> Fact | None:
    """Return one fact for two tellings of the same event, or None when they differ.

    They are the same when event, modality and imposer agree and nothing else contradicts: goods,
    rates and dates are equal or told only once.
    """
    a, b = first.content, second.content
    if not isinstance(a, MeasureEvent) or not isinstance(b, MeasureEvent):
        return None
    same = (a.event, first.modality, first.positive, a.measure.imposers) == (
        b.event,
        second.modality,
        second.positive,
        b.measure.imposers,
    )
    if not same or not (
        _agree(a.measure.targets, b.measure.targets)
        and _agree(a.measure.products, b.measure.products)
    ):
        return None
    rates = (
        (a.rate.low, a.rate.high) if a.rate else None,
        (b.rate.low, b.rate.high) if b.rate else None,
    )
    if rates[0] and rates[1] and rates[0] != rates[1]:
        return None
    if a.when and b.when and not a.when.overlaps(b.when):
        return None
    measure = replace(
        a.measure,
        targets=a.measure.targets or b.measure.targets,
        products=a.measure.products or b.measure.products,
        authority=a.measure.authority or b.measure.authority,
        programme=a.measure.programme or b.measure.programme,
    )
    content = replace(
        a,
        measure=measure,
        by=a.by or b.by,
        rate=a.rate or b.rate,
        old_rate=a.old_rate or b.old_rate,
        when=a.when or b.when,
        effective=a.effective or b.effective,
        duration=a.duration or b.duration,
        retaliates_against=a.retaliates_against or b.retaliates_against,
        trade_value=a.trade_value or b.trade_value,
    )
    evidence = tuple(dict.fromkeys(first.evidence + second.evidence))
    return replace(
        first,
        content=content,
        evidence=evidence,
        confidence=max(first.confidence, second.confidence),
    )


def _agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return not first or not second or set(first) == set(second)
