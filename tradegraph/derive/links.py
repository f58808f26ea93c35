"""Links that documents leave open and that only one answer fits.

The case of a ruling, injunction, stay or appeal, the court of an appeal, the interview in which
something was said. Where two answers fit, none is given; what a document says itself is never
overruled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from tradegraph.derive.calendar import event_days
from tradegraph.derive.changes import is_actual
from tradegraph.derive.closures import derived_quad
from tradegraph.derive.statements import Facts
from tradegraph.vocabulary import code, tg

Link = tuple[str, str, str]
"""Subject, local name of the property, value."""

LINKED = ("Ruling", "Injunction", "Stay", "Appeal", "Statement")
"""The classes of what may be linked."""


def infer_links(facts: Facts, subjects: Iterable[str]) -> list[Quad]:
    """Return the inferred links of these subjects; closures come first."""
    links = dict.fromkeys(link for subject in subjects for link in _infer(facts, subject))
    return [derived_quad(subject, tg(name), NamedNode(value)) for subject, name, value in links]


def find_linked(facts: Facts) -> list[str]:
    """Return what may be linked, sorted."""
    return sorted({each for name in LINKED for each in facts.instances(name)})


def _infer(facts: Facts, subject: str) -> Iterator[Link]:
    if facts.is_a(subject, "Statement"):
        yield from _infer_venue(facts, subject)
        return
    if not facts.iris(subject, "inCase"):
        yield from ((subject, "inCase", case) for case in _find_cases(facts, subject))
    if facts.is_a(subject, "Appeal"):
        yield from _infer_court(facts, subject)


def _find_cases(facts: Facts, act: str) -> tuple[str, ...]:
    """Return the cases of a decision, or of the ruling that a stay or an appeal is about."""
    if facts.is_a(act, "Ruling") or facts.is_a(act, "Injunction"):
        found = _matching_cases(facts, act)
        return found if len(found) == 1 or _are_consolidated(facts, found) else ()
    rulings = (*facts.iris(act, "stays"), *facts.iris(act, "appealsDecision"))
    cases = (facts.iris(each, "inCase") or _find_cases(facts, each) for each in rulings)
    return tuple(dict.fromkeys(case for found in cases for case in found))


def _matching_cases(facts: Facts, decision: str) -> tuple[str, ...]:
    """Return the cases before the decision's court that challenge what the decision is about.

    Those about the very measures fit best, then those about the groups that hold them.
    """
    courts = set(facts.iris(decision, "issuedBy"))
    about = {*facts.iris(decision, "rulesOn"), *facts.iris(decision, "enjoins")}
    groups = {group for measure in about for group in facts.iris(measure, "withinGroup")}
    for wanted in (about, groups):
        challenging = {case for each in wanted for case in facts.subjects("challenges", each)}
        found = (case for case in challenging if facts.is_a(case, "LegalCase"))
        heard = tuple(sorted(case for case in found if courts & set(facts.iris(case, "heardBy"))))
        if heard:
            return heard
    return ()


def _are_consolidated(facts: Facts, cases: tuple[str, ...]) -> bool:
    """Tell whether one judgment decides all these cases."""
    leading = {next(iter(facts.iris(case, "consolidatedWith")), case) for case in cases}
    return len(leading) == 1


def _infer_court(facts: Facts, appeal: str) -> Iterator[Link]:
    """Yield the court of an appeal: the one that reviews the ruling's court."""
    if facts.iris(appeal, "appealedTo"):
        return
    rulings = facts.iris(appeal, "appealsDecision")
    below = {court for ruling in rulings for court in facts.iris(ruling, "issuedBy")}
    above = {court for each in below for court in facts.iris(each, "reviewedBy")}
    if len(above) == 1:
        yield appeal, "appealedTo", above.pop()


def _infer_venue(facts: Facts, statement: str) -> Iterator[Link]:
    """Yield the interview of a statement that names no venue, if its document has only one."""
    if facts.iris(statement, "madeIn") or facts.iris(statement, "outlet"):
        return
    interview = code("event", "interview")
    near = {
        event
        for graph in facts.graphs(statement)
        for event in facts.subjects_in(graph, "eventType", interview)
        if is_actual(facts, event)
    }
    fitting = sorted(each for each in near if _fits(facts, statement, each))
    if len(fitting) == 1:
        yield statement, "madeIn", fitting[0]
        yield from ((statement, "outlet", each) for each in facts.iris(fitting[0], "outlet"))


def _fits(facts: Facts, statement: str, interview: str) -> bool:
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
