"""Changes in how negotiating partners behave, told or denied, and what is said to cause them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.commitment import Commitment, read_commitment
from tradegraph.extractors.coreference import THEY
from tradegraph.extractors.docket import Docket
from tradegraph.extractors.grammar import clause_verb, objects_of
from tradegraph.extractors.jurisdictions import ALL_PARTNERS, everyone, find_jurisdictions
from tradegraph.extractors.occasions import find_occasion
from tradegraph.extractors.passages import cover
from tradegraph.extractors.settings import main_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, PostureChange, Ruling, Stay


def find_postures(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the changes of posture that the document tells or denies.

    A denied one is reported as not being so: that nothing changed is the news.
    """
    for token in analysis.tokens:
        if token.pos != "noun" or not analysis.is_word(token, "posture-noun"):
            continue
        change = _change_word(analysis, token)
        actors = _find_owners(analysis, token, change) if change is not None else ()
        if change is None or not actors:
            continue
        told = read_commitment(analysis, change)
        modality = "reported" if told.modality == "denied" else told.modality
        commitment = Commitment(modality, told.positive)
        content = PostureChange(
            actors,
            _find_parties(analysis, actors),
            _find_causes(analysis, change, docket),
            find_occasion(analysis, change, told),
        )
        passage = cover(analysis, change)
        yield commitment.claim(content, passage, confidence=0.6, extractor="postures")


def _change_word(analysis: Analysis, token: Token) -> Token | None:
    """Return the word for change that governs the noun: *a change in tone*, *tone changed*."""
    above = islice(analysis.ancestors(token), 2)
    return next((word for word in above if analysis.is_word(word, "change-word")), None)


def _find_owners(analysis: Analysis, token: Token, change: Token) -> tuple[str, ...]:
    """Return whose posture it is; partners in general where only *they* is said."""
    heads = analysis.children(token, "poss")
    for word in (token, change):
        heads += objects_of(analysis, word, "of", "from", "by")
    for head in heads:
        actors = find_actors(analysis, head)
        if actors:
            return actors
        if head.lower in THEY or analysis.is_word(head, "sides-noun"):
            return (_partners_before(analysis, change),)
    return ()


def _partners_before(analysis: Analysis, word: Token) -> str:
    """Return the group of partners named last before the word, otherwise all of them."""
    groups = everyone(analysis)
    named = [m.entity for m in analysis.mentions if m.span.begin < word.end]
    return next((iri for iri in reversed(named) if iri in groups and iri), ALL_PARTNERS)


def _find_parties(analysis: Analysis, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return between whom the change is: whose policy it is about, and the ones that change."""
    main = main_jurisdiction(analysis)
    changing = find_jurisdictions(analysis, actors) or actors
    return tuple(dict.fromkeys(((main,) if main else ()) + changing))


def _find_causes(analysis: Analysis, change: Token, docket: Docket) -> tuple[Ruling | Stay, ...]:
    """Return the rulings and stays that the clause gives as the cause."""
    verb = clause_verb(analysis, change)
    inside = list(analysis.subtree(verb)) if verb is not None else []
    caused = any(analysis.is_word(token, "cause") for token in inside)
    ruled = any(analysis.is_word(token, "ruling-noun") for token in inside)
    return docket.actions() if caused and ruled else ()
