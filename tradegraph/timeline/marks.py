"""The events of a graph as marks, each with the lanes it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from tradegraph.derive.calendar import event_days
from tradegraph.derive.changes import is_actual
from tradegraph.network.claims import MODALITIES
from tradegraph.network.rules.measures import word_term
from tradegraph.network.triples import Triples
from tradegraph.timeline.entries import make_entry
from tradegraph.timeline.lanes import Mark
from tradegraph.timeline.view import View
from tradegraph.vocabulary import tg


@dataclass(frozen=True, slots=True)
class Rule:
    """How a class of facts is shown: its family, its lanes, its words.

    `lanes` are paths of properties to what it belongs to, of which the first that leads somewhere
    counts; `words` is the property with the code that says what happened, the class where empty;
    `actor` names the one who acted.
    """

    family: str
    lanes: tuple[str, ...]
    words: str = ""
    actor: str = ""


RULES: Final[dict[str, Rule]] = {
    "MeasureEvent": Rule("measures", ("affects",), "eventType"),
    "Ruling": Rule("courts", ("inCase", "rulesOn"), "outcome", "issuedBy"),
    "Stay": Rule("courts", ("inCase", "stays/inCase", "stays/rulesOn"), "", "issuedBy"),
    "Injunction": Rule("courts", ("inCase", "enjoins"), "", "issuedBy"),
    "Appeal": Rule("courts", ("inCase", "appealsDecision/inCase", "appealsDecision/rulesOn")),
    "CaseFiling": Rule("courts", ("inCase",), "", "filedBy"),
    "Hearing": Rule("courts", ("inCase",), "", "issuedBy"),
    "Encounter": Rule("talks", ("inNegotiation",), "eventType", "participant"),
    "NegotiationState": Rule("talks", ("inNegotiation",), "negotiationStatus"),
    "Investigation": Rule("inquiries", ("inNegotiation",), "eventType", "conductedBy"),
}
"""Class of facts -> how it is shown."""

_MOST_ACTORS = 3


def read_marks(view: View) -> Iterator[tuple[Mark, tuple[str, ...]]]:
    """Yield each event with its lanes, sorted; one that is only denied is left out."""
    for kind, rule in RULES.items():
        for fact in view.triples.instances(kind):
            modality = _read_modality(view, fact)
            if modality:
                first, last = _read_days(view, fact)
                what = _word_fact(view.triples, fact, kind, rule)
                entry = make_entry(view, what, (fact,))
                mark = Mark(entry, rule.family, modality, first, last)
                yield mark, _find_lanes(view.triples, fact, rule)


def _read_modality(view: View, fact: str) -> str | None:
    if is_actual(view.facts, fact):
        return "asserted"
    told = {claim.modality for claim in view.claims.get(fact, ()) if claim.positive}
    return next((name for name in MODALITIES if name in told and name != "denied"), None)


def _read_days(view: View, fact: str) -> tuple[date | None, date | None]:
    first, last = event_days(view.facts, fact)
    if first or last:
        return first, last
    for name in ("effectiveOn", "observedOn", "from"):
        days = view.facts.dates(fact, name)
        if days:
            return days[0], days[0]
    return None, None


def _find_lanes(triples: Triples, fact: str, rule: Rule) -> tuple[str, ...]:
    for path in rule.lanes:
        found = [fact]
        for name in path.split("/"):
            found = [value for node in found for value in triples.all(node, name)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _word_fact(triples: Triples, fact: str, kind: str, rule: Rule) -> str:
    codes = triples.all(fact, rule.words) if rule.words else ()
    what = ", ".join(triples.label(code) for code in codes)
    if not what or kind == "Ruling":
        what = ": ".join(filter(None, [triples.label(tg(kind)), what]))
    change = _word_change(triples, fact)
    actors = triples.all(fact, rule.actor) if rule.actor else ()
    names = ", ".join(triples.label(actor) for actor in actors[:_MOST_ACTORS])
    return ", ".join(filter(None, [f"{what} {change}".strip(), names]))


def _word_change(triples: Triples, fact: str) -> str:
    old, new = (_word_rates(triples, fact, role) for role in ("replacesRate", "setsRate"))
    if old and new:
        return f"{old} → {new}"
    return f"from {old}" if old else new


def _word_rates(triples: Triples, fact: str, role: str) -> str:
    words = (word_term(triples, term) for term in triples.all(fact, role))
    return ", ".join(dict.fromkeys(filter(None, words)))
