"""Encounters: talks, meetings, calls, visits, interviews, signings, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.actors import ACTOR_KINDS, find_actors, find_jurisdiction
from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.grammar import (
    clause_verb,
    conjuncts,
    find_agent,
    find_patients,
    find_subject,
    objects_of,
)
from tradegraph.extractors.occasions import find_occasion
from tradegraph.extractors.passages import cover
from tradegraph.extractors.settings import main_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange, Encounter, Fact

EVENTS = ("interview", "signing", "call", "meeting", "delegation-visit", "talks")
PLACES = ("Place", "Country")
VERBS_NEED = {
    "talks": 2,
    "meeting": 2,
    "call": 2,
    "delegation-visit": 1,
    "interview": 2,
    "signing": 2,
}


def find_encounters(analysis: Analysis) -> Iterator[Fact]:
    """Yield the encounters that the document tells, each once."""
    found: list[Fact] = []
    for token in analysis.tokens:
        event = encounter_of(analysis, token)
        fact = _read_encounter(analysis, token, event) if event else None
        if fact is not None and not any(_same(fact, other) for other in found):
            found.append(fact)
    yield from found


def encounter_of(analysis: Analysis, token: Token) -> str | None:
    """Return the encounter that the word evokes as what it is in the clause."""
    if token.pos not in ("noun", "verb") or token.dep in ("compound", "nmod", "amod"):
        return None
    events = {c.partition("-")[2] for c in analysis.concepts(token) if c.startswith("event-")}
    return next((event for event in EVENTS if event in events), None)


def _read_encounter(analysis: Analysis, token: Token, event: str) -> Fact | None:
    participants = find_participants(analysis, token, event)
    outlet = next((p for p in participants if analysis.kind(p) == "MediaOutlet"), None)
    if event == "interview" and outlet is None:
        return None
    if outlet is not None and event != "interview":
        participants = tuple(p for p in participants if p != outlet)
    verb = clause_verb(analysis, token)
    places = _places(analysis, token, verb)
    commitment = read_commitment(analysis, token)
    when = find_occasion(analysis, token, commitment)
    if not _is_told(analysis, token, event, participants, when, places):
        return None
    parties = tuple(dict.fromkeys(p for a in participants if (p := find_jurisdiction(analysis, a))))
    content = Encounter(
        event, participants, places, outlet if event == "interview" else None, parties, when
    )
    span = cover(analysis, token)
    return Fact(
        content, (span,), commitment.modality, commitment.positive, 0.65, extractor="encounters"
    )


def _is_told(
    analysis: Analysis,
    token: Token,
    event: str,
    participants: tuple[str, ...],
    when: DateRange | None,
    places: tuple[str, ...],
) -> bool:
    """Tell whether the passage is about one encounter: who, and for talks also when or where.

    Talks spoken of in general are a state of a negotiation, not a meeting.
    """
    if event == "signing" and participants:
        signed = find_patients(analysis, clause_verb(analysis, token) or token)
        return any(analysis.is_word(t, "signable-noun") for t in signed) or len(participants) > 1
    if len(participants) < VERBS_NEED[event]:
        return False
    if event == "talks":
        verb = clause_verb(analysis, token)
        held = verb is not None and analysis.is_word(verb, "encounter-verb")
        return bool(when or places or held or token.lemma == "round")
    if event == "delegation-visit":
        verb = clause_verb(analysis, token) or token
        within = [encounter_of(analysis, t) for t in analysis.subtree(verb) if t is not token]
        return not any(within) and (bool(places) or len(participants) > 1)
    return True


def find_participants(analysis: Analysis, token: Token, event: str) -> tuple[str, ...]:
    """Return who takes part: around the noun, and as subject and object of its verb."""
    found: list[str] = []
    if token.pos == "noun":
        for child in analysis.children(token, "poss", "compound", "amod", "nmod"):
            for part in (
                *conjuncts(analysis, child),
                *analysis.children(child, "compound", "amod", "nmod"),
            ):
                mention = analysis.mention_at(part)
                if mention is not None and mention.entity and mention.kind in ACTOR_KINDS:
                    found.append(mention.entity)
        for target in objects_of(analysis, token, "with", "between", "among", "by"):
            found += find_actors(analysis, target)
    verb = clause_verb(analysis, token)
    if verb is not None and (
        token is verb or token.dep in ("dobj", "pobj", "nsubjpass", "attr", "nsubj")
    ):
        agent = find_agent(analysis, verb) if token is not find_subject(analysis, verb) else None
        found = [*(find_actors(analysis, agent) if agent is not None else ()), *found]
        for target in objects_of(analysis, verb, "with", *(("to",) if event == "call" else ())):
            found += find_actors(analysis, target)
        if token is verb:
            for patient in find_patients(analysis, verb):
                found += find_actors(analysis, patient)
    if event == "interview":
        for target in objects_of(analysis, token, "with", "on", "to", "by"):
            found += find_actors(analysis, target)
    if event == "talks" and len(set(found)) == 1:
        found += _other_side(analysis, token, found[0])
    unique = tuple(dict.fromkeys(found))
    people = [a for a in unique if analysis.kind(a) not in ("Country", "CustomsUnion")]
    covered = {find_jurisdiction(analysis, a) for a in people}
    return tuple(a for a in unique if a in people or a not in covered)


def _other_side(analysis: Analysis, token: Token, side: str) -> list[str]:
    """Return who talks with the only side named: the speaker's jurisdiction, or the main one."""
    own = find_jurisdiction(analysis, side)
    for verb in analysis.ancestors(token):
        if verb.pos == "verb" and analysis.is_word(verb, "reporting-verb"):
            for actor in find_actors(analysis, find_subject(analysis, verb)):
                place = find_jurisdiction(analysis, actor)
                if place and place != own:
                    return [place]
    main = main_jurisdiction(analysis, ())
    return [main] if main and main != own else []


def _places(analysis: Analysis, token: Token, verb: Token | None) -> tuple[str, ...]:
    heads = objects_of(analysis, token, "in", "at", "near", "to")
    if verb is not None:
        heads += objects_of(analysis, verb, "in", "at", "near", "to")
    found = []
    for head in heads:
        mention = analysis.mention_at(head)
        if mention is not None and mention.entity and mention.kind in PLACES:
            found.append(mention.entity)
    return tuple(dict.fromkeys(found))


def _same(first: Fact, second: Fact) -> bool:
    a, b = first.content, second.content
    if not isinstance(a, Encounter) or not isinstance(b, Encounter):
        return False
    same = (a.event, set(a.participants), first.positive) == (
        b.event,
        set(b.participants),
        second.positive,
    )
    return (
        same
        and (not (a.when and b.when) or a.when.overlaps(b.when))
        and first.modality == second.modality
    )


def tells_encounter(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word is read as an encounter of its own."""
    event = encounter_of(analysis, token)
    return event is not None and _read_encounter(analysis, token, event) is not None
