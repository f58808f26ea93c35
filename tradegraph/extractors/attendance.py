"""Who takes part in an encounter: around its noun, and as subject and object of its verb.

A delegation is whoever leads it; a group that no registry knows is called as in the text; of talks
of unnamed negotiators the sides are those of the negotiation.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradegraph.extractors.actors import find_actor, find_actors
from tradegraph.extractors.coordination import conjuncts
from tradegraph.extractors.coreference import leaders_before
from tradegraph.extractors.grammar import (
    clause_verb,
    find_agent,
    find_patients,
    find_subject,
    modifiers_of,
    objects_of,
)
from tradegraph.extractors.jurisdictions import (
    JURISDICTIONS,
    find_jurisdiction,
    named_actor,
    named_heads,
)
from tradegraph.extractors.negotiating_parties import find_parties
from tradegraph.extractors.organizations import name_group
from tradegraph.extractors.settings import (
    OFFICIAL,
    find_counterpart,
    find_issuer,
    main_jurisdiction,
)
from tradegraph.extractors.sittings import is_one
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

WITH = ("with", "between", "among", "by")
INVOLVED = ("dobj", "pobj", "nsubjpass", "attr", "nsubj")
"""Relations in which an encounter's noun shares the subject of its verb."""
FIRST_PERSON = ("i", "me", "my", "we", "our")
BOTH = ("they", "them", "their")
PEOPLE = ("officials-noun", "leaders-noun", "office-noun", "party-noun", "expert-noun")
"""Words of the lexicon for people who meet, named or not."""


def find_participants(analysis: Analysis, token: Token, event: str) -> tuple[str, ...]:
    """Return who takes part.

    A country is left out where one who speaks for it is named.
    """
    found = around = _around_noun(analysis, token) if token.pos == "noun" else []
    if not (len(found) > 1 and analysis.is_word(analysis.head(token), "arranging-verb")):
        found = [*_around_verb(analysis, token, event), *found]
    if event == "interview":
        found += _attending(analysis, objects_of(analysis, token, "with", "on", "to", "by"))
    sided = event == "talks" or (event == "call" and bool(around))
    if sided and len(set(found)) == 1:
        found += _other_side(analysis, token, found[0])
    if not found and (event == "call" or (event == "talks" and is_one(analysis, token))):
        found += find_parties(analysis, token, token, alone=True)
    unique = tuple(dict.fromkeys(found))
    speakers = [actor for actor in unique if analysis.kind(actor) not in JURISDICTIONS]
    covered = {find_jurisdiction(analysis, speaker) for speaker in speakers}
    return tuple(actor for actor in unique if actor in speakers or actor not in covered)


def parties_of(analysis: Analysis, participants: tuple[str, ...]) -> tuple[str, ...]:
    """Return the jurisdictions for which the participants come, each once."""
    places = (find_jurisdiction(analysis, participant) for participant in participants)
    return tuple(dict.fromkeys(place for place in places if place))


def _around_noun(analysis: Analysis, token: Token) -> list[str]:
    """Return the actors before the noun and after *with*, *between*: *US-China talks*."""
    before = [named_actor(analysis, word) for word in modifiers_of(analysis, token)]
    owners = _attending(analysis, analysis.children(token, "poss"))
    arranged = (t for t in analysis.children(token, "acl") if analysis.is_word(t, "arranging-verb"))
    after = [t for word in (token, *arranged) for t in objects_of(analysis, word, *WITH)]
    return [*(actor for actor in before if actor), *owners, *_attending(analysis, after)]


def _around_verb(analysis: Analysis, token: Token, event: str) -> list[str]:
    """Return the actors in the clause: *the ministers held talks with Norway*."""
    verb = clause_verb(analysis, token)
    if verb is None or not (token is verb or token.dep in INVOLVED):
        return []
    is_subject = token is find_subject(analysis, verb)
    agent = None if is_subject else find_agent(analysis, verb)
    found = _attending(analysis, conjuncts(analysis, agent) if agent else [])
    directed = ("with", "between", "to") if event == "call" else ("with", "between")
    found += _attending(analysis, objects_of(analysis, verb, *directed))
    if token is verb:
        found += _attending(analysis, find_patients(analysis, verb))
    return found


def _attending(analysis: Analysis, tokens: Sequence[Token]) -> list[str]:
    """Return whom the words mean, each once."""
    found = [actor for token in tokens for actor in _attend(analysis, token)]
    return list(dict.fromkeys(found))


def _attend(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return whom the word means as one who takes part: a leader, a pronoun's or a group."""
    if token.lower in FIRST_PERSON:
        return _speakers_above(analysis, token)
    if token.lower in BOTH and not any(
        "event-delegation-visit" in analysis.concepts(t) for t in analysis.ancestors(token)
    ):
        leaders = leaders_before(analysis, token)
        if leaders:
            return leaders
    led = (t for t in analysis.children(token, "acl") if t.lemma == "lead")
    leader = next((agent for t in led if (agent := find_agent(analysis, t)) is not None), None)
    if leader is not None and (named := find_actors(analysis, leader)):
        return named
    known = find_actor(analysis, token)
    people = analysis.is_word(token, *PEOPLE) and not analysis.is_word(token, "delegates-noun")
    unnamed = token.tag == "NNS" and people
    described = analysis.children(token, "amod", "compound", "nmod")
    return known or ((name_group(analysis, token),) if unnamed and described else ())


def _speakers_above(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return who says *I* or *we*: whose words they are, or who issued the order."""
    for verb in analysis.ancestors(token):
        if verb.pos == "verb" and analysis.is_word(verb, "reporting-verb"):
            return find_actors(analysis, find_subject(analysis, verb))
    issuer = find_issuer(analysis) if analysis.document.doc_type in OFFICIAL else None
    return named_heads(analysis, issuer) if issuer else ()


def _other_side(analysis: Analysis, token: Token, side: str) -> list[str]:
    """Return who talks with the only side named: the speaker's jurisdiction, or the main one."""
    own = find_jurisdiction(analysis, side)
    for verb in analysis.ancestors(token):
        if verb.pos == "verb" and analysis.is_word(verb, "reporting-verb"):
            speakers = find_actors(analysis, find_subject(analysis, verb))
            others = [place for place in parties_of(analysis, speakers) if place != own]
            if others:
                return others[:1]
    main = main_jurisdiction(analysis)
    if own and main in (own, None):
        main = find_counterpart(analysis, (own,))
    return [main] if main else []
