"""Whom a sentence may mean as the one who lays a measure, bears it, or negotiates.

Candidates are the jurisdictions that the sentence and the two before it name, and the document's
main one; each is described by where and how it is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tradegraph.extractors.jurisdictions import (
    ACTOR_KINDS,
    ALL_PARTNERS,
    everyone,
    find_jurisdictions,
)
from tradegraph.extractors.settings import find_issuer, main_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Mention
from tradegraph.trained.linear import Classifier

BACK = 2
"""So many sentences back somebody may be named."""
MEASURES = ("measure-noun", "weak-measure-noun")
GOODS = ("goods-noun", "trade-flow-noun")
ARGUMENTS = ("nsubj", "nsubjpass", "agent", "dobj", "pobj")
FURTHEST = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A jurisdiction as one mention names it, itself or by one who acts for it."""

    jurisdiction: str
    mention: Mention
    token: Token


@dataclass(frozen=True)
class Sides:
    """The jurisdictions that a document names, sentence by sentence."""

    analysis: Analysis

    @cached_property
    def places(self) -> Mapping[int, tuple[Place, ...]]:
        """The jurisdictions that each sentence names, in order, with repetition."""
        found: dict[int, list[Place]] = {}
        for mention in self.analysis.mentions:
            token = self.analysis.token_at(mention.span.begin)
            if token is None or not mention.entity or mention.kind not in ACTOR_KINDS:
                continue
            for place in find_jurisdictions(self.analysis, (mention.entity,)):
                found.setdefault(token.sentence, []).append(Place(place, mention, token))
        return {sentence: tuple(places) for sentence, places in found.items()}

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """How often jurisdictions are named: the most frequent has rank 0."""
        counts = Counter(p.jurisdiction for places in self.places.values() for p in places)
        ranked = sorted(counts, key=lambda place: (-counts[place], place))
        return {place: rank for rank, place in enumerate(ranked)}

    @cached_property
    def main(self) -> str | None:
        """The jurisdiction whose policy the document is about."""
        return find_issuer(self.analysis) or main_jurisdiction(self.analysis)

    def describe(self, sentence: Sentence) -> dict[str, list[str]]:
        """Return the candidates for the sentence's sides, each with the names of its features."""
        found: dict[str, list[str]] = {}
        for back in range(BACK + 1):
            for place in self.places.get(sentence.index - back, ()):
                names = found.setdefault(place.jurisdiction, [])
                names += [f"in{back}", f"in{back}={place.mention.kind}"]
                names += [] if back else _describe_mention(self.analysis, place, sentence)
        if self.main:
            found.setdefault(self.main, []).append("main")
        everyone_named = any(
            match.concept == "lexicon-everyone" for match in self.analysis.words[sentence.index]
        )
        if everyone_named:
            found.setdefault(ALL_PARTNERS, []).append("everyone")
        here = dict.fromkeys(p.jurisdiction for p in self.places.get(sentence.index, ()))
        order = {place: number for number, place in enumerate(here)}
        return {
            place: sorted({*names, *self._describe_place(place, order), *_pair(names, order)})
            for place, names in sorted(found.items())
        }

    def _describe_place(self, place: str, order: Mapping[str, int]) -> Iterator[str]:
        rank, among = min(4, self.ranks.get(place, 4)), min(3, len(order))
        here = min(3, order[place]) if place in order else "no"
        yield from (f"rank={rank}", f"order={here}", f"among={among}", f"order={here}/{among}")
        yield from (f"main={place == self.main}/{here}/{among}", f"rank={rank}/{here}/{among}")
        yield f"kind={self.analysis.kind(place)}"
        yield f"everyone={place in everyone(self.analysis)}"
        yield f"genre={self.analysis.document.doc_type}/{place == self.main}"


def _describe_mention(analysis: Analysis, place: Place, sentence: Sentence) -> Iterator[str]:
    """Yield where the name stands: its relation, the words around it, the measure's noun."""
    head = analysis.head_of(place.mention.span) or place.token
    above = analysis.head(head)
    yield from (f"dep={head.dep}", f"above={_name_word(analysis, above)}")
    yield f"name={place.mention.role}"
    if place.token.index > sentence.first:
        yield f"before={_name_word(analysis, analysis.tokens[place.token.index - 1])}"
    last = analysis.tokens_in(place.mention.span)
    following = (last[-1] if last else place.token).index + 1
    if following < sentence.last:
        yield f"after={_name_word(analysis, analysis.tokens[following])}"
    measures = [t for t in analysis.sentence_tokens(sentence) if analysis.is_word(t, *MEASURES)]
    if measures:
        yield f"measure={'after' if place.token.index < measures[0].index else 'before'}"
    word = head
    for _ in range(FURTHEST):
        if word.dep in ARGUMENTS or word.head == word.index:
            yield f"argument={word.dep}"
            break
        word = analysis.head(word)


def _name_word(analysis: Analysis, token: Token) -> str:
    """Return the class of a word that matters beside a name, or what part of speech it is."""
    if analysis.is_word(token, *MEASURES):
        return "<measure>"
    if analysis.is_word(token, *GOODS):
        return "<goods>"
    return token.lower if token.pos == "preposition" else token.pos


def _pair(names: list[str], order: Mapping[str, int]) -> Iterator[str]:
    """Yield the names in pairs that tell more than each alone."""
    told = ("dep=", "before=", "after=", "argument=", "measure=", "name=")
    chosen = sorted({name for name in names if name.startswith(told)})
    for place, one in enumerate(chosen):
        yield f"{one}/{min(3, len(order))}"
        yield from (f"{one}&{two}" for two in chosen[place + 1 :])


def choose_sides(
    classifier: Classifier, candidates: Mapping[str, list[str]]
) -> dict[str, dict[str, float]]:
    """Return for each candidate how probable it is in each part."""
    return {place: classifier.judge(names) for place, names in candidates.items()}
