"""Negotiation states: talks that go on, stall or advance; deals that are near, reached or broken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tradegraph.extractors.actors import (
    ACTOR_KINDS,
    everyone,
    find_actors,
    find_jurisdiction,
    find_jurisdictions,
    group_members,
    resolve_pronoun,
)
from tradegraph.extractors.commitment import Commitment, read_commitment
from tradegraph.extractors.encounters import tells_encounter
from tradegraph.extractors.grammar import (
    clause_verb,
    conjuncts,
    find_agent,
    find_subject,
    objects_of,
)
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.extractors.settings import main_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Fact, NegotiationState, Span

STATES = (
    "broken-off",
    "suspended",
    "stalled",
    "advanced",
    "deal-near",
    "deal-reached",
    "planned",
    "active",
)
OF_TALKS = ("broken-off", "suspended", "stalled", "advanced", "planned", "active")
OF_DEALS = ("broken-off", "suspended", "stalled", "advanced", "deal-near", "deal-reached")
AHEAD = ("planned", "possible", "expected", "conditional", "proposed")


def find_negotiations(analysis: Analysis) -> Iterator[Fact]:
    """Yield the states of negotiations that the document tells, each once."""
    found: list[Fact] = []
    for token in analysis.tokens:
        fact = _read_state(analysis, token)
        if fact is None:
            continue
        for index, earlier in enumerate(found):
            if _same(earlier, fact):
                evidence = tuple(dict.fromkeys(earlier.evidence + fact.evidence))
                found[index] = replace(earlier, evidence=evidence)
                break
        else:
            found.append(fact)
    yield from found


def _same(first: Fact, second: Fact) -> bool:
    a, b = first.content, second.content
    if not isinstance(a, NegotiationState) or not isinstance(b, NegotiationState):
        return False
    same = (set(a.parties), a.status, first.modality, first.positive) == (
        set(b.parties),
        b.status,
        second.modality,
        second.positive,
    )
    agreed = a.agreement == b.agreement or not a.agreement or not b.agreement
    return same and agreed and (not (a.when and b.when) or a.when.overlaps(b.when))


def _read_state(analysis: Analysis, token: Token) -> Fact | None:
    talks = (
        token.pos == "noun"
        and analysis.is_word(token, "negotiation-noun")
        and token.dep not in ("compound", "nmod")
    )
    deal = token.pos == "noun" and not talks and _is_deal(analysis, token)
    verbal = token.pos == "verb" and analysis.is_word(token, "negotiation-verb")
    if not (talks or deal or verbal):
        return None
    status, trigger = _status(analysis, token, OF_DEALS if deal else OF_TALKS)
    if (
        status is None
        and (talks or verbal)
        and not tells_encounter(analysis, token)
        and not _is_topic(analysis, token)
    ):
        status, trigger = ("active", token)
    if status is None:
        return None
    if status == "deal-reached" and _is_needed_for(analysis, trigger):
        return None
    commitment = read_commitment(analysis, trigger, token)
    if _fails(analysis, trigger):
        commitment = Commitment("denied", positive=False)
    if status == "active" and commitment.modality in AHEAD:
        status = "planned"
    named = _agreed_parties(analysis, token) or _named_parties(analysis, token, trigger)
    if not named and status in ("active", "planned"):
        return None
    parties = tuple(named) if len(named) > 1 else tuple(_complete(analysis, token, named))
    if not parties:
        return None
    agreement = _agreement(analysis, token) if deal else None
    content = NegotiationState(parties, status, agreement, find_when(analysis, trigger, commitment))
    span = cover(analysis, trigger)
    return Fact(
        content, (span,), commitment.modality, commitment.positive, 0.6, extractor="negotiations"
    )


def _is_deal(analysis: Analysis, token: Token) -> bool:
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind == "Agreement":
        return True
    return token.dep not in ("compound", "nmod") and analysis.is_word(token, "deal-noun")


def _status(analysis: Analysis, token: Token, allowed: tuple[str, ...]) -> tuple[str | None, Token]:
    """Return the state told of the talks or the deal, and the word that tells it."""
    for word in _around(analysis, token):
        found = {
            c.partition("-")[2] for c in analysis.concepts(word) if c.startswith("negotiation-")
        }
        status = next((s for s in STATES if s in found and s in allowed), None)
        if status == "deal-reached" and any(
            analysis.is_word(t, "attempt-verb") for t in list(analysis.ancestors(word))[:2]
        ):
            return "active", word
        if status is not None:
            return status, word
    return None, token


def _around(analysis: Analysis, token: Token) -> Iterator[Token]:
    """Yield the words that may tell the state, nearest first: what governs the noun, completes its
    verb, or describes it.
    """
    yield token
    yield from analysis.children(token, "acl", "relcl", "amod")
    yield from objects_of(analysis, token, "in", "at", "on")
    above = token
    for _ in range(4):
        if above.head == above.index or (above.pos == "verb" and above is not token):
            break
        above = analysis.head(above)
        if above.pos in ("noun", "verb", "adjective"):
            yield above
    if above.pos == "verb":
        for child in analysis.children(
            above, "acomp", "attr", "prep", "advmod", "dobj", "oprd", "prt"
        ):
            yield child
            yield from analysis.children(child, "pobj", "amod")


def _is_topic(analysis: Analysis, token: Token) -> bool:
    """Tell whether the talks are only what somebody speaks about (*said of the talks*)."""
    above = analysis.head(token)
    return (
        token.dep == "pobj"
        and above.lower in ("of", "about", "on")
        and analysis.is_word(analysis.head(above), "reporting-verb")
    )


def _is_needed_for(analysis: Analysis, trigger: Token) -> bool:
    """Tell whether the deal is only what something is needed for (*needed to reach a deal*)."""
    return any(analysis.is_word(t, "requirement") for t in list(analysis.ancestors(trigger))[:4])


def _fails(analysis: Analysis, trigger: Token) -> bool:
    return any(
        analysis.is_word(t, "failure") for t in (trigger, *list(analysis.ancestors(trigger))[:2])
    )


def _agreed_parties(analysis: Analysis, token: Token) -> list[str]:
    """Return the parties that the registry gives to the agreement that is named."""
    mention = analysis.mention_at(token)
    if mention is None or mention.kind != "Agreement" or mention.entity is None:
        return []
    return list(analysis.registry.values(mention.entity, "agreementParty"))


def _named_parties(analysis: Analysis, token: Token, trigger: Token) -> list[str]:
    """Return the parties that are named beside the noun and in its clause."""
    found: list[str] = []
    for child in analysis.children(token, "poss", "compound", "amod", "nmod"):
        for part in (
            *conjuncts(analysis, child),
            *analysis.children(child, "compound", "amod", "nmod", "poss"),
        ):
            found += _place_of(analysis, part)
    for target in objects_of(analysis, token, "with", "between", "among", "for", "by"):
        found += [p for p in find_jurisdictions(analysis, find_actors(analysis, target))]
        found += _place_of(analysis, target)
    verb = clause_verb(analysis, trigger)
    if verb is not None:
        agent = find_agent(analysis, verb) or find_subject(analysis, verb)
        if agent is not None and agent is not token:
            found += find_jurisdictions(analysis, find_actors(analysis, agent))
        for target in objects_of(analysis, verb, "with"):
            found += find_jurisdictions(analysis, find_actors(analysis, target))
    return list(dict.fromkeys(found))


def _place_of(analysis: Analysis, token: Token) -> tuple[str, ...]:
    mention = analysis.mention_at(token)
    if mention is None or mention.entity is None or mention.kind not in ACTOR_KINDS:
        return ()
    members = group_members(analysis, mention.entity)
    if members:
        return members
    place = find_jurisdiction(analysis, mention.entity)
    if (
        (place is None
        and mention.kind in ("ActorGroup", "InternationalBody"))
        or mention.entity in everyone(analysis)
    ):
        return (mention.entity,)
    return (place,) if place else ()


def _complete(analysis: Analysis, token: Token, parties: list[str]) -> list[str]:
    """Add the other side: named in the sentence, in the one before, or the document's main one."""
    sentence = analysis.sentence_of(token)
    spans = [sentence.span]
    if not parties and sentence.index:
        spans.append(analysis.sentences[sentence.index - 1].span)
    for span in spans:
        near = [
            p
            for m in analysis.mentions_in(span)
            if m.kind in ACTOR_KINDS and m.entity and (p := find_jurisdiction(analysis, m.entity))
        ]
        both = list(dict.fromkeys([*parties, *near]))
        if len(both) == 2 or (len(both) == 1 and not parties and span is sentence.span):
            return both
    main = main_jurisdiction(analysis, ())
    if len(parties) == 1 and main and main not in parties:
        return [*parties, main]
    if len(parties) == 1:
        return _counterpart(analysis, sentence, parties)
    if not parties:
        pair = resolve_pronoun(analysis, token)
        return list(pair)
    return parties


def _counterpart(analysis: Analysis, sentence: Sentence, parties: list[str]) -> list[str]:
    """Add the only other jurisdiction that the two sentences before name."""
    first = max(0, sentence.index - 2)
    span = Span(analysis.sentences[first].span.begin, sentence.span.begin)
    named = [m for m in analysis.mentions_in(span) if m.kind in ACTOR_KINDS and m.entity]
    places = {p for m in named if (p := find_jurisdiction(analysis, m.entity or ""))} - set(parties)
    return [*parties, *places] if len(places) == 1 else parties


def _agreement(analysis: Analysis, token: Token) -> str | None:
    """Return the name of the deal as the text gives it, when it is more than the bare noun."""
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind == "Agreement":
        return analysis.text(mention.span)
    words = [
        t
        for t in analysis.children(token, "compound", "amod")
        if analysis.mention_at(t) is None or t.text[:1].isupper()
    ]
    named = [
        t
        for t in words
        if t.text[:1].isupper()
        or t.lemma in ("phase", "free", "interim", "economic", "partnership", "framework")
    ]
    if not named:
        return None
    begin = min(t.begin for w in named for t in analysis.subtree(w))
    return analysis.document.text[begin : token.end]
