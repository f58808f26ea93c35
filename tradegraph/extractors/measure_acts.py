"""What an official text does by itself: its day, its author and its legal basis complete the act.

An order, a notice or a statement of an authority has effect by being issued: what it lays, spares
or ends without naming a day is done on its own day (1 U.S.C. 112 and 44 U.S.C. 1505 for the United
States), by who issues it, and under the power that it cites.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from tradegraph.extractors.commitment import Commitment
from tradegraph.extractors.grammar import clause_verb
from tradegraph.extractors.programmes import authorities_in
from tradegraph.extractors.settings import OFFICIAL, find_issuer
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange, MeasureEvent, Span

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
        registry, document = self.analysis.registry, self.analysis.document
        named = {m.entity for m in self.analysis.mentions if m.kind == "Person"}
        heads = [
            head
            for administration in registry.of_kind("Administration")
            if registry.jurisdiction(administration) == self._issuer
            and document.published
            and registry.lasts(administration, document.published)
            for head in registry.values(administration, "headedBy")
        ]
        return tuple(head for head in heads if head in named)[:1]

    @cached_property
    def authority(self) -> str | None:
        """The power that it cites, if it cites just one."""
        whole = Span(0, len(self.analysis.document.text))
        cited = set(authorities_in(self.analysis, whole))
        return next(iter(cited)) if len(cited) == 1 else None

    def complete(self, event: MeasureEvent, trigger: Token, commitment: Commitment) -> MeasureEvent:
        """Return the event with what the act itself tells of it, where the passage does not."""
        if not self.is_one:
            return event
        event = replace(event, when=event.when or self._day_of(trigger, commitment))
        if event.measure.imposers != (self._issuer,):
            return event
        measure = event.measure
        if measure.authority is None and measure.programme is None:
            measure = replace(measure, authority=self.authority)
        return replace(event, measure=measure, by=event.by or self.authors)

    def _day_of(self, trigger: Token, commitment: Commitment) -> DateRange | None:
        published = self.analysis.document.published
        verb = clause_verb(self.analysis, trigger)
        past = verb is not None and not commitment.is_ahead and verb.tag in NARRATING
        if published is None or past:
            return None
        return DateRange(published, published, "day")
