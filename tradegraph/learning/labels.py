"""What is true of a sentence, a side and a fact, by the annotators' word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tradegraph.evaluation.conventions import read_conventions
from tradegraph.evaluation.facts import Fact as Annotated
from tradegraph.extractors.jurisdictions import ALL_PARTNERS
from tradegraph.identifiers import tail
from tradegraph.language.tokens import Sentence
from tradegraph.model import Span
from tradegraph.trained.outlook import KINDS, SAME_KIND
from tradegraph.trained.sides import Sides

ALL = "ALL"
PARTS = {
    "imposer": ("MeasureEvent", "imposer"),
    "target": ("MeasureEvent", "target"),
    "party": ("NegotiationState", "parties"),
}
"""Part -> the type of fact and the role that it is learned from."""
CODED = ("kind", "state", "outcome")


@dataclass(frozen=True, slots=True)
class Side:
    """A candidate for the sides of a sentence: its features, and which parts it has there.

    Parts of which the sentence tells nothing are left out.
    """

    features: list[str]
    parts: dict[str, bool]


def find_labels(span: Span, gold: Iterable[Annotated]) -> frozenset[str]:
    """Return the types, and types with kinds, of the facts whose evidence touches the span."""
    found = set()
    for fact in gold:
        if any(span.overlaps(evidence) for evidence in fact.spans):
            found.add(fact.fact_type)
            found |= {f"{fact.fact_type}/{kind}" for kind in name_kinds(fact)}
    return frozenset(found)


def name_kinds(fact: Annotated) -> set[str]:
    """Return the notations that an annotated kind, state or outcome stands for."""
    told = [fact.codes[role] for role in CODED if role in fact.codes]
    codes = read_conventions().kinds
    notations = {code for code, word in codes.items() if word in told} | set(told)
    kinds = {SAME_KIND.get(notation, notation) for notation in notations}
    return kinds & set(KINDS.get(fact.fact_type, ()))


def find_sides(sides: Sides, sentence: Sentence, gold: Sequence[Annotated]) -> list[Side]:
    """Return the candidates for a sentence that tells who lays, bears or negotiates."""
    told: dict[str, set[str]] = {}
    for part, (fact_type, role) in PARTS.items():
        for fact in gold:
            touched = any(sentence.span.overlaps(evidence) for evidence in fact.spans)
            if fact.fact_type == fact_type and touched:
                names = (next(iter(name)) for name in fact.actors.get(role, ()))
                told.setdefault(part, set()).update(names)
    if not told:
        return []
    return [
        Side(features, {part: _code(place) in names for part, names in told.items()})
        for place, features in sides.describe(sentence).items()
    ]


def _code(place: str) -> str:
    """Return what annotators call a jurisdiction."""
    return ALL if place == ALL_PARTNERS else tail(place).upper()
