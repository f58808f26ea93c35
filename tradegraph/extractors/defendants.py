"""Against whom a complaint goes: named beside it, or whose measure or courts it is about."""

from __future__ import annotations

from typing import Final

from tradegraph.extractors.actors import actors_of
from tradegraph.extractors.grammar import find_patients, objects_of
from tradegraph.extractors.jurisdictions import JURISDICTIONS, find_jurisdictions
from tradegraph.extractors.measure_phrases import find_measure_phrases
from tradegraph.extractors.settings import main_jurisdiction, places_in
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

AGAINST: Final = "against"
FACING: Final = ("against", "over", "with", "about")


def find_defendants(
    analysis: Analysis, token: Token, plaintiffs: tuple[str, ...], court: str | None
) -> tuple[str, ...]:
    """Return against whom the complaint goes.

    Where nobody is named, it is whose court it is; before an international one who lays the measure
    that the sentence is about, whose policy the document is about, or the other side.
    """
    own = find_jurisdictions(analysis, plaintiffs)
    named = find_jurisdictions(analysis, actors_of(analysis, _facing(analysis, token)))
    sentence = analysis.sentence_of(token)
    phrases = find_measure_phrases(analysis, sentence)
    imposers = [imposer for phrase in phrases for imposer in phrase.imposers]
    main = main_jurisdiction(analysis)
    home = analysis.jurisdiction(court) if court else None
    for places in (
        named,
        (home,),
        find_jurisdictions(analysis, imposers),
        (main,),
        places_in(analysis, sentence.span),
    ):
        against = [place for place in places if place and place not in (*plaintiffs, *own)]
        against = [place for place in against if analysis.kind(place) in JURISDICTIONS]
        if against:
            return tuple(dict.fromkeys(against))
    return ()


def _facing(analysis: Analysis, token: Token) -> list[Token]:
    """Return the words for whom the complaint faces: *sued the ministry*, *against Norway*."""
    patients = find_patients(analysis, token) if token.pos == "verb" else []
    heads = [
        *patients,
        *(t for word in (token, *patients) for t in objects_of(analysis, word, *FACING)),
    ]
    for word in analysis.subtree(token):
        heads += analysis.children(word, "pobj") if word.lower == AGAINST else []
    return heads
