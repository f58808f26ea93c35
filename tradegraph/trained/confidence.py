"""How sure it is that a fact was read rightly: a calibrated probability for each.

The model sees which rule or model read the fact, which of its roles are filled, how the text
commits to it, what the sentence models think of its passage, and what else was found there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from tradegraph.extractors.jurisdictions import find_jurisdiction
from tradegraph.model import Fact, MeasureEvent, NegotiationState, Span
from tradegraph.trained.company import Company, parts_of
from tradegraph.trained.features import step
from tradegraph.trained.outlook import EXTRACTOR, KINDS, Outlook, kinds_of, type_of

CORRECT: Final = "correct"
"""The one class of the model: that an annotator would state the fact, too."""
STEPS: Final = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
LIKELY_PARTS: Final = (("imposers", "imposer"), ("targets", "target"), ("parties", "party"))
ACTING: Final = ("by", "speakers", "participants", "appellants", "plaintiffs", "parties")
CODED: Final = ("event", "status")


def describe_fact(outlook: Outlook, fact: Fact, company: Company) -> list[str]:
    """Return the names of a fact's features, of which some compare it with the others."""
    found = [
        *_describe_reading(outlook, fact),
        *_describe_content(fact),
        *_describe_chances(outlook, fact),
        *_describe_sides(outlook, fact),
        *_describe_others(fact, company),
        *_describe_actors(outlook, fact),
        *_describe_repeats(fact, company),
    ]
    own = type_of(fact)
    return [own, *found, *(f"{own}:{name}" for name in found)]


def _describe_reading(outlook: Outlook, fact: Fact) -> Iterator[str]:
    """Yield who read the fact where, and how the text commits to it."""
    analysis, passage = outlook.analysis, fact.evidence[0]
    yield f"by={fact.extractor}/{fact.confidence:.2f}"
    yield f"modality={fact.modality}/{fact.positive}"
    yield f"attributed={fact.attribution is not None}"
    yield f"passages={min(4, len(fact.evidence))}"
    yield f"length={min(6, (passage.end - passage.begin) // 40)}"
    yield f"quoted={analysis.in_quotation(passage) is not None}"
    yield f"genre={analysis.document.doc_type}"
    for sentence in outlook.sentences_of(passage)[:1]:
        yield f"place={min(6, sentence.index // 2)}"
        yield f"sentence={min(6, (sentence.last - sentence.first) // 8)}"


def _describe_content(fact: Fact) -> Iterator[str]:
    """Yield which roles are filled, and the kind."""
    for part in parts_of(fact):
        for each in fields(part):
            value = getattr(part, each.name)
            if isinstance(value, tuple):
                yield f"{each.name}={min(3, len(value))}"
            elif each.name in CODED:
                yield f"{each.name}={value}"
            else:
                yield f"{each.name}={value is not None}"


def _describe_chances(outlook: Outlook, fact: Fact) -> Iterator[str]:
    own = type_of(fact)
    yield from step("type", outlook.chance(own, fact.evidence[0]), STEPS)
    if own in KINDS:
        kinds = (outlook.chance(f"{own}/{kind}", fact.evidence[0]) for kind in kinds_of(fact))
        chance = max(kinds, default=0.0)
        yield from step("kind", chance, STEPS)
        rivals = [outlook.chance(f"{own}/{kind}", fact.evidence[0]) for kind in KINDS[own]]
        yield f"rank={min(3, sum(rival > chance for rival in rivals))}"


def _describe_sides(outlook: Outlook, fact: Fact) -> Iterator[str]:
    """Yield how likely the least likely jurisdiction is in its part."""
    content = fact.content
    if not isinstance(content, MeasureEvent | NegotiationState):
        return
    bearer = content.measure if isinstance(content, MeasureEvent) else content
    for name, part in LIKELY_PARTS:
        places = getattr(bearer, name, ())
        chances = [_chance_of(outlook, fact.evidence[0], place, part) for place in places]
        if chances:
            yield from step(part, min(chances), STEPS)


def _chance_of(outlook: Outlook, passage: Span, place: str, part: str) -> float:
    chosen = (outlook.choose(s).get(place, {}) for s in outlook.sentences_of(passage)[:1])
    return max((chances.get(part, 0.0) for chances in chosen), default=0.0)


def _describe_others(fact: Fact, company: Company) -> Iterator[str]:
    """Yield how many facts of the type the passage's sentences hold, and which of them it is."""
    touching = company.touching(fact.evidence[0])
    near = [other for other in touching if type_of(other) == type_of(fact)]
    before = sum(other.evidence[0] < fact.evidence[0] for other in near)
    yield f"near={min(4, len(near))}"
    yield f"before={min(3, before)}"
    yield f"proposed={min(2, sum(other.extractor == EXTRACTOR for other in near))}"
    yield f"all={min(6, company.count(fact) // 2)}"
    for other in touching:
        if type_of(other) != type_of(fact) and other.extractor != EXTRACTOR:
            yield f"with={type_of(other)}"


def _describe_actors(outlook: Outlook, fact: Fact) -> Iterator[str]:
    """Yield what those who act are: of which kind, known to the registry, of whose side."""
    analysis = outlook.analysis
    for name in ACTING:
        for actor in getattr(fact.content, name, None) or ():
            known = actor in analysis.registry.entities
            side = find_jurisdiction(analysis, actor)
            yield f"{name}~{analysis.kind(actor)}/{known}/{side is not None}"
            yield f"{name}~office={actor in analysis.offices}"
            yield f"{name}~main={side is not None and side == outlook.sides.main}"


def _describe_repeats(fact: Fact, company: Company) -> Iterator[str]:
    """Yield how the fact stands to those like it: annotators take the clearest telling."""
    own, alike = company.values(fact), company.alike(fact)
    values = [company.values(other) for other in alike]
    yield f"details={min(9, len(own))}"
    yield f"alike={min(4, len(alike))}"
    yield f"covered={min(2, sum(own <= other for other in values))}"
    yield f"overlap={min(5, max((len(own & other) for other in values), default=0))}"
    yield f"richer={min(3, sum(len(other) > len(own) for other in values))}"
    earlier = [other for other in alike if other.evidence[0] < fact.evidence[0]]
    yield f"earlier={min(3, len(earlier))}"
    yield f"denied={any(other.positive != fact.positive for other in alike)}"
