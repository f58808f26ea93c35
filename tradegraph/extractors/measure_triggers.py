"""What happens to a measure: the word that tells it, found from the measure's noun outward."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tradegraph.extractors.grammar import is_passive
from tradegraph.extractors.measure_phrases import MeasurePhrase
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

CLIMB = (
    "dobj",
    "pobj",
    "nsubj",
    "nsubjpass",
    "attr",
    "oprd",
    "conj",
    "prep",
    "dative",
    "appos",
    "compound",
    "nmod",
    "pcomp",
    "xcomp",
    "acomp",
)
FURTHEST = 5
LEVELS = ("imposition", "entry-into-effect")
"""Events that a measure's mere existence in force amounts to."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that tells an event, the event's notation, and how it stands to the measure.

    `way` is verb, noun, participle, adjective, or none when the phrase alone is the evidence.
    """

    token: Token
    event: str
    way: str


def find_triggers(analysis: Analysis, phrase: MeasurePhrase) -> Iterator[Trigger]:
    """Yield what happens to the measure of the phrase; a bare mention of it comes last, if at all."""
    main = _noun_trigger(analysis, phrase.head) or _verb_trigger(analysis, phrase.head)
    main = _overriding(analysis, main) if main is not None else None
    participle = _participle(analysis, phrase.head)
    if main is not None:
        yield main
        if participle is not None and participle.way == "participle" and main.event not in LEVELS:
            yield participle
    elif participle is not None:
        yield participle
    else:
        yield Trigger(phrase.head, "imposition", "none")


def event_of(analysis: Analysis, token: Token) -> str | None:
    """Return the measure event that the word evokes, the one of its multi-word reading first."""
    found = sorted(c.partition("-")[2] for c in analysis.concepts(token) if c.startswith("event-"))
    events = [name for name in found if name in MEASURE_EVENTS]
    return next((name for name in ORDER if name in events), None)


ORDER = (
    "extension",
    "entry-into-effect",
    "exemption",
    "reinstatement",
    "increase",
    "decrease",
    "revocation",
    "expiry",
    "pause",
    "threat",
    "imposition",
    "announcement",
)
MEASURE_EVENTS = frozenset(ORDER)


def _noun_trigger(analysis: Analysis, head: Token) -> Trigger | None:
    """Find *tariff hike*, *the removal of tariffs*, *an exemption from duties*."""
    above = analysis.head(head)
    if head.dep in ("compound", "nmod", "poss") and above.pos == "noun":
        event = event_of(analysis, above)
        return Trigger(above, event, "noun") if event else None
    if head.dep == "conj":
        return _noun_trigger(analysis, above) if above.pos == "noun" and above is not head else None
    if head.dep == "pobj" and above.dep == "prep":
        noun = analysis.head(above)
        event = event_of(analysis, noun) if noun.pos == "noun" else None
        if event and above.lower in ("of", "on", "in", "to", "from", "for", "against"):
            return Trigger(noun, event, "noun")
    return None


def _verb_trigger(analysis: Analysis, head: Token) -> Trigger | None:
    """Climb from the measure's noun to the verb whose argument it is."""
    token = head
    for _ in range(FURTHEST):
        if token.dep not in CLIMB or token.head == token.index:
            return None
        above = analysis.head(token)
        event = event_of(analysis, above) if above.pos in ("verb", "adjective") else None
        if event and not (token.dep == "nsubj" and _is_doing(analysis, above, event)):
            return Trigger(above, event, "verb")
        if above.pos == "verb":
            return _complement_trigger(analysis, above)
        token = above
    return None


OVERRIDING = frozenset(("pause", "extension", "revocation", "reinstatement"))
GOVERNED = ("dobj", "xcomp", "pcomp", "prep", "pobj", "nsubjpass", "conj")


def _overriding(analysis: Analysis, trigger: Trigger) -> Trigger:
    """Return what is done to the change itself: *postponed the increase*, *held off imposing*."""
    token = trigger.token
    for _ in range(3):
        if token.dep not in GOVERNED or token.head == token.index:
            break
        token = analysis.head(token)
        if token.pos != "verb":
            continue
        event = event_of(analysis, token)
        if event in OVERRIDING and event != trigger.event:
            return Trigger(token, event, "verb")
        break
    return trigger


def _is_doing(analysis: Analysis, verb: Token, event: str) -> bool:
    """Tell whether the verb with a measure as active subject says something else: *tariffs cut
    profits*. What takes effect, rises, ends or applies needs no object.
    """
    return (
        event not in ("entry-into-effect", "expiry")
        and bool(analysis.children(verb, "dobj"))
        and not is_passive(analysis, verb)
    )


def _complement_trigger(analysis: Analysis, verb: Token) -> Trigger | None:
    """Find the event in what the verb is completed by: *tariffs are in place*, *are exempt*."""
    for child in analysis.children(verb, "acomp", "attr", "prep", "xcomp", "oprd"):
        event = event_of(analysis, child)
        if event:
            return Trigger(child, event, "adjective")
    return None


def _participle(analysis: Analysis, head: Token) -> Trigger | None:
    """Find *tariffs imposed in May*, *tariffs that took effect*, *planned tariffs*."""
    for child in analysis.children(head, "acl", "relcl"):
        event = event_of(analysis, child)
        if event:
            return Trigger(child, event, "participle")
    for child in analysis.children(head, "amod", "compound"):
        event = event_of(analysis, child)
        if event:
            return Trigger(child, event, "adjective")
    return None
