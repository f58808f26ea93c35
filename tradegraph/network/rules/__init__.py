"""How each class of facts becomes ties between actors; the order of classes is without meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tradegraph.network.rules.courts import (
    tie_appeals,
    tie_filings,
    tie_injunctions,
    tie_rulings,
    tie_stays,
)
from tradegraph.network.rules.measures import tie_investigations, tie_measures
from tradegraph.network.rules.people import tie_offices, tie_statements
from tradegraph.network.rules.talks import tie_encounters, tie_negotiations
from tradegraph.network.ties import Telling, Tie, TieRule
from tradegraph.network.triples import Triples

RULES: Final[dict[str, TieRule]] = {
    "Appeal": tie_appeals,
    "CaseFiling": tie_filings,
    "Encounter": tie_encounters,
    "Injunction": tie_injunctions,
    "Investigation": tie_investigations,
    "MeasureEvent": tie_measures,
    "NegotiationState": tie_negotiations,
    "OfficeHolding": tie_offices,
    "Ruling": tie_rulings,
    "Statement": tie_statements,
    "Stay": tie_stays,
}

_TYPES_OF_STATEMENTS: Final = frozenset({"speaks", "interviews"})


def choose_classes(wants_type: Callable[[str], bool]) -> Iterator[str]:
    """Yield the classes of facts that are worth reading for the wanted types of ties.

    Statements are most of the facts of most graphs, and few networks are about them.
    """
    silent = not any(map(wants_type, _TYPES_OF_STATEMENTS))
    yield from (kind for kind in RULES if kind != "Statement" or not silent)


def read_ties(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Yield the ties that a fact stands for; none for a fact that ties no two actors."""
    for kind in sorted(triples.types(telling.fact, RULES)):
        yield from RULES[kind](triples, telling)
