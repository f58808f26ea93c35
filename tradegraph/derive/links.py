"""Links that documents leave open and that only one answer fits.

The case of a ruling, stay or appeal, the court of an appeal, the interview in which something was
said. Where two answers fit, none is given; what a document says itself is never overruled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from tradegraph.derive.calendar import event_days
from tradegraph.derive.changes import is_actual
from tradegraph.derive.closures import derived_quad
from tradegraph.derive.statements import TYPE, Statements
from tradegraph.vocabulary import code, tg

Link = tuple[str, str, str]
"""Subject, local name of the property, value."""


def infer_links(facts: Statements) -> list[Quad]:
    """Return the inferred links; closures come first."""
    links = (*_infer_cases(facts), *_infer_courts(facts), *_infer_venues(facts))
    return [derived_quad(subject, tg(name), NamedNode(value)) for subject, name, value in links]


def _infer_cases(facts: Statements) -> Iterator[Link]:
    """Yield the case of each ruling, and of the stays and appeals of that ruling."""
    for ruling in _instances(facts, "Ruling"):
        cases = facts.iris(ruling, "inCase")
        if not cases:
            found = _matching_cases(facts, ruling)
            cases = found if len(found) == 1 or _are_consolidated(facts, found) else ()
            yield from ((ruling, "inCase", case) for case in cases)
        for name in ("stays", "appealsDecision"):
            for step in facts.subjects(name, ruling):
                if not facts.iris(step, "inCase"):
                    yield from ((step, "inCase", case) for case in cases)


def _matching_cases(facts: Statements, ruling: str) -> tuple[str, ...]:
    """Return the cases before the ruling's court that challenge what the ruling is about.

    Those about the very measures fit best, then those about the groups that hold them.
    """
    courts = set(facts.iris(ruling, "issuedBy"))
    about = set(facts.iris(ruling, "rulesOn"))
    groups = {group for measure in about for group in facts.iris(measure, "withinGroup")}
    heard = [c for c in _instances(facts, "LegalCase") if courts & set(facts.iris(c, "heardBy"))]
    for wanted in (about, groups):
        found = tuple(c for c in heard if wanted & set(facts.iris(c, "challenges")))
        if found:
            return found
    return ()


def _are_consolidated(facts: Statements, cases: tuple[str, ...]) -> bool:
    """Tell whether one judgment decides all these cases."""
    leading = {next(iter(facts.iris(case, "consolidatedWith")), case) for case in cases}
    return len(leading) == 1


def _infer_courts(facts: Statements) -> Iterator[Link]:
    """Yield the court of each appeal: the one that reviews the ruling's court."""
    for appeal in _instances(facts, "Appeal"):
        if facts.iris(appeal, "appealedTo"):
            continue
        rulings = facts.iris(appeal, "appealsDecision")
        below = {court for ruling in rulings for court in facts.iris(ruling, "issuedBy")}
        above = {court for each in below for court in facts.iris(each, "reviewedBy")}
        if len(above) == 1:
            yield appeal, "appealedTo", above.pop()


def _infer_venues(facts: Statements) -> Iterator[Link]:
    """Yield the interview of each statement that names no venue, if its document has only one."""
    interviews: dict[str, list[str]] = defaultdict(list)
    for event in facts.subjects("eventType", code("event", "interview")):
        if is_actual(facts, event):
            for graph in facts.graphs(event):
                interviews[graph].append(event)
    for statement in _instances(facts, "Statement"):
        if facts.iris(statement, "madeIn") or facts.iris(statement, "outlet"):
            continue
        near = {each for graph in facts.graphs(statement) for each in interviews[graph]}
        fitting = sorted(each for each in near if _fits(facts, statement, each))
        if len(fitting) == 1:
            yield statement, "madeIn", fitting[0]
            yield from ((statement, "outlet", each) for each in facts.iris(fitting[0], "outlet"))


def _fits(facts: Statements, statement: str, interview: str) -> bool:
    """Tell whether the speaker was there, on a day that is possible."""
    speakers = set(facts.iris(statement, "speaker"))
    first, last = event_days(facts, interview)
    earliest, latest = event_days(facts, statement)
    return (
        bool(speakers)
        and speakers <= set(facts.iris(interview, "participant"))
        and not (latest and first and latest < first)
        and not (earliest and last and last < earliest)
    )


def _instances(facts: Statements, name: str) -> list[str]:
    wanted = NamedNode(tg(name))
    return sorted({subject for subject, value in facts.pairs(TYPE) if value == wanted})
