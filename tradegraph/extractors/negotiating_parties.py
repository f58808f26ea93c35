"""Between whom a negotiation is: named beside it, by the agreement's own list, or understood.

A negotiation has at least two parties. Where the passage names one, the other is whom the sentence
or the ones before name, or the jurisdiction that the document is about.
"""

from __future__ import annotations

from tradegraph.extractors.actors import actors_of, find_actors
from tradegraph.extractors.coreference import resolve_pronoun
from tradegraph.extractors.grammar import (
    clause_verb,
    find_agent,
    find_subject,
    modifiers_of,
    objects_of,
)
from tradegraph.extractors.jurisdictions import (
    everyone,
    find_jurisdiction,
    find_jurisdictions,
    group_members,
    named_actor,
)
from tradegraph.extractors.settings import (
    find_counterpart,
    main_jurisdiction,
    places_in,
    rank_territories,
)
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Span

BETWEEN = ("with", "between", "among", "for", "by")
TOGETHER = ("with", "between", "among")
BOTH = 2
BOTH_SIDES = ("they", "we", "them")
MOST_OF_OTHERS = 0.6
"""The share of all names of others that the other side of the document has at least."""
REACH = 2
"""How many sentences back the other side may be named."""


def find_parties(
    analysis: Analysis, token: Token, trigger: Token, *, alone: bool
) -> tuple[str, ...]:
    """Return the parties; `alone` allows a state without any party named beside it."""
    named = _named_parties(analysis, token, trigger)
    if len(named) < 2:
        named = _agreed_parties(analysis, token) or named
    if len(named) > 1 or not (named or alone):
        return named
    parties = _complete(analysis, token, named)
    if len(parties) != 1 or (token.tag == "NNS" and not _is_one(analysis, token)):
        return parties
    other = find_counterpart(analysis, parties, MOST_OF_OTHERS)
    return (*parties, other) if other else parties


def _is_one(analysis: Analysis, token: Token) -> bool:
    """Tell whether a plural still names one negotiation: *talks*, but not *deals*."""
    return analysis.is_word(token, "negotiation-noun")


def _agreed_parties(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the parties that the registry gives to the agreement that is named."""
    verb = clause_verb(analysis, token)
    subject = find_subject(analysis, verb) if verb is not None and verb.lemma == "be" else None
    near = [token, *modifiers_of(analysis, token), *objects_of(analysis, token, "on", "of")]
    near += [subject] if subject is not None else []  # NAFTA, which is under renegotiation
    for mention in (analysis.mention_at(word) for word in near):
        if mention is not None and mention.kind == "Agreement" and mention.entity:
            return analysis.registry.values(mention.entity, "agreementParty")
    return ()


def _named_parties(analysis: Analysis, token: Token, trigger: Token) -> tuple[str, ...]:
    """Return the parties that are named beside the noun and in its clause."""
    found = [place for word in modifiers_of(analysis, token) for place in _place_of(analysis, word)]
    for owner in analysis.children(token, "poss"):
        found += _joint_owners(analysis, owner)
    for target in objects_of(analysis, token, *BETWEEN):
        found += find_jurisdictions(analysis, find_actors(analysis, target))
        found += _place_of(analysis, target)
    verb = clause_verb(analysis, trigger)
    if verb is not None:
        agent = find_agent(analysis, verb) or find_subject(analysis, verb)
        if agent is not token:
            both = _sides_before(analysis, agent)
            found += both or find_jurisdictions(analysis, find_actors(analysis, agent))
        partners = actors_of(analysis, objects_of(analysis, verb, *TOGETHER))
        found += find_jurisdictions(analysis, partners)
    return tuple(dict.fromkeys(found))


def _joint_owners(analysis: Analysis, pronoun: Token) -> tuple[str, ...]:
    """Return those who are coordinated as the subject of a clause above *their deals*."""
    if pronoun.lower != "their":
        return ()
    for verb in analysis.ancestors(pronoun):
        subject = find_subject(analysis, verb) if verb.pos == "verb" else None
        places = find_jurisdictions(analysis, find_actors(analysis, subject))
        if len(places) > 1:
            return places
    return ()


def _sides_before(analysis: Analysis, word: Token | None) -> tuple[str, ...]:
    """Return the two sides for which a pronoun stands, named just before: *they could agree*."""
    if word is None or word.lower not in BOTH_SIDES:
        return ()
    sentence = analysis.sentence_of(word)
    spans = [sentence.span, analysis.sentences[max(0, sentence.index - 1)].span]
    sides = (tuple(dict.fromkeys(places_in(analysis, span))) for span in spans)
    return next((both for both in sides if len(both) == BOTH), ())


def _place_of(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the jurisdictions that a name stands for, a group or body for itself."""
    actor = named_actor(analysis, token)
    if actor is None or actor in everyone(analysis):
        return (actor,) if actor else ()
    place = find_jurisdiction(analysis, actor)
    itself = place is None and analysis.kind(actor) in ("ActorGroup", "InternationalBody")
    return group_members(analysis, actor) or ((place,) if place else (actor,) if itself else ())


def _complete(analysis: Analysis, token: Token, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Add the other side: named in the sentence, in the one before, or the document's main one."""
    sentence = analysis.sentence_of(token)
    spans = [sentence.span]
    if not parties and sentence.index:
        spans.append(analysis.sentences[sentence.index - 1].span)
    for span in spans:
        both = tuple(dict.fromkeys([*parties, *places_in(analysis, span)]))
        only = len(both) == 1 and not parties and span is sentence.span
        if len(both) == 2 or only:
            return both
    if not parties:
        return resolve_pronoun(analysis, token) or _sides_of_document(analysis)
    main = main_jurisdiction(analysis)
    if main and main not in parties:
        return (*parties, main)
    return (*parties, *_counterpart(analysis, sentence, parties))


def _sides_of_document(analysis: Analysis) -> tuple[str, ...]:
    """Return the two sides of a document that is about one negotiation."""
    ranked = rank_territories(analysis)
    other = find_counterpart(analysis, (ranked[0][0],), MOST_OF_OTHERS) if ranked else None
    return (ranked[0][0], other) if other else ()


def _counterpart(
    analysis: Analysis, sentence: Sentence, parties: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the only other jurisdiction that the sentences before name."""
    first = max(0, sentence.index - REACH)
    before = Span(analysis.sentences[first].span.begin, sentence.span.begin)
    places = set(places_in(analysis, before)) - set(parties)
    return tuple(places) if len(places) == 1 else ()
