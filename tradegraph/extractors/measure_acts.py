"""What an official text does by itself: its day, its author and its legal basis complete the act.

An order, a notice or a statement of an authority has effect by being issued: what it lays, spares
or ends without naming a day is done on its own day (1 U.S.C. 112 and 44 U.S.C. 1505 for the United
States), by who issues it, and under the power that it cites.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property

from tradegraph.extractors.commitment import Commitment
from tradegraph.extractors.grammar import clause_verb
from tradegraph.extractors.jurisdictions import named_heads
from tradegraph.extractors.programmes import authorities_in, bound_to
from tradegraph.extractors.settings import OFFICIAL, find_issuer
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange, MeasureEvent, Span

ENACTING = ("executive-order", "proclamation", "fr-notice")
"""Kinds of document whose *shall* lays down what is so from now on."""
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
        ordering = self.analysis.document.doc_type in ENACTING
        if not ordering or commitment.modality != "planned" or not commitment.positive:
            return commitment
        verb = clause_verb(self.analysis, trigger)
        above = (verb, *self.analysis.ancestors(verb)) if verb is not None else ()
        words = [w for t in above for w in (t, *self.analysis.children(t, "aux"))]
        enacts = any(self.analysis.is_word(word, "enacting-word") for word in words)
        return Commitment() if enacts else commitment

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
