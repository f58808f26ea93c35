"""Comparing the values of one role of an annotated and a found fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, TypeVar

from tradegraph.evaluation.facts import CODES, DAYS, JURISDICTIONS, PHRASES, RATES, Fact, Names
from tradegraph.evaluation.names import (
    JURISDICTION,
    OWNER,
    matches_name,
    matches_office,
    normalise,
)
from tradegraph.model import DateRange

ALIKE: Final = 0.75
"""Above this share of common letters two phrases are one."""
UNASKED: Final = frozenset({"date", "verbatim"})
"""Roles in which a value beside none is no error: a graph may know more than annotators tell."""
WITH_MINISTERS: Final = frozenset({"by", "participants"})
"""Roles in which a jurisdiction beside its own minister is no error."""
COMING: Final = frozenset({"announcement", "imposition"})
"""Kinds of a change that are one: what is announced is described as announced or as imposed."""

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many agree, how many were found, how many annotators found."""

    hits: int = 0
    found: int = 0
    expected: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.hits + other.hits, self.found + other.found, self.expected + other.expected
        )

    @property
    def precision(self) -> float:
        """The share of what was found that agrees."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what annotators found that was found."""
        return self.hits / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def compare_role(role: str, gold: Fact, found: Fact) -> Tally:
    """Return how many values of the role agree; either fact may have none."""
    if role in PHRASES:
        return compare_phrases(gold.phrases.get(role, ()), found.phrases.get(role, ()))
    if role in DAYS:
        return _compare_one(role, gold.days.get(role), found.days.get(role), agree_on_days)
    if role in RATES:
        return _compare_one(role, gold.rates.get(role), found.rates.get(role), frozenset.__eq__)
    if role in CODES:
        return _compare_one(role, gold.codes.get(role), found.codes.get(role), agree_on_code)
    return compare_actors(role, gold.actors.get(role, ()), found.actors.get(role, ()))


def compare_actors(role: str, gold: Sequence[Names], found: Sequence[Names]) -> Tally:
    """Return how many annotated actors were found, each by the first that bears its name."""

    def matches(annotated: Names, actor: Names) -> bool:
        (name,) = annotated
        if role == "office":
            return matches_office(name, actor)
        return matches_name(name, stand_for(actor) if role in JURISDICTIONS else actor)

    used = _pair_off(gold, found, matches)
    extra = [actor for place, actor in enumerate(found) if place not in used]
    if role in WITH_MINISTERS and gold:
        extra = [actor for actor in extra if not any(map(JURISDICTION.fullmatch, actor))]
    if role == "by" and not gold:  # the ontology names who takes part in any case
        extra = []
    return Tally(len(used), len(used) + len(extra), len(gold))


def stand_for(actor: Names) -> Names:
    """Return the names of an actor with the code of the jurisdiction that it belongs to."""
    return actor | {name.removeprefix(OWNER) for name in actor if name.startswith(OWNER)}


def compare_phrases(gold: Sequence[str], found: Sequence[str]) -> Tally:
    """Return how many annotated phrases were found, each by the first that is nearly the same."""
    return Tally(len(_pair_off(gold, found, agree_on_phrase)), len(found), len(gold))


def agree_on_phrase(gold: str, found: str) -> bool:
    """Tell whether one phrase holds the other or has nearly its letters."""
    plain = normalise(gold)
    if plain in found or found in (plain, gold) or found in plain:
        return True
    return SequenceMatcher(None, plain, found).ratio() > ALIKE


def agree_on_days(gold: DateRange, found: DateRange) -> bool:
    """Tell whether the days overlap; far more days than annotated do not count."""
    allowed = 3 * max((gold.last - gold.first).days, 1) + 7
    return gold.overlaps(found) and (found.last - found.first).days <= allowed


def agree_on_code(gold: str, found: str) -> bool:
    """Tell whether the codes are the same, or kinds of a change that is coming."""
    return gold == found or {gold, found} <= COMING


def _compare_one(
    role: str, gold: A | None, found: A | None, agree: Callable[[A, A], bool]
) -> Tally:
    if gold is None:
        return Tally(found=int(found is not None and role not in UNASKED))
    if found is None:
        return Tally(expected=1)
    return Tally(int(agree(gold, found)), 1, 1)


def _pair_off(
    gold: Sequence[A], found: Sequence[B], agree: Callable[[A, B], bool]
) -> frozenset[int]:
    """Return the places of the found values that some annotated value takes, each the first."""
    used: set[int] = set()
    for annotated in gold:
        free = (place for place in range(len(found)) if place not in used)
        taken = next((place for place in free if agree(annotated, found[place])), None)
        used |= set() if taken is None else {taken}
    return frozenset(used)
