"""Which found fact is which annotated one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from tradegraph.evaluation.conventions import read_conventions
from tradegraph.evaluation.facts import ROLES, Fact
from tradegraph.evaluation.roles import Tally, compare_role

SAME_PASSAGE: Final = 2.0
"""What a common passage counts, where each role value that agrees counts 1."""
SAME_MODALITY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated fact and the found one that is the same."""

    gold: Fact
    found: Fact


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two facts of one type agree, role by role, and whether their passages overlap."""

    gold: Fact
    found: Fact
    roles: Mapping[str, Tally]
    same_passage: bool

    def shares(self, *roles: str) -> bool:
        """Tell whether a value of one of the roles agrees."""
        return any(self.roles[role].hits for role in roles)

    def clashes(self, *roles: str) -> bool:
        """Tell whether both have values of one of the roles and none agrees."""
        tallies = (self.roles[role] for role in roles)
        return any(not each.hits and each.expected and each.found for each in tallies)

    @property
    def score(self) -> float:
        """How much agrees, to choose between several."""
        modality = SAME_MODALITY if self.gold.modality == self.found.modality else 0
        hits = sum(each.hits for each in self.roles.values())
        return hits + (SAME_PASSAGE if self.same_passage else 0) + modality


def pair_facts(gold: Sequence[Fact], found: Sequence[Fact]) -> list[tuple[int, int]]:
    """Return the places of facts that are the same, those that agree most first, each once."""
    agreements = (
        (agreement.score, one, other)
        for one, annotated in enumerate(gold)
        for other, fact in enumerate(found)
        if annotated.fact_type == fact.fact_type
        and (agreement := compare_facts(annotated, fact))
        and may_be_same(agreement)
    )
    pairs: dict[int, int] = {}
    for _, one, other in sorted(agreements, key=lambda each: -each[0]):
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return list(pairs.items())


def compare_facts(gold: Fact, found: Fact) -> Agreement:
    """Return how far two facts of one type agree."""
    roles = {role: compare_role(role, gold, found) for role in ROLES[gold.fact_type]}
    overlaps = (cited.overlaps(other) for cited in gold.spans for other in found.spans)
    return Agreement(gold, found, roles, any(overlaps))


def may_be_same(agreement: Agreement) -> bool:
    """Tell whether two facts of one type can be the same: their core roles do not contradict."""
    return RULES[agreement.gold.fact_type](agreement)


def _same_change(facts: Agreement) -> bool:
    told = read_conventions()
    kinds = (facts.gold.codes.get("kind"), facts.found.codes.get("kind"))
    opposite = any(
        one in told.up and other in told.down for one, other in (kinds, tuple(reversed(kinds)))
    )
    if opposite or facts.clashes("imposer", "target"):
        return False
    return facts.same_passage or facts.shares("rate", "product", "effective")


def _same_court_act(facts: Agreement) -> bool:
    return not facts.clashes("court") and (facts.same_passage or facts.shares("date"))


def _same_appeal(facts: Agreement) -> bool:
    if facts.clashes("appellant"):
        return False
    return facts.same_passage or facts.shares("date", "fromCourt")


def _same_filing(facts: Agreement) -> bool:
    return (facts.shares("plaintiff") or facts.same_passage) and not facts.clashes("court")


def _same_investigation(facts: Agreement) -> bool:
    return facts.same_passage or facts.shares("product")


def _same_encounter(facts: Agreement) -> bool:
    """Of participants who were annotated one must be found: all but one where no passage helps."""
    who = facts.roles["participants"]
    enough = facts.same_passage or who.hits >= max(1, who.expected - 1)
    return not who.expected or bool(who.hits and enough)


def _same_negotiation(facts: Agreement) -> bool:
    """Half of the parties must be found."""
    who = facts.roles["parties"]
    enough = not who.expected or who.hits >= max(1, (who.expected + 1) // 2)
    return enough and not facts.clashes("state")


def _same_statement(facts: Agreement) -> bool:
    return facts.shares("speaker") and facts.same_passage


def _same_holding(facts: Agreement) -> bool:
    return facts.shares("person") and not facts.clashes("office")


RULES: Final[Mapping[str, Callable[[Agreement], bool]]] = MappingProxyType(
    {
        "MeasureEvent": _same_change,
        "Ruling": _same_court_act,
        "Stay": _same_court_act,
        "Injunction": _same_court_act,
        "Hearing": _same_court_act,
        "Appeal": _same_appeal,
        "CaseFiling": _same_filing,
        "Investigation": _same_investigation,
        "Encounter": _same_encounter,
        "NegotiationState": _same_negotiation,
        "Statement": _same_statement,
        "OfficeHolding": _same_holding,
    }
)
