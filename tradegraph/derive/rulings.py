"""What courts change: rulings that a measure is unlawful, stays of them, injunctions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from tradegraph.derive.calendar import event_days
from tradegraph.derive.changes import Change, is_actual
from tradegraph.derive.statements import Facts

# What makes a court's finding stop the collection of a duty, once no stay holds it up.
FORBIDDING: Final = frozenset(
    {"reversal-ordered", "vacatur", "permanent-injunction", "preliminary-injunction"}
)
# A ruling on some of the measures leaves the status of each open.
REACHING: Final = frozenset({None, "all", "most"})
PARTIES_ONLY: Final = "parties-only"


def read_ruling(facts: Facts, ruling: str) -> Iterator[Change]:
    """Yield the changes by a ruling that a measure is unlawful, and by stays of that ruling."""
    scope = facts.notation(ruling, "scopeKind", "scope")
    if not _finds_unlawful(facts, ruling) or scope not in REACHING | {PARTIES_ONLY}:
        return
    first, last = event_days(facts, ruling)
    forbids = _forbids(facts, ruling)
    stopped = "enjoined" if forbids else "uncertain"
    if scope == PARTIES_ONLY:
        if not forbids:
            return
        stopped = "partly-enjoined"
    stays = [stay for stay in facts.subjects("stays", ruling) if _happened(facts, stay)]
    if not stays:
        if first or last:
            yield Change(stopped, first, last, ruling, by_court=True)
        return
    if first:
        yield Change("uncertain", first, first, ruling, by_court=True)
    for stay in stays:
        yield from _read_stay(facts, stay, stopped, first)


def read_injunction(facts: Facts, injunction: str) -> Iterator[Change]:
    """Yield the change by an order not to enforce a measure, for all or for the parties only."""
    first, last = event_days(facts, injunction)
    scope = facts.notation(injunction, "scopeKind", "scope")
    stopped = "partly-enjoined" if scope == PARTIES_ONLY else "enjoined"
    if first or last:
        yield Change(stopped, first, last, injunction, by_court=True)


def _forbids(facts: Facts, ruling: str) -> bool:
    """Tell whether a ruling ends the collection: by its relief, or since no court is above."""
    if facts.notations(ruling, "relief", "relief") & FORBIDDING:
        return True
    courts = facts.iris(ruling, "issuedBy")
    above = [court for own in courts for court in facts.iris(own, "reviewedBy")]
    return bool(courts) and not above and any(_below(facts, own) for own in courts)


def _finds_unlawful(facts: Facts, ruling: str) -> bool:
    """Tell whether a ruling says so itself, or affirms a lower court's ruling that does."""
    outcomes = facts.notations(ruling, "outcome", "outcome")
    if "unlawful" in outcomes:
        return True
    if "affirmed" not in outcomes:
        return False
    below = {court for own in facts.iris(ruling, "issuedBy") for court in _below(facts, own)}
    return any(
        "unlawful" in facts.notations(other, "outcome", "outcome")
        for measure in facts.iris(ruling, "rulesOn")
        for other in facts.subjects("rulesOn", measure)
        if below & set(facts.iris(other, "issuedBy"))
    )


def _below(facts: Facts, court: str) -> set[str]:
    """Return the courts that this one reviews, directly or through another."""
    found: set[str] = set()
    waiting = [court]
    while waiting:
        for lower in facts.subjects("reviewedBy", waiting.pop()):
            if lower not in found:
                found.add(lower)
                waiting.append(lower)
    return found


def _read_stay(facts: Facts, stay: str, stopped: str, ruled: date | None) -> Iterator[Change]:
    _, last = event_days(facts, stay)
    if last:
        day = max(last, ruled) if ruled else last
        yield Change("in-effect-pending-appeal", day, day, stay, by_court=True)
    for order in _liftings(facts, stay):
        first, last = event_days(facts, order)
        if first or last:
            yield Change(stopped, first, last, order, by_court=True)


def _liftings(facts: Facts, stay: str) -> list[str]:
    return [order for order in facts.subjects("liftsStay", stay) if is_actual(facts, order)]


def _happened(facts: Facts, stay: str) -> bool:
    """Tell whether there was a stay: somebody affirms it, or that it was lifted."""
    return is_actual(facts, stay) or bool(_liftings(facts, stay))
