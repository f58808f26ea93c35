"""The figures of an evaluation: precision, recall and F1 of facts and roles, modality, passages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from tradegraph.errors import UsageError
from tradegraph.evaluation.facts import ROLES, Fact
from tradegraph.evaluation.matching import Pair
from tradegraph.evaluation.roles import Tally, compare_role
from tradegraph.evaluation.scoring import Evaluation, Score

WITH_KIND: Final = frozenset({"MeasureEvent", "Encounter"})
"""Types of which every fact has a kind."""
EVERYTHING: Final = "all"
BY_TYPE: Final = "type"


@dataclass(frozen=True, slots=True)
class Cited:
    """How many documents there are, of how many a graph tells facts, which passages it cites."""

    documents: int
    documents_with_facts: int
    spans: int
    wrong_spans: int


@dataclass(frozen=True, slots=True)
class Figures:
    """How well one group of facts was found.

    A fact is found when its type and core roles agree; `roles` count every value of every role.
    Modality and kind are those of the facts that were found: the share that agrees, and for the
    modality the mean of the F1 of each. `kind_accuracy` is None where no fact has a kind, `cited`
    for a type of fact, which has no documents of its own.
    """

    name: str
    facts: Tally
    roles: Tally
    modality_accuracy: float
    modality_macro_f1: float
    kind_accuracy: float | None
    cited: Cited | None = None


def count_figures(evaluation: Evaluation) -> Figures:
    """Return the figures of all facts."""
    return _count_documents(EVERYTHING, evaluation.scores)


def group_figures(evaluation: Evaluation, by: str) -> list[Figures]:
    """Return the figures by `type` of fact, or by `genre` or `year` of the document.

    Types stand in the order of `ROLES`, the others sorted. Raises UsageError for another grouping.
    """
    if by == BY_TYPE:
        return [_count_type(name, evaluation.scores) for name in ROLES]
    if by not in GROUPINGS:
        raise UsageError(f"no grouping {by!r}", how=f"one of {BY_TYPE}, {', '.join(GROUPINGS)}")
    groups: defaultdict[str, list[Score]] = defaultdict(list)
    for score in evaluation.scores:
        groups[GROUPINGS[by](score)].append(score)
    return [_count_documents(name, groups[name]) for name in sorted(groups)]


def _genre_of(score: Score) -> str:
    return score.document.doc_type


def _year_of(score: Score) -> str:
    return str(score.document.published.year) if score.document.published else "undated"


GROUPINGS: Final[Mapping[str, Callable[[Score], str]]] = MappingProxyType(
    {"genre": _genre_of, "year": _year_of}
)
"""What documents can be grouped by."""


def _count_type(name: str, scores: Iterable[Score]) -> Figures:
    pairs, missed, extra = _gather(scores)
    return _count(
        name,
        [pair for pair in pairs if pair.gold.fact_type == name],
        [fact for fact in missed if fact.fact_type == name],
        [fact for fact in extra if fact.fact_type == name],
    )


def _count_documents(name: str, scores: Sequence[Score]) -> Figures:
    cited = Cited(
        len(scores),
        sum(bool(score.predicted.facts) for score in scores),
        sum(score.predicted.spans for score in scores),
        sum(score.predicted.wrong_spans for score in scores),
    )
    return _count(name, *_gather(scores), cited)


def _gather(scores: Iterable[Score]) -> tuple[list[Pair], list[Fact], list[Fact]]:
    """Return the pairs, the missed and the extra facts of all documents."""
    pairs: list[Pair] = []
    missed: list[Fact] = []
    extra: list[Fact] = []
    for score in scores:
        pairs += score.pairs
        missed += score.missed
        extra += score.extra
    return pairs, missed, extra


def _count(
    name: str,
    pairs: Sequence[Pair],
    missed: Sequence[Fact],
    extra: Sequence[Fact],
    cited: Cited | None = None,
) -> Figures:
    return Figures(
        name,
        Tally(len(pairs), len(pairs) + len(extra), len(pairs) + len(missed)),
        _compare_all_roles(pairs, missed, extra),
        *_compare_modalities(pairs),
        _compare_kinds(pairs),
        cited,
    )


def _compare_all_roles(
    pairs: Iterable[Pair], missed: Iterable[Fact], extra: Iterable[Fact]
) -> Tally:
    """Return how many role values agree; a fact without its like is compared with an empty one."""
    nothing = {name: Fact(name, "") for name in ROLES}
    compared = [(pair.gold, pair.found) for pair in pairs]
    compared += [(fact, nothing[fact.fact_type]) for fact in missed]
    compared += [(nothing[fact.fact_type], fact) for fact in extra]
    tallies = (
        compare_role(role, gold, found)
        for gold, found in compared
        for role in ROLES[gold.fact_type]
    )
    return sum(tallies, Tally())


def _compare_modalities(pairs: Iterable[Pair]) -> tuple[float, float]:
    """Return the share of modalities that agree, and the mean of the F1 of each annotated one."""
    compared = [(pair.gold.modality, pair.found.modality) for pair in pairs]
    agreed = Counter(gold for gold, found in compared if gold == found)
    expected = Counter(gold for gold, _ in compared)
    found = Counter(found for _, found in compared)
    f1 = [Tally(agreed[name], found[name], expected[name]).f1 for name in sorted(expected)]
    return agreed.total() / max(len(compared), 1), sum(f1) / max(len(f1), 1)


def _compare_kinds(pairs: Iterable[Pair]) -> float | None:
    """Return the share of kinds that agree, None where there are none."""
    with_kind = [pair for pair in pairs if pair.gold.fact_type in WITH_KIND]
    agree = sum(compare_role("kind", pair.gold, pair.found).hits for pair in with_kind)
    return agree / len(with_kind) if with_kind else None
