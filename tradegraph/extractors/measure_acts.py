"""What an official text does by itself: its day, its author and its legal basis complete the act.

An order, a notice or a statement of an authority has effect by being issued: what it lays, spares
or ends without naming a day is done on its own day (1 U.S.C. 112 and 44 U.S.C. 1505 for the United
States), by who issues it, and under the power that it cites.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.commitment import Commitment
from tradegraph.extractors.grammar import clause_verb, find_agent
from tradegraph.extractors.jurisdictions import named_heads
from tradegraph.extractors.programmes import authorities_in, bound_to
from tradegraph.extractors.settings import OFFICIAL, find_issuer
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange, MeasureEvent, Span

ENACTING = ("executive-order", "proclamation", "fr-notice")
"""Kinds of document whose *shall* lays down what is so from now on."""
NOTICE = "official"
"""The kind of circulars and notices to the trade, but of joint statements, too."""
DECIDED = ("VBD", "VBN")
"""Tags of verbs by which a release tells what an order decides: *has determined that*."""
NARRATING = ("VBD",)
"""Tags of verbs that tell what happened before."""


class OfficialAct:
    """The document as an act: who issues it, on which day, under which power."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._issuer = find_issuer(analysis)

    @property
    def is_one(self) -> bool:
        """Whether the document is an act of an authority."""
        return self.analysis.document.doc_type in OFFICIAL

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Who issues it: the head of the administration where the text names them."""
        dated = self._issuer is not None and self.analysis.document.published is not None
        return named_heads(self.analysis, self._issuer or "")[:1] if dated else ()

    @cached_property
    def authority(self) -> str | None:
        """The power that it cites, if it cites just one."""
        whole = Span(0, len(self.analysis.document.text))
        own = (self._issuer,)
        cited = {
            authority
            for authority in authorities_in(self.analysis, whole)
            if (bound_to(self.analysis, authority) or own) == own
        }
        return next(iter(cited)) if len(cited) == 1 else None

    def complete(self, event: MeasureEvent, trigger: Token, commitment: Commitment) -> MeasureEvent:
        """Return the event with what the act itself tells of it, where the passage does not."""
        if not self.is_one:
            return event
        when = event.when or self._cited_day(trigger) or self._day_of(trigger, commitment)
        event = replace(event, when=when)
        if event.measure.imposers != (self._issuer,):
            return event
        measure = event.measure
        if measure.authority is None and measure.programme is None:
            measure = replace(measure, authority=self.authority)
        return replace(event, measure=measure, by=event.by or self.authors)

    def enact(self, commitment: Commitment, trigger: Token) -> Commitment:
        """Return the commitment of words that do what they say: *shall not be subject to*.

        What an order decides it does; what it only allows or orders others to do stays ahead.
        """
        verb = clause_verb(self.analysis, trigger)
        if not self.is_one or not commitment.positive or verb is None:
            return commitment
        words = self._deciding_words(verb, commitment.modality)
        enacts = any(self.analysis.is_word(word, "enacting-word") for word in words)
        return Commitment() if enacts else commitment

    def _deciding_words(self, verb: Token, modality: str) -> list[Token]:
        """Return the words by which the act may decide what the verb tells.

        An order does by its own *shall*, or by a list of goods that *should* be spared; a release
        tells what an order has decided; what a country says that it *shall* do it promises.
        """
        above = list(self.analysis.ancestors(verb))
        kind = self.analysis.document.doc_type
        promised = bool(find_actors(self.analysis, find_agent(self.analysis, verb)))
        if kind not in ENACTING and (kind != NOTICE or promised):
            return [t for t in above if t.tag in DECIDED] if modality == "planned" else []
        if modality == "planned":
            return [w for t in (verb, *above) for w in (t, *self.analysis.children(t, "aux"))]
        listed = modality == "possible" and verb.dep == "relcl"
        return self.analysis.children(verb, "aux") if listed else []

    def _cited_day(self, trigger: Token) -> DateRange | None:
        """Return the day of the earlier act that a recital's sentence tells of."""
        if not self._narrates(trigger):
            return None
        sentence = self.analysis.sentence_of(trigger).span
        registry = self.analysis.registry
        for mention in self.analysis.mentions_in(sentence, "LegalInstrument"):
            signed = registry.value(mention.entity, "signedOn") if mention.entity else None
            if signed and registry.value(mention.entity or "", "instrumentNumber"):
                return DateRange(date.fromisoformat(signed), date.fromisoformat(signed), "day")
        return None

    def _narrates(self, trigger: Token) -> bool:
        """Tell whether the sentence tells what happened before."""
        above = [trigger, *self.analysis.ancestors(trigger)]
        verbs = [t for t in above if t.pos == "verb"]
        return bool(verbs) and verbs[-1].tag in NARRATING

    def _day_of(self, trigger: Token, commitment: Commitment) -> DateRange | None:
        published = self.analysis.document.published
        past = not commitment.is_ahead and self._narrates(trigger)
        if published is None or past:
            return None
        return DateRange(published, published, "day")
