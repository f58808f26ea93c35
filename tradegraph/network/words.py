"""The English words that a network and its pictures show for kinds of actors and of ties."""

from __future__ import annotations

from typing import Final

ACTOR_KINDS: Final[dict[str, str]] = {
    "Person": "person",
    "Administration": "administration",
    "Court": "court",
    "InternationalBody": "international body",
    "GovernmentBody": "body",
    "MediaOutlet": "outlet",
    "Company": "company",
    "Country": "country",
    "CustomsUnion": "bloc",
    "Jurisdiction": "country",
    "ActorGroup": "group",
    "Organization": "organization",
}
"""Ontology class -> kind of actor; the most specific class comes first."""

THING_KINDS: Final[dict[str, str]] = {
    "TariffMeasure": "measure",
    "MeasureGroup": "measure",
    "LegalCase": "case",
}
"""Ontology class -> kind of thing that can stand between actors; authorities are codes."""

THINGS: Final[dict[str, str]] = {
    "measures": "measure",
    "cases": "case",
    "authorities": "authority",
}
"""What to ask for -> kind of node."""

PROJECTIONS: Final[dict[str, str]] = {
    "actors": "everybody, as documents name them",
    "people": "people only",
    "bodies": "bodies, courts, companies; people are folded into the body they hold office at",
    "countries": "countries and blocs; people and bodies are folded into their jurisdiction",
}
"""Projection -> who is in it."""

FAMILIES: Final[dict[str, str]] = {
    "measures": "tariffs and threats of them",
    "courts": "cases and rulings",
    "inquiries": "investigations",
    "talks": "talks, calls, meetings, deals",
    "statements": "statements and interviews",
    "offices": "offices held",
}
"""Family of ties -> what it covers."""

TIE_TYPES: Final[dict[str, str]] = {
    "imposes": "measures",
    "eases": "measures",
    "exempts": "measures",
    "extends": "measures",
    "threatens": "measures",
    "retaliates": "measures",
    "orders": "measures",
    "burdens": "measures",
    "rests": "measures",
    "rules": "courts",
    "stays": "courts",
    "enjoins": "courts",
    "appeals": "courts",
    "sues": "courts",
    "challenges": "courts",
    "hears": "courts",
    "investigates": "inquiries",
    "negotiates": "talks",
    "deal": "talks",
    "meets": "talks",
    "calls": "talks",
    "interviews": "statements",
    "speaks": "statements",
    "office": "offices",
}
"""Type of tie -> its family."""

MEASURE_WORDS: Final[dict[str, tuple[str, str]]] = {
    "announcement": ("imposes", "announces {rate}tariffs"),
    "imposition": ("imposes", "imposes {rate}tariffs"),
    "entry-into-effect": ("imposes", "puts {rate}tariffs into effect"),
    "increase": ("imposes", "raises tariffs{change}"),
    "decrease": ("eases", "cuts tariffs{change}"),
    "pause": ("eases", "pauses {rate}tariffs"),
    "extension": ("extends", "extends deadline"),
    "exemption": ("exempts", "exempts from {rate}tariffs"),
    "expiry": ("eases", "lets tariffs expire"),
    "revocation": ("eases", "ends {rate}tariffs"),
    "reinstatement": ("imposes", "reinstates {rate}tariffs"),
    "threat": ("threatens", "threatens {rate}tariffs"),
}
"""Notation of the event -> type of tie and its wording."""

ORDER_WORDS: Final[dict[str, str]] = {
    "announcement": "announces tariffs of",
    "imposition": "imposes tariffs of",
    "entry-into-effect": "puts into effect tariffs of",
    "increase": "raises tariffs of",
    "decrease": "cuts tariffs of",
    "pause": "pauses tariffs of",
    "extension": "extends deadline of",
    "exemption": "makes exemptions of",
    "expiry": "lets expire tariffs of",
    "revocation": "ends tariffs of",
    "reinstatement": "reinstates tariffs of",
    "threat": "threatens tariffs of",
}
"""Notation of the event -> what the actor who decides it does for the imposing side."""

ENCOUNTER_WORDS: Final[dict[str, tuple[str, str]]] = {
    "talks": ("negotiates", "talks"),
    "meeting": ("meets", "meeting"),
    "call": ("calls", "call"),
    "delegation-visit": ("meets", "visit"),
    "interview": ("interviews", "interview"),
    "engagement": ("meets", "personal involvement"),
    "signing": ("deal", "signing"),
}
"""Notation of the event -> type of tie and its wording."""

OUTCOME_WORDS: Final[dict[str, str]] = {
    "unlawful": "rules tariffs unlawful",
    "lawful": "upholds tariffs",
    "affirmed": "affirms",
    "reversed": "reverses",
    "vacated": "vacates",
    "remanded": "remands",
    "dismissed": "dismisses case",
    "granted": "grants request",
    "denied": "denies request",
}
"""Notation of the outcome -> wording."""

INQUIRY_WORDS: Final[dict[str, str]] = {
    "investigation-opened": "opens investigation",
    "determination": "makes finding",
    "investigation-terminated": "ends investigation",
}
"""Notation of the event -> wording."""

MODALITY_WORDS: Final[dict[str, str]] = {
    "asserted": "asserted",
    "reported": "said by a speaker",
    "planned": "planned",
    "expected": "expected",
    "proposed": "proposed",
    "threatened": "threatened",
    "conditional": "conditional",
    "possible": "possible",
    "denied": "denied",
}
"""Notation of the modality -> wording."""
