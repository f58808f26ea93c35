"""Encounters: talks, meetings, calls, visits, interviews, signings, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tradegraph.extractors.arrangements import read_arrangement
from tradegraph.extractors.attendance import find_participants, parties_of
from tradegraph.extractors.grammar import (
    clause_verb,
    find_patients,
    find_subject,
    objects_of,
)
from tradegraph.extractors.occurrence import find_day, find_places
from tradegraph.extractors.passages import cover
from tradegraph.extractors.sittings import is_round, tells_one_sitting
from tradegraph.extractors.tellings import add_telling, is_equally_committed, may_coincide
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Encounter, Fact

EVENTS = ("interview", "signing", "call", "meeting", "delegation-visit", "talks")
"""The encounters, the more telling first where a word evokes several."""
LEAST = {"talks": 2, "meeting": 2, "call": 2, "delegation-visit": 1, "interview": 2, "signing": 1}
"""How many must take part for the passage to tell of one encounter."""
INVOLVED = ("dobj", "pobj", "nsubjpass", "attr", "nsubj")
"""Relations in which an encounter's noun shares the subject of its verb."""


def find_encounters(analysis: Analysis) -> Iterator[Fact]:
    """Yield the encounters that the document tells, each once."""
    told: list[Fact] = []
    for token in analysis.tokens:
        fact = _read_encounter(analysis, token)
        if fact is not None:
            add_telling(told, fact, _unite)
    yield from told


def _unite(first: Fact, second: Fact) -> Encounter | None:
    """Return one encounter where both tellings are of the same one, with what either adds."""
    a, b = first.content, second.content
    if not isinstance(a, Encounter) or not isinstance(b, Encounter):
        return None
    same = (
        is_equally_committed(first, second)
        and a.event == b.event
        and set(a.participants) == set(b.participants)
    )
    if not same or not may_coincide(a.when, b.when):
        return None
    return replace(a, places=a.places or b.places, when=a.when or b.when)


def encounter_of(analysis: Analysis, token: Token) -> str | None:
    """Return the encounter that the word evokes as what it is in the clause."""
    if token.pos not in ("noun", "verb") or token.dep in ("compound", "nmod", "amod"):
        return None
    if is_round(analysis, token) or _is_cited(analysis, token) or _takes_office(analysis, token):
        return None
    concepts = analysis.concepts(token)
    return next((event for event in EVENTS if f"event-{event}" in concepts), None)


def _is_cited(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word is part of a title in brackets: *(To Reflect Talks With Peru)*."""
    before = analysis.document.text[analysis.sentence_of(token).span.begin : token.begin]
    return token.text[:1].isupper() and before.count("(") > before.count(")")


def _takes_office(analysis: Analysis, token: Token) -> bool:
    """Tell whether the verb means a term of office: *since returning to the White House*."""
    before = analysis.tokens[token.index - 1] if token.index else token
    return analysis.is_word(before, "since-office")


def tells_encounter(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word is read as an encounter of its own."""
    return _read_encounter(analysis, token) is not None


def _read_encounter(analysis: Analysis, token: Token) -> Fact | None:
    event = encounter_of(analysis, token)
    if event is None:
        return None
    participants = find_participants(analysis, token, event)
    outlet = _find_outlet(analysis, token, participants) if event == "interview" else None
    people = tuple(p for p in participants if analysis.kind(p) != "MediaOutlet")
    participants = (*people, outlet) if outlet else people
    commitment = read_arrangement(analysis, token)
    content = Encounter(
        event,
        participants,
        find_places(analysis, token),
        outlet,
        parties_of(analysis, participants),
        find_day(analysis, token, commitment),
    )
    if not _is_told(analysis, token, content):
        return None
    passage = cover(analysis, token)
    return commitment.claim(content, passage, confidence=0.65, extractor="encounters")


def _gathers(analysis: Analysis, token: Token, content: Encounter) -> bool:
    """Tell whether one group comes together: *finance ministers of the G7 meet in London*."""
    if content.event != "meeting" or token.pos != "verb" or len(content.participants) != 1:
        return False
    group = find_subject(analysis, token)
    several = group is not None and group.tag == "NNS"
    return several and bool(content.when or content.places)


def _find_outlet(analysis: Analysis, token: Token, participants: tuple[str, ...]) -> str | None:
    """Return the medium of an interview: taking part, named in the sentence, or the publisher."""
    near = analysis.mentions_in(analysis.sentence_of(token).span, "MediaOutlet")
    publishers = sorted(analysis.registry.entities_named(analysis.document.publisher or ""))
    candidates = [*participants, *(m.entity for m in near if m.entity), *publishers]
    return next((c for c in candidates if analysis.kind(c) == "MediaOutlet"), None)


def _is_told(analysis: Analysis, token: Token, content: Encounter) -> bool:
    """Tell whether the passage is about one encounter: who, and for talks also when or where.

    Talks spoken of in general are a state of a negotiation, not a meeting; a visit during which
    the parties meet is told by the meeting.
    """
    if len(content.participants) < LEAST[content.event]:
        return _gathers(analysis, token, content)
    verb = clause_verb(analysis, token)
    several = len(content.participants) > 1
    if content.event == "signing":
        signed = find_patients(analysis, verb or token)
        return several or any(analysis.is_word(t, "deal-noun") for t in signed)
    if content.event == "talks":
        dated = bool(content.when or content.places)
        return tells_one_sitting(analysis, token, verb, dated=dated)
    if content.event == "meeting" and token is verb:
        purposes = objects_of(analysis, token, "for")
        return not any(tells_encounter(analysis, t) for p in purposes for t in analysis.subtree(p))
    if content.event == "delegation-visit":
        others = [t for t in analysis.subtree(verb or token) if t is not token]
        within = any(tells_encounter(analysis, other) for other in others)
        doing = bool(analysis.children(token, "xcomp")) and not content.places  # going to buy
        return not (within or doing) and (bool(content.places) or several)
    return True
