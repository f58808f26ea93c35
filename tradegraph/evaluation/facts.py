"""Facts as they are compared: a type, the values of its roles, a modality, passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tradegraph.model import DateRange, Span

Names = frozenset[str]
"""All the names of one actor; of an annotated one there is one."""

ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "MeasureEvent": (
        *("kind", "imposer", "target", "product", "rate", "oldRate", "authority"),
        *("by", "date", "effective", "duration", "retaliatesAgainst"),
    ),
    "Ruling": ("court", "outcome", "authority", "date"),
    "Stay": ("court", "staysCourt", "date"),
    "Injunction": ("court", "date"),
    "Appeal": ("appellant", "fromCourt", "toCourt", "date"),
    "CaseFiling": ("plaintiff", "defendant", "court", "date"),
    "Hearing": ("court", "date"),
    "Investigation": ("agency", "authority", "product", "target", "kind", "date"),
    "Encounter": ("kind", "participants", "place", "date"),
    "NegotiationState": ("parties", "state", "agreement", "date"),
    "Statement": ("speaker", "outlet", "verbatim", "date"),
    "OfficeHolding": ("person", "office", "of"),
}
"""The roles of each type that are compared; the first of the types that fits a fact is its own."""

PHRASES: Final = frozenset({"product", "agreement", "authority"})
DAYS: Final = frozenset({"date", "effective"})
RATES: Final = frozenset({"rate", "oldRate"})
CODES: Final = frozenset({"kind", "outcome", "state", "duration", "verbatim"})
"""Roles whose value is no actor."""

JURISDICTIONS: Final = frozenset(
    {
        *("imposer", "target", "parties", "retaliatesAgainst", "of", "appellant"),
        *("plaintiff", "defendant", "participants", "speaker"),
    }
)
"""Roles in which a body counts as its jurisdiction."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact, annotated or found.

    The mappings go from a role to its values; a role that is not told is left out. `rates` hold
    the bounds in percent, `codes` the annotators' words or `true` and `false`. `iri` is what a
    graph calls the fact, None for an annotated one.
    """

    fact_type: str
    modality: str
    spans: tuple[Span, ...] = ()
    actors: Mapping[str, tuple[Names, ...]] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    days: Mapping[str, DateRange] = field(default_factory=dict)
    rates: Mapping[str, frozenset[float]] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    iri: str | None = None
