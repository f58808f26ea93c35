"""From words to facts: one family of facts a module, in the order in which they need one another.

Offices come first, since they say whom a bare *the minister* means; rulings before the stays and
appeals that refer to them; statements last, since they carry the facts that stand inside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from tradegraph.errors import EngineError
from tradegraph.extractors.attribution import attribute_facts
from tradegraph.extractors.cases import find_appeals
from tradegraph.extractors.crashes import CRASHES, describe_crash
from tradegraph.extractors.days_ahead import plan_days_ahead
from tradegraph.extractors.deadlines import set_deadlines
from tradegraph.extractors.docket import Docket
from tradegraph.extractors.encounters import find_encounters
from tradegraph.extractors.filings import find_filings
from tradegraph.extractors.hearings import find_hearings
from tradegraph.extractors.injunctions import find_injunctions
from tradegraph.extractors.investigations import find_investigations
from tradegraph.extractors.measure_events import find_measure_events
from tradegraph.extractors.measure_states import find_measure_states
from tradegraph.extractors.negotiations import find_negotiations
from tradegraph.extractors.offices import find_offices
from tradegraph.extractors.operative import read_operative
from tradegraph.extractors.opinions import complete_rulings
from tradegraph.extractors.postures import find_postures
from tradegraph.extractors.presumed_days import presume_days
from tradegraph.extractors.requirements import find_requirements
from tradegraph.extractors.rulings import find_rulings
from tradegraph.extractors.statements import find_statements
from tradegraph.extractors.stays import find_stays
from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact

Extractor = Callable[[Analysis], Iterable[Fact]]


def find_court_actions(analysis: Analysis) -> Iterator[Fact]:
    """Yield rulings, stays, injunctions, appeals, complaints and hearings, and what follows.

    Stays leave measures in place; partners change their posture after them, or do not.
    """
    docket = Docket()
    yield from find_rulings(analysis, docket)
    yield from find_stays(analysis, docket)
    yield from find_injunctions(analysis, docket)
    yield from find_appeals(analysis, docket)
    yield from find_filings(analysis)
    yield from find_hearings(analysis)
    yield from find_measure_states(analysis, docket)
    yield from find_postures(analysis, docket)


BUILT_IN: Mapping[str, Extractor] = {
    "offices": find_offices,
    "measures": find_measure_events,
    "courts": find_court_actions,
    "investigations": find_investigations,
    "encounters": find_encounters,
    "negotiations": find_negotiations,
    "requirements": find_requirements,
    "statements": find_statements,
}
"""Name -> extractor, in the order in which they run."""


def extract_facts(
    analysis: Analysis,
    extractors: Mapping[str, Extractor] = BUILT_IN,
    troubles: list[EngineError] | None = None,
) -> tuple[Fact, ...]:
    """Return the facts that the document states, statements with the facts they report.

    An extractor that fails is put on the list of troubles, and the others go on.
    """
    facts = run_extractors(analysis, extractors, troubles)
    own = complete_rulings(analysis, read_operative(analysis, facts))
    dated = presume_days(analysis, set_deadlines(analysis, plan_days_ahead(analysis, own)))
    return attribute_facts(tuple(dated))


def run_extractors(
    analysis: Analysis,
    extractors: Mapping[str, Extractor],
    troubles: list[EngineError] | None = None,
) -> tuple[Fact, ...]:
    """Return what the extractors alone find, without what the document enacts or decides itself."""
    reports: list[EngineError] = [] if troubles is None else troubles
    return tuple(
        fact
        for name, extractor in extractors.items()
        for fact in _run_extractor(analysis, name, extractor, reports)
    )


def _run_extractor(
    analysis: Analysis, name: str, extractor: Extractor, troubles: list[EngineError]
) -> Iterator[Fact]:
    """Yield an extractor's facts, up to where it fails."""
    try:
        yield from extractor(analysis)
    except CRASHES as error:
        troubles.append(describe_crash(analysis, name, error))
