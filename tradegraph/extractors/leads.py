"""What a story's first sentences say of a country whose ministry or minister speaks below.

A lead puts the country's name for whoever speaks for it; the words are told again with the
speaker: *Norway wants talks*, then *“We want talks,” the trade minister said*.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tradegraph.extractors.jurisdictions import JURISDICTIONS, find_jurisdiction
from tradegraph.extractors.utterances import Utterance
from tradegraph.language.analysis import Analysis

COLLECTIVE = (*JURISDICTIONS, "Administration")
LEAD = 2
"""Sentences of a lead."""
REACH = 5
"""So many sentences after the lead those speak for whom it puts the country's name."""


def join_leads(analysis: Analysis, turns: Iterable[list[Utterance]]) -> list[list[Utterance]]:
    """Return the turns, with what a lead reports of a country joined to its spokesmen's words."""
    found = list(turns)
    for turn in [turn for turn in found if _is_lead(analysis, turn)]:
        place = find_jurisdiction(analysis, turn[0].speakers[0])
        for other in found:
            near = 0 < other[0].sentence - turn[-1].sentence <= REACH
            if near and place and _speaks_for(analysis, other, place):
                other[:0] = [replace(each, speakers=other[0].speakers) for each in turn]
                found.remove(turn)
                break
    return found


def _is_lead(analysis: Analysis, turn: list[Utterance]) -> bool:
    """Tell whether the first sentences report what a country says, in no words of its own."""
    one = len(turn[0].speakers) == 1 and analysis.kind(turn[0].speakers[0]) in COLLECTIVE
    return one and turn[0].sentence < LEAD and not any(u.quotes for u in turn)


def _speaks_for(analysis: Analysis, turn: list[Utterance], place: str) -> bool:
    """Tell whether an office, a body or officials of the country speak."""
    speaker = turn[0].speakers[0]
    named = analysis.kind(speaker) not in COLLECTIVE
    return named and find_jurisdiction(analysis, speaker) == place
