"""What each sentence of a document may tell, as the trained models see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Sentence
from tradegraph.model import Fact, Span
from tradegraph.trained.features import describe_sentence
from tradegraph.trained.linear import Classifier, Weights
from tradegraph.trained.sides import Sides, choose_sides

KINDS: Mapping[str, tuple[str, ...]] = {
    "MeasureEvent": (
        *("imposition", "increase", "decrease", "pause", "extension", "exemption"),
        *("revocation", "reinstatement", "threat"),
    ),
    "NegotiationState": (
        *("planned", "active", "advanced", "stalled", "deal-near", "deal-reached"),
        *("suspended", "broken-off"),
    ),
    "Ruling": (
        *("unlawful", "lawful", "affirmed", "reversed", "vacated", "remanded", "dismissed"),
        *("granted", "denied"),
    ),
    "Encounter": ("talks", "meeting", "call", "delegation-visit", "interview", "signing"),
    "Investigation": ("investigation-opened", "determination", "investigation-terminated"),
}
"""Types of fact whose kinds are told apart, as notations of the code lists."""
EXTRACTOR = "model"
"""Name of the extractor of what models propose."""
SAME_KIND = {
    "announcement": "imposition",
    "entry-into-effect": "imposition",
    "expiry": "revocation",
    "engagement": "meeting",
}
"""Kinds that no model tells apart."""


@dataclass(frozen=True)
class Outlook:
    """How probable it is of each sentence that it tells a type or kind of fact.

    `chances` go from `TYPE` and `TYPE/KIND` to a probability, sentence by sentence.
    """

    analysis: Analysis
    sides: Sides
    chances: tuple[Mapping[str, float], ...]
    parts: Classifier
    _chosen: dict[int, dict[str, dict[str, float]]] = field(default_factory=dict)

    def choose(self, sentence: Sentence) -> Mapping[str, Mapping[str, float]]:
        """Return how probable each candidate is in each part, for the sentence's sides."""
        if sentence.index not in self._chosen:
            candidates = self.sides.describe(sentence)
            self._chosen[sentence.index] = choose_sides(self.parts, candidates)
        return self._chosen[sentence.index]

    def sentences_of(self, span: Span) -> list[Sentence]:
        """Return the sentences that the passage touches, at least the one that it begins in."""
        first = self.analysis.sentence_at(span.begin)
        if first is None:
            return []
        sentences, end = self.analysis.sentences, first.index + 1
        while end < len(sentences) and sentences[end].span.begin < span.end:
            end += 1
        return list(sentences[first.index : end])

    def chance(self, name: str, span: Span) -> float:
        """Return how probable it is that a sentence of the passage tells this type or kind."""
        told = (self.chances[s.index].get(name, 0.0) for s in self.sentences_of(span))
        return max(told, default=0.0)


def look_ahead(analysis: Analysis, weights: Weights) -> Outlook:
    """Return what each sentence of the document may tell."""
    chances = tuple(
        weights.sentences.judge(describe_sentence(analysis, sentence))
        for sentence in analysis.sentences
    )
    return Outlook(analysis, Sides(analysis), chances, weights.sides)


def type_of(fact: Fact) -> str:
    """Return the type of a fact."""
    return type(fact.content).__name__


def kinds_of(fact: Fact) -> tuple[str, ...]:
    """Return the kinds of a fact as the models call them: one, a ruling's several, or none."""
    content = fact.content
    told: Iterable[str] = ()
    for name in ("event", "status"):
        told = (*told, *filter(None, (getattr(content, name, None),)))
    told = (*told, *getattr(content, "outcomes", ()))
    return tuple(SAME_KIND.get(kind, kind) for kind in told)
