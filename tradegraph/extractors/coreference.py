"""What pronouns and phrases such as *both sides* point back to.

A pronoun takes the nearest fitting actor before it, the subject of an earlier clause before other
words of the same sentence (Hobbs 1978; Centering, Grosz et al. 1995). *Both* and *two* need just
two sides; where more or fewer remain, nothing is resolved.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradegraph.extractors.jurisdictions import ACTOR_KINDS, JURISDICTIONS, find_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

HE = frozenset(("he", "she", "him", "her", "his", "himself", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "both", "two"))
BOTH = frozenset(("both", "two"))
EACH = frozenset((*BOTH, "each"))
INSTITUTIONS = (
    *JURISDICTIONS,
    "GovernmentBody",
    "Administration",
    "Company",
    "Organization",
    "InternationalBody",
    "Court",
)
REACH = 3
"""How many sentences back a pronoun may point."""
SUBJECT_BONUS = 0.6
"""Sentences by which a subject is nearer than another word."""
PLACING = ("in", "to", "at")


def resolve_pronoun(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return what a pronoun or *both sides* means: the nearest fitting actors before it."""
    word = token.lower
    if word in HE:
        return find_latest(analysis, token, ("Person",))
    if word in IT:
        return find_latest(analysis, token, INSTITUTIONS)
    beside = {t.lower for t in analysis.children(token)}
    if analysis.is_word(token, "leaders-noun") and BOTH & beside:
        return leaders_before(analysis, token)
    sides = analysis.is_word(token, "sides-noun")
    if word in BOTH or (EACH & beside and (word in THEY or sides)):
        return _sides(analysis, token, 2)
    if sides and "three" in beside:
        return _sides(analysis, token, 3)
    return find_latest(analysis, token, ("ActorGroup",)) if word in THEY else ()


def find_latest(analysis: Analysis, token: Token, kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the nearest actor of these kinds, preferring the subject of an earlier clause."""
    found: dict[str, float] = {}
    first = analysis.sentences[max(0, token.sentence - REACH)]
    for mention in analysis.mentions_in(Span(first.span.begin, token.begin), *kinds):
        head = analysis.head_of(mention.span)
        if head is None or mention.entity is None:
            continue
        subject = any(t.dep in ("nsubj", "nsubjpass") for t in (head, analysis.head(head)))
        nearness = head.sentence - token.sentence + mention.span.begin / 1e7
        found[mention.entity] = nearness + (SUBJECT_BONUS if subject else 0)
    return (max(found, key=lambda iri: found[iri]),) if found else ()


def leaders_before(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the two heads of state or government named last before *both leaders*.

    They are of different jurisdictions; empty when there are not just two.
    """
    found: dict[str, str] = {}
    for mention in reversed(analysis.mentions):
        if mention.kind != "Person" or mention.entity is None or mention.span.begin > token.begin:
            continue
        if _is_head(analysis, mention.entity):
            place = find_jurisdiction(analysis, mention.entity)
            if place:
                found.setdefault(place, mention.entity)
        if len(found) == 2:
            return tuple(reversed(found.values()))
    return ()


def _is_head(analysis: Analysis, person: str) -> bool:
    """Tell whether the person holds an office of a country itself, not of a body of it."""
    registry = analysis.registry
    for office in registry.offices(person, analysis.document.published):
        formal = (registry.value(office, "officeKind") or "").endswith("-formal")
        owner = registry.value(office, "officeOf")
        if formal and owner is not None and registry.kind(owner) in JURISDICTIONS:
            return True
    return False


def _sides(analysis: Analysis, token: Token, count: int) -> tuple[str, ...]:
    """Return so many jurisdictions that were named last, as far back as a pronoun reaches."""
    found: list[str] = []
    for mention in reversed(analysis.mentions):
        if mention.span.begin >= token.begin or mention.entity is None:
            continue
        head = analysis.head_of(mention.span)
        if head is None or token.sentence - head.sentence > REACH:
            break
        place = find_jurisdiction(analysis, mention.entity) if mention.kind in ACTOR_KINDS else None
        if place and place not in found and not _is_location(analysis, head):
            found.append(place)
        if len(found) == count:
            return tuple(reversed(found))
    return ()


def _is_location(analysis: Analysis, head: Token) -> bool:
    """Tell whether a name says where something happens: *travelled to Norway*, *met in Norway*."""
    above = analysis.head(head)
    placed = head.dep == "pobj" and above.lower in PLACING
    return placed and analysis.head(above).pos == "verb"
