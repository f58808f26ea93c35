"""Ties of cases: courts to the side whose measure they judge, parties to courts and each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tradegraph.network import words
from tradegraph.network.ties import Telling, Tie, tie_all
from tradegraph.network.triples import Triples


def tie_rulings(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie a court to the side that imposed the measure it rules on."""
    fact = telling.fact
    courts = triples.all(fact, "issuedBy")
    outcomes = [code.partition("#")[2] for code in triples.all(fact, "outcome")]
    notations = [outcome.partition("-")[2] for outcome in outcomes]
    label = ", ".join(words.OUTCOME_WORDS.get(name, name) for name in notations) or "rules on"
    yield from tie_all(courts, _find_ruled_on(triples, telling, "rulesOn"), "rules", label)


def tie_injunctions(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie a court to the side whose measure it forbids to enforce."""
    targets = _find_ruled_on(triples, telling, "enjoins")
    courts = triples.all(telling.fact, "issuedBy")
    yield from tie_all(courts, targets, "enjoins", "enjoins tariffs")


def _find_ruled_on(triples: Triples, telling: Telling, role: str) -> Sequence[str]:
    """Return what a ruling is about: the case or measure where those are nodes, else a side."""
    fact = telling.fact
    measures, cases = triples.all(fact, role), triples.all(fact, "inCase")
    if "cases" in telling.things and cases:
        return cases
    if "measures" in telling.things and measures:
        return measures
    return _imposers(triples, measures) or _defending(triples, fact)


def tie_stays(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie a court to the court whose ruling it suspends, or whose stay it lifts."""
    fact = telling.fact
    courts = triples.all(fact, "issuedBy")
    stayed = _courts_of(triples, triples.all(fact, "stays"))
    yield from tie_all(courts, stayed, "stays", "stays ruling of")
    lifted = _courts_of(triples, triples.all(fact, "liftsStay"))
    yield from tie_all(courts, lifted, "stays", "lifts stay of")


def tie_appeals(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie an appellant to the court whose ruling it attacks and to the court it turns to."""
    fact = telling.fact
    appellants = triples.all(fact, "appellant")
    attacked = _courts_of(triples, triples.all(fact, "appealsDecision"))
    yield from tie_all(appellants, attacked, "appeals", "appeals ruling of")
    yield from tie_all(appellants, triples.all(fact, "appealedTo"), "appeals", "appeals to")


def tie_filings(triples: Triples, telling: Telling) -> Iterator[Tie]:
    """Tie a plaintiff to the defendant, or whose measure is challenged, else to the court."""
    fact = telling.fact
    plaintiffs = triples.all(fact, "filedBy")
    cases = triples.all(fact, "inCase")
    challenged = [m for case in cases for m in triples.all(case, "challenges")]
    defendants = triples.all(fact, "filedAgainst") or _imposers(triples, challenged)
    if "cases" in telling.things and cases:
        yield from _tie_case(triples, telling, cases)
    elif "measures" in telling.things and challenged:
        yield from tie_all(plaintiffs, challenged, "sues", "sues over")
    elif defendants:
        yield from tie_all(plaintiffs, defendants, "sues", "sues")
    else:
        courts = triples.all(fact, "filedWith")
        yield from tie_all(plaintiffs, courts, "sues", "files suit at")


def _tie_case(triples: Triples, telling: Telling, cases: Iterable[str]) -> Iterator[Tie]:
    """Tie the parties and the court to the case, and the case to what it challenges."""
    yield from tie_all(triples.all(telling.fact, "filedBy"), cases, "sues", "files suit")
    for case in cases:
        yield from tie_all(triples.all(case, "heardBy"), [case], "hears", "hears")
        measures = triples.all(case, "challenges")
        sides = triples.all(telling.fact, "filedAgainst") or _imposers(triples, measures)
        challenged = measures if "measures" in telling.things else sides
        yield from tie_all([case], challenged, "challenges", "against")


def _courts_of(triples: Triples, actions: Iterable[str]) -> list[str]:
    return sorted({court for action in actions for court in triples.all(action, "issuedBy")})


def _imposers(triples: Triples, measures: Iterable[str]) -> list[str]:
    return sorted({side for m in measures for side in triples.all(m, "imposedBy")})


def _defending(triples: Triples, fact: str) -> list[str]:
    cases = triples.all(fact, "inCase")
    challenged = [m for case in cases for m in triples.all(case, "challenges")]
    named = {actor for case in cases for actor in triples.all(case, "defendant")}
    return _imposers(triples, challenged) or sorted(named)
