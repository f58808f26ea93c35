"""What was learned from annotated documents, at work: facts that rules miss, and how sure each is.

Only arrays are read here; they are made by `tradegraph.learning`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tradegraph.extractors.attribution import attribute_facts
from tradegraph.extractors.operative import EXTRACTOR as OPERATIVE
from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact
from tradegraph.trained.company import Company
from tradegraph.trained.confidence import CORRECT, describe_fact
from tradegraph.trained.linear import Weights, load_weights
from tradegraph.trained.outlook import EXTRACTOR, Outlook, look_ahead, type_of
from tradegraph.trained.proposals import propose_facts

__all__ = [
    "apply_weights",
    "gather_facts",
    "is_told",
    "review_facts",
    "threshold_of",
    "weigh_facts",
]


DIGITS: Final = 2
"""Of a confidence: more say nothing, and may differ between machines."""


def review_facts(
    analysis: Analysis, facts: Sequence[Fact], least: float | None = None
) -> tuple[Fact, ...]:
    """Return the facts that rules found and models add, each with its confidence.

    Left out are those below the threshold of their type, or below `least` where it is given.
    """
    return apply_weights(analysis, facts, load_weights(), least)


def apply_weights(
    analysis: Analysis, facts: Sequence[Fact], weights: Weights, least: float | None = None
) -> tuple[Fact, ...]:
    """Return the same by other weights than those that the package ships."""
    outlook = look_ahead(analysis, weights)
    weighed = weigh_facts(outlook, gather_facts(outlook, facts), weights)
    kept = [fact for fact in weighed if is_told(fact, fact.confidence, weights, least)]
    return settle_attribution(kept)


def gather_facts(outlook: Outlook, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the rules' facts and the models' proposals, attributed to their speakers."""
    return attribute_facts((*facts, *propose_facts(outlook, facts)))


def weigh_facts(outlook: Outlook, facts: Sequence[Fact], weights: Weights) -> list[Fact]:
    """Return the facts, each with the probability that it is right as its confidence.

    Types of fact on which no model was trained keep the confidence that their rule gave, and so do
    acts that are read by the formulas of law.
    """
    company = Company(outlook, facts)
    return [
        replace(fact, confidence=_weigh(outlook, fact, company, weights))
        if threshold_of(fact) in weights.thresholds and fact.extractor != OPERATIVE
        else fact
        for fact in facts
    ]


def _weigh(outlook: Outlook, fact: Fact, company: Company, weights: Weights) -> float:
    return round(weights.facts.judge(describe_fact(outlook, fact, company))[CORRECT], DIGITS)


def settle_attribution(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts attributed to the statements that are left among them."""
    freed = [
        replace(
            fact,
            attribution=None,
            modality="asserted" if fact.modality == "reported" else fact.modality,
        )
        for fact in facts
    ]
    return attribute_facts(freed)


def threshold_of(fact: Fact) -> str:
    """Return the name of the threshold that the fact must reach: its type and who found it."""
    source = "models" if fact.extractor == EXTRACTOR else "rules"
    return f"{type_of(fact)}/{source}"


def is_told(fact: Fact, confidence: float, weights: Weights, least: float | None = None) -> bool:
    """Tell whether a fact of that confidence is told: by `least`, else by its own threshold."""
    if fact.extractor == OPERATIVE and least is None:
        return True
    own = weights.thresholds.get(threshold_of(fact), 0.0)
    return confidence >= (own if least is None else least)
