"""To which court a complaint goes: the one named beside it, which hears cases first."""

from __future__ import annotations

from typing import Final

from tradegraph.extractors.court_agents import acting_court, sitting_court
from tradegraph.extractors.court_names import (
    court_of_body,
    courts_near,
    first_court,
    inferior_courts,
)
from tradegraph.extractors.court_references import level_of
from tradegraph.extractors.grammar import clause_verb, find_patients, objects_of
from tradegraph.extractors.jurisdictions import named_actor
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

PLACES: Final = ("with", "at", "in", "before", "to")
TRIAL: Final = "-trial"


def court_of_filing(analysis: Analysis, token: Token) -> str | None:
    """Return the court that the complaint goes to: beside it, in its sentence, or just before.

    One that reviews others is not complained to; the court below it is, where the document has one.
    """
    words = (token, *find_patients(analysis, token))
    targets = [t for word in words for t in objects_of(analysis, word, *PLACES)]
    court = first_court(analysis, targets) or court_of_body(analysis, targets)
    if court is not None:
        return court
    verb = clause_verb(analysis, token) if token.pos == "noun" else None
    deciding = acting_court(analysis, verb) if verb is not None else None
    sentence = analysis.sentence_of(token)
    near = courts_near(analysis, sentence.span)
    bodies = [t for t in analysis.sentence_tokens(sentence) if named_actor(analysis, t)]
    told = deciding or next(iter(near), None)
    told = told or court_of_body(analysis, bodies) or sitting_court(analysis, token)
    return _find_first_instance(analysis, told) if told else None


def _find_first_instance(analysis: Analysis, court: str) -> str:
    """Return the court itself, or the one below it in which cases begin."""
    if level_of(analysis, court).endswith(TRIAL) or not level_of(analysis, court):
        return court
    below = inferior_courts(analysis, court)
    further = [c for each in below for c in inferior_courts(analysis, each)]
    first = [c for c in (*below, *further) if level_of(analysis, c).endswith(TRIAL)]
    return first[0] if first else court
