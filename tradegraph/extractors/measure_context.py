"""Which measure is meant: what the document said before, and what it takes for granted.

A definite phrase without goods of its own (*the tariffs*, *the levy*) means the measure spoken of
last; an imposer that is not named is the last one that fits, or the document's main one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tradegraph.extractors.commitment import FINITE
from tradegraph.extractors.goods import Goods
from tradegraph.extractors.jurisdictions import find_imposers
from tradegraph.extractors.measure_acts import OfficialAct
from tradegraph.extractors.measure_answers import Sides, find_answering, name_opponent
from tradegraph.extractors.measure_authors import name_author
from tradegraph.extractors.measure_phrases import (
    MeasurePhrase,
    is_definite,
    read_contesting,
    read_policy,
)
from tradegraph.extractors.measure_retellings import is_repeated, may_begin, unite_events
from tradegraph.extractors.measure_triggers import STOPPING, TAKING_EFFECT
from tradegraph.extractors.programmes import bound_to, find_layers
from tradegraph.extractors.settings import (
    find_counterpart,
    find_issuer,
    main_jurisdiction,
    rank_territories,
)
from tradegraph.extractors.tellings import add_telling
from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact, Measure, MeasureEvent


class MeasureContext:
    """The measures and events of one document, in the order in which they are told."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._facts: list[Fact] = []
        self._measures: list[Measure] = []
        self._spoken_of: dict[int, Measure] = {}
        self.act = OfficialAct(analysis)
        self._main = find_issuer(analysis) or main_jurisdiction(analysis)

    def settle(self, phrase: MeasurePhrase, by: tuple[str, ...], goods: Goods) -> Measure | None:
        """Return the measure that the phrase means, or None when nobody can have laid it."""
        registry = self.analysis.registry
        imposers, targets = self._sides(phrase, by, goods)
        programme = phrase.programme or read_policy(self.analysis, phrase, by)
        authority = phrase.authority
        if not imposers:
            named = registry.values(programme, "imposedBy") if programme else ()
            named = named or find_layers(self.analysis, self.analysis.mention_at(phrase.head))
            imposers = named or bound_to(self.analysis, authority)
        before = None if programme or targets else self._earlier(phrase, imposers, goods)
        if before is not None:
            imposers, targets = imposers or before.imposers, before.targets
            goods = Goods(products=before.products)
            programme, authority = before.programme, authority or before.authority
        contesting = () if imposers or targets else read_contesting(self.analysis, phrase)
        imposers = imposers or self.presume_imposers((*targets, *contesting))
        targets = targets or contesting
        if not imposers:
            return None
        if programme and set(imposers).isdisjoint(registry.values(programme, "imposedBy")):
            programme = None
        if set(imposers).isdisjoint(bound_to(self.analysis, authority) or imposers):
            authority = None  # another's law, which the text only names beside
        targets = tuple(t for t in targets if t not in imposers)
        if not targets:
            targets = self._presume_targets(phrase, imposers, goods)
        return Measure(imposers, targets, goods.products, authority, None, programme)

    def _sides(self, phrase: MeasurePhrase, by: tuple[str, ...], goods: Goods) -> Sides:
        """Return who lays the measure on whose goods, as far as its own sentence says.

        One who acts on another's measure without a target answers it: *Norway lifted Swedish
        tariffs* has Sweden's goods in view.
        """
        acting = find_imposers(self.analysis, by)
        imposers, targets = phrase.imposers, goods.targets
        if acting and imposers and set(acting).isdisjoint(imposers) and not targets:
            imposers, targets = acting, imposers
        imposers = imposers or acting
        if imposers and set(imposers) <= set(targets):  # nobody lays duties on their own goods
            imposers = ()
        if not phrase.beside:
            return imposers, targets
        return self._place_beside(phrase.beside, imposers, targets)

    def _place_beside(
        self, beside: tuple[str, ...], imposers: tuple[str, ...], targets: tuple[str, ...]
    ) -> Sides:
        """Return the sides when a bare country stands before the noun: *China tariffs*."""
        if imposers:
            return imposers, targets or tuple(b for b in beside if b not in imposers)
        if not targets and self._main and self._main not in beside:
            return (self._main,), beside
        return beside, targets

    def _earlier(
        self, phrase: MeasurePhrase, imposers: tuple[str, ...], goods: Goods
    ) -> Measure | None:
        """Return the measure spoken of before, when the phrase only points back to it."""
        if goods.products or phrase.beside or phrase.rates:
            return None
        if not is_definite(self.analysis, phrase):
            return None
        told = reversed(self._measures)
        return next((m for m in told if not imposers or set(imposers) == set(m.imposers)), None)

    def presume_imposers(self, targets: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return who lays a measure that nobody is said to lay."""
        for measure in reversed(self._measures):
            if not set(targets) & set(measure.imposers):
                return measure.imposers
        if self._main and self._main not in targets:
            return (self._main,)
        others = (place for place, _ in rank_territories(self.analysis) if place not in targets)
        return tuple(others)[:1]

    def _presume_targets(
        self, phrase: MeasurePhrase, imposers: tuple[str, ...], goods: Goods
    ) -> tuple[str, ...]:
        """Return whose goods are hit where no word says so: the other side's in a text of two."""
        if phrase.retaliatory:
            return self.opponents(imposers)
        other = None if goods.products else find_counterpart(self.analysis, imposers)
        return (other,) if other else ()

    def sides(self) -> tuple[str, ...]:
        """Return the two sides of a text about two, otherwise nothing."""
        own = (self._main,) if self._main else ()
        other = find_counterpart(self.analysis, own)
        return (*own, other) if own and other else ()

    def are_at_odds(self, sides: tuple[str, ...]) -> bool:
        """Tell whether one side lays a measure on the other, or might in a text that tells none."""
        if not self._measures:
            return any(self.analysis.is_word(t, "measure-noun") for t in self.analysis.tokens)
        both = set(sides)
        return any(both & set(m.imposers) and both & set(m.targets) for m in self._measures)

    def opponents(self, imposers: tuple[str, ...]) -> tuple[str, ...]:
        """Return whose measures hit these jurisdictions, otherwise the document's main one."""
        for measure in reversed(self._measures):
            if set(measure.targets) & set(imposers):
                return measure.imposers
        return (self._main,) if self._main and self._main not in imposers else ()

    def latest_event(self, offset: int, events: tuple[str, ...]) -> MeasureEvent | None:
        """Return the last of these events told before the offset."""
        told = [
            (max(e.begin for e in f.evidence if e.begin < offset), f.content)
            for f in self._facts
            if isinstance(f.content, MeasureEvent)
            and f.content.event in events
            and any(e.begin < offset for e in f.evidence)
        ]
        return max(told, key=lambda pair: pair[0])[1] if told else None

    def latest_fact(self, offset: int) -> Fact | None:
        """Return the measure event told last before the offset."""
        told = [
            (max(e.begin for e in f.evidence if e.begin < offset), n, f)
            for n, f in enumerate(self._facts)
            if any(e.begin < offset for e in f.evidence)
        ]
        return max(told, key=lambda each: each[:2])[2] if told else None

    def speak_of(self, measure: Measure, offset: int) -> None:
        """Keep what the phrase at the offset means, also where nothing is told of it."""
        self._spoken_of[offset] = measure

    def measure_before(self, offset: int) -> tuple[int, Measure] | None:
        """Return the measure spoken of last before the offset, and where."""
        before = [place for place in self._spoken_of if place < offset]
        return (max(before), self._spoken_of[max(before)]) if before else None

    def fact_at(self, offset: int) -> Fact | None:
        """Return the first event told so far whose passage covers the offset."""
        told = (f for f in self._facts if any(e.begin <= offset < e.end for e in f.evidence))
        return next(told, None)

    def tells(self, offset: int) -> bool:
        """Tell whether the passage of an event told so far covers the offset."""
        return self.fact_at(offset) is not None

    def amend(self, fact: Fact, better: Fact) -> None:
        """Put the better telling in the place of the fact."""
        self._facts[self._facts.index(fact)] = better

    def modality_of(self, event: MeasureEvent) -> str:
        """Return how the document commits to the event."""
        return next((f.modality for f in self._facts if f.content is event), "planned")

    def remember(self, fact: Fact) -> None:
        """Keep the fact, or add its passage to the earlier telling of the same event."""
        if isinstance(fact.content, MeasureEvent):
            self._measures.append(fact.content.measure)
            add_telling(self._facts, fact, unite_events)

    def complete_last(self, fact: Fact) -> bool:
        """Add the day on which *the duties take effect* to the change told last, if it fits one.

        The earlier telling says what was done, the later one only from when on.
        """
        content = fact.content
        if not isinstance(content, MeasureEvent):
            return False
        for index, earlier in reversed(list(enumerate(self._facts))):
            before = earlier.content
            if not isinstance(before, MeasureEvent) or before.event not in TAKING_EFFECT:
                continue
            if not may_begin(before, content) or not earlier.positive:
                continue
            whole = replace(before, effective=before.effective or content.effective)
            evidence = tuple(dict.fromkeys(earlier.evidence + fact.evidence))
            self._facts[index] = replace(earlier, content=whole, evidence=evidence)
            return True
        return False

    def facts(self) -> Iterator[Fact]:
        """Yield the facts in the order in which they were first told.

        Who lays one measure of a jurisdiction in the document, and is the only one who does, lays
        the others of which it names no author; else the head of its administration does, if named.
        That a court stops a measure is its ruling, and told as one.
        """
        self._unite_passing()
        answering = find_answering(self._facts)
        told = [f.content for f in self._facts if isinstance(f.content, MeasureEvent)]
        for fact in self._facts:
            content = fact.content
            if isinstance(content, MeasureEvent):
                if self._is_ruling(content):
                    continue
                content = name_author(self.analysis, content, told)
                if not content.retaliates_against:
                    content = name_opponent(content, answering)
            yield replace(fact, content=content)

    def _unite_passing(self) -> None:
        """Give the passages of events that are only mentioned to the facts that tell them."""
        for fact in [f for f in self._facts if self._may_pass(f)]:
            fuller = next((other for other in self._facts if is_repeated(fact, other)), None)
            if fuller is not None:
                self._facts.remove(fact)
                evidence = tuple(dict.fromkeys(fuller.evidence + fact.evidence))
                self.amend(fuller, replace(fuller, evidence=evidence))

    def _may_pass(self, fact: Fact) -> bool:
        """Tell whether the fact may only mention what another tells.

        What a finite verb asserts is told for itself, and so are *more* or *new* duties.
        """
        words = self.analysis.tokens_in(fact.evidence[0])
        head = self.analysis.head_of(fact.evidence[0])
        stated = fact.modality == "asserted" and head is not None and head.tag in FINITE
        return not (stated or any(self.analysis.is_word(word, "novelty") for word in words))

    def _is_ruling(self, event: MeasureEvent) -> bool:
        courts = any(self.analysis.kind(actor) == "Court" for actor in event.by)
        return courts and event.event in STOPPING
