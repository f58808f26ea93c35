"""The figures of an evaluation: precision, recall and F1 of facts and roles, modality, passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType
from typing import Final

from tradegraph.errors import UsageError
from tradegraph.evaluation.facts import ROLES, Fact
from tradegraph.evaluation.matching import Pair
from tradegraph.evaluation.roles import Tally, compare_role
from tradegraph.evaluation.scoring import Evaluation, Score

WITH_KIND: Final = ("MeasureEvent", "Encounter")
"""Types of which every fact has a kind."""
EVERYTHING: Final = "all"


@dataclass(frozen=True, slots=True)
class Figures:
    """How well one group of facts was found.

    A fact is found when its type and core roles agree; `roles` count every value of every role.
    Modality and kind are those of the facts that were found: the share that agrees, and for the
    modality the mean of the F1 of each. Passages are not told by type: None there.
    """

    name: str
    facts: Tally
    roles: Tally
    modality_accuracy: float
    modality_macro_f1: float
    kind_accuracy: float
    documents: int
    spans: int | None = None
    wrong_spans: int | None = None


def count_figures(evaluation: Evaluation) -> Figures:
    """Return the figures of all facts."""
    return _count_documents(EVERYTHING, evaluation.scores)


def group_figures(evaluation: Evaluation, by: str) -> list[Figures]:
    """Return the figures by `type` of fact, or by `genre` or `year` of the document.

    Types stand in the order of `ROLES`, the others sorted. Raises UsageError for another grouping.
    """
    if by == "type":
        return [_count_type(name, evaluation.scores) for name in ROLES]
    if by not in GROUPINGS:
        raise UsageError(f"no grouping {by!r}", how=f"one of type, {', '.join(GROUPINGS)}")
    groups: dict[str, list[Score]] = {}
    for score in evaluation.scores:
        groups.setdefault(GROUPINGS[by](score), []).append(score)
    return [_count_documents(name, groups[name]) for name in sorted(groups)]


def _year_of(score: Score) -> str:
    return str(score.document.published.year) if score.document.published else "undated"


def _genre_of(score: Score) -> str:
    return score.document.doc_type


GROUPINGS: Final[Mapping[str, Callable[[Score], str]]] = MappingProxyType(
    {"genre": _genre_of, "year": _year_of}
)
"""What documents can be grouped by."""


def _count_type(name: str, scores: Sequence[Score]) -> Figures:
    """Return the figures of one type of fact."""
    chosen = [_choose(score, name) for score in scores]
    return _count(name, chosen)


def _choose(score: Score, name: str) -> Score:
    return Score(
        score.document,
        tuple(pair for pair in score.pairs if pair.gold.fact_type == name),
        tuple(fact for fact in score.missed if fact.fact_type == name),
        tuple(fact for fact in score.extra if fact.fact_type == name),
    )
