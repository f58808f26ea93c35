"""The types of facts that a model is asked for: their roles, and what may stand in each.

The schema that the model must keep to and the reading of its answer both follow from these tables.
Notations are those of the ontology's code lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Form = Literal[
    "code", "actor", "actors", "jurisdictions", "phrases", "rate", "days", "flag", "text"
]
"""How a role is filled; a name is as the text writes it, a day is a pair of ISO dates."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a fact. Without a `required` one there is no fact; `codes` are its notations."""

    name: str
    form: Form
    required: bool = False
    codes: tuple[str, ...] = ()


MODALITIES: Final = (
    *("asserted", "reported", "denied", "planned", "expected", "possible", "conditional"),
    *("threatened", "proposed"),
)
AUTHORITIES: Final = (
    *("ieepa", "s232", "s301", "s201", "s122", "s338", "s421", "adcvd", "usmca", "foreign-law"),
)
QUALIFIERS: Final = (
    *("exact", "over", "at-least", "up-to", "about", "below", "baseline", "range"),
)

_COURT: Final = Role("court", "actor", required=True)
_DATE: Final = Role("date", "days")
_AUTHORITY: Final = Role("authority", "code", codes=AUTHORITIES)
_PRODUCT: Final = Role("product", "phrases")

MEASURE_KINDS: Final = (
    *("announcement", "imposition", "increase", "decrease", "pause", "extension", "exemption"),
    *("revocation", "expiry", "reinstatement", "threat"),
)
OUTCOMES: Final = (
    *("unlawful", "lawful", "affirmed", "reversed", "vacated", "remanded", "dismissed"),
    *("granted", "denied"),
)
INQUIRY_KINDS: Final = ("investigation-opened", "determination", "investigation-terminated")
ENCOUNTER_KINDS: Final = (
    *("talks", "meeting", "call", "delegation-visit", "interview", "signing"),
)
STATES: Final = (
    *("planned", "active", "advanced", "stalled", "deal-near", "deal-reached", "suspended"),
    "broken-off",
)

FACT_TYPES: Final[Mapping[str, tuple[Role, ...]]] = {
    "MeasureEvent": (
        Role("kind", "code", required=True, codes=MEASURE_KINDS),
        Role("imposer", "jurisdictions", required=True),
        Role("target", "jurisdictions"),
        _PRODUCT,
        Role("rate", "rate"),
        Role("oldRate", "rate"),
        _AUTHORITY,
        Role("by", "actors"),
        _DATE,
        Role("effective", "days"),
        Role("duration", "text"),
    ),
    "Ruling": (_COURT, Role("outcome", "code", required=True, codes=OUTCOMES), _DATE),
    "Stay": (_COURT, Role("staysCourt", "actor", required=True), Role("lifted", "flag"), _DATE),
    "Injunction": (_COURT, _DATE),
    "Appeal": (
        Role("appellant", "actors", required=True),
        Role("fromCourt", "actor", required=True),
        Role("toCourt", "actor"),
        _DATE,
    ),
    "CaseFiling": (
        Role("plaintiff", "actors", required=True),
        Role("defendant", "actors"),
        Role("court", "actor"),
        _DATE,
    ),
    "Hearing": (_COURT, _DATE),
    "Investigation": (
        Role("kind", "code", required=True, codes=INQUIRY_KINDS),
        Role("agency", "actor", required=True),
        _AUTHORITY,
        _PRODUCT,
        Role("target", "jurisdictions"),
        _DATE,
    ),
    "Encounter": (
        Role("kind", "code", required=True, codes=ENCOUNTER_KINDS),
        Role("participants", "actors", required=True),
        _DATE,
    ),
    "NegotiationState": (
        Role("parties", "jurisdictions", required=True),
        Role("state", "code", required=True, codes=STATES),
        Role("agreement", "text"),
        _DATE,
    ),
    "Statement": (Role("speaker", "actors", required=True), Role("outlet", "actor"), _DATE),
    "OfficeHolding": (
        Role("person", "actor", required=True),
        Role("office", "text", required=True),
        Role("of", "actor"),
    ),
}
