"""Stays and injunctions: orders that suspend a ruling, and orders not to enforce a measure.

A stay suspends a judgment while it is reviewed (Nken v. Holder, 556 U.S. 418: it acts on the
judgment, an injunction on a person); so a stay needs the ruling it suspends, an injunction only the
court and, where named, the measure.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.court_names import courts_near, find_court, first_court, inferior_courts
from tradegraph.extractors.docket import Docket
from tradegraph.extractors.grammar import clause_verb, find_agent, find_patients, owners_of
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.extractors.ruling_terms import measure_ruled_on
from tradegraph.extractors.tellings import first_tellings
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Injunction, Ruling, Stay

SUSPENDED = ("ruling-noun", "injunction-noun", "measure-noun", "negation")
"""What a stay may act on: a ruling, an order, a measure kept in place, something not done."""


def find_stays(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the stays that the document states and keep them in the docket."""
    for token in analysis.tokens:
        if analysis.is_word(token, "stay-lifted", "stay-verb", "stay-noun"):
            fact = _read_stay(analysis, token, docket)
            if fact is not None and docket.add_stay(fact):
                yield fact


def _read_stay(analysis: Analysis, token: Token, docket: Docket) -> Fact | None:
    court = _staying_court(analysis, token)
    if court is None:
        return None
    content = Stay(
        court,
        _stayed_ruling(analysis, token, court, docket),
        interim=True,
        lifted=_is_lifted(analysis, token),
        when=find_when(analysis, token),
    )
    commitment = read_commitment(analysis, token)
    passage = cover(analysis, token)
    return commitment.claim(content, passage, confidence=0.8, extractor="rulings")


def _staying_court(analysis: Analysis, token: Token) -> str | None:
    """Return the court that suspends: the verb's agent, or the one whose stay it is."""
    verb = clause_verb(analysis, token)
    if verb is None:
        return None
    if token is verb:
        acts = _is_lifted(analysis, token) or _touches_ruling(analysis, verb)
        return find_court(analysis, find_agent(analysis, verb)) if acts else None
    owner = first_court(analysis, owners_of(analysis, token, "from", "by", "of"))
    return owner or find_court(analysis, find_agent(analysis, verb))


def _is_lifted(analysis: Analysis, token: Token) -> bool:
    """Tell whether the stay is spoken of as ended: the verb that lifts it, or the noun below."""
    verb = clause_verb(analysis, token)
    return verb is not None and analysis.is_word(verb, "stay-lifted")


def _touches_ruling(analysis: Analysis, verb: Token) -> bool:
    """Tell whether what the verb suspends is a ruling, an order, or the end of a measure."""
    patients = find_patients(analysis, verb)
    inside = [token for patient in patients for token in analysis.subtree(patient)]
    return not patients or any(analysis.is_word(token, *SUSPENDED) for token in inside)


def _stayed_ruling(analysis: Analysis, token: Token, court: str, docket: Docket) -> Ruling:
    """Return the ruling that is stayed: of the court named beside it, or of a lower one."""
    verb = clause_verb(analysis, token) or token
    spans = [analysis.subtree_span(patient) for patient in find_patients(analysis, verb)]
    named = [c for span in spans for c in courts_near(analysis, span) if c != court]
    below = named or inferior_courts(analysis, court)
    if below:
        return docket.latest(*below) or Ruling(below[0], ())
    return docket.latest(court) or Ruling(court, ())


def find_injunctions(analysis: Analysis) -> Iterator[Fact]:
    """Yield the injunctions that the document says were granted or refused."""
    yield from first_tellings(_read_injunctions(analysis), _injunction_key)


def _injunction_key(fact: Fact) -> object:
    content = fact.content
    return isinstance(content, Injunction) and (
        content.court,
        fact.positive,
        content.when.first if content.when else None,
    )


def _read_injunctions(analysis: Analysis) -> Iterator[Fact]:
    for token in analysis.tokens:
        verbal = token.pos == "verb" and analysis.is_word(token, "injunction-verb")
        verb = clause_verb(analysis, token)
        if verb is None or not (verbal or analysis.is_word(token, "injunction-noun")):
            continue
        court = find_court(analysis, find_agent(analysis, verb))
        if court is None and not verbal:
            court = first_court(analysis, owners_of(analysis, token, "from", "by", "of"))
        if court is not None:
            content = Injunction(
                court, measure_ruled_on(analysis, verb), find_when(analysis, token)
            )
            commitment = read_commitment(analysis, token)
            passage = cover(analysis, token)
            yield commitment.claim(content, passage, confidence=0.7, extractor="rulings")
